"""The beamer from the screen of whoever works: over the page, or in a window of its own."""

from urllib.parse import urlencode

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.ui.component import part
from casusanalyse.ui.session import CASE_IN_URL


def beamer_overlay(case: Case) -> None:
    """Let Alt B lay the beamer over this window, and take it away again.

    The page below stays as it is: what was typed, the cursor, the scroll.
    """
    data = {"from": _address(case), "title": text("beamer.title")}
    part("beamer")(key="beamer", data=data, height=0)


def beamer_window(case: Case) -> None:
    """Show the way to the beamer in a second window, for a second screen."""
    st.link_button(text("beamer.second_window"), _address(case), type="tertiary")


def _address(case: Case) -> str:
    return f"/beamer?{urlencode({CASE_IN_URL: case.reference})}"
