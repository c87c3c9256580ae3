"""Half-typed lines: kept on disk like everything else, but no step to undo."""

from dataclasses import replace

from casusanalyse.domain.case import Case
from casusanalyse.domain.change import DRAFTING, Put
from casusanalyse.domain.participant import Note
from casusanalyse.usecases.desk import Desk


def draft_of(case: Case, name: str) -> str:
    """Return the half-typed line of one entry, empty when there is none."""
    return case.note(_key(name))


def keep_draft(desk: Desk, name: str, line: str) -> None:
    """Keep a half-typed line; the newest wins, for two hands seldom type one line."""
    notes = {note.key: note for note in desk.case().notes}
    note = notes.get(_key(name), Note(key=_key(name)))
    if note.text != line:
        desk.write(DRAFTING, Put(replace(note, text=line)))


def _key(name: str) -> str:
    return f"draft-{name.replace('_', '-')}"  # a key has letters, digits and dashes only
