"""All events in one grid: the same order as the line, many edited at once."""

from typing import Any

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
_KEY = "event-grid"


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
    st.data_editor(
        rows,
        key=_KEY,
        num_rows="fixed",
        hide_index=True,
        width="stretch",
        height=620,
        column_order=("said", "when", *_FIELDS[1:]),
        column_config=columns,
        on_change=_changed,
    )


def _row(case: Case, event: Event, names: dict[str, str]) -> dict[str, object]:
    row: dict[str, object] = {name: getattr(event, name) for name in _FIELDS}
    return row | {
        "kind": names[event.kind.value],
        "when": when_in_words(case, event.key, today()),
    }


def _changed() -> None:
    """Save every changed cell; what is refused is said on top of the page."""
    kinds = {name: value for value, name in labels(EventKind).items()}
    order = recall("grid", default=[])
    for row, cells in edited(_KEY).items():
        key, version = order[row]
        for name, value in cells.items():
            _save(key, name, kinds.get(value, value) if name == "kind" else value, version)


def _save(key: str, name: str, value: Any, version: int) -> None:  # noqa: ANN401 - a cell holds any plain value
    where = FieldName(shelf="events", key=key, field=name)
    event = next((one for one in desk().case().events if one.key == key), None)
    typed = "" if value is None else value
    try:
        base = shown(event, name) if event and event.version == version else None
        write_field(desk(), where, typed, base=base, version=version)
    except Refusal as refusal:
        remember("refusal", sentence(refusal))
