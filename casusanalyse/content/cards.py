"""The question cards of the session: those of a step, those of every step, those of a stop.

The words stand in `nl/steps.toml`, `nl/cockpit.toml` and `nl/beamer.toml`.

Source: Hopmans 2024, sections 1 and 5.2.
"""

from dataclasses import dataclass
from functools import cache

from casusanalyse.content.steps import check_out_questions, steps
from casusanalyse.content.text import page, text

CHECK_OUT = "check_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """Questions that belong together.

    Attributes:
        id: `step`, `check_in`, `zoom_out`, `responsibilities`, `zoom_in` or `check_out`.
        first: place of the first question among all that can be asked in a step.
    """

    id: str
    title: str
    first: int
    questions: tuple[str, ...]


@cache
def decks(step: int) -> tuple[Deck, ...]:
    """Return the decks to ask from in a step, 1 to 5; its own questions first."""
    cards = page("cockpit")["card"]
    check_out = page("steps")["check_out"]["title"]
    told = [
        ("step", text("cockpit.this_step"), steps()[step - 1].questions),
        *((card["id"], card["title"], tuple(card["questions"])) for card in cards),
        (CHECK_OUT, check_out, check_out_questions()),
    ]
    found: list[Deck] = []
    for name, title, questions in told:
        first = found[-1].first + len(found[-1].questions) if found else 0
        found.append(Deck(id=name, title=title, first=first, questions=questions))
    return tuple(found)


@cache
def asked_in(step: int) -> tuple[str, ...]:
    """Return all that can be asked in a step, 1 to 5; the place is the page on the beamer."""
    return tuple(question for deck in decks(step) for question in deck.questions)


def deck_of(step: int, number: int) -> Deck:
    """Return the deck that holds a question, by its place among all of a step."""
    return next(deck for deck in reversed(decks(step)) if deck.first <= number)


def stop_questions() -> tuple[str, ...]:
    """Return what the stop screen asks, one at a time, in turn."""
    return tuple(page("beamer")["stop_questions"])
