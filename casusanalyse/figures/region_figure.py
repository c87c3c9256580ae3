"""A figure of the long line over all analyses, class by class, beside the national one.

Every class has a row of its own: in one stacked bar a hidden class would have to get a size.
"""

from collections.abc import Sequence
from typing import NamedTuple

from casusanalyse.content.region import shown
from casusanalyse.content.text import text
from casusanalyse.figures.beamer_frame import Letters, wrapped, written
from casusanalyse.figures.palette import (
    BAR_GROUND,
    INK_SOFT,
    NATIONAL_BAR,
    OURS_BAR,
    PRIMARY_INK,
)
from casusanalyse.figures.region_hidden import hatched
from casusanalyse.figures.svg import Picture, picture, tag

WIDTH = 900.0
_NAME_ROOM = 210.0
_LEFT, _FIELD = 222.0, 520.0
_HIGH, _BETWEEN, _ROW_GAP = 26.0, 4.0, 18.0
_TOP = 40.0
_KEY = 14.0
_LABEL = Letters(size=16)
_NUMBER = Letters(size=16, weight=700)
_QUIET = Letters(size=15, colour=INK_SOFT)


class ClassRow(NamedTuple):
    """One class.

    Attributes:
        number: analyses in it; None when that is hidden.
        share: of the analyses in all classes, as it is said; empty when that is not known.
        national: percentage; None where no national figure is known.
    """

    label: str
    number: int | None
    share: str = ""
    national: int | None = None


class Legend(NamedTuple):
    """What the two kinds of bars are called; the second is empty without a national figure."""

    ours: str
    national: str = ""


def figure_picture(
    question: str, rows: Sequence[ClassRow], *, whole: int, legend: Legend
) -> Picture:
    """Draw the classes below each other.

    Args:
        question: above the drawing; for who does not see it.
        rows: in the order of the classes.
        whole: analyses a bar of full length stands for.
        legend: what the bars are called.
    """
    parts, y = [_legend(legend)], _TOP
    for row in rows:
        parts.append(_row(row, y, whole))
        y += _height(row) + _ROW_GAP
    return picture(parts, width=WIDTH, height=y - _ROW_GAP + 2, alt=figure_alt(question, rows))


def figure_alt(question: str, rows: Sequence[ClassRow]) -> str:
    """Return the sentence that says the same as the drawing."""
    listed = ", ".join(_said(row) for row in rows)
    return text("region.figure_alt", question=question, listed=listed)


def _said(row: ClassRow) -> str:
    facts = {"label": row.label, "number": shown(row.number)}
    if row.national is None:
        return text("region.figure_alt_one", **facts)
    return text("region.figure_alt_national", **facts, national=row.national)


def _height(row: ClassRow) -> float:
    return _HIGH if row.national is None else 2 * _HIGH + _BETWEEN


def _legend(legend: Legend) -> str:
    drawn, x = [], _LEFT
    for name, colour in zip(legend, (OURS_BAR, NATIONAL_BAR), strict=True):
        if not name:
            continue
        drawn.append(_box((x, 6), _KEY, _KEY, colour))
        drawn.append(written([name], (x + _KEY + 8, 18), _QUIET))
        x += _KEY + 8 + _QUIET.width(name) + 28
    return "".join(drawn)


def _row(row: ClassRow, y: float, whole: int) -> str:
    lines = wrapped(row.label, _NAME_ROOM, _LABEL, most=2)
    middle = y + _height(row) / 2 + 5.5 - (len(lines) - 1) * _LABEL.line / 2
    parts = [written(lines, (0, middle), _LABEL), _ours(row, y, whole)]
    if row.national is not None:
        below = y + _HIGH + _BETWEEN
        wide = _FIELD * row.national / 100
        parts.append(_box((_LEFT, below), wide, _HIGH, NATIONAL_BAR))
        said = f"{row.national}%"
        parts.append(written([said], (_LEFT + wide + 10, below + 18.5), _QUIET))
    return "".join(parts)


def _ours(row: ClassRow, y: float, whole: int) -> str:
    if row.number is None:
        hidden = written([shown(None)], (_LEFT + _FIELD + 10, y + 18.5), _LABEL)
        return hatched(_LEFT, y, _FIELD, _HIGH) + hidden
    wide = _FIELD * min(1.0, row.number / whole)
    ground = tag("rect", x=_LEFT, y=y, width=_FIELD, height=_HIGH, fill=BAR_GROUND)
    said = shown(row.number)
    number = written([said], (_LEFT + wide + 10, y + 18.5), _NUMBER)
    share = _LEFT + wide + 10 + _NUMBER.width(said) + 10
    beside = written([row.share], (share, y + 18.5), _QUIET) if row.share else ""
    return ground + _box((_LEFT, y), wide, _HIGH, OURS_BAR) + number + beside


def _box(at: tuple[float, float], width: float, height: float, fill: str) -> str:
    x, y = at
    return tag("rect", x=x, y=y, width=width, height=height, fill=fill, stroke=PRIMARY_INK)
