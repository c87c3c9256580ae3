"""What of a case somebody may see: one function for every screen and every export."""

from dataclasses import replace
from enum import StrEnum

from casusanalyse.domain.case import Case


class Viewer(StrEnum):
    """Who looks."""

    CHAIR = "chair"
    NOTE_TAKER = "note_taker"
    BEAMER = "beamer"


_PRIVATE_NOTES = ("process-", "draft-", "region-")
"""Beginnings of the keys of notes that are the chair's own."""


def as_seen(case: Case, viewer: Viewer) -> Case:
    """Return the case as this viewer may see it; whoever works at a desk sees everything.

    The beamer has no hidden events or periods, no process notes, no half-typed lines and no
    addresses.
    """
    if viewer is not Viewer.BEAMER:
        return case
    return replace(
        case,
        events=tuple(event for event in case.events if not event.hidden),
        periods=tuple(period for period in case.periods if not period.hidden),
        notes=tuple(note for note in case.notes if not note.key.startswith(_PRIVATE_NOTES)),
        participants=tuple(replace(one, email="") for one in case.participants),
    )
