"""Who belongs to the family, and where they stand in its picture (step 3)."""

import math
from dataclasses import replace

from casusanalyse.content.kin import Kin, read_kin, read_newcomer
from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Change, Put
from casusanalyse.domain.family import Dwelling, Kinship, Person
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.vocabulary import Bond, KinshipKind
from casusanalyse.usecases.desk import Desk, new_key, next_rank
from casusanalyse.usecases.lookup import household_of, person_of
from casusanalyse.usecases.removal import taken_away

LONGEST_NAME = 80


def add_person(desk: Desk, line: str, household: str = "") -> str:
    """Add somebody from one line ("Truus, oma" or "Erik, stiefvader, 1979"); return the key.

    The first person without a kin word is the child. A parent gets a family line to the child.

    Args:
        desk: who writes.
        line: name, kin word, and birth as a date, a year or an age; only the name is needed.
        household: key of the household they live in now, or empty.

    Raises:
        Refusal: `name_missing`, `name_long`, `gone` when the household was taken away.
    """
    case = desk.case()
    newcomer = read_newcomer(line, today=desk.now.date())
    name = named(newcomer.name)
    kin = _kin_of(case, newcomer.kin)
    person = Person(
        key=new_key(),
        rank=next_rank(case.people),
        name=name,
        bond=kin.bond,
        kin="" if kin.bond is Bond.CHILD else newcomer.kin,
        generation=kin.generation,
        birth=newcomer.birth,
        died=newcomer.died,
    )
    changes: list[Change] = [Put(person), *_lines_to_child(case, person, kin)]
    if household:
        changes.append(Put(_home(case, person, household)))
    desk.write("add_person", *changes)
    return person.key


def remove_person(desk: Desk, key: str) -> None:
    """Take somebody away, with everything that says where they live and who they are to whom.

    Events stay; the person is no longer named among those involved.

    Raises:
        Refusal: `unknown_person`.
    """
    case = desk.case()
    desk.write("remove_person", *taken_away(case, person_of(case, key)))


def place_person(desk: Desk, key: str, x: float, y: float) -> None:
    """Put somebody on a spot in the family picture.

    Args:
        desk: who writes.
        key: of the person.
        x: part of the width; pulled into 0..1.
        y: part of the height; pulled into 0..1.

    Raises:
        Refusal: `unknown_person`, `not_understood`.
    """
    if not (math.isfinite(x) and math.isfinite(y)):
        raise Refusal("not_understood")
    person = person_of(desk.case(), key)
    desk.write("place_person", Put(replace(person, x=_part(x), y=_part(y))))


def named(words: str) -> str:
    """Return a name without stray spaces.

    Raises:
        Refusal: `name_missing`, `name_long`.
    """
    name = " ".join(words.split())
    if not name:
        raise Refusal("name_missing")
    if len(name) > LONGEST_NAME:
        raise Refusal("name_long")
    return name


def _kin_of(case: Case, words: str) -> Kin:
    """What a kin word says in this case: there is one child, and without a word it is that."""
    kin = read_kin(words) if words else Kin(bond=Bond.CHILD)
    return Kin(bond=Bond.OWN) if kin.bond is Bond.CHILD and case.child else kin


def _lines_to_child(case: Case, person: Person, kin: Kin) -> list[Put]:
    """Family lines between a newcomer and the child, or between a child and known parents."""
    lines: list[tuple[str, str, KinshipKind]] = []
    if kin.bond is Bond.CHILD:
        parents = ((one.key, read_kin(one.kin).parent) for one in case.people)
        lines = [(key, person.key, parent) for key, parent in parents if parent]
    elif case.child and kin.parent:
        lines = [(person.key, case.child.key, kin.parent)]
    elif case.child and kin.is_offspring:
        lines = [(case.child.key, person.key, KinshipKind.PARENT)]
    rank = next_rank(case.kinships)
    return [
        Put(Kinship(key=new_key(), rank=rank + place, a=a, b=b, kind=kind))
        for place, (a, b, kind) in enumerate(lines)
    ]


def _home(case: Case, person: Person, household: str) -> Dwelling:
    there = household_of(case, household).key
    rank = next_rank(case.dwellings)
    return Dwelling(key=new_key(), rank=rank, person=person.key, household=there)


def _part(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 4)
