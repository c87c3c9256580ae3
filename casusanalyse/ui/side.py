"""The narrow column: questions of the step, what it could still use, the chair's notes."""

from html import escape

import streamlit as st

from casusanalyse.content.steps import Step, question, steps
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.participant import Note
from casusanalyse.domain.todo import todo
from casusanalyse.ui.clock import today
from casusanalyse.ui.cockpit import cockpit
from casusanalyse.ui.language import note_aside
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.sheet import Block, field, sheet

MOST_TODO = 4

_BESIDE = {"family": ("person", "session"), "insights": ("book", "session")}
"""What else stands in the narrow column, the first open at first."""


def step_of(slug: str) -> Step:
    """Return a step by its name."""
    return next(step for step in steps() if step.slug == slug)


def beside(slug: str) -> str:
    """Show which of the panels of a step stands in the narrow column; return the chosen one."""
    tabs = _BESIDE[slug]
    names = {tab: text(f"side.{tab}") for tab in tabs}
    chosen = st.segmented_control(
        text("side.beside"),
        list(names),
        default=tabs[0],
        format_func=lambda tab: names[tab],
        key=f"side-{tabs[0]}",
        label_visibility="collapsed",
        required=True,
        width="stretch",
    )
    return chosen or tabs[0]


def step_panel(case: Case, slug: str) -> None:
    """Show the session panel, what the step can still use, and the chair's own notes."""
    step = step_of(slug)
    with st.container(border=True):
        cockpit(case, slug)
        told = _fold("side.all_questions", step.questions) + _todo(case, slug)
        st.html(f'<div class="ca-panel">{told}</div>')
        note_sheet(case, f"process-{step.number}")
        _next_step(step)


def _fold(key: str, sentences: tuple[str, ...]) -> str:
    return f"<details><summary>{escape(text(key))}</summary>{_list(sentences)}</details>"


def _list(sentences: tuple[str, ...]) -> str:
    items = "".join(f"<li>{escape(one)}</li>" for one in sentences)
    return f'<ul class="ca-questions">{items}</ul>'


def _todo(case: Case, slug: str) -> str:
    problems = todo(case, slug, today=today())
    if not problems:
        return ""
    shown = problems[:MOST_TODO]
    items = "".join(
        f"<li>{escape(text(f'problem.{one.code}', fact=one.fact))}</li>" for one in shown
    )
    more = len(problems) - len(shown)
    rest = f"<li>{escape(text('side.more', number=more))}</li>" if more else ""
    heading = escape(text("side.todo"))
    return (
        f'<details><summary>{heading}</summary><ul class="ca-todo">{items}{rest}</ul></details>'
    )


def note_sheet(case: Case, *keys: str) -> None:
    """Show the answers of the group to questions of the method, each saving itself."""
    notes = {note.key: note for note in case.notes}
    blocks = [
        Block(
            key=key,
            fields=[
                field(
                    notes.get(key, Note(key=key)),
                    "text",
                    kind="area",
                    label=question(key).text,
                    hint=question(key).hint,
                    rows=2,
                    aside=note_aside(case, key),
                )
            ],
        )
        for key in keys
    ]
    sheet(f"notes-{keys[0]}", blocks)


def _next_step(step: Step) -> None:
    following = next((one for one in steps() if one.number == step.number + 1), None)
    name, label = (following.slug, following.title) if following else ("report", "")
    words = text("side.next", step=label) if following else text("side.to_report")
    st.button(words, key="next", on_click=go_to, args=(name,), width="stretch")
