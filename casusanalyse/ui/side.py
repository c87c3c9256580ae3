"""The narrow column: questions of the step, what it could still use, the chair's notes."""

from html import escape

import streamlit as st

from casusanalyse.content.steps import Step, question, reminders, steps
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.participant import Note
from casusanalyse.domain.problems import Problem
from casusanalyse.domain.todo import todo
from casusanalyse.ui.clock import today
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.sheet import Block, field, sheet

MOST_TODO = 4
FIRST_QUESTIONS = 3


def step_of(slug: str) -> Step:
    """Return a step by its name."""
    return next(step for step in steps() if step.slug == slug)


def step_panel(case: Case, slug: str) -> None:
    """Show the questions of a step, its to-do list and the chair's own notes."""
    step = step_of(slug)
    with st.container(border=True):
        told = _questions(step) + _todo(todo(case, slug, today=today()))
        st.html(f'<div class="ca-panel">{told}</div>')
        note_sheet(case, f"process-{step.number}")
        _next_step(step)


def _questions(step: Step) -> str:
    heading = escape(text("side.questions"))
    more = escape(text("side.more_questions"))
    role = escape(text("side.role"))
    guard = "".join(f'<p class="ca-guard">{escape(one)}</p>' for one in step.guard[:1])
    return (
        f'<div><h2 class="ca-title">{heading}</h2>{_list(step.questions[:FIRST_QUESTIONS])}'
        f"<details><summary>{more}</summary>{_list(step.questions[FIRST_QUESTIONS:])}</details>"
        f"</div>{guard}<details><summary>{role}</summary>{_list(reminders())}</details>"
    )


def _list(sentences: tuple[str, ...]) -> str:
    items = "".join(f"<li>{escape(one)}</li>" for one in sentences)
    return f'<ul class="ca-questions">{items}</ul>'


def _todo(problems: tuple[Problem, ...]) -> str:
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
        f'<div><h2 class="ca-title">{heading}</h2><ul class="ca-todo">{items}{rest}</ul></div>'
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
