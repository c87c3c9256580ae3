"""The family members in their nature, and who they are to each other (step 3)."""

from datetime import date

from casusanalyse.content.vocabulary import label
from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Person, Relation
from casusanalyse.report.anchor import anchor, told
from casusanalyse.report.chapters.wording import Fields, age, names, note, upper_first

_NATURE = {
    "aard": "nature",
    "blij": "joy",
    "typerend": "characteristic",
    "kracht": "strength",
    "beperking": "limitation",
    "behoefte": "need",
    "plek": "place",
}


def family(case: Case, *, today: date) -> Fields:
    """Return the persons, their relations and what runs over the generations."""
    homes = {house.key: house.name for house in case.households}
    named = names(case)
    return {
        "personen": [_person(person, case, homes, today) for person in _child_first(case)],
        "relaties": [_relation(relation, named) for relation in case.relations],
        "geschiedenis": note(case, "family-history"),
    }


def _child_first(case: Case) -> list[Person]:
    child = case.child
    others = [person for person in case.people if person is not child]
    return [child, *others] if child else others


def _person(person: Person, case: Case, homes: dict[str, str], today: date) -> Fields:
    kin = "" if person.kin.casefold() in person.name.casefold() else person.kin
    old = "" if person.died else age(person.birth, today)
    lives = [
        homes.get(living.household, "")
        for living in case.dwellings
        if living.person == person.key and living.is_current
    ]
    return {
        "id": anchor("people", person.key),
        "naam": told(upper_first(person.name), "people", person.key, "name"),
        "wie": told(kin, "people", person.key, "kin"),
        "leeftijd": told(old, "people", person.key, "birth"),
        "woont": ", ".join(filter(None, lives)),
        **nature(person),
    }


def nature(person: Person) -> Fields:
    """Return somebody in their nature."""
    return {
        name: told(getattr(person, field), "people", person.key, field)
        for name, field in _NATURE.items()
    }


def _relation(relation: Relation, named: dict[str, str]) -> Fields:
    return {
        "id": anchor("relations", relation.key),
        "wie": upper_first(named.get(relation.a, "")),
        "met": named.get(relation.b, ""),
        "woord": told(label(relation.word), "relations", relation.key, "word"),
        "woorden": told(relation.words, "relations", relation.key, "words"),
    }
