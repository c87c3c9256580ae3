"""The five steps of the session: questions, reminders and the names of all fields.

The words stand in `nl/steps.toml`, so that the owner of the method can change them there.

Source: Hopmans 2024, sections 1, 2 and 5.3.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from casusanalyse.content.text import page
from casusanalyse.domain.vocabulary import EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question whose answer is kept; its id is the key of the `Note` with the answer."""

    id: str
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of the five steps.

    Attributes:
        number: 1 to 5.
        slug: stable English name, for code and addresses.
        title: the full name of the method.
        short: one word, for the top bar.
        minutes: default length in the plan of the half-day.
        questions: to ask aloud; the answers land in the fields of the step.
        guard: reminders for the chair of what tends to happen in this step.
        notes: questions with an answer of the whole group, kept as a `Note`.
    """

    number: int
    slug: str
    title: str
    short: str
    minutes: int
    questions: tuple[str, ...]
    guard: tuple[str, ...]
    notes: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One line of the plan of the half-day; `step` is None for the break and check-out."""

    title: str
    minutes: int
    step: int | None = None


@cache
def steps() -> tuple[Step, ...]:
    """Return the five steps in order."""
    return tuple(_step(number, told) for number, told in enumerate(page("steps")["step"], 1))


def _step(number: int, told: Mapping[str, Any]) -> Step:
    return Step(
        number=number,
        slug=told["slug"],
        title=told["title"],
        short=told["short"],
        minutes=told["minutes"],
        questions=tuple(told["questions"]),
        guard=tuple(told["guard"]),
        notes=tuple(Question(**note) for note in told["note"]),
    )


@cache
def question(key: str) -> Question:
    """Return the question that is answered under a note key.

    Raises:
        KeyError: no step asks it.
    """
    asked = {note.id: note for step in steps() for note in step.notes}
    return asked[key]


@cache
def agenda() -> tuple[AgendaItem, ...]:
    """Return the default plan of the half-day, 240 minutes: steps, break and check-out."""
    pause, check_out = page("steps")["break"], page("steps")["check_out"]
    items = [
        AgendaItem(title=step.title, minutes=step.minutes, step=step.number) for step in steps()
    ]
    items.insert(pause["after_step"], _between(pause))
    return (*items, _between(check_out))


def _between(told: Mapping[str, Any]) -> AgendaItem:
    return AgendaItem(title=told["title"], minutes=told["minutes"])


def check_out_questions() -> tuple[str, ...]:
    """Return what everybody is asked before going home."""
    return tuple(page("steps")["check_out"]["questions"])


def reminders() -> tuple[str, ...]:
    """Return what the chair keeps in mind all day. Source: Hopmans 2024, section 5.3."""
    return tuple(page("steps")["reminders"])


def event_questions(kind: EventKind) -> tuple[str, ...]:
    """Return the deepening questions for one kind of event."""
    return tuple(page("steps")["event_questions"][kind.value])


def field_label(shelf: str, field: str, **facts: str) -> str:
    """Return the name of a field as the user reads it.

    Args:
        shelf: name of the shelf in `Case`, or `intake`.
        field: attribute of the record.
        **facts: values for the `{names}` in the label; `people` asks for `name`.

    Raises:
        KeyError: users never see this field.
    """
    name: str = page("steps")["labels"][shelf][field]
    return name.format(**facts) if facts else name


def field_hint(shelf: str, field: str) -> str:
    """Return the short help with a field, empty when it needs none."""
    hint: str = page("steps")["hints"].get(shelf, {}).get(field, "")
    return hint
