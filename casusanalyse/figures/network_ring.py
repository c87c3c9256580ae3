"""The family in the middle: the child, and the others in a ring around."""

from collections.abc import Iterable, Mapping
from math import cos, hypot, pi, sin

from casusanalyse.domain.family import Person
from casusanalyse.domain.vocabulary import Bond
from casusanalyse.figures.network_ground import NARROW, Box, Point, Spot, circle

ROOM_X, ROOM_Y = 54.0, 42.0
FEW = 5
"""So many fit around the child in the smallest ring; every next one makes it larger."""


def hull_size(family: list[Person], width: float) -> Point:
    """Return the width and height of the hull that leaves everybody about seventy units."""
    more = max(0, len(family) - 1 - FEW)
    across = (104.0 + 6 * min(8, more)) * width / NARROW
    return 2 * (across + ROOM_X), 2 * (78.0 + 8 * more + ROOM_Y)


def ring(family: list[Person], hull: Box, goals: Mapping[str, Point]) -> dict[str, Spot]:
    """Return a place for everybody: those with a goal as near to it as can be."""
    middle = hull.x + hull.width / 2, hull.y + hull.height / 2 + 3
    child = next((one for one in family if one.bond is Bond.CHILD), None)
    others = [one for one in family if one is not child]
    free = [_on_ring((place + 0.5) / len(others), middle, hull) for place in range(len(others))]
    found = {child.key: circle(child, *middle, name_below=True)} if child else {}
    for one in sorted(others, key=lambda one: one.key not in goals):
        at = _nearest(free, goals[one.key]) if one.key in goals else free[0]
        free.remove(at)
        found[one.key] = circle(one, *at, name_below=True)
    return {one.key: found[one.key] for one in family}


def _on_ring(part: float, middle: Point, hull: Box) -> Point:
    """No place is right above the child, where the name of the hull stands."""
    angle = 2 * pi * part - pi / 2
    across, down = hull.width / 2 - ROOM_X, hull.height / 2 - ROOM_Y
    return middle[0] + across * cos(angle), middle[1] + down * sin(angle)


def _nearest(free: Iterable[Point], goal: Point) -> Point:
    return min(free, key=lambda at: hypot(at[0] - goal[0], at[1] - goal[1]))
