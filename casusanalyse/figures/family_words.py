"""The family picture in sentences: who lives where, and who they are to each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casusanalyse.analysis.family_group import groups, homes_of, in_rank, loose
from casusanalyse.content.date_words import say_span
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Kinship, Person
from casusanalyse.figures.family_person import said as said_of_person
from casusanalyse.figures.family_tie import said as said_of_relation


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyInWords:
    """The same content as the picture.

    Attributes:
        homes: a sentence per household, the child's first; then people without a home, with
            more homes, and earlier homes.
        people: a sentence per person: who, and their nature.
        kin: a sentence per family line.
        relations: a sentence per relation.
    """

    homes: tuple[str, ...]
    people: tuple[str, ...]
    kin: tuple[str, ...]
    relations: tuple[str, ...]


def family_in_words(case: Case) -> FamilyInWords:
    """Say in sentences what the family picture shows."""
    names = {person.key: person.name for person in case.people}
    order = sorted(case.people, key=lambda one: (one.generation, one.rank, one.key))
    return FamilyInWords(
        homes=tuple(_homes(case)),
        people=tuple(f"{said_of_person(person)}." for person in order),
        kin=tuple(
            _kin_sentence(one, names)
            for one in in_rank(case.kinships)
            if one.a in names and one.b in names
        ),
        relations=tuple(
            f"{said_of_relation(one, names)}."
            for one in in_rank(case.relations)
            if one.a in names and one.b in names
        ),
    )


def _kin_sentence(line: Kinship, names: Mapping[str, str]) -> str:
    facts = {"a": names[line.a], "kind": label(line.kind), "b": names[line.b]}
    return text("family_picture.words_kin", **facts)


def _homes(case: Case) -> list[str]:
    houses = {house.key: house.name for house in case.households}
    child = case.child
    sentences = []
    for group in groups(case):
        home = houses[group.household]
        if not group.members:
            sentences.append(text("family_picture.words_empty_home", home=home))
            continue
        facts = {"home": home, "people": _listed(group.members)}
        if group.is_childs and child:
            sentences.append(text("family_picture.words_childs_home", name=child.name, **facts))
        else:
            sentences.append(text("family_picture.words_home", **facts))
    alone = loose(case)
    if alone:
        sentences.append(text("family_picture.words_loose", people=_listed(alone)))
    return sentences + _second_homes(case, houses) + _earlier_homes(case, houses)


def _second_homes(case: Case, houses: dict[str, str]) -> list[str]:
    homes = homes_of(case)
    return [
        text(
            "family_picture.words_also",
            name=person.name,
            homes=_joined([houses[key] for key in homes[person.key][1:]]),
        )
        for person in in_rank(case.people)
        if homes[person.key][1:]
    ]


def _earlier_homes(case: Case, houses: dict[str, str]) -> list[str]:
    names = {person.key: person.name for person in case.people}
    return [
        text(
            "family_picture.words_earlier",
            name=names[one.person],
            home=houses[one.household],
            when=say_span(one.when),
        )
        for one in in_rank(case.dwellings)
        if one.when and not one.is_current and one.person in names and one.household in houses
    ]


def _listed(people: Sequence[Person]) -> str:
    return _joined([person.name for person in people])


def _joined(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return text("family_picture.words_and", some=", ".join(names[:-1]), last=names[-1])
