"""The shapes of events: what is certain, what is not, what matters.

Only numbers go into these shapes, so they are written without escaping.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from casusanalyse.domain.dates import Span
from casusanalyse.domain.timeline import Event
from casusanalyse.figures.palette import INK
from casusanalyse.figures.timeline_axis import Axis

_SMALLEST_RANGE = 11.0
_DASHES = "2.6 2.4"


class Shape(Enum):
    """How sure a date is, as a shape."""

    KNOWN = "known"
    WITHIN = "within"
    UNSURE = "unsure"
    LASTING = "lasting"


class Mark(NamedTuple):
    """A shape on its place.

    Attributes:
        x: where its middle or its first day is; the hairline of a chosen event stands here.
        left, right: its outer edges.
    """

    shape: Shape
    x: float
    left: float
    right: float
    is_crucial: bool


class Dated(NamedTuple):
    """An event with a date, read once: how sure it is, and which days its mark covers.

    Days count as `date.toordinal()`; `start` is where the event stands in the order of time.
    """

    event: Event
    when: Span
    shape: Shape
    start: int
    first: int
    last: int


def dated_events(events: Iterable[Event], today: date) -> list[Dated]:
    """Return the events that have a date, in order of time."""
    found = (_dated(event, event.when, today) for event in events if event.when)
    return sorted(found, key=lambda dated: (dated.start, dated.event.rank, dated.event.key))


def _dated(event: Event, when: Span, today: date) -> Dated:
    shape, start = _shape(when), when.start.toordinal()
    first = last = start
    anchor = when.since or when.until
    if shape is Shape.LASTING:
        last = when.end(today).toordinal()
    elif shape is Shape.WITHIN and anchor:
        first, last = anchor.first.toordinal(), anchor.last.toordinal()
    return Dated(event, when, shape, start, first, last)


def _shape(when: Span) -> Shape:
    anchor = when.since or when.until
    if anchor and anchor.is_soft:
        return Shape.UNSURE
    if when.since and when.is_stretch:
        return Shape.LASTING
    return Shape.KNOWN if anchor and anchor.is_sharp else Shape.WITHIN


def mark_of(dated: Dated, axis: Axis) -> Mark:
    """Place the mark of an event on the axis."""
    left, right = axis.x(dated.first), axis.x(dated.last)
    is_crucial = dated.event.is_crucial
    radius = 7.5 if is_crucial else 5.0
    if dated.shape is Shape.WITHIN:
        grow = max(0.0, _SMALLEST_RANGE - (right - left)) / 2
        left, right = max(axis.left, left - grow), right + grow
        return Mark(dated.shape, (left + right) / 2, left, right, is_crucial)
    if dated.shape is Shape.LASTING and right - left > 2 * radius:
        return Mark(dated.shape, left, left - radius, right, is_crucial)
    shape = Shape.KNOWN if dated.shape is Shape.LASTING else dated.shape
    return Mark(shape, left, left - radius, left + radius, is_crucial)


def small(mark: Mark) -> Mark:
    """Return the mark without its length, for where there is no room for names either."""
    shape = Shape.KNOWN if mark.shape is Shape.LASTING else mark.shape
    half = _SMALLEST_RANGE / 2
    return mark._replace(shape=shape, left=mark.x - half, right=mark.x + half)


def drawn(mark: Mark, y: float, *, is_tall: bool = False) -> str:
    """Return the shape of a mark with its middle on `y`; tall when words stand in it."""
    if mark.shape is Shape.WITHIN:
        return _capsule(mark, y, 8.5 if is_tall else 5)
    line = _line(mark, y) if mark.shape is Shape.LASTING else ""
    dashes = f' stroke-dasharray="{_DASHES}"' if mark.shape is Shape.UNSURE else ""
    if mark.is_crucial:
        return f"{line}{_ring(mark.x, y, 6.5, dashes)}{_dot(mark.x, y, 3)}"
    return line + (_ring(mark.x, y, 5, dashes) if dashes else _dot(mark.x, y, 5))


def diamond(x: float, y: float) -> str:
    """Return the diamond of an event that is seen differently, with its left corner on `x`."""
    return (
        f'<path d="M{x + 5:.1f} {y - 5:.1f}l5 5-5 5-5-5z" fill="#fff" stroke="{INK}"'
        ' stroke-width="1.7" paint-order="normal"/>'
    )


def _dot(x: float, y: float, radius: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{INK}" stroke="none"/>'


def _ring(x: float, y: float, radius: float, dashes: str) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="#fff" stroke="{INK}"'
        f' stroke-width="2" paint-order="normal"{dashes}/>'
    )


def _capsule(mark: Mark, y: float, radius: float) -> str:
    outline = (
        f'<rect x="{mark.left:.1f}" y="{y - radius:.1f}" width="{mark.right - mark.left:.1f}"'
        f' height="{2 * radius}" rx="{radius}" fill="#fff" stroke="{INK}" stroke-width="2"'
        ' paint-order="normal"/>'
    )
    return outline + (_dot(mark.x, y, 3) if mark.is_crucial else "")


def _line(mark: Mark, y: float) -> str:
    return (
        f'<path d="M{mark.x:.1f} {y:.1f}H{mark.right - 1:.1f}m0-4v8" fill="none"'
        f' stroke="{INK}" stroke-width="2.5"/>'
    )
