"""The bar on top of every screen."""

from functools import partial
from typing import Any

import streamlit as st

from casusanalyse.content.date_words import say_day
from casusanalyse.content.steps import steps
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Deed
from casusanalyse.ui.clock import wall_time
from casusanalyse.ui.component import part
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import desk, recall, remember, told_by
from casusanalyse.usecases.history import Past, redo, undo

_LINKS = ("network", "report", "manual")


def session_bar(case: Case, screen: str, past: Past) -> None:
    """Show the bar of a session: the case, the steps, when it was saved, undo and redo."""
    _bar(
        {
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
            ],
            "saved": text("navigation.saved", time=wall_time(past.newest.at))
            if past.newest
            else "",
            "undo": _back("undo", past.undo),
            "redo": _back("redo", past.redo),
        }
    )


def front_bar(screen: str) -> None:
    """Show the bar of the screens that belong to no case."""
    _bar(
        {
            "brand": {
                "title": text("navigation.product"),
                "under": text("navigation.cases"),
                "says": text("navigation.back_to_cases"),
                "go": "cases",
            },
            "steps": [],
            "links": [
                {"go": name, "label": text(f"navigation.{name}"), "on": name == screen}
                for name in ("cases", "manual")
            ],
            "saved": "",
            "undo": None,
            "redo": None,
        }
    )


def _bar(told: dict[str, Any]) -> None:
    with st.container(key="bar"):
        part("bar")(
            key="top",
            data=told
            | {
                "says": text("navigation.steps"),
                "keys": _keys(told),
                "wide": recall("wide", default=False),
                "acked": recall("top.acked", 0),
            },
            on_act_change=partial(_act, "top"),
        )


def _under(case: Case) -> str:
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
    return back + steps_by_number


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
