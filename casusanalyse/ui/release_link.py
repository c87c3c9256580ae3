"""The way to the release, and what it means when the report is opened again."""

from html import escape

import streamlit as st

from casusanalyse.content.text import counted, text
from casusanalyse.domain.round import Round
from casusanalyse.ui.frame import mute
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.session import desk
from casusanalyse.usecases.release import has_released, released


def release_link() -> None:
    """Show the way to the release, with what is released already."""
    with st.container(border=True):
        st.button(
            text("release.open_screen"),
            key="to-release",
            on_click=go_to,
            args=("release",),
            width="stretch",
        )
        before = released(desk())
        number = len(before.lines) if before else 0
        mute(counted("release.open_given", number) if number else text("release.open_help"))


def reopened_notice(week: Round | None) -> None:
    """Say that what the region has stays, when the report was opened again after a release."""
    if week and week.reopened_at and not week.final_at and has_released(desk()):
        st.html(f'<p class="ca-aside" role="status">{escape(text("release.reopened"))}</p>')
