"""Step 5: the whole line in view, one moment at a time, then and now."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.insight import Insight, Moment
from casusanalyse.domain.timeline import Event, in_order
from casusanalyse.domain.vocabulary import Layer
from casusanalyse.figures.timeline_overview import overview_picture
from casusanalyse.ui.choice import choose_event, chosen_event
from casusanalyse.ui.clock import today
from casusanalyse.ui.entry import entry
from casusanalyse.ui.frame import empty, heading, is_wide, mute
from casusanalyse.ui.picture import show_picture
from casusanalyse.ui.session import desk
from casusanalyse.ui.sheet import Action, Block, field, sheet
from casusanalyse.ui.timeline import when_in_words
from casusanalyse.usecases.insights import add_insight, remove_insight, tie_insight

PARTS = ("moments", "insights", "codes", "agreements", "checkout")
_THEN = ("knew", "thought", "made_sense")
_NOW = ("see_now", "differently", "asks_of_me", "asks_of_others", "conditions")


def whole_line(case: Case) -> None:
    """Show the whole line; choosing an event opens it."""
    event = chosen_event(case)
    key = event.key if event else ""
    drawing = overview_picture(case, chosen=key, today=today(), wide=is_wide())
    show_picture("overview", drawing, on_open=_open, chosen=key)


def _open(shelf: str, key: str) -> None:
    if shelf == "events":
        choose_event(key)


def part_choice() -> str:
    """Show which part of the step is open; return it."""
    names = {part: text(f"insights.{part}") for part in PARTS}
    chosen = st.segmented_control(
        text("insights.part"),
        PARTS,
        default="moments",
        format_func=lambda part: names[part],
        key="insights-part",
        label_visibility="collapsed",
        required=True,
    )
    return chosen or "moments"


def moment_of(case: Case) -> None:
    """Show the open event: what we knew and thought then, and what we see now."""
    event = chosen_event(case)
    if event is None:
        empty("insights.choose")
        return
    name, back, on = st.columns([4, 1, 1], vertical_alignment="center")
    with name:
        heading(event.title)
        mute(when_in_words(case, event.key, today()))
    _walk(case, event, back, on)
    moments = {moment.key: moment for moment in case.moments}
    moment = moments.get(event.key, Moment(key=event.key))
    then, now = (
        Block(
            key=f"{event.key}-{side}",
            title=text(f"insights.{side}"),
            look=look,
            fields=[field(moment, one, kind="area", rows=2) for one in names],
        )
        for side, look, names in (("then", "sunk", _THEN), ("now", "soft", _NOW))
    )
    sheet("moment", [then, now], look="row2")
    crucial = field(event, "is_crucial", kind="check", hint="")
    sheet("crucial", [Block(key=event.key, fields=[crucial])])


def _walk(case: Case, event: Event, back: DeltaGenerator, on: DeltaGenerator) -> None:
    """Show the buttons to the crucial moment before and after this one."""
    moments = [one for one in in_order(case.events) if one.is_crucial or one.key == event.key]
    place = [one.key for one in moments].index(event.key)
    for column, other, name in ((back, place - 1, "previous"), (on, place + 1, "next")):
        there = 0 <= other < len(moments)
        column.button(
            text(f"insights.{name}"),
            key=f"moment-{name}",
            disabled=not there,
            on_click=partial(choose_event, moments[other].key if there else ""),
            width="stretch",
        )


def insight_list(case: Case) -> None:
    """Show the insights of the group as sentences, each with what shows it."""
    entry("insight", case, partial(_add, case))
    if not case.insights:
        mute(text("insights.none"))
    event = chosen_event(case)
    blocks = [_insight(case, one, event) for one in case.insights]
    sheet("insights", blocks, on_press=partial(_press, event.key if event else ""))


def _add(case: Case, sentence: str) -> None:
    event = chosen_event(case)
    add_insight(desk(), sentence, event.key if event else "")


def _insight(case: Case, insight: Insight, event: Event | None) -> Block:
    layers = list(labels(Layer).items())
    actions = [Action(id="remove", label=text("event.remove"), look="quiet")]
    if event:
        tied = event.key in insight.evidence
        label = text("insights.untie" if tied else "insights.tie", event=event.title)
        actions.insert(0, Action(id="tie", label=label, look="quiet"))
    return Block(
        key=insight.key,
        fields=[
            field(insight, "text", kind="area", rows=1, wide=True, label="", hint=""),
            field(insight, "layer", kind="choice", options=layers, label="", hint=""),
            field(insight, "starred", kind="star"),
        ],
        lines=shown_by(case, insight.evidence),
        actions=actions,
        columns=2,
        look="line",
        below=True,
    )


def shown_by(case: Case, evidence: tuple[str, ...]) -> list[str]:
    """Return one line that names the events that show something, or nothing."""
    titles = {event.key: event.title for event in case.events}
    named = [titles[key] for key in evidence if key in titles]
    return [text("insights.shown_by", events=" · ".join(named))] if named else []


def _press(event: str, key: str, action: str) -> None:
    if action == "remove":
        remove_insight(desk(), key)
    else:
        tie_insight(desk(), key, event)
