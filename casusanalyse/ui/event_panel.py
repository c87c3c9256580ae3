"""Everything about one event, beside the line."""

from functools import partial
from html import escape
from typing import Any

import streamlit as st

from casusanalyse.content.date_words import say_bounds
from casusanalyse.content.steps import event_questions, field_label
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import Event
from casusanalyse.domain.vocabulary import Dynamic, EventKind
from casusanalyse.ui.choice import choose_event
from casusanalyse.ui.clock import today
from casusanalyse.ui.entry import entry
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.session import desk
from casusanalyse.ui.sheet import Action, Block, field, sheet
from casusanalyse.ui.timeline import when_in_words
from casusanalyse.usecases.involvement import meet_unknown, read_who, who_in_words
from casusanalyse.usecases.timeline import (
    add_event_after,
    add_perspective,
    move_event,
    remove_event,
    remove_perspective,
)

_FIRST = ("what", "who", "parents", "effect", "next_step")
_LATER = ("then", "own_words", "source")


def event_panel(case: Case, event: Event) -> None:
    """Show one event; every field saves itself."""
    heading(event.title)
    mute(when_in_words(case, event.key, today()))
    question = next(iter(event_questions(event.kind)), "")
    if question:
        st.html(f'<p class="ca-soft">{escape(question)}</p>')
    blocks = [
        Block(key=f"{event.key}-line", fields=_line(event), columns=2),
        Block(key=f"{event.key}-first", fields=[_words(case, event, one) for one in _FIRST]),
        Block(key=f"{event.key}-tags", fields=_tags(event)),
        Block(key=f"{event.key}-later", fields=[_words(case, event, one) for one in _LATER]),
        Block(key=event.key, actions=_actions()),
    ]
    sheet("event", blocks, on_press=_press)
    _perspectives(case, event)


def _line(event: Event) -> list[dict[str, Any]]:
    kinds = list(labels(EventKind).items())
    understood = say_bounds(event.when) if event.said or event.when else ""
    return [
        field(event, "title", wide=True, hint=""),
        field(event, "said", understood=understood, hint=""),
        field(event, "kind", kind="choice", options=kinds),
        field(event, "is_crucial", kind="check", hint=""),
        field(event, "starred", kind="star"),
        field(event, "hidden", kind="check", hint="", wide=True),
    ]


def _words(case: Case, event: Event, name: str) -> dict[str, Any]:
    if name != "who":
        return field(event, name, kind="area", rows=1, hint="")
    label = field_label("events", "involved")
    value = event.who or who_in_words(case, event.involved)
    _, unknown = read_who(case, value)
    return field(
        event,
        "who",
        kind="area",
        rows=1,
        label=label,
        hint="",
        value=value,
        aside=_meet(unknown) if unknown else None,
    )


def _meet(unknown: tuple[str, ...]) -> dict[str, Any]:
    said = text("event.unknown", names=", ".join(unknown))
    action = Action(id="meet", label=text("event.meet"))
    return {"text": said, "actions": [action.told()]}


def _tags(event: Event) -> list[dict[str, Any]]:
    options = list(labels(Dynamic).items())
    choosing = {"open": text("event.choose"), "close": text("event.chosen")}
    return [
        field(event, name, kind="many", options=options, choosing=choosing)
        for name in ("in_family", "in_team", "in_organisation")
    ]


def _actions() -> list[Action]:
    names = ("after", "earlier", "later", "remove", "close")
    return [Action(id=name, label=text(f"event.{name}"), look="quiet") for name in names]


def _press(where: str, action: str) -> None:
    if action == "meet":
        meet_unknown(desk(), where.split("/")[1])
    elif action == "after":
        choose_event(add_event_after(desk(), where))
    elif action in {"earlier", "later"}:
        move_event(desk(), where, later=action == "later")
    else:
        _leave(where, action)


def _leave(key: str, action: str) -> None:
    if action == "remove":
        remove_event(desk(), key)
    choose_event("")


def _perspectives(case: Case, event: Event) -> None:
    """Show several ways to see one event, below each other and never merged."""
    heading(text("event.differently"))
    entry("perspective", case, partial(_add_perspective, event.key))
    remove = Action(id="remove", label=text("event.remove_view"), look="quiet")
    blocks = [
        Block(
            key=one.key,
            fields=[field(one, "who"), field(one, "text", kind="area", rows=1, hint="")],
            actions=[remove],
            look="line",
        )
        for one in case.perspectives
        if one.event == event.key
    ]
    sheet("perspectives", blocks, on_press=_drop_perspective)


def _add_perspective(event: str, who: str) -> None:
    add_perspective(desk(), event, who)


def _drop_perspective(key: str, _action: str) -> None:
    remove_perspective(desk(), key)
