"""The bar on top of every screen."""

from functools import partial
from typing import Any

import streamlit as st

from casusanalyse.content.date_words import say_day
from casusanalyse.content.round import state_now
from casusanalyse.content.steps import steps
from casusanalyse.content.text import page, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Deed
from casusanalyse.domain.sitting import Sitting
from casusanalyse.ui.clock import now, wall_time
from casusanalyse.ui.component import part
from casusanalyse.ui.long_line import is_long_line_open, toggle_long_line
from casusanalyse.ui.navigation import REGION_SCREENS, go_to
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import desk, recall, remember, told_by
from casusanalyse.ui.stop import stop_or_go_on, stop_screen
from casusanalyse.usecases.history import Past, redo, undo
from casusanalyse.usecases.round import round_of

_LINKS = ("network", "mirror", "report", "feedback", "release", "manual")
_ONLY_WHEN_OPEN = "release"
"""Comes after the week, and is reached from there."""

_KEYS = {
    "KeyB": {"here": "beamer"},
    "KeyK": {"here": "keys"},
    "KeyL": {"long_line": True},
    "KeyN": {"go": "network"},
    "KeyS": {"stop": True},
}
"""Keys of a session, together with Alt; `here` is done in the browser itself."""

_LEAVE_LINE = {"long_line": True}
"""What Escape does while the long line is open, unless somebody types."""


def session_bar(case: Case, screen: str, past: Past, sitting: Sitting) -> None:
    """Show the bar of a session: the case, the steps, the beamer and the stop."""
    remember("screen", screen)
    stop_screen(sitting, screen)
    in_line = screen == "timeline" and is_long_line_open()
    _bar(
        {
            "escape": _LEAVE_LINE if in_line else None,
            "brand": {
                "title": case.intake.working_name,
                "under": _under(case),
                "says": text("navigation.back_to_cases"),
                "go": "cases",
            },
            "steps": [
                {
                    "slug": step.slug,
                    "number": step.number,
                    "short": step.short,
                    "on": step.slug == screen,
                }
                for step in steps()
            ],
            "links": [
                {"go": name, "label": text(f"navigation.{name}"), "on": name == screen}
                for name in _LINKS
                if name != _ONLY_WHEN_OPEN or name == screen
            ],
            "saved": {"words": text("navigation.saved"), "time": wall_time(past.newest.at)}
            if past.newest
            else None,
            "undo": _back("undo", past.undo),
            "redo": _back("redo", past.redo),
            "room": [
                {"act": {"here": "beamer"}, "label": text("beamer.title"), "key": "Alt B"},
                {"act": {"stop": True}, "label": text("keys.stop"), "key": "Alt S"},
            ],
        }
    )


def front_bar(screen: str) -> None:
    """Show the bar of the screens that belong to no case."""
    across = screen in REGION_SCREENS
    links = REGION_SCREENS if across else ("region",)
    _bar(
        {
            "brand": {
                "title": text("navigation.product"),
                "under": text("navigation.region" if across else "navigation.cases"),
                "says": text("navigation.back_to_cases"),
                "go": "cases",
            },
            "steps": [],
            "links": [
                {"go": name, "label": text(f"navigation.{name}"), "on": name == screen}
                for name in ("cases", *links, "manual")
            ],
            "saved": None,
            "undo": None,
            "redo": None,
            "room": [{"act": {"here": "keys"}, "label": text("keys.title"), "key": "Alt K"}],
        }
    )


def _bar(told: dict[str, Any]) -> None:
    with st.container(key="bar"):
        part("bar")(
            key="top",
            data=told
            | {
                "says": text("navigation.steps"),
                "more": text("navigation.more"),
                "keys": _keys(told),
                "list": _list_of_keys(),
                "wide": recall("wide", default=False),
                "acked": recall("top.acked", 0),
            },
            on_act_change=partial(_act, "top"),
        )


def _under(case: Case) -> str:
    """Say where the report stands; before there is a concept, when the session is."""
    week = round_of(desk())
    if week:
        return state_now(week, now())
    if case.intake.planned_on:
        day = say_day(case.intake.planned_on)
        return text("navigation.case_line", date=day)
    return text("navigation.case_line_unplanned", reference=case.reference)


def _back(name: str, deed: Deed | None) -> dict[str, Any]:
    if deed is None:
        return {"on": False, "says": text(f"navigation.{name}_nothing")}
    verb = text(f"history.{deed.verb}")
    return {"on": True, "says": text(f"navigation.{name}", verb=verb)}


def _keys(told: dict[str, Any]) -> list[dict[str, Any]]:
    back = [
        {"code": code, "act": {name: True}}
        for code, name in (("KeyZ", "undo"), ("KeyY", "redo"))
        if told[name]
    ]
    steps_by_number = [
        {"code": f"Digit{step['number']}", "act": {"go": step["slug"]}}
        for step in told["steps"]
    ]
    session = _KEYS if told["steps"] else {"KeyK": _KEYS["KeyK"]}
    others = [{"code": code, "act": act} for code, act in session.items()]
    return back + steps_by_number + others


def _list_of_keys() -> dict[str, Any]:
    words = {word: text(f"keys.{word}") for word in ("title", "help", "print", "close")}
    return words | {"groups": page("keys")["group"]}


def _act(name: str) -> None:
    told = told_by(name)
    if not told:
        return
    remember(f"{name}.acked", told["n"])
    if "wide" in told:
        remember("wide", bool(told["wide"]))
    if "go" in told:
        go_to(str(told["go"]))
    with showing_refusals():
        if "undo" in told:
            undo(desk())
        if "redo" in told:
            redo(desk())
        if "stop" in told:
            stop_or_go_on()
        if "long_line" in told:
            _long_line()


def _long_line() -> None:
    """Open or close the long line; from another screen it comes back as it was."""
    if is_long_line_open() and recall("screen") != "timeline":
        go_to("timeline")
    else:
        toggle_long_line()
