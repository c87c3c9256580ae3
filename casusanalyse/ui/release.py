"""The release on the chair's screen: every line that can leave, to choose or to take back."""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.participant import Note
from casusanalyse.domain.release import (
    MUNICIPALITY_NOTE,
    LineKind,
    ReleaseLine,
)
from casusanalyse.domain.round import RoundState, state_of
from casusanalyse.domain.summary import MunicipalityKind
from casusanalyse.ui.clock import now
from casusanalyse.ui.frame import empty, heading, mute
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.release_line import line_block, take_back
from casusanalyse.ui.release_panel import release_story, released_line
from casusanalyse.ui.release_view import View, choose
from casusanalyse.ui.release_words import words_part
from casusanalyse.ui.round import state_strip
from casusanalyse.ui.session import desk, note_taker
from casusanalyse.ui.sheet import Block, field, sheet
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.release import has_released, offer, released
from casusanalyse.usecases.release_words import rewritings
from casusanalyse.usecases.round import round_of

_PARTS = {
    LineKind.ABOUT: "about",
    LineKind.CODE: "codes",
    LineKind.FIGURE: "figures",
}


def release_view(case: Case) -> View | None:
    """Say how far the report is; return what can be released, None while there is nothing."""
    if note_taker():
        empty("release.chair_only")
        return None
    week, before = round_of(desk()), released(desk())
    is_final = week is not None and state_of(week, now()) is RoundState.FINAL
    if not is_final and not has_released(desk()):
        empty("release.not_final")
        state_strip()
        st.button(
            text("release.to_feedback"),
            key="release-to-feedback",
            on_click=go_to,
            args=("feedback",),
        )
        return None
    if not is_final:
        _notice("release.reopened")
    elif week and before and before.lines and before.fingerprint != week.fingerprint:
        _notice("release.renewed")
    return View(
        case=case,
        book=book(desk()),
        offered=offer(desk()) if is_final else (),
        rewritings=rewritings(case) if is_final else (),
        release=before,
        is_final=is_final,
    )


def _notice(key: str) -> None:
    st.html(f'<p class="ca-aside" role="status">{escape(text(key))}</p>')


def release_lines(view: View) -> None:
    """Show every line, group by group, and the sentences written for the region."""
    if view.release and view.given:
        released_line(view.release)
    if view.is_final:
        mute(text("release.lead"))
    for kind, name in _PARTS.items():
        lines = [line for line in _every(view) if line.kind is kind]
        if not view.is_final and not lines:
            continue
        heading(text(f"release.{name}"))
        if kind is LineKind.ABOUT and view.is_final:
            _municipality(view.case)
        if not lines:
            mute(text(f"release.no_{name}"))
        sheet(
            f"release-{name}",
            [line_block(view, line) for line in lines],
            look="tight",
            on_press=take_back,
            keep=partial(choose, view.case, view.offered),
        )
    words_part(view)
    if view.release:
        release_story(view.release)


def _every(view: View) -> Sequence[ReleaseLine]:
    """Return what can leave, and after it what the region has that can no longer leave."""
    offered = {line.id for line in view.offered}
    return (*view.offered, *(line for key, line in view.given.items() if key not in offered))


def _municipality(case: Case) -> None:
    """Show the one question the case does not answer by itself."""
    key = MUNICIPALITY_NOTE
    note = next((one for one in case.notes if one.key == key), Note(key=key))
    named = labels(MunicipalityKind)
    options = [("", named.pop(MunicipalityKind.UNTOLD)), *named.items()]
    asked = field(
        note,
        "text",
        kind="choice",
        options=options,
        label=text("release.municipality"),
        hint=text("release.municipality_help"),
    )
    sheet("release-municipality", [Block(key=key, fields=[asked], columns=2)])
