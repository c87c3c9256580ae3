"""The code book beside the work: own words first, the word of the book beside it."""

from functools import partial

import streamlit as st

from casusanalyse.content.codebook import Code, CodeKind, codes, find_codes, kinds
from casusanalyse.content.text import counted, text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.insight import Coding
from casusanalyse.domain.timeline import Event
from casusanalyse.domain.vocabulary import Layer
from casusanalyse.ui.choice import chosen_event
from casusanalyse.ui.frame import empty, heading, mute
from casusanalyse.ui.insights import shown_by
from casusanalyse.ui.session import desk
from casusanalyse.ui.sheet import Action, Block, field, sheet
from casusanalyse.usecases.insights import choose_code, coding_of, drop_code

MOST_SHOWN = 6


def code_book(case: Case) -> None:
    """Show the code book with search; a belief always stands beside its helping one."""
    heading(text("recognise.title"))
    words = st.text_input(
        text("recognise.search"),
        key="code-words",
        placeholder=text("recognise.search"),
        label_visibility="collapsed",
        live="200ms",
    )
    kind = _kind()
    found = find_codes(words or "", kind)
    shown = found if words else found[:MOST_SHOWN]
    event = chosen_event(case)
    blocks = [_code(case, one, event) for one in shown[: 2 * MOST_SHOWN]]
    sheet("code-book", blocks, on_press=partial(_choose, event.key if event else ""))
    rest = len(found) - len(blocks)
    mute((counted("recognise.more", rest) + " " if rest else "") + text("recognise.source"))


def _kind() -> CodeKind:
    names = kinds()
    return st.selectbox(
        text("recognise.kind"),
        list(names),
        format_func=lambda one: names[one],
        key="code-kind",
        label_visibility="collapsed",
    )


def _code(case: Case, one: Code, event: Event | None) -> Block:
    coding = coding_of(case, one.id)
    helping = [text("recognise.helping", belief=one.helping)] if one.helping else []
    return Block(
        key=one.id,
        lines=[one.label, *helping, one.explanation],
        actions=_actions(coding, event),
        look="line",
    )


def _actions(coding: Coding | None, event: Event | None) -> list[Action]:
    if coding is None:
        return [Action(id="choose", label=text("recognise.choose"))]
    if event is None:
        return [Action(id="none", label=text("recognise.chosen"), look="quiet")]
    tied = event.key in coding.evidence
    name = "recognise.untie" if tied else "recognise.tie"
    return [Action(id="choose", label=text(name), look="main" if tied else "")]


def _choose(event: str, key: str, action: str) -> None:
    if action == "choose":
        choose_code(desk(), key, event)


def recognised(case: Case) -> None:
    """Show what the group recognises, in its own words first."""
    if not case.codings:
        empty("recognise.none")
    layers = list(labels(Layer).items())
    blocks = [
        Block(
            key=one.key,
            title=known_label(one.code),
            meta=one.code,
            lines=[*_helping(one), *shown_by(case, one.evidence)],
            fields=[
                field(one, "own_words", kind="area", rows=1, wide=True, hint=""),
                field(one, "layer", kind="choice", options=layers),
                field(one, "starred", kind="star"),
            ],
            actions=[Action(id="drop", label=text("recognise.drop"), look="quiet")],
            columns=2,
            look="card",
        )
        for one in case.codings
    ]
    sheet("codings", blocks, look="row2", on_press=_drop)


def known_label(code_id: str) -> str:
    """Return the label of a code; one that our book does not have is called by its id."""
    known = {one.id: one.label for one in codes()}
    return known.get(code_id, code_id)


def _helping(coding: Coding) -> list[str]:
    helping = next((one.helping for one in codes() if one.id == coding.code), "")
    return [text("recognise.helping", belief=helping)] if helping else []


def _drop(key: str, _action: str) -> None:
    drop_code(desk(), key)
