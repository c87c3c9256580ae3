"""Bringing in a draft that somebody returned in Word."""

import streamlit as st

from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.ui.clock import today
from casusanalyse.ui.frame import mute
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import desk, recall, remember
from casusanalyse.usecases.returned import take_back

_BROUGHT = "word-brought"
_SAID = "word-said"


def word_upload(case: Case) -> None:
    """Show the choice of a participant and the place for their Word file."""
    names = {one.key: one.name for one in case.participants}
    if not names:
        return
    with st.expander(text("feedback.word")):
        mute(text("feedback.word_help"))
        chosen = st.selectbox(
            text("feedback.word_of"),
            names,
            index=None,
            format_func=lambda key: names[key],
            placeholder=text("feedback.word_choose"),
            key="word-of",
        )
        key = f"word-{recall(_BROUGHT, 0)}"
        brought = chosen and st.file_uploader(
            text("feedback.word_file"), type=["docx"], key=key
        )
        if brought and chosen:
            _take(chosen, brought.getvalue())
        if recall(_SAID):
            mute(recall(_SAID))


def _take(participant: str, data: bytes) -> None:
    with showing_refusals():
        new = take_back(desk(), participant, data, today=today())
        remember(_SAID, counted("feedback.word_new", new))
    remember(_BROUGHT, recall(_BROUGHT, 0) + 1)
    st.rerun()
