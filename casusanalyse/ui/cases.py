"""The list of cases: find one, begin one, open it, put it away."""

from functools import partial

import streamlit as st

from casusanalyse.content.date_words import say_long_day
from casusanalyse.content.text import counted, text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.intake import Intake
from casusanalyse.ui.clock import now, today, wall_date, wall_time
from casusanalyse.ui.entry import entry
from casusanalyse.ui.frame import empty, mute
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.session import case_store, desk, recall, remember
from casusanalyse.ui.sheet import Action, Block, sheet
from casusanalyse.usecases.cases import (
    CaseLine,
    archive_case,
    begin_session,
    destroy_case,
    find_cases,
    list_cases,
    new_case,
    unarchive_case,
)
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.release import has_released, withdraw_all


def new_case_entry() -> None:
    """Show the one line that begins a case."""
    remember("reference", None)
    entry("case", None, _begin, home=True)


def _begin(working_name: str) -> None:
    case = new_case(case_store(), working_name=working_name, now=now())
    go_to("intake", case.reference)


def case_list() -> None:
    """Show the cases that fit the search, newest first, with one next action each."""
    lines = list_cases(case_store())
    words, archived = _search()
    chosen = [one for one in lines if bool(one.intake.archived_at) == archived]
    found = find_cases(chosen, words)
    if not chosen:
        empty("cases.none_archived" if archived else "cases.none")
    elif not found:
        empty("cases.no_hit")
    sheet("cases", [_row(line) for line in found], on_press=_press)
    if lines:
        mute(counted("cases.count", len(found)) + " " + text("cases.pseudonyms"))


def _search() -> tuple[str, bool]:
    words, switch = st.columns([4, 1], vertical_alignment="center")
    typed = words.text_input(
        text("cases.search"),
        key="search",
        placeholder=text("cases.search"),
        label_visibility="collapsed",
        live="200ms",
    )
    return typed or "", switch.toggle(text("cases.archived"), key="archived")


def _row(line: CaseLine) -> Block:
    intake = line.intake
    archived = intake.archived_at is not None
    if archived and recall("destroying") == line.reference:
        return _sure(line)
    actions = [
        Action(
            id="destroy" if archived else "intake",
            label=text("cases.destroy" if archived else "cases.prepare"),
            look="quiet",
        ),
        Action(
            id="unarchive" if archived else "archive",
            label=text("cases.unarchive" if archived else "cases.archive"),
            look="quiet",
        ),
        Action(
            id="open",
            label=text("cases.open"),
            look="main" if intake.planned_on == today() else "",
            says=text("cases.open_name", name=intake.working_name),
        ),
    ]
    return Block(
        key=line.reference,
        title=intake.working_name,
        meta=_meta(line),
        actions=actions,
        look="card",
        lines=[intake.question or text("cases.no_question"), _facts(line)],
    )


def _sure(line: CaseLine) -> Block:
    """The row of a case while somebody is asked whether it may really be erased."""
    answers = [
        Action(id="keep", label=text("cases.keep"), look="main"),
        Action(id="sure", label=text("cases.sure")),
    ]
    told = [text("cases.really")]
    if has_released(desk(line.reference)):
        told.append(text("cases.stays_with_region"))
        answers.append(Action(id="take_along", label=text("cases.take_along")))
    return Block(
        key=line.reference,
        title=line.intake.working_name,
        meta=_meta(line),
        actions=answers,
        look="card",
        lines=told,
    )


def _meta(line: CaseLine) -> str:
    sample = f" · {text('navigation.sample')}" if line.intake.is_sample else ""
    return line.reference + sample


def _facts(line: CaseLine) -> str:
    facts = [_planned(line.intake), label(line.intake.state), line.intake.municipality]
    day = say_long_day(wall_date(line.changed_at))
    facts.append(text("cases.worked", day=day, time=wall_time(line.changed_at)))
    return " · ".join(fact for fact in facts if fact)


def _planned(intake: Intake) -> str:
    if intake.planned_on is None:
        return text("cases.unplanned")
    return text("cases.planned", day=say_long_day(intake.planned_on, weekday=True))


def _open(reference: str) -> None:
    begin_session(desk(reference))
    go_to("checkin", reference)


def _destroy_with_release(here: Desk) -> None:
    withdraw_all(here)
    destroy_case(here)


def _press(reference: str, action: str) -> None:
    actions = {
        "open": partial(_open, reference),
        "intake": partial(go_to, "intake", reference),
        "archive": partial(archive_case, desk(reference)),
        "unarchive": partial(unarchive_case, desk(reference)),
        "destroy": partial(remember, "destroying", reference),
        "keep": partial(remember, "destroying", None),
        "sure": partial(destroy_case, desk(reference)),
        "take_along": partial(_destroy_with_release, desk(reference)),
    }
    actions[action]()
