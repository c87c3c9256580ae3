"""What is seen together, as a staircase: one label per code, at the end of its row."""

from collections.abc import Callable, Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from casusanalyse.content.region import say_number
from casusanalyse.content.text import text
from casusanalyse.figures.beamer_frame import Letters, wrapped, written
from casusanalyse.figures.palette import INK, PAIR, PRIMARY, SUNK, SURFACE
from casusanalyse.figures.region_hidden import hatched
from casusanalyse.figures.svg import Picture, picture, tag, words

WIDTH = 582.0
MOST_CODES = 7
_STEP_X, _STEP_Y = 58.0, 46.0
_CELL_X, _CELL_Y = 56.0, 44.0
_RADIUS, _LEAST, _BOX = 20.5, 11.0, 22.0
_LETTER, _SMALLER, _LONG = 17.0, 15.0, 4
_LABEL = Letters(size=16, leading=1.15)
_LIT = Letters(size=16, weight=700, leading=1.15)
_LINES = 2
_TOP = 46.0


class Step(NamedTuple):
    """One code of the staircase."""

    key: str
    label: str


Together = Callable[[str, str], int | None]
"""In how many analyses two codes are both seen; None when that is hidden."""


def pairs_picture(
    steps: Sequence[Step], together: Together, *, lit: tuple[str, ...] = ()
) -> Picture:
    """Draw the staircase.

    Args:
        steps: at most `MOST_CODES`, from the top down.
        together: gives the number of a pair.
        lit: the pair the finding is about.
    """
    largest = max((pair[2] or 0 for pair in _pairs(steps, together)), default=0)
    parts = [_label(step, at, is_lit=step.key in lit) for at, step in enumerate(steps)]
    for row, lower in enumerate(steps):
        for column, upper in enumerate(steps[:row]):
            number = together(upper.key, lower.key)
            is_lit = {upper.key, lower.key} <= set(lit)
            parts.append(_cell((column, row), number, largest, is_lit=is_lit))
    height = _TOP + max(len(steps) - 1, 0) * _STEP_Y + 4
    return picture(parts, width=WIDTH, height=height, alt=pairs_alt(steps, together))


def pairs_alt(steps: Sequence[Step], together: Together) -> str:
    """Return the sentence that says the same: what is published, the largest first."""
    known = [pair for pair in _pairs(steps, together) if pair[2] is not None]
    listed = ", ".join(
        text("region.pairs_alt_one", one=one, other=other, number=say_number(number or 0))
        for one, other, number in sorted(known, key=lambda pair: -(pair[2] or 0))
    )
    return text("region.pairs_alt", listed=listed or text("region.hidden"))


def _pairs(steps: Sequence[Step], together: Together) -> Iterator[tuple[str, str, int | None]]:
    for row, lower in enumerate(steps):
        for upper in steps[:row]:
            yield upper.label, lower.label, together(upper.key, lower.key)


def _label(step: Step, at: int, *, is_lit: bool) -> str:
    letters = _LIT if is_lit or at == 0 else _LABEL
    x = 4.0 if at == 0 else at * _STEP_X + 12
    lines = wrapped(step.label, WIDTH - x, letters, most=_LINES)
    middle = _top(at) + _CELL_Y / 2 if at else _TOP - 24
    first = middle + 6 - (len(lines) - 1) * letters.line / 2
    return written(lines, (x, first), letters)


def _top(row: int) -> float:
    return _TOP + (row - 1) * _STEP_Y


def _cell(place: tuple[int, int], number: int | None, largest: int, *, is_lit: bool) -> str:
    column, row = place
    left, top = column * _STEP_X + 1, _top(row)
    ground = tag("rect", x=left, y=top, width=_CELL_X, height=_CELL_Y, fill=SUNK)
    x, y = left + _CELL_X / 2, top + _CELL_Y / 2
    if number is None:
        return ground + hatched(x - _BOX / 2, y - _BOX / 2, _BOX, _BOX)
    said = say_number(number)
    radius = max(_LEAST, _RADIUS * sqrt(number / largest))
    fill, ink = (PRIMARY, SURFACE) if is_lit else (PAIR, INK)
    size = _LETTER if len(said) < _LONG else _SMALLER
    return (
        ground
        + tag("circle", cx=x, cy=y, r=radius, fill=fill)
        + words(
            said,
            x=x,
            y=y + 6,
            font_size=size,
            font_weight=700,
            text_anchor="middle",
            fill=ink,
        )
    )
