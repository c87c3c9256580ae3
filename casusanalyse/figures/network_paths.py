"""Paths: points in a row, how long they are, what they cross, and how they bend."""

from itertools import pairwise
from math import hypot

from casusanalyse.figures.network_ground import Box, Point

Path = tuple[Point, ...]

TURN = 9.0
SHARP = 0.96
CORNER_STEPS, CURVE_STEPS = 5, 16


def length_of(way: Path) -> float:
    """Return the length of a path."""
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(way))


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


def along(way: Path, distance: float) -> Point:
    """Return the point at a distance from the beginning of a path."""
    return rest(way, distance)[0]


def rest(way: Path, distance: float) -> Path:
    """Return the path from a distance on."""
    for place, (a, b) in enumerate(pairwise(way)):
        length = hypot(b[0] - a[0], b[1] - a[1])
        if distance < length:
            return (between(a, b, distance / length), *way[place + 1 :])
        distance -= length
    return way[-1:]


def until(way: Path, distance: float) -> Path:
    """Return the path up to a distance."""
    return rest(way[::-1], length_of(way) - distance)[::-1]


def between(a: Point, b: Point, part: float) -> Point:
    """Return the point at a part, 0 to 1, of a straight line."""
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part


def _towards(point: Point, goal: Point, distance: float) -> Point:
    whole = hypot(goal[0] - point[0], goal[1] - point[1])
    return between(point, goal, min(0.5, distance / whole) if whole else 0.0)


def rounded(way: Path) -> Path:
    """Replace every sharp corner by a small curve."""
    points = [way[0]]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        start, stop = _towards(corner, before, TURN), _towards(corner, after, TURN)
        is_sharp = length_of((start, stop)) < SHARP * length_of((start, corner, stop))
        points += curve(start, corner, stop, steps=CORNER_STEPS) if is_sharp else (corner,)
    return (*points, way[-1])


def curve(start: Point, corner: Point, stop: Point, *, steps: int = CURVE_STEPS) -> Path:
    """Return a smooth path that is drawn to a corner without touching it."""
    return tuple(_on_curve(start, corner, stop, step / steps) for step in range(steps + 1))


def _on_curve(start: Point, corner: Point, stop: Point, part: float) -> Point:
    left = 1 - part
    a, b, c = left * left, 2 * left * part, part * part
    return (
        a * start[0] + b * corner[0] + c * stop[0],
        a * start[1] + b * corner[1] + c * stop[1],
    )
