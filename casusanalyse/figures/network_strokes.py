"""How each kind of line looks: a shape of its own, never only a colour."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from casusanalyse.analysis.network import EdgeKind
from casusanalyse.figures.network_ground import Point
from casusanalyse.figures.network_paths import Path, between, length_of, until
from casusanalyse.figures.palette import DIRECTION, INK
from casusanalyse.figures.svg import tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """How large every shape is, in units of the picture.

    Attributes:
        thin, thick: width of a line, and of the line of who holds the direction.
        apart: how far the two lines of support lie from the middle.
        swing, wave: how far a zigzag goes aside, and how often.
        gap, cap: half of what is left open in a broken line, and half of its ends.
        colour: of all lines but the direction.
    """

    thin: float = 1.7
    thick: float = 5.0
    apart: float = 2.4
    swing: float = 4.5
    wave: float = 6.5
    gap: float = 9.0
    cap: float = 7.0
    colour: str = INK


FINE = Pen()
"""The pen of the screen of the chair."""


def stroke(kind: EdgeKind, path: Path, pen: Pen = FINE) -> str:
    """Return a line of its kind along a path."""
    if kind is EdgeKind.SUPPORT:
        return _line(beside(path, pen.apart), pen) + _line(beside(path, -pen.apart), pen)
    if kind is EdgeKind.TENSION:
        return _line(_zigzag(path, pen), pen)
    if kind is EdgeKind.BROKEN:
        return _broken(path, pen)
    if kind is EdgeKind.DIRECTION:
        return _line(path, pen, stroke=DIRECTION, stroke_width=pen.thick)
    return _line(path, pen)


def hit_area(path: Path) -> str:
    """Return a wide invisible line, so that a thin one can be chosen."""
    return _line(path, FINE, stroke="transparent", stroke_width=24)


def beside(path: Path, distance: float) -> Path:
    """Return the path moved sideways."""
    moved = []
    for place, (x, y) in enumerate(path):
        before, after = path[max(0, place - 1)], path[min(len(path) - 1, place + 1)]
        across, down = _unit(before, after)
        moved.append((x - down * distance, y + across * distance))
    return tuple(moved)


def _line(path: Path, pen: Pen, **attributes: object) -> str:
    look = {"stroke": pen.colour, "stroke_width": pen.thin, "fill": "none"}
    look["stroke_linejoin"] = "round"
    drawn = "L".join(f"{x:.1f} {y:.1f}" for x, y in path)
    return tag("path", d=f"M{drawn}", **(look | attributes))


def _zigzag(path: Path, pen: Pen) -> Path:
    steps = list(_steps(path, pen.wave))
    swings = [
        _aside(before, after, pen.swing if place % 2 else -pen.swing)
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


def _broken(path: Path, pen: Pen) -> str:
    """Two ends with a cap, and nothing in between."""
    kept = max(0.0, length_of(path) / 2 - pen.gap)
    return "".join(
        _line(end, pen) + _cap(end, pen) for end in (until(path, kept), until(path[::-1], kept))
    )


def _cap(end: Path, pen: Pen) -> str:
    (x, y), (across, down) = end[-1], _unit(end[-2], end[-1])
    reach = across * pen.cap, down * pen.cap
    return _line(((x - reach[1], y + reach[0]), (x + reach[1], y - reach[0])), pen)
