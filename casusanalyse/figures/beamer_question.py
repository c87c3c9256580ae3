"""On the beamer: the title of the step and one question."""

from datetime import date

from casusanalyse.content.cards import asked_in
from casusanalyse.domain.case import Case
from casusanalyse.domain.sitting import Scene
from casusanalyse.figures.beamer_frame import (
    QUESTION,
    STEP_MARGIN,
    WIDTH,
    fitting,
    smaller,
    step_alt,
    step_sheet,
    wrapped,
    written,
)
from casusanalyse.figures.svg import Picture

_TOP, _FOOT = 280.0, 850.0
_LETTER = 0.72
"""Height of a capital, times the size."""


def question_scene(_case: Case, scene: Scene, _today: date) -> Picture:
    """Draw one question of the step; after the last one comes the first again."""
    asked = asked_in(scene.step)
    return question_sheet(scene.step, asked[scene.page % len(asked)])


def question_sheet(step: int, question: str) -> Picture:
    """Draw a question of a step, 1 to 5, over the whole width."""
    room = (WIDTH - 2 * STEP_MARGIN, _FOOT - _TOP)
    letters = fitting(question, room, smaller(QUESTION, 104, 92, 80, 68))
    lines = wrapped(question, room[0], letters)
    high = (len(lines) - 1) * letters.line + letters.size * _LETTER
    top = (_TOP + _FOOT - high) / 2 + letters.size * _LETTER
    asked = written(lines, (STEP_MARGIN, top), letters)
    return step_sheet(step, [asked], alt=step_alt(step, question))
