"""The line in figures: how we count and what is known nationally, one click away."""

from html import escape

import streamlit as st

from casusanalyse.analysis.figure import Figure
from casusanalyse.analysis.long_line import long_line
from casusanalyse.content.long_line import figure_reference, say_figure
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.ui.clock import today
from casusanalyse.ui.frame import mute


def derived_figures(case: Case) -> None:
    """Show the figures as sentences; they are counted only when somebody opens them."""
    with st.expander(text("timeline.figures"), key="figures", on_change="rerun") as figures:
        if not figures.open:
            return
        found = long_line(case, today=today())
        name = case.child.name if case.child else case.intake.working_name
        if not found:
            mute(text("timeline.no_figures"))
        told = "".join(_told(one, name) for one in found)
        st.html(f'<div class="ca-figures">{told}</div>')


def _told(figure: Figure, name: str) -> str:
    words = say_figure(figure.code, figure.low, figure.high, name=name, out_of=figure.out_of)
    summary = escape(text("timeline.how_we_count"))
    return (
        f"<div><p><b>{escape(words.sentence)}</b></p><details><summary>{summary}</summary>"
        f"<p>{escape(words.definition)}</p>{_national(figure)}</details></div>"
    )


def _national(figure: Figure) -> str:
    known = figure_reference(figure.reference) if figure.reference else None
    if known is None:
        return ""
    year = f", {known.year}" if known.year else ""
    source = f"{known.population}. {known.source}{year}"
    return f"<p>{escape(known.text)} <span class='ca-mute'>{escape(source)}</span></p>"
