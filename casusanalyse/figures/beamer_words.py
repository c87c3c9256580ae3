"""On the beamer: one question and the words people brought, without names."""

from collections.abc import Sequence
from dataclasses import dataclass

from casusanalyse.content.steps import check_out_questions
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.sitting import Scene
from casusanalyse.figures.beamer_frame import (
    QUESTION,
    STEP_MARGIN,
    WIDTH,
    Letters,
    fitting,
    smaller,
    step_alt,
    step_sheet,
    wrapped,
    written,
)
from casusanalyse.figures.beamer_list import Column, listed, pages
from casusanalyse.figures.svg import Picture

WORDS = Column(
    left=920.0, right=WIDTH - STEP_MARGIN, top=138.0, bottom=890.0, letters=Letters(size=50)
)

_ROOM = (776.0, 520.0)
_TOP = 360.0
_CHECK_OUT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What people said to one question, in the order they said it; never with a name."""

    question: str
    words: tuple[str, ...]


def said_in(case: Case, step: int) -> tuple[Said, ...]:
    """Return what was said at the check-in, or in step 5 what people take along."""
    here = case.participants
    if step == _CHECK_OUT:
        taken = tuple(one.takes_along for one in here if one.takes_along)
        return (Said(question=check_out_questions()[0], words=taken),)
    arriving = tuple(one.check_in for one in here if one.check_in)
    hopes = tuple(one.hope for one in here if one.hope)
    return (
        Said(question=text("beamer.check_in"), words=arriving),
        Said(question=text("beamer.hope"), words=hopes),
    )


def words_scene(said: Sequence[Said], scene: Scene) -> Picture:
    """Draw a page of what people said; the pages of the next question follow.

    Args:
        said: every question with its words; words of phones may be added to them.
        scene: its page counts on through all questions and begins again after the last.
    """
    every = word_pages(said)
    one = every[scene.page % len(every)]
    letters = fitting(one.question, _ROOM, smaller(QUESTION, 100, 88, 76, 64))
    lines = wrapped(one.question, _ROOM[0], letters)
    parts = (
        written(lines, (STEP_MARGIN, _TOP + letters.size * 0.72), letters),
        listed(one.words, WORDS),
    )
    says = " ".join((one.question, "; ".join(one.words))).strip()
    alt = step_alt(scene.step, says)
    return step_sheet(scene.step, parts, alt=alt, room=_ROOM[0])


def word_pages(said: Sequence[Said]) -> list[Said]:
    """Return a page per seven words; a question without words keeps an empty page."""
    return [
        Said(question=one.question, words=tuple(page))
        for one in said
        for page in pages(one.words, WORDS) or [[]]
    ]
