"""Making the concept: reading it as the participants will, choosing names, opening it."""

from datetime import date, timedelta
from functools import partial
from html import escape
from itertools import pairwise

import streamlit as st

from casusanalyse.content.round import say_last_day, say_moment
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.draft import Draft, DraftPicture, Paragraph
from casusanalyse.domain.round import last_day_by_rule
from casusanalyse.figures.svg import Picture
from casusanalyse.settings import read_settings
from casusanalyse.ui.clock import now, today
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.picture import show_picture
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import desk, picked
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.report import as_read, report_contents, telling
from casusanalyse.usecases.round import make_concept, open_round, round_of
from casusanalyse.usecases.template import own_template

MOST_DAYS = 28
"""How far ahead the last day can be chosen; more is a wrong click rather than a wish."""

_HIGH = 620
"""Height of the preview, in pixels of the screen; it scrolls inside."""

_NAMES = "concept-names"


def concept_preview(case: Case) -> None:
    """Show the report as participants will read it, as the case is now."""
    heading(text("feedback.preview"))
    names = bool(picked(_NAMES))
    with st.container(height=_HIGH, key="preview"):
        told = telling(case, today=today(), names=names, book=book(desk()))
        show_draft(as_read(told))


def show_draft(draft: Draft) -> None:
    """Show a draft as readers see it: chapters, sections, paragraphs and pictures."""
    drawn = {one.name: one for one in draft.pictures}
    told = ""
    for before, paragraph in pairwise((None, *draft.paragraphs)):
        told += _heads(before, paragraph) + _words(paragraph) if paragraph else ""
        if paragraph and paragraph.picture in drawn:
            _show(told)
            told = ""
            _draw(drawn[paragraph.picture])
    _show(told)


def _show(told: str) -> None:
    if told:
        st.html(f'<div class="ca-read">{told}</div>')


def _draw(picture: DraftPicture) -> None:
    drawing = Picture(
        svg=picture.svg, width=picture.width, height=picture.height, alt=picture.alt
    )
    show_picture(f"read-{picture.name}", drawing)


def _heads(before: Paragraph | None, paragraph: Paragraph) -> str:
    """Return the titles that a paragraph is the first under."""
    new = before is None or before.chapter != paragraph.chapter
    told = f"<h2>{escape(paragraph.chapter)}</h2>" if new else ""
    if paragraph.section and (new or (before and before.section != paragraph.section)):
        told += f"<h3>{escape(paragraph.section)}</h3>"
    return told


def _words(paragraph: Paragraph) -> str:
    said = " ".join(filter(None, (paragraph.number, paragraph.heading)))
    name = f"<p><b>{escape(said)}</b></p>" if said else ""
    lines = "".join(f"<p>{escape(line)}</p>" for line in paragraph.text.split("\n"))
    return f"<article>{name}{lines}</article>"


def concept_panel(case: Case) -> None:
    """Show the choice of names, and the two steps: make the concept, open it."""
    with st.container(border=True):
        heading(text("feedback.concept"))
        week = round_of(desk())
        names = st.toggle(text("feedback.names"), value=bool(week and week.names), key=_NAMES)
        mute(text("feedback.names_help" if names else "feedback.pseudonyms_help"))
        st.button(
            text("feedback.make_again" if week else "feedback.make"),
            key="make-concept",
            type="secondary" if week else "primary",
            on_click=partial(_make, names=names),
            width="stretch",
        )
        made = text("feedback.made", moment=say_moment(week.made_at)) if week else ""
        mute(made or text("feedback.not_made"))
    if week:
        _opening()
    _stays_out(case)


def _make(*, names: bool) -> None:
    with showing_refusals():
        make_concept(desk(), today=today(), names=names, template=own_template(read_settings()))


def _opening() -> None:
    with st.container(border=True):
        heading(text("feedback.open_heading"))
        day = day_choice("feedback.last_day", "last-day", last_day_by_rule(now()))
        mute(text("feedback.rule"))
        st.button(
            text("feedback.open"),
            key="open-round",
            type="primary",
            on_click=partial(_open, day),
            width="stretch",
        )


def day_choice(label: str, key: str, first: date, *, begin: date | None = None) -> date:
    """Show a choice of days and return the chosen one.

    Args:
        label: key of the sentence above it.
        key: unique on the page.
        first: chosen until somebody chooses.
        begin: earliest day to choose; None for today.
    """
    start = begin or today()
    days = [start + timedelta(days=ahead) for ahead in range(MOST_DAYS)]
    at = days.index(first) if first in days else 0
    return st.selectbox(text(label), days, index=at, format_func=say_last_day, key=key)


def _open(day: date) -> None:
    with showing_refusals():
        template = own_template(read_settings())
        open_round(desk(), today=today(), last_day=day, template=template)


def _stays_out(case: Case) -> None:
    left = [
        f'{escape(item.title)} <span class="ca-mute">· {escape(item.reason)}</span>'
        for chapter in report_contents(case, book(desk()))
        for item in chapter.items
        if not item.included
    ]
    if left:
        with st.expander(counted("feedback.stays_out", len(left))):
            told = "".join(f"<li>{one}</li>" for one in left)
            st.html(f'<ul class="ca-questions">{told}</ul>')
