"""One lane as a row of parts that follow each other, for a picture from far away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from casusanalyse.analysis.figure import line_of
from casusanalyse.analysis.long_line_direction import SHORTEST_BLANK, holder_of
from casusanalyse.analysis.long_line_schools import NO_ACTIVITY, SHORTEST_WITHOUT
from casusanalyse.analysis.stretch import Stretch, joined, stretches
from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import EducationKind, FrameKind, Lane

_AHEAD = {
    FrameKind.CLOSED_ORDER.value: 1,
    FrameKind.OUT_OF_HOME.value: -1,
    EducationKind.DAY_ACTIVITY.value: -1,
    EducationKind.WORK.value: -1,
    **dict.fromkeys(NO_ACTIVITY, -2),
}
"""Of what goes on at once one is shown: a closed order within a frame, a school before work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanePart:
    """A part of a lane; days count as `date.toordinal()`.

    Attributes:
        period: what it shows; None for a blank.
        number: of the holder of the direction, in order of first appearance; 0 elsewhere.
    """

    start: int
    end: int
    period: Period | None = None
    number: int = 0


def lane_parts(case: Case, lane: Lane, *, today: date) -> tuple[LanePart, ...]:
    """Return the parts of a lane in order of time, blanks included, none over another.

    A blank stands in the direction and in education only, and only when it is long enough to
    count; after the last school nothing is claimed.
    """
    laid = joined(stretches(line_of(case, today).in_lane(lane), today=today))
    parts = [part for part in _flat(laid) if part.period and not _is_blank(part.period)]
    numbers = _numbers(parts) if lane is Lane.DIRECTION else {}
    shown = [
        LanePart(
            start=part.start,
            end=part.end,
            period=part.period,
            number=numbers.get(holder_of(part.period), 0) if part.period else 0,
        )
        for part in parts
    ]
    blanks = _blanks(lane, shown, _until(lane, laid, today.toordinal()))
    return tuple(sorted([*shown, *blanks], key=lambda part: part.start))


def _is_blank(period: Period) -> bool:
    return period.lane is Lane.EDUCATION and period.kind in NO_ACTIVITY


def _flat(laid: Sequence[Stretch]) -> list[LanePart]:
    days = sorted({day for one in laid for day in (one.start, max(one.start, one.end) + 1)})
    parts: list[LanePart] = []
    for start, after in pairwise(days):
        there = [one for one in laid if one.start <= start <= max(one.start, one.end)]
        if not there:
            continue
        period = max(there, key=_place).period
        if parts and parts[-1].period == period and parts[-1].end == start - 1:
            start = parts.pop().start  # noqa: PLW2901 - the part goes on
        parts.append(LanePart(start=start, end=after - 1, period=period))
    return parts


def _place(stretch: Stretch) -> tuple[int, int, str]:
    return _AHEAD.get(stretch.period.kind, 0), stretch.start, stretch.period.key


def _numbers(parts: Sequence[LanePart]) -> dict[str, int]:
    holders = [holder_of(part.period) for part in parts if part.period]
    return {holder: at for at, holder in enumerate(dict.fromkeys(filter(None, holders)), 1)}


def _until(lane: Lane, laid: Sequence[Stretch], today: int) -> int | None:
    """Return the day up to which the last part leaves a blank."""
    if not laid or lane not in {Lane.DIRECTION, Lane.EDUCATION}:
        return None
    if lane is Lane.EDUCATION:
        return min(today, max(one.end for one in laid))
    return today if all(one.ends for one in laid) else None


def _blanks(lane: Lane, parts: Sequence[LanePart], until: int | None) -> list[LanePart]:
    if lane not in {Lane.DIRECTION, Lane.EDUCATION} or not parts:
        return []
    least = SHORTEST_BLANK if lane is Lane.DIRECTION else SHORTEST_WITHOUT
    ends = [part.end for part in parts]
    starts = [part.start for part in parts[1:]] + ([until + 1] if until else [ends[-1]])
    found = zip(ends, starts, strict=True)
    return [
        LanePart(start=end + 1, end=start - 1)
        for end, start in found
        if start - 1 - end >= least
    ]
