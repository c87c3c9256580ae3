"""Periods behind the events: stay, frame, direction, education, help, family."""

from typing import Any

import streamlit as st

from casusanalyse.content.date_words import say_bounds, say_span
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import Lane
from casusanalyse.ui.choice import choose_event, choose_period
from casusanalyse.ui.entry import Reading, entry
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.period_name import KINDS, period_name
from casusanalyse.ui.session import desk, recall, remember
from casusanalyse.ui.sheet import Action, Block, Options, field, sheet
from casusanalyse.usecases.timeline import add_period, read_typed, remove_period


def period_lists(case: Case) -> None:
    """Show the periods of one lane, and the line that adds one."""
    names = labels(Lane)
    lane = Lane(
        st.selectbox(
            text("periods.lane"),
            list(names),
            index=list(names).index(recall("lane", Lane.STAY.value)),
            format_func=lambda value: names[value],
            key="choose-lane",
        )
    )
    remember("lane", lane.value)
    mute(text(f"periods.{lane.value}_help"))
    entry("period", case, _put, reads=_reads)
    found = [one for one in case.periods if one.lane is lane]
    sheet("periods", [_row(case, one) for one in _by_time(found)], on_press=_press)


def _by_time(periods: list[Period]) -> list[Period]:
    dated = sorted((one for one in periods if one.when), key=lambda one: one.when.start)  # type: ignore[union-attr] # - only dated ones
    return dated + [one for one in periods if one.when is None]


def _row(case: Case, period: Period) -> Block:
    when = say_span(period.when) if period.when else text("timeline.no_date")
    open_it = Action(id="open", label=text("periods.open"), look="quiet")
    return Block(
        key=period.key,
        lines=[period_name(case, period), when],
        actions=[open_it],
        look="line",
    )


def _put(line: str) -> None:
    choose_period(add_period(desk(), Lane(recall("lane", Lane.STAY.value)), line))


def _reads(line: str) -> Reading:
    said, understood = read_typed(desk(), line)
    return Reading(said=said, understood=understood or text("timeline.no_date"))


def _press(key: str, _action: str) -> None:
    choose_period(key)


def period_panel(case: Case, period: Period) -> None:
    """Show one period; every field saves itself."""
    heading(period_name(case, period))
    mute(labels(Lane)[period.lane.value])
    actions = [
        Action(id=name, label=text(f"event.{name}"), look="quiet")
        for name in ("remove", "close")
    ]
    block = Block(key=period.key, fields=_fields(case, period), actions=actions)
    sheet("period", [block], on_press=_leave)


def _fields(case: Case, period: Period) -> list[dict[str, Any]]:
    understood = say_bounds(period.when) if period.said or period.when else ""
    fields = [
        field(period, "title"),
        field(period, "said", understood=understood),
        field(period, "party", kind="choice", options=_parties(case)),
        field(period, "role"),
        field(period, "hidden", kind="check", hint=""),
    ]
    kind = KINDS.get(period.lane)
    if kind:
        options: Options = [("", text("periods.unknown_kind")), *labels(kind).items()]
        fields.insert(1, field(period, "kind", kind="choice", options=options))
    return fields


def _parties(case: Case) -> Options:
    named = sorted((party.name, key) for key, party in case.parties().items())
    return [("", text("periods.nobody")), *((key, name) for name, key in named)]


def _leave(key: str, action: str) -> None:
    if action == "remove":
        remove_period(desk(), key)
    choose_event("")
