"""The week after the session on the chair's screen: which part shows follows from the state."""

from collections.abc import Callable, Mapping
from html import escape

import streamlit as st

from casusanalyse.content.round import state_parts
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.round import RoundState, state_of
from casusanalyse.ui.clock import now
from casusanalyse.ui.concept import concept_panel, concept_preview
from casusanalyse.ui.final import final_panel, final_report
from casusanalyse.ui.frame import empty, mute
from casusanalyse.ui.invitations import guest_list, open_panel
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.release_link import reopened_notice
from casusanalyse.ui.remarks import processing, processing_panel
from casusanalyse.ui.session import desk, note_taker
from casusanalyse.usecases.round import round_of

Show = Callable[[Case], None]

_WORK: Mapping[RoundState, Show] = {
    RoundState.DRAFT: concept_preview,
    RoundState.OPEN: guest_list,
    RoundState.PROCESSING: processing,
    RoundState.FINAL: final_report,
}
_PANEL: Mapping[RoundState, Show] = {
    RoundState.DRAFT: concept_panel,
    RoundState.OPEN: open_panel,
    RoundState.PROCESSING: processing_panel,
    RoundState.FINAL: final_panel,
}


def state_strip() -> None:
    """Show where the report stands: what was, where we are, what comes."""
    week = round_of(desk())
    parts = "".join(
        f'<li class="{part.place}"{_current(part.place)}><i></i>{escape(part.label)}</li>'
        for part in state_parts(week, now())
    )
    st.html(f'<ol class="ca-state" aria-label="{escape(text("feedback.state"))}">{parts}</ol>')


def _current(place: str) -> str:
    return ' aria-current="step"' if place == "now" else ""


def feedback_link() -> None:
    """Show the way to the week after the session, with what it is for."""
    with st.container(border=True):
        st.button(
            text("feedback.open_screen"),
            key="to-feedback",
            on_click=go_to,
            args=("feedback",),
            width="stretch",
        )
        mute(text("feedback.about"))


def week_work(case: Case) -> None:
    """Show what the chair works on now."""
    if note_taker():
        empty("feedback.chair_only")
        return
    reopened_notice(round_of(desk()))
    _WORK[_state()](case)


def week_panel(case: Case) -> None:
    """Show what can be done now, beside the work."""
    if not note_taker():
        _PANEL[_state()](case)


def _state() -> RoundState:
    week = round_of(desk())
    return state_of(week, now()) if week else RoundState.DRAFT
