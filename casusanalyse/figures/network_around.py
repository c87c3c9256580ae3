"""The ground plan for most cases: cards on both sides, above and below the family."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from math import cos, pi, sin

from casusanalyse.domain.family import Person
from casusanalyse.domain.vocabulary import Bond
from casusanalyse.figures.network_ground import (
    BETWEEN,
    CHILD_RADIUS,
    CORRIDOR,
    GUTTER,
    RADIUS,
    UNATTACHED,
    Box,
    Card,
    Group,
    Places,
    Spot,
    card_height,
)

SIDE_SHARE = 0.227
FULL_HEIGHT, SMALL_HEIGHT = 600.0, 420.0
FEW_CARDS = 6
HULL_ROOM_X, HULL_ROOM_Y = 54.0, 42.0


class Zone(Enum):
    """The six areas around the family."""

    LEFT = auto()
    RIGHT = auto()
    TOP_LEFT = auto()
    TOP_RIGHT = auto()
    BOTTOM_LEFT = auto()
    BOTTOM_RIGHT = auto()


SIDES = frozenset({Zone.LEFT, Zone.RIGHT})


def around(groups: list[Group], family: list[Person], width: float) -> Places:
    """Return the plan with the child in the middle of the family, and cards around it."""
    side = round(width * SIDE_SHARE)
    zones = _zones(groups)
    tallest = {zone: _zone_height(groups, zones, zone) for zone in Zone}
    top = max(tallest[Zone.TOP_LEFT], tallest[Zone.TOP_RIGHT])
    bottom = max(tallest[Zone.BOTTOM_LEFT], tallest[Zone.BOTTOM_RIGHT])
    reach = _reach(family)
    inside = (
        2 * (reach[1] + HULL_ROOM_Y) + (top or BETWEEN) + (bottom or BETWEEN) + 2 * CORRIDOR
    )
    floor = SMALL_HEIGHT if len(groups) <= FEW_CARDS else FULL_HEIGHT
    height = max(floor, inside, tallest[Zone.LEFT], tallest[Zone.RIGHT])
    middle = (top + height - bottom) / 2
    hull = _hull(width / 2, middle, reach)
    yard = _Yard(width, side, bottom_edge=height)
    return Places(
        cards=tuple(_cards(groups, zones, yard)),
        family=_ring(family, hull, reach),
        hull=hull,
        corridors=(hull.y - CORRIDOR / 2, hull.bottom + CORRIDOR / 2),
        width=width,
        height=height,
    )


def _zones(groups: list[Group]) -> list[Zone]:
    """Fill the two sides evenly as long as they have room, then above and below the family."""
    filled = {Zone.LEFT: 0.0, Zone.RIGHT: 0.0}
    free = [Zone.TOP_LEFT, Zone.TOP_RIGHT, Zone.BOTTOM_LEFT, Zone.BOTTOM_RIGHT]
    chosen = []
    for key, members in groups:
        shortest = Zone.LEFT if filled[Zone.LEFT] <= filled[Zone.RIGHT] else Zone.RIGHT
        height = card_height(members) + BETWEEN
        has_room = filled[shortest] + height <= FULL_HEIGHT + BETWEEN
        if free and (key in UNATTACHED or not has_room):
            chosen.append(free.pop(-1 if key in UNATTACHED else 0))
        else:
            filled[shortest] += height
            chosen.append(shortest)
    return chosen


def _zone_height(groups: list[Group], zones: list[Zone], zone: Zone) -> float:
    heights = [
        card_height(members)
        for (_, members), at in zip(groups, zones, strict=True)
        if at is zone
    ]
    return sum(heights) + BETWEEN * max(0, len(heights) - 1)


def _cards(groups: list[Group], zones: list[Zone], yard: "_Yard") -> Iterator[Card]:
    next_y = dict.fromkeys(Zone, 0.0)
    for (key, members), zone in zip(groups, zones, strict=True):
        box = yard.box(zone, next_y[zone], card_height(members))
        next_y[zone] = box.bottom + BETWEEN
        yield Card(key, members, box, yard.doors(zone, box))


@dataclass(frozen=True, slots=True)
class _Yard:
    """The room around the family, with a column on either side."""

    width: float
    side: float
    bottom_edge: float

    def box(self, zone: Zone, y: float, height: float) -> Box:
        if zone in SIDES:
            x = 0.0 if zone is Zone.LEFT else self.width - self.side
            return Box(x, y, self.side, height)
        inner = (self.width - 2 * self.side - 3 * GUTTER) / 2
        is_left = zone in {Zone.TOP_LEFT, Zone.BOTTOM_LEFT}
        x = self.side + GUTTER if is_left else self.width - self.side - GUTTER - inner
        is_below = zone in {Zone.BOTTOM_LEFT, Zone.BOTTOM_RIGHT}
        return Box(x, self.bottom_edge - height if is_below else y, inner, height)

    def doors(self, zone: Zone, box: Box) -> tuple[tuple[float, float], ...]:
        before = (box.x, box.x - GUTTER / 2)
        after = (box.right, box.right + GUTTER / 2)
        if zone is Zone.LEFT:
            return (after,)
        return (before,) if zone is Zone.RIGHT else (before, after)


def _reach(family: list[Person]) -> tuple[float, float]:
    """Half the width and height of the ring, so that about seventy units are left for each."""
    around = len(family) - 1
    return 104.0 + 6 * min(8, max(0, around - 5)), 78.0 + 8 * max(0, around - 6)


def _hull(x: float, y: float, reach: tuple[float, float]) -> Box:
    across, down = reach[0] + HULL_ROOM_X, reach[1] + HULL_ROOM_Y
    return Box(x - across, y - down, 2 * across, 2 * down)


def _ring(family: list[Person], hull: Box, reach: tuple[float, float]) -> dict[str, Spot]:
    x, y = hull.x + hull.width / 2, hull.y + hull.height / 2 + 3
    child = [one.key for one in family if one.bond is Bond.CHILD][:1]
    found = {key: _spot(x, y - 2, CHILD_RADIUS) for key in child}
    others = [one.key for one in family if one.key not in child]
    for place, key in enumerate(others):
        angle = -pi / 2 + 2 * pi * (place + 0.5) / len(others)
        found[key] = _spot(x + reach[0] * cos(angle), y + reach[1] * sin(angle), RADIUS)
    return found


def _spot(x: float, y: float, radius: float) -> Spot:
    return Spot(x, y, radius, name_y=y + radius + 16)
