"""How each kind of line looks: a shape of its own, never only a colour."""

from collections.abc import Iterator
from itertools import pairwise
from math import hypot

from casusanalyse.analysis.network import EdgeKind
from casusanalyse.figures.network_ground import Point
from casusanalyse.figures.network_paths import Path, between, length_of, until
from casusanalyse.figures.palette import DIRECTION, INK
from casusanalyse.figures.svg import tag

THIN, THICK = 1.7, 5.0
APART = 2.4
SWING, WAVE = 4.5, 6.5
GAP, CAP = 9.0, 7.0


def stroke(kind: EdgeKind, path: Path) -> str:
    """Return a line of its kind along a path."""
    if kind is EdgeKind.SUPPORT:
        return _line(beside(path, APART)) + _line(beside(path, -APART))
    if kind is EdgeKind.TENSION:
        return _line(_zigzag(path))
    if kind is EdgeKind.BROKEN:
        return _broken(path)
    if kind is EdgeKind.DIRECTION:
        return _line(path, stroke=DIRECTION, stroke_width=THICK)
    return _line(path)


def hit_area(path: Path) -> str:
    """Return a wide invisible line, so that a thin one can be chosen."""
    return _line(path, stroke="transparent", stroke_width=24)


def beside(path: Path, distance: float) -> Path:
    """Return the path moved sideways."""
    moved = []
    for place, (x, y) in enumerate(path):
        before, after = path[max(0, place - 1)], path[min(len(path) - 1, place + 1)]
        across, down = _unit(before, after)
        moved.append((x - down * distance, y + across * distance))
    return tuple(moved)


def _line(path: Path, **attributes: object) -> str:
    look = {"stroke": INK, "stroke_width": THIN, "fill": "none", "stroke_linejoin": "round"}
    drawn = "L".join(f"{x:.1f} {y:.1f}" for x, y in path)
    return tag("path", d=f"M{drawn}", **(look | attributes))


def _zigzag(path: Path) -> Path:
    steps = list(_steps(path, WAVE))
    swings = [
        _aside(before, after, SWING if place % 2 else -SWING)
        for place, (before, after) in enumerate(pairwise(steps))
    ]
    return (path[0], *swings[1:], path[-1])


def _steps(path: Path, distance: float) -> Iterator[Point]:
    """Evenly spaced points, in one walk along the path."""
    whole = length_of(path)
    gap, passed = whole / max(2, int(whole / distance)), 0.0
    for a, b in pairwise(path):
        length = hypot(b[0] - a[0], b[1] - a[1])
        while length and passed <= length:
            yield between(a, b, passed / length)
            passed += gap
        passed -= length


def _aside(before: Point, after: Point, distance: float) -> Point:
    across, down = _unit(before, after)
    return before[0] - down * distance, before[1] + across * distance


def _unit(a: Point, b: Point) -> Point:
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return (b[0] - a[0]) / length, (b[1] - a[1]) / length


def _broken(path: Path) -> str:
    """Two ends with a cap, and nothing in between."""
    kept = max(0.0, length_of(path) / 2 - GAP)
    return "".join(
        _line(end) + _cap(end) for end in (until(path, kept), until(path[::-1], kept))
    )


def _cap(end: Path) -> str:
    (x, y), (across, down) = end[-1], _unit(end[-2], end[-1])
    reach = across * CAP, down * CAP
    return _line(((x - reach[1], y + reach[0]), (x + reach[1], y - reach[0])))
