"""What can be done to the records of a case; undo and redo follow from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from casusanalyse.domain.record import Record

DRAFTING = "draft"
"""Verb of keeping a half-typed line: saved and logged, but never a step to undo."""


@dataclass(frozen=True, slots=True)
class Put:
    """Save a record: new when its version is 0, otherwise on top of exactly that version."""

    record: Record


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a record away, as it was last seen; stays in the change log."""

    record: Record


Change = Put | Remove


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One line of the change log: what somebody did in one go.

    Attributes:
        number: rises by one or more with every deed in the installation; 0 before it is saved.
        step: deeds of one step are undone together; the number of its first deed.
        who: role at the desk, such as "voorzitter"; never a name of the family.
        at: aware, UTC.
        verb: what was done, key of a Dutch sentence in `history.toml`.
        undoes: the step this deed took back, or None.
    """

    number: int = 0
    step: int = 0
    who: str
    at: datetime
    verb: str
    undoes: int | None = None


def step_to_undo(deeds: Iterable[Deed], *, who: str) -> Deed | None:
    """Return the newest deed of the step that would be undone for this person.

    Args:
        deeds: newest first.
        who: only this person's own deeds are taken back.
    """
    return next((deed for deed in _standing(deeds, who=who) if deed.undoes is None), None)


def step_to_redo(deeds: Iterable[Deed], *, who: str) -> Deed | None:
    """Return the undo that would be taken back; None when new work came after it.

    Args:
        deeds: newest first.
        who: only this person's own deeds are taken back.
    """
    newest = next(iter(_standing(deeds, who=who)), None)
    return newest if newest and newest.undoes is not None else None


def _standing(deeds: Iterable[Deed], *, who: str) -> list[Deed]:
    """Somebody's deeds that were not taken back; a redo drops out with the undo it cancels."""
    own = [deed for deed in deeds if deed.who == who and deed.verb != DRAFTING]
    undos = {deed.step for deed in own if deed.undoes is not None}
    taken_back: set[int] = set()
    standing = []
    for deed in own:
        if deed.step in taken_back:
            continue
        if deed.undoes is not None:
            taken_back.add(deed.undoes)
        if deed.undoes not in undos:
            standing.append(deed)
    return standing
