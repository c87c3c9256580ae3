"""The step line: where the child lived, lighter kinds of stay on top, heavier ones below."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from casusanalyse.analysis.figure import line_of
from casusanalyse.analysis.stretch import Stretch, joined, stretches
from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import WEIGHTLESS, Lane, StayKind

MOST_ROWS = 7
_JOINED = 30
"""Days; after a longer time that is not known a riser is drawn as not sure."""

_KINDS = {kind.value for kind in StayKind}
_WEIGHTS = {kind: at for at, kind in enumerate(k for k in StayKind if k not in WEIGHTLESS)}
_ALIKE = (
    {StayKind.CLOSED, StayKind.CUSTODY},
    {StayKind.CRISIS_SHELTER, StayKind.PSYCHIATRIC},
    {StayKind.SMALL_SCALE, StayKind.OPEN_GROUP},
    {StayKind.FOSTER_FAMILY, StayKind.FAMILY_HOUSE},
    {StayKind.KIN, StayKind.RESPITE},
)
Row = tuple[StayKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One stay on the step line; days count as `date.toordinal()`.

    Attributes:
        row: 0 on top.
        start, end: where a drawing lays it; the middle of a vague date.
        is_sure: its kind and dates are known well enough to draw it closed.
        is_joined: it follows the stay before it, as far as known.
        rise: 1 to a heavier kind than the stay before, -1 to a lighter one, otherwise 0.
    """

    stay: Period
    kind: StayKind
    row: int
    start: int
    end: int
    is_sure: bool
    is_joined: bool
    rise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """The stays in the order in which they began.

    Attributes:
        rows: the kinds on every row, home on top; at most `MOST_ROWS`.
        undated: how many stays have no date and so no place on the line.
    """

    segments: tuple[Segment, ...]
    rows: tuple[Row, ...]
    undated: int

    def at(self, day: int) -> Segment | None:
        """Return the stay of a day: of several the one that began last."""
        there = [one for one in self.segments if one.start <= day <= one.end]
        return max(there, key=lambda one: one.start, default=None)


def step_line(case: Case, *, today: date) -> StepLine:
    """Return the step line of a case; what is hidden is left out."""
    line = line_of(case, today)
    stays = line.in_lane(Lane.STAY)
    laid = joined(_begun(stretches(stays, today=today), line.dawn))
    kinds = [_kind(one.period) for one in laid]
    rows = _rows(kinds)
    level = {kind: at for at, row in enumerate(rows) for kind in row}
    segments: list[Segment] = []
    for stretch, kind in zip(laid, kinds, strict=True):
        above = segments[-1].row if segments else 0
        segments.append(_segment(stretch, segments, level.get(kind, above)))
    undated = sum(stay.when is None for stay in stays)
    return StepLine(segments=tuple(segments), rows=rows, undated=undated)


def _begun(laid: Sequence[Stretch], dawn: int) -> tuple[Stretch, ...]:
    """Let a first home of which only the end is known begin where the line begins."""
    first_end = min((one.end for one in laid), default=dawn)
    begun = [
        replace(one, start=dawn)
        if not one.starts and one.end == first_end and _kind(one.period) is StayKind.HOME
        else one
        for one in laid
    ]
    return tuple(sorted(begun, key=lambda one: (one.start, -one.end, one.period.key)))


def _segment(stretch: Stretch, before: Sequence[Segment], row: int) -> Segment:
    kind, last = _kind(stretch.period), before[-1] if before else None
    return Segment(
        stay=stretch.period,
        kind=kind,
        row=row,
        start=stretch.start,
        end=stretch.end,
        is_sure=_is_sure(stretch, kind),
        is_joined=last is not None and stretch.start - last.end <= _JOINED,
        rise=_rise(kind, before),
    )


def _kind(stay: Period) -> StayKind:
    return StayKind(stay.kind) if stay.kind in _KINDS else StayKind.UNKNOWN


def _is_sure(stretch: Stretch, kind: StayKind) -> bool:
    when = stretch.period.when
    moments = [one for one in (when.since, when.until) if one] if when else []
    length = stretch.end - stretch.start
    is_vague = any(one.doubt or (one.last - one.first).days > length for one in moments)
    return kind is not StayKind.UNKNOWN and stretch.starts and stretch.ends and not is_vague


def _rise(kind: StayKind, before: Sequence[Segment]) -> int:
    weights = [_WEIGHTS[one.kind] for one in before if one.kind in _WEIGHTS]
    if kind not in _WEIGHTS or not weights:
        return 0
    return (_WEIGHTS[kind] > weights[-1]) - (_WEIGHTS[kind] < weights[-1])


def _rows(kinds: Sequence[StayKind]) -> tuple[Row, ...]:
    """Give every kind that occurs a row; too many rows are put together two by two."""
    order = [kind for kind in StayKind if kind not in WEIGHTLESS]
    order.insert(1, StayKind.SUPERVISED_LIVING)
    used = {*kinds, StayKind.HOME}
    rows: list[Row] = [(kind,) for kind in order if kind in used]
    known = [kind for kind in kinds if kind is not StayKind.UNKNOWN]
    steps = [(one, other) for one, other in pairwise(known)]
    while len(rows) > MOST_ROWS:
        pairs = range(1, len(rows) - 1)
        at = min(pairs, key=lambda number: _cost(rows[number], rows[number + 1], steps))
        rows[at : at + 2] = [rows[at] + rows[at + 1]]
    return tuple(rows)


def _cost(
    one: Row, other: Row, steps: Sequence[tuple[StayKind, StayKind]]
) -> tuple[int, int, int]:
    """Say how much is lost by putting two rows together: first of all no move may vanish."""
    lost = sum(bool({*step} & {*one}) and bool({*step} & {*other}) for step in steps)
    alike = any({one[-1], other[0]} == pair for pair in _ALIKE)
    return lost, not alike, len(one) + len(other)
