"""Which event or period is open; it stays open after a reload and in the next step."""

import streamlit as st

from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import Event, Period
from casusanalyse.ui.session import recall, remember

_IN_URL = "gebeurtenis"


def choose_event(key: str) -> None:
    """Open an event and stand at it; an empty key closes what was open."""
    remember("period", "")
    remember("event", key)
    if key:
        remember("stands-at", key)
        remember("day", None)
        st.query_params[_IN_URL] = key
    elif _IN_URL in st.query_params:
        del st.query_params[_IN_URL]


def choose_period(key: str) -> None:
    """Open a period."""
    choose_event("")
    remember("period", key)


def chosen_event(case: Case) -> Event | None:
    """Return the event that is open, None when there is none or it is gone."""
    key = recall("event")
    if key is None:
        key = st.query_params.get(_IN_URL, "")
        remember("event", key)
    return next((event for event in case.events if event.key == key), None)


def chosen_period(case: Case) -> Period | None:
    """Return the period that is open, None when there is none or it is gone."""
    key = recall("period", "")
    return next((period for period in case.periods if period.key == key), None)
