"""Periods of one lane as stretches of days, ready to be laid beside each other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from casusanalyse.domain.dates import Span, VagueDate
from casusanalyse.domain.timeline import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A dated period as a drawing lays it down; days count as `date.toordinal()`.

    Attributes:
        start, end: first and last day; equal when the length is not known.
        starts, ends: whether that end is known at all.
        soft_start, soft_end: known, but not to the month, or doubted.
    """

    period: Period
    start: int
    end: int
    starts: bool
    ends: bool
    soft_start: bool
    soft_end: bool


def stretches(periods: Iterable[Period], *, today: date) -> tuple[Stretch, ...]:
    """Return the dated, visible periods in order of time; the longest first on one day."""
    dated = ((period, period.when) for period in periods if not period.hidden)
    found = [_stretch(period, when, today) for period, when in dated if when]
    return tuple(sorted(found, key=_order))


def joined(line: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Let neighbours meet on one day where their vague dates allow it.

    "Tot 2019" and "sinds maart 2019" then touch in March; without this the drawing would
    show an overlap or a gap that nobody meant.
    """
    laid = list(line)
    for index in range(1, len(laid)):
        day = _meeting(laid[index - 1].period.when, laid[index].period.when)
        if day is not None and laid[index - 1].start <= day <= laid[index].end:
            laid[index - 1] = replace(laid[index - 1], end=day)
            laid[index] = replace(laid[index], start=day)
    return tuple(laid)


def _stretch(period: Period, when: Span, today: date) -> Stretch:
    start, end = when.start.toordinal(), when.end(today).toordinal()
    if when.since and not when.is_stretch:
        start, end = when.since.first.toordinal(), when.since.last.toordinal()
    return Stretch(
        period=period,
        start=start,
        end=end,
        starts=when.since is not None,
        ends=when.is_stretch,
        soft_start=_soft(when.since),
        soft_end=_soft(when.until),
    )


def _soft(moment: VagueDate | None) -> bool:
    return moment is not None and not moment.is_sharp


def _order(stretch: Stretch) -> tuple[int, int, float, str]:
    return stretch.start, -stretch.end, stretch.period.rank, stretch.period.key


def _meeting(before: Span | None, after: Span | None) -> int | None:
    until, since = before and before.until, after and after.since
    if not until or not since:
        return None
    first, last = max(until.first, since.first), min(until.last, since.last)
    return None if first > last else (first + (last - first) // 2).toordinal()
