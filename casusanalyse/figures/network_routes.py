"""Find a way for a line that crosses no card and, if it can, no name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from math import hypot

from casusanalyse.figures.network_ground import Box, Card, Places, Point, Spot
from casusanalyse.figures.network_paths import (
    Path,
    along,
    crosses,
    curve,
    length_of,
    rest,
    rounded,
)

Door = tuple[Point, float | None]

CARD_CROSSED, NAME_CROSSED, FAMILY_CROSSED = 5000.0, 260.0, 400.0
CLEARANCE = 5.0
NAME_ABOVE, NAME_BELOW, FAR_PAST = 14.0, 5.0, 90.0
STEP = 4.0
TITLE_WIDTH = 130.0
HULL_CORNER = 64.0
BENDS = (0.15, -0.15, 0.4, -0.4)
SHALLOW = 0.2
SPREAD = 72.0
OFFSETS = (0.0, -6.0, 6.0, -12.0, 12.0, -17.0, 17.0)
"""Lines in one corridor run beside each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Where a line may begin or end.

    Attributes:
        points: each with the x of the gutter it opens on; None for family.
        card: the card it belongs to, if any.
        spot: the circle it belongs to, if any.
    """

    points: tuple[tuple[Point, float | None], ...]
    card: Card | None = None
    spot: Spot | None = None


def end_at_card(card: Card, y: float) -> End:
    """Return the end of a line at a row of a card."""
    return End(points=tuple(((edge, y), gutter) for edge, gutter in card.doors), card=card)


def end_at_spot(spot: Spot) -> End:
    """Return the end of a line at a circle."""
    return End(points=(((spot.x, spot.y), None),), spot=spot)


def end_at_family(hull: Box, other: End) -> End:
    """Return the end of a line to the family as a whole: the nearest place on its edge."""
    return End(
        points=tuple(
            (_on_edge(hull, (gutter or point[0], point[1])), None)
            for point, gutter in other.points
        )
    )


def _on_edge(hull: Box, point: Point) -> Point:
    x = min(max(point[0], hull.x + HULL_CORNER), hull.right - HULL_CORNER)
    y = min(max(point[1], hull.y + HULL_CORNER), hull.bottom - HULL_CORNER)
    if point[0] <= hull.x:
        return hull.x, y
    if point[0] >= hull.right:
        return hull.right, y
    return x, hull.y if point[1] <= hull.y else hull.bottom


class Router:
    """Knows the ground plan and who is there, and finds the best way between two ends."""

    def __init__(self, places: Places, cards: Iterable[Card]) -> None:
        self._places = places
        self._cards = [(card, card.box.shrunk(-CLEARANCE)) for card in cards]
        self._hull = places.hull.shrunk(1)
        self._names = [(spot, name_box(spot)) for spot in places.family.values()]

    def path(self, a: End, b: End, *, number: int) -> Path:
        """Return the cheapest way from `a` to `b`.

        Args:
            a: one end.
            b: the other end.
            number: how many lines before it took a corridor; they run beside each other.
        """
        beside = OFFSETS[number % len(OFFSETS)]
        obstacles = self._obstacles(a, b)
        best: Path = ()
        least = float("inf")
        for length, way in sorted((length_of(way), way) for way in self._ways(a, b, beside)):
            if length >= least:
                break
            cost = length + _crossed(way, obstacles)
            if cost < least:
                best, least = way, cost
        way = _outside(rounded(best), a.spot)
        return _outside(way[::-1], b.spot)[::-1]

    def _obstacles(self, a: End, b: End) -> list[tuple[Box, float]]:
        """Boxes to keep away from, with what crossing one costs."""
        own = (a.card, b.card)
        found = [
            (card.box.shrunk(1) if card in own else box, CARD_CROSSED)
            for card, box in self._cards
        ]
        found += [
            (box, NAME_CROSSED) for spot, box in self._names if spot not in (a.spot, b.spot)
        ]
        found.append((title_box(self._places.hull), NAME_CROSSED))
        if a.card and b.card:
            found.append((self._hull, FAMILY_CROSSED))
        return found

    def _ways(self, a: End, b: End, beside: float) -> Iterator[Path]:
        shift = beside * self._places.gutter / SPREAD
        for (start, out), (stop, into) in product(_shifted(a, shift), _shifted(b, shift)):
            if out is not None and out == into:
                yield (start, (out, start[1]), (out, stop[1]), stop)
                continue
            yield (start, stop)
            if a.spot or b.spot:
                yield from _bent(start, stop)
            for corridor in self._places.corridors:
                yield from self._along(a, b, ((start, out), (stop, into)), corridor + beside)

    def _along(self, a: End, b: End, doors: tuple[Door, Door], y: float) -> Iterator[Path]:
        """Through the gutters and a corridor, and if need be beside the family."""
        (start, out), (stop, into) = doors
        leaving, arriving = _to_corridor(start, out, y), _to_corridor(stop, into, y)
        yield (start, *leaving, *reversed(arriving), stop)
        yield _shallow(start, stop, y)
        for x in self._places.lanes:
            if a.spot and into is not None:
                yield (start, (x, start[1]), (x, y), *reversed(arriving), stop)
            if b.spot and out is not None:
                yield (start, *leaving, (x, y), (x, stop[1]), stop)


def _crossed(way: Path, obstacles: Sequence[tuple[Box, float]]) -> float:
    segments = list(pairwise(way))
    return sum(cost for box, cost in obstacles for a, b in segments if crosses(a, b, box))


def title_box(hull: Box) -> Box:
    """Return the room of the words on top of the family."""
    across = min(TITLE_WIDTH, hull.width)
    return Box(hull.x + (hull.width - across) / 2, hull.y + 5, across, 22)


def name_box(spot: Spot) -> Box:
    """Return the room of a circle with its name."""
    top = min(spot.y - spot.radius, spot.name_y - NAME_ABOVE)
    bottom = max(spot.y + spot.radius, spot.name_y + NAME_BELOW)
    across = max(spot.radius, spot.name_width / 2 + 3)
    return Box(spot.x - across, top, 2 * across, bottom - top)


def _shifted(end: End, shift: float) -> list[Door]:
    return [(point, None if gutter is None else gutter + shift) for point, gutter in end.points]


def _to_corridor(point: Point, gutter: float | None, y: float) -> Path:
    return () if gutter is None else ((gutter, point[1]), (gutter, y))


def _bent(start: Point, stop: Point) -> Iterator[Path]:
    """Some curves around whoever stands in between."""
    across, down = stop[0] - start[0], stop[1] - start[1]
    middle = (start[0] + stop[0]) / 2, (start[1] + stop[1]) / 2
    for side in BENDS:
        yield curve(start, (middle[0] - down * side, middle[1] + across * side), stop)


def _shallow(start: Point, stop: Point, y: float) -> Path:
    """Straight to a corridor, along it, and straight to the other end."""
    across = (stop[0] - start[0]) * SHALLOW
    return start, (start[0] + across, y), (stop[0] - across, y), stop


def _outside(way: Path, spot: Spot | None) -> Path:
    """Cut off the beginning of a line that lies in a circle or in its name."""
    if spot is None:
        return way
    distance = 0.0
    while distance < FAR_PAST and _is_inside(along(way, distance), spot):
        distance += STEP
    return rest(way, distance)


def _is_inside(point: Point, spot: Spot) -> bool:
    if hypot(point[0] - spot.x, point[1] - spot.y) < spot.radius + STEP:
        return True
    is_level = spot.name_y - NAME_ABOVE < point[1] < spot.name_y + NAME_BELOW
    return is_level and abs(point[0] - spot.x) < spot.name_width / 2 + STEP
