"""Room in the family picture: boxes, and where the next one fits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH = 964.0
HEIGHT = 520.0
MARGIN = 12.0
GAP = 22.0
"""Least distance between two households."""

_ROUNDING = 0.01
_RIGHT = WIDTH - MARGIN + _ROUNDING
_OVERFLOW_COSTS = 6.0
_LEAVING_THE_SIDE_COSTS = 1.5


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle, in units of a picture 964 wide; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box", gap: float = 0.0) -> bool:
        """Tell whether two boxes come nearer to each other than `gap`."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def is_free_of(self, others: Iterable["Box"], gap: float = 0.0) -> bool:
        """Tell whether no other box comes nearer than `gap`."""
        return not any(self.meets(other, gap) for other in others)

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def contains(self, other: "Box") -> bool:
        """Tell whether another box lies wholly inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def grown(self, by: float) -> "Box":
        """Return the box with an edge all round."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around one or more boxes."""
    given = list(boxes)
    return Box(
        min(box.left for box in given),
        min(box.top for box in given),
        max(box.right for box in given),
        max(box.bottom for box in given),
    )


def spot(size: tuple[float, float], taken: Sequence[Box], ideal: tuple[float, float]) -> Box:
    """Return the free box nearest to an ideal centre; below everything when all is full.

    Only places against a side or another box are tried, so no scraps of room are left; the
    sides come first, so the middle stays open for lines.

    Args:
        size: width and height of the wanted box.
        taken: boxes already placed.
        ideal: centre it would like.
    """
    wide, high = size
    tried = (
        Box(left, top, left + wide, top + high)
        for left in _lefts(wide, taken)
        for top in _tops(high, taken)
    )
    free = [box for box in tried if _is_inside(box) and box.is_free_of(taken, GAP - _ROUNDING)]
    return min(free, key=lambda box: _cost(box, ideal))


def _lefts(wide: float, taken: Sequence[Box]) -> list[float]:
    beside = [side for box in taken for side in (box.right + GAP, box.left - GAP - wide)]
    return [MARGIN, WIDTH - MARGIN - wide, (WIDTH - wide) / 2, *beside]


def _tops(high: float, taken: Sequence[Box]) -> list[float]:
    beside = [side for box in taken for side in (box.bottom + GAP, box.top - GAP - high)]
    return [MARGIN, HEIGHT - MARGIN - high, *beside]


def _is_inside(box: Box) -> bool:
    return (
        box.left >= MARGIN - 0.01 and box.right <= WIDTH - MARGIN + 0.01 and box.top >= MARGIN
    )


def _cost(box: Box, ideal: tuple[float, float]) -> tuple[float, float, float]:
    from_side = min(box.left - MARGIN, WIDTH - MARGIN - box.right)
    across = abs((box.left + box.right) / 2 - ideal[0]) + from_side * _LEAVING_THE_SIDE_COSTS
    down = abs((box.top + box.bottom) / 2 - ideal[1])
    over = max(0.0, box.bottom - (HEIGHT - MARGIN)) * _OVERFLOW_COSTS
    return round(across + down + over, 3), box.left, box.top
