"""Who people of the family are to each other (step 3)."""

from collections.abc import Sequence
from dataclasses import replace

from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Change, Put, Remove
from casusanalyse.domain.family import Kinship, Relation
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.record import Record
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
        _leave(desk, "remove_relation", known)
        return
    rank = next_rank(case.relations)
    first = known[0] if known else Relation(key=new_key(), rank=rank, a=a, b=b, word=word)
    _leave(desk, "set_relation", known, replace(first, a=a, b=b, word=word, words=words))


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
        _leave(desk, "remove_kinship", known)
        return
    rank = next_rank(case.kinships)
    first = known[0] if known else Kinship(key=new_key(), rank=rank, a=a, b=b, kind=kind)
    _leave(desk, "set_kinship", known, replace(first, a=a, b=b, kind=kind))


def _leave(
    desk: Desk, verb: str, known: Sequence[Record], wanted: Record | None = None
) -> None:
    """Leave a pair with one record, or with none; without a change nothing is logged.

    Args:
        desk: who writes.
        verb: what the change log calls it.
        known: what the pair has now; the first becomes `wanted`, more than one is a leftover.
        wanted: what stays; None takes all away.
    """
    changes: list[Change] = [Put(wanted)] if wanted and wanted not in known[:1] else []
    changes += [Remove(one) for one in (known[1:] if wanted else known)]
    if changes:
        desk.write(verb, *changes)


def _two_people(case: Case, a: str, b: str) -> None:
    if a == b:
        raise Refusal("same_person")
    person_of(case, a)
    person_of(case, b)
