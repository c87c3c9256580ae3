"""The frame of every screen: styles, the bar, the live pulse, and the two columns."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from casusanalyse.content.text import page, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.problems import Refusal
from casusanalyse.ui.bar import front_bar, session_bar
from casusanalyse.ui.beamer import beamer_overlay
from casusanalyse.ui.component import part, part_file
from casusanalyse.ui.follow import follow_screen
from casusanalyse.ui.navigation import go_to, guard
from casusanalyse.ui.refusals import sentence, show_refusal
from casusanalyse.ui.session import (
    CASE_IN_URL,
    desk,
    open_reference,
    recall,
    region_desk,
    remember,
)
from casusanalyse.usecases.history import past_of
from casusanalyse.usecases.region import RegionDesk
from casusanalyse.usecases.sitting import sitting_of, stand_of


def open_session(screen: str) -> Case:
    """Frame a screen of a session and return the case it is about, or leave for the list."""
    guard(screen)
    _styles()
    reference = open_reference()
    if reference is None:
        _leave()
    remember("reference", reference)
    try:
        stand = stand_of(desk())  # first: what is written meanwhile is then shown again
        past = past_of(desk())
        case = desk().case()
        followed = follow_screen(case, screen)
        sitting = sitting_of(desk())
    except Refusal as refusal:
        remember("refusal", sentence(refusal))
        _leave()
    session_bar(case, screen, past, sitting)
    show_refusal()
    beamer_overlay(case)
    _pulse(case.reference, {"case": stand.case, "sitting": stand.sitting + followed})
    return case


def open_front(screen: str) -> None:
    """Frame a screen that belongs to no case."""
    guard(screen)
    _styles()
    front_bar(screen)
    show_refusal()


def open_region(screen: str) -> RegionDesk:
    """Frame a screen across cases and return the desk of the region."""
    open_front(screen)
    return region_desk()


def main_and_side() -> list[DeltaGenerator]:
    """Return the wide column for the work and the narrow one for what helps it."""
    return st.columns([2.83, 1], gap="small")


def title(words: str) -> None:
    """Show the title of a screen."""
    st.html(f'<h1 class="ca-title">{escape(words)}</h1>')


def heading(words: str) -> None:
    """Show the title of a part of a screen."""
    st.html(f'<h2 class="ca-title">{escape(words)}</h2>')


def mute(words: str) -> None:
    """Show a quiet line of help."""
    st.html(f'<p class="ca-mute ca-small" style="margin:0">{escape(words)}</p>')


def marked_list(head: str, items: Sequence[str]) -> str:
    """Return a list under a bold head.

    Args:
        head: words.
        items: HTML, escaped by who calls.
    """
    told = "".join(f"<li>{item}</li>" for item in items)
    return f'<b>{escape(head)}</b><ul class="ca-questions">{told}</ul>'


def rule() -> None:
    """Show a line between two parts of a screen."""
    st.html('<hr class="ca-rule">')


def empty(key: str) -> None:
    """Show what a part of a screen says while there is nothing yet."""
    st.html(f'<p class="ca-empty">{escape(text(key))}</p>')


def is_wide() -> bool:
    """Tell whether the window is as wide as a projector."""
    return bool(recall("wide", default=False))


def _styles() -> None:
    st.html(f"<style>{part_file('page.css')}</style>")
    said = page("platform")
    told = {"words": said["words"], "patterns": said["patterns"]}
    part("dutch")(key="dutch", data=told, height=0)


def _leave() -> None:
    go_to("cases")
    st.rerun()


def _pulse(reference: str, stand: dict[str, int]) -> None:
    """Have the screen shown again when others went on."""
    part("pulse")(
        key="pulse",
        data={"from": f"/stand?{urlencode({CASE_IN_URL: reference})}", **stand},
        on_act_change=_seen,
        height=0,
    )


def _seen() -> None:
    """Showing the screen again is all there is to do."""
