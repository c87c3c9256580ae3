"""Undo and redo: everybody takes back their own work, in steps."""

from dataclasses import dataclass

from casusanalyse.domain.change import Deed, step_to_redo, step_to_undo
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.release import RELEASE_VERBS
from casusanalyse.domain.round import ROUND_VERBS
from casusanalyse.usecases.cases import BEGINNINGS
from casusanalyse.usecases.desk import Desk

_NO_STEPS = BEGINNINGS | ROUND_VERBS | RELEASE_VERBS

UNDONE, REDONE = "undone", "redone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What was done in a case, and what this person can take back or do again.

    Attributes:
        newest: by whoever, of whatever kind.
        undo: the step that undo takes back, or None.
        redo: the undo that redo takes back, or None.
    """

    newest: Deed | None
    undo: Deed | None
    redo: Deed | None


def undo(desk: Desk) -> Deed:
    """Take back this person's newest step; return what was taken back.

    Raises:
        Refusal: `unknown_case`, `nothing_to_undo`; `changed_elsewhere` when somebody went on
            with the same record.
    """
    deed = past_of(desk).undo
    if deed is None:
        raise Refusal("nothing_to_undo")
    desk.cases.take_back(desk.reference, deed.step, desk.deed(UNDONE))
    return deed


def redo(desk: Desk) -> Deed:
    """Take back this person's newest undo; return that undo.

    Raises:
        Refusal: `unknown_case`, `nothing_to_redo`; `changed_elsewhere` when somebody went on
            with the same record.
    """
    deed = past_of(desk).redo
    if deed is None:
        raise Refusal("nothing_to_redo")
    desk.cases.take_back(desk.reference, deed.step, desk.deed(REDONE))
    return deed


def past_of(desk: Desk) -> Past:
    """Return the newest deed, and the steps that undo and redo would take back.

    Raises:
        Refusal: `unknown_case`.
    """
    deeds = desk.cases.deeds(desk.reference)
    work = [deed for deed in deeds if deed.verb not in _NO_STEPS]
    return Past(
        newest=next(iter(deeds), None),
        undo=step_to_undo(work, who=desk.who),
        redo=step_to_redo(work, who=desk.who),
    )
