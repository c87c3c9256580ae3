"""The region before there are numbers: what to do first, and what there is already."""

from html import escape

import streamlit as st

from casusanalyse.content.long_line import figure_reference
from casusanalyse.content.text import counted, text
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.snapshot import Rules
from casusanalyse.domain.summary import FIGURE_CLASSES
from casusanalyse.settings import read_settings
from casusanalyse.ui.frame import heading, mute, title
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.region_choice import kind_choice
from casusanalyse.ui.region_code import code_meaning, show_words
from casusanalyse.ui.region_figures import national_source
from casusanalyse.ui.snapshot import snapshot_panel
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.findings import MOST_WORDS, region_words
from casusanalyse.usecases.region import RegionDesk, number_of_cases
from casusanalyse.usecases.snapshot import readiness, rules_of


def region_start(desk: RegionDesk) -> None:
    """Show the first step, and the words, the code book and the national figures."""
    number = number_of_cases(desk)
    first, making = st.columns([1.3, 1], gap="medium")
    with first:
        _first(number, readiness(desk, _rules()).missing)
    if number:
        with making:
            snapshot_panel(desk)
    words, known = st.columns([1.3, 1], gap="medium")
    with words, st.container(border=True):
        heading(text("region.words_all"))
        show_words(
            region_words(desk)[:MOST_WORDS] if number else (), none="region.words_all_none"
        )
    with known, st.container(border=True):
        _national()
    with st.container(border=True):
        _book(desk)


def _rules() -> Rules:
    """Return the rules of this installation; the method's while those cannot be followed."""
    try:
        return rules_of(read_settings())
    except Refusal:
        return Rules()


def _first(number: int, to_go: int) -> None:
    if number == 0:
        title(text("region.start_none"))
        mute(text("region.start_none_help"))
        st.button(text("region.to_cases"), key="to-cases", on_click=go_to, args=("cases",))
    elif to_go > 0:
        title(counted("region.start_few", to_go))
        mute(text("region.start_few_help"))
        mute(text("region.pool"))
        st.button(
            text("region.to_exchange"), key="to-exchange", on_click=go_to, args=("exchange",)
        )
    else:
        title(text("region.start_enough"))
        mute(text("region.start_enough_help"))


def _national() -> None:
    heading(text("region.known"))
    known = [one for one in map(figure_reference, FIGURE_CLASSES) if one]
    told = "".join(
        f"<p>{escape(one.text)}</p>"
        f'<p class="ca-mute ca-small">{escape(national_source(one))}</p>'
        for one in known
    )
    st.html(f'<div class="ca-panel">{told}</div>')


def _book(desk: RegionDesk) -> None:
    heading(text("region.book"))
    kind = kind_choice()
    offered = {one.id: one for one in book(desk).offered if one.kind == kind}
    chosen = st.selectbox(
        text("region.chosen_code"),
        list(offered),
        format_func=lambda one: offered[one].label,
        key=f"region-code-{kind}",
    )
    if chosen:
        code_meaning(offered[chosen])
