"""Find a way for a line that crosses no card and, if it can, no name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from math import hypot

from casusanalyse.figures.network_ground import Box, Card, Places, Spot

Point = tuple[float, float]
Path = tuple[Point, ...]

CARD_CROSSED, NAME_CROSSED, FAMILY_CROSSED = 5000.0, 90.0, 300.0
CLEARANCE = 5.0
TURN = 9.0
NAME_HEIGHT = 18.0
NAME_WIDTH = 60.0
BEND = 0.3
OFFSETS = (0.0, 6.0, -6.0, 12.0, -12.0)
"""Lines in one corridor run beside each other."""


@dataclass(frozen=True, slots=True)
class End:
    """Where a line may begin or end.

    Attributes:
        points: each with the x of the gutter it opens on; None for a circle.
        radius: how far the line stays from the point.
    """

    points: tuple[tuple[Point, float | None], ...]
    radius: float = 0.0


def end_at_card(card: Card, y: float) -> End:
    """Return the end of a line at a row of a card."""
    return End(tuple(((edge, y), gutter) for edge, gutter in card.doors))


def end_at_spot(spot: Spot) -> End:
    """Return the end of a line at a circle."""
    return End((((spot.x, spot.y), None),), spot.radius + 4)


class Router:
    """Knows the ground plan and finds the best way between two ends."""

    def __init__(self, places: Places) -> None:
        self._corridors = places.corridors
        self._cards = [card.box.shrunk(1) for card in places.cards]
        self._hull = places.hull.shrunk(1)
        self._spots = [(spot, _name_box(spot)) for spot in places.family.values()]

    def path(self, a: End, b: End, *, number: int) -> Path:
        """Return the cheapest way from `a` to `b`.

        Args:
            a: one end.
            b: the other end.
            number: how manieth line this is; neighbours in a corridor run beside each other.
        """
        beside = OFFSETS[number % len(OFFSETS)]
        best: Path = ()
        least = float("inf")
        for way in _ways(a, b, self._corridors, beside):
            cost = _length(way) + self._crossed(way, a, b)
            if cost < least:
                best, least = way, cost
        return _rounded(_trimmed(best, a.radius, b.radius))

    def _crossed(self, way: Path, a: End, b: End) -> float:
        segments = list(pairwise(way))
        cost = CARD_CROSSED * _hits(segments, self._cards)
        ends = {a.points[0][0], b.points[0][0]}
        names = [box for spot, box in self._spots if (spot.x, spot.y) not in ends]
        cost += NAME_CROSSED * _hits(segments, names)
        passes_by = not (a.radius or b.radius)
        return cost + FAMILY_CROSSED * (passes_by and _hits(segments, [self._hull]))


def _name_box(spot: Spot) -> Box:
    top = min(spot.y - spot.radius, spot.name_y - NAME_HEIGHT)
    bottom = max(spot.y + spot.radius, spot.name_y + 4)
    across = max(spot.radius, NAME_WIDTH / 2)
    return Box(spot.x - across, top, 2 * across, bottom - top)


def _ways(a: End, b: End, corridors: Sequence[float], beside: float) -> Iterator[Path]:
    for (start, out), (stop, into) in product(a.points, b.points):
        yield (start, stop)
        if out is None and into is None:
            yield from _bent(start, stop)
            continue
        if out is not None and out == into:
            x = out + beside / 2
            yield (start, (x, start[1]), (x, stop[1]), stop)
        for corridor in corridors:
            y = corridor + beside
            leave = _to_corridor(start, out, y, beside)
            enter = _to_corridor(stop, into, y, beside)
            yield (start, *leave, *reversed(enter), stop)


def _to_corridor(point: Point, gutter: float | None, y: float, beside: float) -> Path:
    if gutter is None:
        return ()
    x = gutter + beside / 2
    return (x, point[1]), (x, y)


def _bent(start: Point, stop: Point) -> Iterator[Path]:
    """Two ways around whoever stands in between."""
    across, down = stop[0] - start[0], stop[1] - start[1]
    middle = (start[0] + stop[0]) / 2, (start[1] + stop[1]) / 2
    for side in (BEND, -BEND):
        yield start, (middle[0] - down * side, middle[1] + across * side), stop


def _length(way: Path) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(way))


def _hits(segments: Iterable[tuple[Point, Point]], boxes: Sequence[Box]) -> int:
    return sum(crosses(a, b, box) for a, b in segments for box in boxes)


def crosses(a: Point, b: Point, box: Box) -> bool:
    """Tell whether a straight line touches the inside of a box."""
    if max(a[0], b[0]) <= box.x or min(a[0], b[0]) >= box.right:
        return False
    if max(a[1], b[1]) <= box.y or min(a[1], b[1]) >= box.bottom:
        return False
    return _corners_on_both_sides(a, b, box)


def _corners_on_both_sides(a: Point, b: Point, box: Box) -> bool:
    across, down = b[0] - a[0], b[1] - a[1]
    sides = [
        across * (y - a[1]) - down * (x - a[0])
        for x in (box.x, box.right)
        for y in (box.y, box.bottom)
    ]
    return min(sides) < 0 < max(sides)


def _trimmed(way: Path, at_start: float, at_end: float) -> Path:
    if len(way) < 2:  # noqa: PLR2004 - a line needs two points
        return way
    first = _towards(way[0], way[1], at_start)
    last = _towards(way[-1], way[-2], at_end)
    return (first, *way[1:-1], last)


def _towards(point: Point, goal: Point, distance: float) -> Point:
    whole = hypot(goal[0] - point[0], goal[1] - point[1])
    part = min(0.5, distance / whole) if whole else 0.0
    return point[0] + (goal[0] - point[0]) * part, point[1] + (goal[1] - point[1]) * part


def _rounded(way: Path) -> Path:
    """Replace every corner by a small curve."""
    if len(way) < 3:  # noqa: PLR2004 - a corner needs three points
        return way
    points = [way[0]]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        start, stop = _towards(corner, before, TURN), _towards(corner, after, TURN)
        points += [_on_curve(start, corner, stop, part / 4) for part in range(5)]
    return (*points, way[-1])


def _on_curve(start: Point, corner: Point, stop: Point, part: float) -> Point:
    rest = 1 - part
    weights = rest * rest, 2 * rest * part, part * part
    xs, ys = zip(start, corner, stop, strict=True)
    return (
        sum(weight * x for weight, x in zip(weights, xs, strict=True)),
        sum(weight * y for weight, y in zip(weights, ys, strict=True)),
    )
