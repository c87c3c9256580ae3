"""The axis of the long line: the whole life, straight, in ages and years."""

from collections.abc import Iterator
from datetime import date

from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.figures.lettering import width
from casusanalyse.figures.long_line_stage import EDGE, LEFT, RIGHT, Stage
from casusanalyse.figures.palette import INK, INK_SOFT, LINE_STRONG
from casusanalyse.figures.svg import tag, words

_SIZE = 28.0
_BELOW = 38.0
_AGE_GAP = 8.0
_APART = 24.0
_DAYS_PER_YEAR = 365.25

Tick = tuple[float, str, str]
"""Place, age in words (may be empty), and year."""


def drawn_axis(case: Case, stage: Stage) -> str:
    """Return the axis with as many ticks as can be read."""
    line = tag("path", d=f"M{LEFT:.0f} {stage.axis:.1f}H{RIGHT:.0f}", stroke=LINE_STRONG)
    ticks = list(_ticks(case, stage))
    marks = "".join(f"M{x:.1f} {stage.axis - 7:.1f}v14" for x, _, _ in ticks)
    drawn = tag("path", d=marks or "M0 0", stroke=INK_SOFT, stroke_width=3)
    said = "".join(_said(tick, stage.axis + _BELOW) for tick in ticks)
    return tag("g", line, stroke_width=2) + drawn + said


def _ticks(case: Case, stage: Stage) -> Iterator[Tick]:
    birth = case.child.birth if case.child else None
    per_year = (RIGHT - LEFT) * _DAYS_PER_YEAR / (stage.last - stage.first)
    if birth is None:
        yield from _years(stage, per_year)
        return
    born, room = birth.middle.toordinal(), _room(_age(10), "2020")
    yield stage.x(born), text("long_line_layers.born"), ""
    every = _every(per_year, room)
    for age in range(every, int((stage.last - born) / _DAYS_PER_YEAR) + 1, every):
        day = born + round(age * _DAYS_PER_YEAR)
        yield stage.x(day), _age(age), str(date.fromordinal(day).year)


def _years(stage: Stage, per_year: float) -> Iterator[Tick]:
    every = _every(per_year, _room("", "2020"))
    first, last = (date.fromordinal(day).year for day in (stage.first, stage.last))
    for year in range(first + 1, last + 1):
        if year % every == 0:
            yield stage.x(date(year, 1, 1).toordinal()), "", str(year)


def _every(per_year: float, room: float) -> int:
    steps = (1, 2, 3, 4, 5, 10)
    return next((step for step in steps if step * per_year >= room + _APART), 20)


def _age(years: int) -> str:
    return counted("timeline_picture.years_old", years)


def _room(age: str, year: str) -> float:
    gap = _AGE_GAP if age and year else 0.0
    return width(age, _SIZE, weight=700) + gap + width(year, _SIZE)


def _said(tick: Tick, baseline: float) -> str:
    x, age, year = tick
    room = _room(age, year)
    left = x if not year else min(max(x - room / 2, LEFT), EDGE - room)
    font = {"y": baseline, "font_size": _SIZE, "fill": INK}
    said = words(age, x=left, font_weight=700, **font) if age else ""
    after = words(year, x=left + room - width(year, _SIZE), **font) if year else ""
    return said + after
