"""All events in one grid: the same order as the line, many edited at once."""

from functools import partial
from typing import Any
from zlib import crc32

import streamlit as st

from casusanalyse.content.steps import field_label
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.timeline import Event, in_order
from casusanalyse.domain.vocabulary import EventKind
from casusanalyse.ui.clock import today
from casusanalyse.ui.refusals import sentence
from casusanalyse.ui.session import desk, edited, recall, remember
from casusanalyse.ui.timeline import when_in_words
from casusanalyse.usecases.writing import FieldName, shown, write_field

_FIELDS = ("said", "title", "kind", "what", "is_crucial", "starred", "hidden")


def event_grid(case: Case) -> None:
    """Show the grid; every changed cell saves itself."""
    events = in_order(case.events)
    remember("grid", [(event.key, event.version) for event in events])
    names = labels(EventKind)
    rows = [_row(case, event, names) for event in events]
    columns: dict[str, Any] = {name: field_label("events", name) for name in _FIELDS}
    columns["kind"] = st.column_config.SelectboxColumn(
        field_label("events", "kind"), options=list(names.values()), required=True
    )
    columns["when"] = st.column_config.TextColumn(text("grid.understood"), disabled=True)
    key = f"event-grid-{_order([event.key for event in events])}"
    st.data_editor(
        rows,
        key=key,
        num_rows="fixed",
        hide_index=True,
        width="stretch",
        height=620,
        column_order=("said", "when", *_FIELDS[1:]),
        column_config=columns,
        on_change=partial(_changed, key),
    )


def _row(case: Case, event: Event, names: dict[str, str]) -> dict[str, object]:
    row: dict[str, object] = {name: getattr(event, name) for name in _FIELDS}
    return row | {
        "kind": names[event.kind.value],
        "when": when_in_words(case, event.key, today()),
    }


def _order(keys: list[str]) -> int:
    """A number for the order of the rows: the platform remembers edits by row number."""
    return crc32(" ".join(keys).encode())


def _changed(grid: str) -> None:
    """Save every newly changed cell; what is refused is said on top of the page.

    The platform tells old edits again with every new one; an old edit must not be written
    over what somebody else has done since.
    """
    kinds = {name: value for value, name in labels(EventKind).items()}
    order = recall("grid", default=[])
    told = {
        (row, name): value
        for row, cells in edited(grid).items()
        for name, value in cells.items()
    }
    known = recall(f"{grid}.told", default={})
    for (row, name), value in told.items():
        if known.get((row, name), ...) != value:
            key, version = order[row]
            _save(key, name, kinds.get(value, value) if name == "kind" else value, version)
    remember(f"{grid}.told", told)


def _save(key: str, name: str, value: Any, version: int) -> None:  # noqa: ANN401 - a cell holds any plain value
    where = FieldName(shelf="events", key=key, field=name)
    event = next((one for one in desk().case().events if one.key == key), None)
    typed = "" if value is None else value
    try:
        base = shown(event, name) if event and event.version == version else None
        write_field(desk(), where, typed, base=base, version=version)
    except Refusal as refusal:
        remember("refusal", sentence(refusal))
