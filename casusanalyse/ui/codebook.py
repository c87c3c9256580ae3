"""The code book beside the work: own words first, the word of the book beside it."""

from functools import partial
from typing import Any

import streamlit as st

from casusanalyse.content.codebook import Book, Code, kinds
from casusanalyse.content.text import counted, text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.insight import Coding
from casusanalyse.domain.region_code import CodeKind
from casusanalyse.domain.timeline import Event
from casusanalyse.domain.vocabulary import Layer
from casusanalyse.ui.choice import chosen_event
from casusanalyse.ui.frame import empty, heading, mute
from casusanalyse.ui.insights import shown_by
from casusanalyse.ui.session import desk
from casusanalyse.ui.sheet import Action, Block, field, sheet
from casusanalyse.usecases.codebook import book, helping
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
    here = book(desk())
    found = here.find(words or "", kind)
    shown = found if words else found[:MOST_SHOWN]
    event = chosen_event(case)
    blocks = [_code(case, one, event) for one in shown[: 2 * MOST_SHOWN]]
    sheet("code-book", blocks, on_press=partial(_choose, event.key if event else ""))
    rest = len(found) - len(blocks)
    more = [counted("recognise.more", rest)] if rest else []
    mute(" ".join([*more, text("recognise.source"), *_edition(here)]))


def _edition(here: Book) -> list[str]:
    return [text("recognise.edition", number=here.edition)] if here.edition else []


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
    more = (one.explanation, one.addition)
    return Block(
        key=one.id,
        lines=[one.label, *_helping(one), *filter(None, more)],
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
    layers, here = list(labels(Layer).items()), book(desk())
    blocks = [
        Block(
            key=one.key,
            title=here.said(one.code),
            meta=one.code,
            lines=[*_helping(here.get(one.code)), *shown_by(case, one.evidence)],
            fields=[
                field(one, "own_words", kind="area", rows=1, wide=True, hint=""),
                field(one, "layer", kind="choice", options=layers),
                field(one, "starred", kind="star"),
                *_helped(here, one),
            ],
            actions=[Action(id="drop", label=text("recognise.drop"), look="quiet")],
            columns=2,
            look="card",
        )
        for one in case.codings
    ]
    sheet("codings", blocks, look="row2", on_press=_drop)


def _helped(here: Book, coding: Coding) -> list[dict[str, Any]]:
    """Return the question what helped, for a pattern; what can help shows when asked for."""
    code = here.get(coding.code)
    if code is None or code.kind != "pattern":
        return []
    options = [(one.id, one.label) for one in helping(here, *coding.helped)]
    choosing = {"open": text("recognise.choose_help"), "close": text("event.chosen")}
    return [field(coding, "helped", kind="many", wide=True, options=options, choosing=choosing)]


def _helping(code: Code | None) -> list[str]:
    return [text("recognise.helping", belief=code.helping)] if code and code.helping else []


def _drop(key: str, _action: str) -> None:
    drop_code(desk(), key)
