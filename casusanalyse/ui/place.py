"""A paragraph as a place to work: its name, and its words in the case to change at once."""

import streamlit as st

from casusanalyse.content.steps import field_hint, field_label
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case, shelves
from casusanalyse.domain.draft import Paragraph
from casusanalyse.domain.family import Person
from casusanalyse.domain.record import Record
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.session import desk, recall, remember
from casusanalyse.ui.sheet import Block, field, sheet
from casusanalyse.usecases.round import draft_of

_SHORT = frozenset({"name", "title", "said", "who", "due", "kin", "function", "organisation"})
_MADE_BY_WRITING = frozenset({"notes", "moments"})


def place_of(paragraph: str) -> str:
    """Return how people call a paragraph, or the whole report."""
    found = _paragraph(paragraph)
    return found.place if found else text("remark.whole")


def text_sheet(case: Case, paragraph: str) -> None:
    """Show the words behind a paragraph, to change in place; undo works as everywhere."""
    found = _paragraph(paragraph)
    if found is None:
        return
    heading(text("remark.text"))
    if not found.fields:
        mute(text("remark.computed"))
        return
    record = _record(case, found)
    if record is None:
        mute(text("remark.gone"))
        return
    filled = _filled(record, found)
    _fields("paragraph", record, found, filled)
    mute(text("remark.text_help"))
    left = [name for name in found.fields if name not in filled]
    if left:
        with st.expander(counted("remark.still_empty", len(left))):
            _fields("still-empty", record, found, left)


def _filled(record: Record, paragraph: Paragraph) -> list[str]:
    """Return the fields that had words when this paragraph was first shown; all without any.

    It stays like that while somebody works on it: a field never moves away while they type.
    """
    name = f"filled-{paragraph.id}"
    found = recall(name) or [one for one in paragraph.fields if getattr(record, one)]
    remember(name, found)
    return found or list(paragraph.fields)


def _fields(key: str, record: Record, paragraph: Paragraph, names: list[str]) -> None:
    fields = [_field(record, name) for name in names]
    sheet(key, [Block(key=paragraph.id, fields=fields, look="card")])


def _field(record: Record, name: str) -> dict[str, object]:
    kind = "line" if name in _SHORT else "area"
    if isinstance(record, Person):  # the questions in step 3 name who they are about
        said = field_label("people", name, name=record.name)
        return field(record, name, kind=kind, label=said, hint=field_hint("people", name))
    return field(record, name, kind=kind)


def _paragraph(paragraph: str) -> Paragraph | None:
    draft = draft_of(desk())
    return draft.get(paragraph) if draft else None


def _record(case: Case, paragraph: Paragraph) -> Record | None:
    if paragraph.shelf == "intake":
        return case.intake
    shelf: tuple[Record, ...] = getattr(case, paragraph.shelf)
    found = next((one for one in shelf if one.key == paragraph.key), None)
    if found is None and paragraph.shelf in _MADE_BY_WRITING:
        return shelves()[paragraph.shelf](key=paragraph.key)
    return found
