"""The figures of the long lines over all analyses, beside what is known nationally."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from casusanalyse.analysis.findings import Counted
from casusanalyse.content.long_line import Reference, figure_reference
from casusanalyse.content.region import FigureClasses, figure_classes, say_number, share
from casusanalyse.content.text import text
from casusanalyse.domain.summary import FIGURE_CLASSES
from casusanalyse.figures.region_figure import ClassRow, Legend, figure_picture
from casusanalyse.ui.frame import heading, rule
from casusanalyse.ui.picture import show_sheet
from casusanalyse.usecases.findings import Findings


def region_figures(look: Findings, *, national: bool) -> None:
    """Show one figure at a time."""
    rule()
    drawing, beside = st.columns([960, 320], gap="medium")
    with drawing:
        heading(text("region.figures"))
        figure = st.selectbox(
            text("region.figure"),
            list(FIGURE_CLASSES),
            format_func=lambda one: figure_classes(one).question,
            key="region-figure",
        )
        told = figure_classes(figure)
        classes, unsure = look.figure(figure)
        _drawing(told, classes, look.whole, national=national)
    with beside:
        _careful(told, figure_reference(figure), unsure)


def _drawing(
    told: FigureClasses, classes: Sequence[Counted], whole: int | None, *, national: bool
) -> None:
    known = [one.number for one in classes if one.number is not None]
    total = sum(known)
    is_whole = len(known) == len(classes)
    rows = [
        ClassRow(
            told.classes[one.name],
            one.number,
            share(one.number, total) if is_whole and one.number is not None else "",
            told.national.get(one.name),
        )
        for one in classes
    ]
    ours = text("region.ours_national" if national else "region.ours")
    legend = Legend(ours, told.known_as)
    full = total if is_whole else whole or total or 1
    show_sheet(
        "region-figure-drawing",
        figure_picture(told.question, rows, whole=full, legend=legend),
    )


def _careful(told: FigureClasses, known: Reference | None, unsure: int | None) -> None:
    heading(text("region.careful"))
    lines = [told.careful, "" if known else text("region.careful_none")]
    lines += [text("region.careful_ours"), text("region.careful_sum")]
    if unsure is not None:
        lines.append(text("region.unsure", number=say_number(unsure)))
    if known:
        lines.append(national_source(known))
    shown = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    st.html(f'<div class="ca-panel">{shown}</div>')


def national_source(known: Reference) -> str:
    """Return where a national figure comes from."""
    author, comma, found_in = known.source.partition(",")
    year = f" ({known.year})" if known.year else ""
    return text("region.national_source", source=f"{author}{year}{comma}{found_in}")
