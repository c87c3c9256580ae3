"""Where lines and their words run free of faces and names."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import product

from casusanalyse.analysis.family_room import Box
from casusanalyse.figures.family_line import Curve, Point, between

_BENDS = (0.0, *(bend * side for bend in (36, 72, 110, 150, 200, 260, 340) for side in (1, -1)))
_BEND_COSTS = 0.3
_WORD_COSTS = 80.0
_FACE_COSTS = 180.0
_LINE_COSTS = 12.0
_OUTSIDE_COSTS = 2000.0
_TILE = 8.0
_EVERY = 12.0
_SLIDES = (0.5, 0.43, 0.57, 0.37, 0.63, 0.3, 0.7)
_BESIDE = (0.0, -17.0, 17.0)
_SHORT = 0.7
_QUARTERS = (0.0, 0.25, 0.4, 0.5, 0.6, 0.75, 1.0)
_SWAY = 3.0
"""Room for the waves and teeth of a line beside its middle."""

Tile = tuple[float, float]


class Terrain:
    """A picture in small tiles, with what it costs to draw a line across each of them."""

    def __init__(self, frame: Box, faces: Iterable[Box], names: Iterable[Box]) -> None:
        """Begin with circles and the words below them; lines may not leave the frame."""
        self.frame = frame
        self.words = [*faces, *names]
        self._costs: dict[Tile, float] = {}
        for box in names:
            self._charge(_tiles(box), _WORD_COSTS)
        for box in faces:
            self._charge(_tiles(box), _FACE_COSTS)

    def route(self, ends: tuple[Point, Point], radii: Point) -> Curve:
        """Return the line between two circles that crosses least and bends least.

        Args:
            ends: middles of the circles.
            radii: of the circles.
        """
        best, least = between(*ends, radii), float("inf")
        for bend in _BENDS:
            bent_costs = abs(bend) * _BEND_COSTS
            if bent_costs >= least:
                break
            curve = between(*ends, radii, bend)
            cost = bent_costs + self._crossed(curve, least - bent_costs)
            if cost < least:
                best, least = curve, cost
        return best

    def plate(self, size: Point, curve: Curve) -> Box:
        """Return the box for a word along its line: on it, or just beside it when short.

        Args:
            size: width and height of the box.
            curve: the line.
        """
        beside = _BESIDE[1:] if size[0] > curve.length * _SHORT else _BESIDE
        tried: list[Box] = []
        for by, t in product(beside, _SLIDES):
            box = _pulled_in(_box(size, curve.at(t), by), self.frame)
            if box.is_free_of(self.words):
                return box
            tried.append(box)
        return min(tried, key=partial(_covered, self.words))

    def take(self, curve: Curve, plate: Box) -> None:
        """Remember a line and its word, for the next ones to keep clear of."""
        self.words.append(plate)
        self._charge(_tiles(plate), _WORD_COSTS)
        passed = {(x // _TILE, y // _TILE) for x, y in curve.points(_EVERY / 2)}
        self._charge(passed, _LINE_COSTS)

    def cost(self, box: Box) -> float:
        """Return what it costs to write over lines and words already there."""
        return sum(self._costs.get(tile, 0.0) for tile in _tiles(box))

    def _charge(self, tiles: Iterable[Tile], cost: float) -> None:
        for tile in tiles:
            self._costs[tile] = self._costs.get(tile, 0.0) + cost

    def _crossed(self, curve: Curve, limit: float) -> float:
        """Return what a line crosses; stops counting above the limit."""
        costs = self._costs
        (ax, ay), (px, py), (bx, by) = curve.a, curve.pull, curve.b
        parts = max(2, int(curve.length / _EVERY))
        found = 0.0 if self.frame.contains(_reach(curve)) else _OUTSIDE_COSTS
        for i in range(1, parts):
            t = i / parts
            p, q, r = (1 - t) * (1 - t), 2 * (1 - t) * t, t * t
            x, y = p * ax + q * px + r * bx, p * ay + q * py + r * by
            found += costs.get((x // _TILE, y // _TILE), 0.0)
            if found > limit:
                break
        return found


def _tiles(box: Box) -> Iterator[Tile]:
    columns = range(int(box.left // _TILE), int(box.right // _TILE) + 1)
    rows = range(int(box.top // _TILE), int(box.bottom // _TILE) + 1)
    return ((x, y) for x in columns for y in rows)


def _reach(curve: Curve) -> Box:
    xs, ys = zip(*(curve.at(t) for t in _QUARTERS), strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys)).grown(_SWAY)


def _box(size: Point, middle: Point, by: float) -> Box:
    x, y, wide, high = middle[0], middle[1] + by, size[0] / 2, size[1] / 2
    return Box(x - wide, y - high, x + wide, y + high)


def _pulled_in(box: Box, frame: Box) -> Box:
    dx = max(0.0, frame.left - box.left) - max(0.0, box.right - frame.right)
    dy = max(0.0, frame.top - box.top) - max(0.0, box.bottom - frame.bottom)
    return Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)


def _covered(words: Sequence[Box], box: Box) -> float:
    return sum(_common(box, other) for other in words)


def _common(a: Box, b: Box) -> float:
    wide = min(a.right, b.right) - max(a.left, b.left)
    high = min(a.bottom, b.bottom) - max(a.top, b.top)
    return max(0.0, wide) * max(0.0, high)
