"""Step 4: one line to type in, and the picture of the line."""

from datetime import date
from functools import partial
from typing import Literal, cast

import streamlit as st

from casusanalyse.content.date_words import say_age, say_day, say_span
from casusanalyse.content.text import counted, text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import in_order
from casusanalyse.domain.vocabulary import EventKind
from casusanalyse.figures.timeline import TimelineDrawing, timeline_picture
from casusanalyse.figures.timeline_legend import timeline_legend
from casusanalyse.figures.timeline_view import View
from casusanalyse.ui.choice import choose_event, choose_period, chosen_event
from casusanalyse.ui.clock import today
from casusanalyse.ui.entry import Reading, entry
from casusanalyse.ui.frame import heading, is_wide, mute, title
from casusanalyse.ui.long_line import long_line_button
from casusanalyse.ui.moment import moved_to
from casusanalyse.ui.period_name import period_name
from casusanalyse.ui.picture import show_picture, show_signs
from casusanalyse.ui.session import desk, pick, recall, remember
from casusanalyse.ui.sheet import Action, Block, sheet
from casusanalyse.usecases.timeline import add_event, read_typed

MANY_EVENTS = 90
"""Above this number four years at a time open first: the whole line no longer reads."""

BESIDE = "timeline-side"
"""The choice of what stands beside the line."""

Mode = Literal["whole", "years", "list"]


def event_entry(case: Case) -> None:
    """Show the one line that puts an event on the timeline."""
    entry("event", case, _put, reads=_reads, home=True)


def _put(line: str) -> None:
    add_event(desk(), line)


def _reads(line: str) -> Reading:
    said, understood = read_typed(desk(), line)
    return Reading(said=said, understood=understood or text("timeline.no_date"))


def timeline_mode(case: Case) -> Mode:
    """Show the title with the choice of how much time is in view; return that choice."""
    names = {mode: text(f"timeline.{mode}") for mode in ("whole", "years", "list")}
    first = "years" if len(case.events) > MANY_EVENTS else "whole"
    pick("timeline-mode", recall("timeline-mode", first), first=True)
    head, choice, line, filters = st.columns([1, 2.15, 1.15, 1.1], vertical_alignment="center")
    with head:
        title(text("timeline.title"))
    chosen = choice.segmented_control(
        text("timeline.in_view"),
        list(names),
        format_func=lambda mode: names[mode],
        key="timeline-mode",
        label_visibility="collapsed",
        required=True,
    )
    with line:
        long_line_button()
    with filters:
        _filter()
    remember("timeline-mode", chosen or first)  # the platform forgets it on another screen
    return cast("Mode", chosen or first)


def _filter() -> None:
    names = labels(EventKind)
    chosen = recall("kinds", default=())
    words = counted("timeline.filtered", len(chosen)) if chosen else text("timeline.filter")
    with st.popover(words, width="stretch"):
        picked = st.pills(
            text("timeline.filter_help"),
            list(names),
            default=list(chosen),
            selection_mode="multi",
            format_func=lambda kind: names[kind],
            key="pick-kinds",
        )
    if tuple(picked) != tuple(chosen):
        remember("kinds", tuple(picked))
        st.rerun()


def timeline_drawing(case: Case, mode: Mode) -> None:
    """Show the picture with its legend, and what it does not show."""
    view = _view(case, mode)
    drawing = timeline_picture(case, view, today=today())
    _remember_rows(view, drawing)
    if view.mode == "years":
        _years(drawing)
    show_picture("timeline", drawing.picture, on_open=_open, chosen=view.chosen)
    if case.events or case.periods:
        show_signs((one.svg, one.alt) for one in timeline_legend())
    if view.day:
        mute(text("network_screen.on_line", day=say_day(view.day)))
    _unseen(case, drawing)


def _view(case: Case, mode: Mode) -> View:
    event = chosen_event(case)
    kinds = frozenset(recall("kinds", default=()))
    shape = (mode, recall("first-year"), is_wide(), tuple(sorted(kinds)))
    settled = recall("rows", default={}) if recall("rows-of") == shape else {}
    remember("rows-of", shape)
    return View(
        mode="years" if mode == "years" else "whole",
        first_year=recall("first-year"),
        wide=is_wide(),
        chosen=event.key if event else "",
        day=moved_to(event),
        kinds=kinds,
        settled=settled,
    )


def _remember_rows(view: View, drawing: TimelineDrawing) -> None:
    remember("rows", drawing.spots)
    if view.mode == "years":
        remember("first-year", drawing.first_year)


def _years(drawing: TimelineDrawing) -> None:
    back, words, on = st.columns([1, 3, 1], vertical_alignment="center")
    year, years = drawing.first_year, drawing.years
    back.button(
        text("timeline.earlier"),
        key="earlier",
        on_click=partial(remember, "first-year", year - 2),
        disabled=year <= years[0],
        width="stretch",
    )
    words.html(f'<p style="text-align:center;margin:0"><b>{year} – {year + 3}</b></p>')
    on.button(
        text("timeline.later"),
        key="later",
        on_click=partial(remember, "first-year", year + 2),
        disabled=year >= years[-1],
        width="stretch",
    )


def _open(shelf: str, key: str) -> None:
    if shelf == "periods":
        choose_period(key)
        pick(BESIDE, "periods_tab")
    else:
        choose_event(key)
        pick(BESIDE, "event_tab")


def _unseen(case: Case, drawing: TimelineDrawing) -> None:
    """Show the events without a date, and on request those that are hidden."""
    undated = [event for event in case.events if event.key in drawing.undated]
    chips = [Action(id=f"events/{one.key}", label=one.title) for one in undated]
    chips += [
        Action(id=f"periods/{one.key}", label=period_name(case, one))
        for one in case.periods
        if one.when is None and not one.hidden
    ]
    if chips:
        heading(text("timeline.undated"))
        sheet("undated", [Block(key="undated", actions=chips)], on_press=_chip)
    hidden = in_order(event for event in case.events if event.hidden)
    facts = []
    if drawing.hidden:
        facts.append(counted("timeline.not_shown", drawing.hidden))
    if drawing.nameless:
        facts.append(counted("timeline.nameless", drawing.nameless))
    if facts:
        mute(" ".join(facts))
    if hidden:
        with st.expander(counted("timeline.hidden", len(hidden))):
            chips = [Action(id=f"events/{one.key}", label=one.title) for one in hidden]
            sheet("hidden", [Block(key="hidden", actions=chips)], on_press=_chip)


def _chip(_where: str, chip: str) -> None:
    _open(*chip.split("/"))


def when_in_words(case: Case, key: str, day: date) -> str:
    """Return when an event was and how old the child then was."""
    event = next(one for one in case.events if one.key == key)
    if event.when is None:
        return text("timeline.no_date")
    birth = case.child.birth if case.child else None
    age = [say_age(birth, event.when)] if birth and event.when.first <= day else []
    return " · ".join([say_span(event.when), *age])
