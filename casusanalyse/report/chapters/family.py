"""The family members in their nature, and who they are to each other (step 3)."""

from datetime import date

from casusanalyse.content.vocabulary import label
from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Person, Relation
from casusanalyse.report.chapters.wording import Fields, age, names, upper_first


def family(case: Case, *, today: date) -> Fields:
    """Return the persons, their relations and what runs over the generations."""
    homes = {house.key: house.name for house in case.households}
    named = names(case)
    return {
        "personen": [_person(person, case, homes, today) for person in _child_first(case)],
        "relaties": [_relation(relation, named) for relation in case.relations],
        "geschiedenis": case.note("family-history"),
    }


def _child_first(case: Case) -> list[Person]:
    child = case.child
    others = [person for person in case.people if person is not child]
    return [child, *others] if child else others


def _person(person: Person, case: Case, homes: dict[str, str], today: date) -> Fields:
    lives = [
        homes.get(living.household, "")
        for living in case.dwellings
        if living.person == person.key and living.is_current
    ]
    return {
        "id": f"people-{person.key}",
        "naam": upper_first(person.name),
        "wie": "" if person.kin.casefold() in person.name.casefold() else person.kin,
        "leeftijd": "" if person.died else age(person.birth, today),
        "aard": person.nature,
        "blij": person.joy,
        "typerend": person.characteristic,
        "kracht": person.strength,
        "beperking": person.limitation,
        "behoefte": person.need,
        "plek": person.place,
        "woont": ", ".join(filter(None, lives)),
    }


def _relation(relation: Relation, named: dict[str, str]) -> Fields:
    return {
        "id": f"relations-{relation.key}",
        "wie": upper_first(named.get(relation.a, "")),
        "met": named.get(relation.b, ""),
        "woord": label(relation.word),
        "woorden": relation.words,
    }
