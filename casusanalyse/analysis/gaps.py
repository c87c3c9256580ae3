"""Gaps in a lane: time in which nobody or nothing was there, as far as known."""

from collections.abc import Iterable
from dataclasses import dataclass

from casusanalyse.analysis.stretch import Stretch

LEAST_DAYS = 30
"""A shorter gap is not drawn; a hand-over takes a few weeks."""
_DAYS_PER_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Days between two stretches; days count as `date.toordinal()`.

    Attributes:
        start: last day that was still covered.
        end: first day that is covered again, or the day up to which was looked.
        soft: one of its ends is not known to the month.
    """

    start: int
    end: int
    soft: bool

    @property
    def days(self) -> int:
        """Days without cover."""
        return self.end - self.start - 1

    @property
    def months(self) -> int:
        """Length in whole months, rounded, at least 1."""
        return max(1, round(self.days / _DAYS_PER_MONTH))


def gaps(line: Iterable[Stretch], *, until: int | None = None) -> tuple[Gap, ...]:
    """Return the gaps of at least `LEAST_DAYS` in order of time.

    Beside an end that is not known there may or may not be a gap; none is claimed there.

    Args:
        line: the stretches of one lane in order of time; they may overlap.
        until: also look from the last stretch up to this day, such as today.
    """
    found: list[Gap] = []
    last: Stretch | None = None
    for stretch in line:
        if last and stretch.starts:
            found += _between(last, stretch.start, soft=stretch.soft_start)
        if last is None or stretch.end >= last.end:
            last = stretch
    if last and until is not None:
        found += _between(last, until + 1, soft=False)
    return tuple(found)


def _between(last: Stretch, day: int, *, soft: bool) -> list[Gap]:
    gap = Gap(start=last.end, end=day, soft=soft or last.soft_end)
    return [gap] if last.ends and gap.days >= LEAST_DAYS else []
