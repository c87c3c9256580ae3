"""What stands beside the line: the open event, the periods, or the session."""

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.ui.choice import chosen_event, chosen_period
from casusanalyse.ui.event_panel import event_panel
from casusanalyse.ui.frame import empty
from casusanalyse.ui.parking import parking_place
from casusanalyse.ui.periods import period_lists, period_panel
from casusanalyse.ui.session import pick
from casusanalyse.ui.side import step_panel
from casusanalyse.ui.timeline import BESIDE

_TABS = ("event_tab", "periods_tab", "session_tab")


def timeline_side(case: Case) -> None:
    """Show one of the three, the open event first."""
    names = {tab: text(f"timeline.{tab}") for tab in _TABS}
    pick(BESIDE, "event_tab", first=True)
    tab = st.segmented_control(
        text("timeline.beside"),
        list(names),
        format_func=lambda one: names[one],
        key=BESIDE,
        label_visibility="collapsed",
        required=True,
        width="stretch",
    )
    if tab == "session_tab":
        step_panel(case, "timeline")
        parking_place(case, to_line=True)
        return
    with st.container(border=True):
        if tab == "periods_tab":
            period_lists(case)
        _open(case, is_event=tab == "event_tab")


def _open(case: Case, *, is_event: bool) -> None:
    event, period = chosen_event(case), chosen_period(case)
    if period:
        period_panel(case, period)
    elif event and is_event:
        event_panel(case, event)
    elif is_event:
        empty("event.none")
