"""Lines of the family picture: a bent line, and the seven shapes it can take."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from casusanalyse.analysis.family_room import Box
from casusanalyse.domain.vocabulary import RelationWord
from casusanalyse.figures.svg import tag

Point = tuple[float, float]
Line = Sequence[Point]

STEP = 3.0
AWAY = 4.0
"""Distance between a circle and the line that starts there."""

_WAVE = (5.0, 23.0)
_ZIGZAG = (6.0, 9.0)
_APART = 2.6
_CAP = 7.0
_BREAK = 5.0
_HEAD = 11.0


@dataclass(frozen=True, slots=True)
class Curve:
    """A bent line from `a` to `b` that is pulled towards `pull`."""

    a: Point
    pull: Point
    b: Point

    def at(self, t: float) -> Point:
        """Return the point at a part `t` (0..1) of the way."""
        u = 1 - t
        p, q, r = u * u, 2 * u * t, t * t
        return (
            p * self.a[0] + q * self.pull[0] + r * self.b[0],
            p * self.a[1] + q * self.pull[1] + r * self.b[1],
        )

    @property
    def length(self) -> float:
        """About how long it is."""
        straight = math.dist(self.a, self.b)
        return (math.dist(self.a, self.pull) + math.dist(self.pull, self.b) + straight) / 2

    def points(self, every: float = STEP) -> list[Point]:
        """Return points along it, about `every` units apart."""
        parts = max(2, round(self.length / every))
        (ax, ay), (px, py), (bx, by) = self.a, self.pull, self.b
        found = []
        for i in range(parts + 1):
            t = i / parts
            p, q, r = (1 - t) * (1 - t), 2 * (1 - t) * t, t * t
            found.append((p * ax + q * px + r * bx, p * ay + q * py + r * by))
        return found


def between(a: Point, b: Point, radii: Point, bend: float = 0.0) -> Curve:
    """Return the line between two circles, starting and ending a little away from them.

    Args:
        a: middle of one circle.
        b: middle of the other.
        radii: of the circles.
        bend: how far the middle is pulled aside; 0 is a straight line.
    """
    apart = math.dist(a, b) or 1.0
    aside = (-(b[1] - a[1]) / apart * bend, (b[0] - a[0]) / apart * bend)
    pull = ((a[0] + b[0]) / 2 + aside[0], (a[1] + b[1]) / 2 + aside[1])
    return Curve(_off(a, pull, radii[0] + AWAY), pull, _off(b, pull, radii[1] + AWAY))


def stroked(points: Iterable[Point], **attributes: object) -> str:
    """Return a line through points."""
    way = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return tag("path", d=f"M{way}", fill="none", stroke_linejoin="round", **attributes)


def bent(curve: Curve, **attributes: object) -> str:
    """Return a plain bent line."""
    (ax, ay), (px, py), (bx, by) = curve.a, curve.pull, curve.b
    way = f"M{ax:.1f} {ay:.1f}Q{px:.1f} {py:.1f} {bx:.1f} {by:.1f}"
    return tag("path", d=way, fill="none", **attributes)


def shaped(word: RelationWord, curve: Curve, plate: Box, colour: str) -> str:
    """Return a relation line in the shape of its word.

    Args:
        word: decides the shape.
        curve: where it runs.
        plate: box of the word; a broken line leaves it open.
        colour: of the line.
    """
    if word in _WAYS:
        thin = {"stroke": colour, "stroke_width": 1.8}
        return "".join(stroked(way, **thin) for way in _WAYS[word](curve.points()))
    thick: dict[str, object] = {"stroke": colour, "stroke_width": 2.2}
    if word is RelationWord.NO_CONTACT:
        return "".join(stroked(part, **thick) for part in _broken(curve.points(), plate))
    if word is RelationWord.CARES_FOR:
        return bent(curve, **thick) + stroked(_head(curve), **thick)
    return bent(curve, **thick, **(_DOTS if word is RelationWord.DISTANT else {}))


def parted(curve: Curve, **attributes: object) -> str:
    """Return a line that is broken in the middle, for former partners."""
    points = curve.points()
    half = len(points) // 2
    open_ = min(half, round(_BREAK / STEP))
    parts = (points[: half - open_ + 1], points[half + open_ :])
    slashes = (_slash(points, half - open_), _slash(points, half + open_))
    return "".join(stroked(part, **attributes) for part in (*parts, *slashes) if len(part) > 1)


def _off(middle: Point, towards: Point, by: float) -> Point:
    apart = math.dist(middle, towards) or 1.0
    x, y = middle
    return x + (towards[0] - x) / apart * by, y + (towards[1] - y) / apart * by


def _normals(points: Line) -> list[Point]:
    found = []
    for i in range(len(points)):
        (ax, ay), (bx, by) = points[max(0, i - 1)], points[min(len(points) - 1, i + 1)]
        apart = math.hypot(bx - ax, by - ay) or 1.0
        found.append((-(by - ay) / apart, (bx - ax) / apart))
    return found


def _aside(points: Line, by: float) -> list[Point]:
    normals = _normals(points)
    return [
        (x + nx * by, y + ny * by) for (x, y), (nx, ny) in zip(points, normals, strict=True)
    ]


def _double(points: Line) -> tuple[list[Point], ...]:
    return _aside(points, -_APART), _aside(points, _APART)


def _wave(points: Line) -> tuple[list[Point], ...]:
    high, long = _WAVE
    way, last = [], len(points) - 1
    for i, ((x, y), (nx, ny)) in enumerate(zip(points, _normals(points), strict=True)):
        fade = min(1.0, i / 3, (last - i) / 3)
        by = high * fade * math.sin(2 * math.pi * i * STEP / long)
        way.append((x + nx * by, y + ny * by))
    return (way,)


def _zigzag(points: Line) -> tuple[list[Point], ...]:
    high, long = _ZIGZAG
    every = round(long / STEP)
    normals = _normals(points)
    teeth = range(every, len(points) - every, every)
    way = [points[0]]
    for number, i in enumerate(teeth):
        by = high if number % 2 else -high
        way.append((points[i][0] + normals[i][0] * by, points[i][1] + normals[i][1] * by))
    return ([*way, points[-1]],)


def _head(curve: Curve) -> list[Point]:
    (x, y), (px, py) = curve.b, curve.pull
    back = math.atan2(py - y, px - x)
    wings = [
        (x + _HEAD * math.cos(back + turn), y + _HEAD * math.sin(back + turn))
        for turn in (-0.5, 0.5)
    ]
    return [wings[0], (x, y), wings[1]]


def _broken(points: Line, plate: Box) -> list[list[Point]]:
    shut = plate.grown(3.0)
    inside = [i for i, point in enumerate(points) if shut.holds(*point)]
    half = len(points) // 2
    first, last = (inside[0], inside[-1]) if inside else (half - 3, half + 3)
    first, last = max(0, first - 1), min(len(points) - 1, last + 1)
    caps = [_cap(points, first), _cap(points, last)]
    return [list(points[: first + 1]), list(points[last:]), *caps]


def _cap(points: Line, i: int) -> list[Point]:
    (nx, ny), (x, y) = _normals(points)[i], points[i]
    return [(x - nx * _CAP, y - ny * _CAP), (x + nx * _CAP, y + ny * _CAP)]


def _slash(points: Line, i: int) -> list[Point]:
    (nx, ny), (x, y) = _normals(points)[i], points[i]
    lean = (-ny * 3, nx * 3)
    return [
        (x - nx * _CAP - lean[0], y - ny * _CAP - lean[1]),
        (x + nx * _CAP + lean[0], y + ny * _CAP + lean[1]),
    ]


_DOTS = {"stroke_linecap": "round", "stroke_dasharray": ".5 7"}
_WAYS: dict[RelationWord, Callable[[Line], tuple[list[Point], ...]]] = {
    RelationWord.WARM: _double,
    RelationWord.CHANGING: _wave,
    RelationWord.TENSE: _zigzag,
}
