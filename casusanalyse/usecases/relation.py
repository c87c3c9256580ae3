"""Who people of the family are to each other (step 3)."""

from dataclasses import replace

from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Change, Put, Remove
from casusanalyse.domain.family import Kinship, Relation
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.vocabulary import KinshipKind, RelationWord
from casusanalyse.usecases.desk import Desk, new_key, next_rank
from casusanalyse.usecases.lookup import person_of


def set_relation(
    desk: Desk, a: str, b: str, word: RelationWord | None, words: str = ""
) -> None:
    """Say who two people are to each other; a pair has one word, None takes it away.

    Args:
        desk: who writes.
        a: key of one person; with a word that has a direction it starts here.
        b: key of the other.
        word: one of the kind words.
        words: what the group adds in its own words.

    Raises:
        Refusal: `unknown_person`, `same_person`.
    """
    case = desk.case()
    _two_people(case, a, b)
    known = [one for one in case.relations if {one.a, one.b} == {a, b}]
    if word is None:
        _write_any(desk, "remove_relation", [Remove(one) for one in known])
        return
    rank = next_rank(case.relations)
    first = known[0] if known else Relation(key=new_key(), rank=rank, a=a, b=b, word=word)
    said = replace(first, a=a, b=b, word=word, words=words)
    changes: list[Change] = [Remove(one) for one in known[1:]]
    if not known or said != first:
        changes.insert(0, Put(said))
    _write_any(desk, "set_relation", changes)


def set_kinship(desk: Desk, a: str, b: str, kind: KinshipKind | None) -> None:
    """Draw the family line between two people; a pair has one, None takes it away.

    Args:
        desk: who writes.
        a: key of one person; the parent in the parent kinds.
        b: key of the other.
        kind: of the line.

    Raises:
        Refusal: `unknown_person`, `same_person`.
    """
    case = desk.case()
    _two_people(case, a, b)
    known = [one for one in case.kinships if {one.a, one.b} == {a, b}]
    if kind is None:
        _write_any(desk, "remove_kinship", [Remove(one) for one in known])
        return
    rank = next_rank(case.kinships)
    first = known[0] if known else Kinship(key=new_key(), rank=rank, a=a, b=b, kind=kind)
    drawn = replace(first, a=a, b=b, kind=kind)
    changes: list[Change] = [Remove(one) for one in known[1:]]
    if not known or drawn != first:
        changes.insert(0, Put(drawn))
    _write_any(desk, "set_kinship", changes)


def _write_any(desk: Desk, verb: str, changes: list[Change]) -> None:
    if changes:
        desk.write(verb, *changes)


def _two_people(case: Case, a: str, b: str) -> None:
    if a == b:
        raise Refusal("same_person")
    person_of(case, a)
    person_of(case, b)
