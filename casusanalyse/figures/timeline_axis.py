"""From day to place on the line: one straight scale, or two with an announced bend."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from casusanalyse.content.text import page, text
from casusanalyse.figures.lettering import width
from casusanalyse.figures.palette import INK, INK_SOFT, PRIMARY
from casusanalyse.figures.svg import words

GRID = "#ECE9E2"
_BEND = "#B9B4A9"
_QUIET_SHARE = 0.2
"""Years that hold less than this share of the events may be drawn small."""
_SMALL_SHARE = 0.158
"""Share of the field the small years get."""
_WORTH_IT = 0.25
"""A bend must free at least this share of the time, or it only confuses."""
_LABEL_ROOM = 40.0
_GRID_ROOM = 10.0
_MONTH_ROOM = 10.0
YEARS_IN_VIEW = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Places days (`date.toordinal()`) between `left` and `right`, in drawing units.

    Attributes:
        first, last: days at the left and right edge.
        bend: day where the small scale ends; equal to `first` when there is no bend.
        bend_x: place of the bend; equal to `left` when there is no bend.
    """

    first: int
    last: int
    left: float
    right: float
    bend: int
    bend_x: float

    def x(self, day: int) -> float:
        """Return the place of a day, kept within the field."""
        if day >= self.last:
            return self.right
        if day >= self.bend:
            share = (day - self.bend) / (self.last - self.bend)
            return self.bend_x + share * (self.right - self.bend_x)
        if day <= self.first:
            return self.left
        share = (day - self.first) / (self.bend - self.first)
        return self.left + share * (self.bend_x - self.left)

    @property
    def is_bent(self) -> bool:
        """Whether the first years are drawn smaller."""
        return self.bend > self.first


def whole_axis(
    days: Sequence[int], *, first: int, last: int, field: tuple[float, float]
) -> Axis:
    """Return the axis of the whole line.

    Args:
        days: the days of the events, in order.
        first: day the line runs from.
        last: day the line runs to.
        field: left and right edge in drawing units.
    """
    left, right = field
    bend = _bend(days, first, last)
    small = max((right - left) * _SMALL_SHARE, _small_room(first, bend)) if bend else 0.0
    return Axis(
        first=first,
        last=max(last, first + 1),
        left=left,
        right=right,
        bend=bend or first,
        bend_x=left + small,
    )


def years_axis(first_year: int, *, field: tuple[float, float]) -> Axis:
    """Return the straight axis of four years from 1 January."""
    first = date(first_year, 1, 1).toordinal()
    last = date(first_year + YEARS_IN_VIEW, 1, 1).toordinal()
    return Axis(
        first=first, last=last, left=field[0], right=field[1], bend=first, bend_x=field[0]
    )


def _bend(days: Sequence[int], first: int, last: int) -> int | None:
    """Return the latest New Year's Day before which it is quiet, if that is worth a bend."""
    found = None
    for year in range(_year(first) + 2, _year(last)):
        day = date(year, 1, 1).toordinal()
        share_of_time = (day - first) / (last - first)
        is_quiet = bisect_left(days, day) < len(days) * _QUIET_SHARE
        if is_quiet and share_of_time >= _WORTH_IT:
            found = day
    return found


def _small_room(first: int, bend: int) -> float:
    return width(_announcement(first, bend), 13) + 8


def _announcement(first: int, bend: int) -> str:
    return text("timeline_picture.bend", first=_year(first), last=_year(bend) - 1)


def _year(day: int) -> int:
    return date.fromordinal(day).year


def grid(axis: Axis, *, top: float, bottom: float) -> str:
    """Return the year lines and the bend, to be drawn behind everything."""
    lines = "".join(
        f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{top:.0f}" y2="{bottom:.0f}" stroke="{GRID}"/>'
        for x in _roomy([axis.x(day) for day in _new_years(axis)], _GRID_ROOM)
    )
    if not axis.is_bent:
        return lines
    bend = "".join(f"M{axis.bend_x + at:.1f} {top:.0f}V{bottom:.0f}" for at in (-3, 0))
    return f'{lines}<path d="{bend}" stroke="{_BEND}" fill="none"/>'


def year_names(axis: Axis, *, baseline: float, size: float, until: float) -> str:
    """Return the names of the years above the line.

    Args:
        axis: the axis.
        baseline: y of the letters.
        size: height of the letters.
        until: no name runs past this x.
    """
    said = [
        words(str(_year(day)), x=axis.x(day) + 4, y=baseline)
        for day in _named_years(axis, until)
    ]
    if axis.is_bent:
        said.insert(0, words(_announcement(axis.first, axis.bend), x=axis.left, y=baseline))
    return f'<g font-size="{size}" fill="{INK_SOFT}">{"".join(said)}</g>'


def month_names(axis: Axis, *, baseline: float, until: float) -> str:
    """Return a tick for every month and a name for every quarter but the first."""
    names: Sequence[str] = page("timeline_picture")["quarters"]
    ticks, said = [], []
    for year in range(_year(axis.first), _year(axis.last)):
        ticks += [axis.x(date(year, month, 1).toordinal()) for month in range(1, 13)]
        for name, month in zip(names, (4, 7, 10), strict=True):
            x = axis.x(date(year, month, 1).toordinal()) + 3
            said += [words(name, x=x, y=baseline)] if x + width(name, 13) < until else []
    marks = "".join(f"M{x:.1f} {baseline + 3:.1f}v5" for x in _roomy(ticks, _MONTH_ROOM))
    path = f'<path d="{marks}" stroke="{_BEND}" fill="none"/>'
    return f'{path}<g font-size="13" fill="{INK_SOFT}">{"".join(said)}</g>'


def now_line(x: float, *, top: float, bottom: float) -> str:
    """Return the line of today."""
    return f'<path d="M{x:.1f} {top:.0f}V{bottom:.0f}" stroke="{INK}" stroke-width="1.5"/>'


def day_line(axis: Axis, day: date | None, *, top: float, bottom: float) -> str:
    """Return a thin line at a day; nothing without a day or when it is out of view."""
    if day is None or not axis.first <= day.toordinal() <= axis.last:
        return ""
    x = axis.x(day.toordinal())
    return f'<path d="M{x:.1f} {top:.0f}V{bottom:.0f}" stroke="{PRIMARY}" stroke-width="1"/>'


def _new_years(axis: Axis) -> list[int]:
    years = range(_year(axis.first), _year(axis.last) + 1)
    days = (date(year, 1, 1).toordinal() for year in years)
    return [day for day in days if axis.first <= day < axis.last]


def _named_years(axis: Axis, until: float) -> list[int]:
    days = [day for day in _new_years(axis) if day >= axis.bend]
    steps = [axis.x(after) - axis.x(day) for day, after in pairwise(days)]
    every = next(
        (step for step in (1, 2, 5, 10, 20) if not steps or steps[0] * step >= _LABEL_ROOM), 50
    )
    chosen = [day for day in days if _year(day) % every == 0]
    return [day for day in chosen if axis.x(day) + 4 + width("2000", 13.6) <= until]


def _roomy(places: Sequence[float], room: float) -> list[float]:
    kept: list[float] = []
    for x in places:
        if not kept or x - kept[-1] >= room:
            kept.append(x)
    return kept
