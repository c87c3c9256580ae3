"""The ground plan for most cases: cards on both sides, above and below the family."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from casusanalyse.domain.family import Person
from casusanalyse.figures.network_ground import (
    BETWEEN,
    CORRIDOR,
    GUTTER,
    UNATTACHED,
    Box,
    Card,
    Group,
    Places,
    Point,
)
from casusanalyse.figures.network_ring import hull_size, ring

SIDE_SHARE = 0.227
FULL_HEIGHT, SMALL_HEIGHT = 600.0, 420.0
FEW_CARDS = 6


class Zone(Enum):
    """The six areas around the family."""

    LEFT = auto()
    RIGHT = auto()
    TOP_LEFT = auto()
    TOP_RIGHT = auto()
    BOTTOM_LEFT = auto()
    BOTTOM_RIGHT = auto()


SIDES = frozenset({Zone.LEFT, Zone.RIGHT})


def around(
    groups: list[Group], family: list[Person], width: float, firsts: Mapping[str, str]
) -> Places:
    """Return the plan with the child in the middle of the family, and cards around it.

    Args:
        groups: the cards, in order.
        family: everybody in the middle, in order.
        width: of the picture.
        firsts: per family member the card of their first tie; they stand on that side.
    """
    side = round(width * SIDE_SHARE)
    zones = _zones(groups)
    tallest = {zone: _zone_height(groups, zones, zone) for zone in Zone}
    top = max(tallest[Zone.TOP_LEFT], tallest[Zone.TOP_RIGHT])
    bottom = max(tallest[Zone.BOTTOM_LEFT], tallest[Zone.BOTTOM_RIGHT])
    across, down = hull_size(family, width)
    inside = down + (top or BETWEEN) + (bottom or BETWEEN) + 2 * CORRIDOR
    floor = SMALL_HEIGHT if len(groups) <= FEW_CARDS else FULL_HEIGHT
    height = max(floor, inside, tallest[Zone.LEFT], tallest[Zone.RIGHT])
    middle = (top + height - bottom) / 2
    hull = Box((width - across) / 2, middle - down / 2, across, down)
    cards = tuple(_cards(groups, zones, _Yard(width, side, bottom_edge=height)))
    return Places(
        cards=cards,
        family=ring(family, hull, _goals(cards, firsts)),
        hull=hull,
        corridors=(hull.y - CORRIDOR / 2, hull.bottom + CORRIDOR / 2),
        lanes=(hull.x - GUTTER, hull.right + GUTTER),
        width=width,
        height=height,
    )


def _goals(cards: tuple[Card, ...], firsts: Mapping[str, str]) -> dict[str, Point]:
    middle = {
        card.key: (card.box.x + card.box.width / 2, card.box.y + card.box.height / 2)
        for card in cards
    }
    return {person: middle[key] for person, key in firsts.items()}


def _zones(groups: list[Group]) -> list[Zone]:
    """Fill the two sides evenly as long as they have room, then above and below the family."""
    filled = {Zone.LEFT: 0.0, Zone.RIGHT: 0.0}
    free = [Zone.TOP_LEFT, Zone.TOP_RIGHT, Zone.BOTTOM_LEFT, Zone.BOTTOM_RIGHT]
    chosen = []
    for group in groups:
        shortest = Zone.LEFT if filled[Zone.LEFT] <= filled[Zone.RIGHT] else Zone.RIGHT
        height = group.height + BETWEEN
        has_room = filled[shortest] + height <= FULL_HEIGHT + BETWEEN
        is_loose = group.key in UNATTACHED
        if free and (is_loose or not has_room):
            chosen.append(free.pop(-1 if is_loose else 0))
        else:
            filled[shortest] += height
            chosen.append(shortest)
    return chosen


def _zone_height(groups: list[Group], zones: list[Zone], zone: Zone) -> float:
    heights = [it.height for it, at in zip(groups, zones, strict=True) if at is zone]
    return sum(heights) + BETWEEN * max(0, len(heights) - 1)


def _cards(groups: list[Group], zones: list[Zone], yard: "_Yard") -> Iterator[Card]:
    next_y = dict.fromkeys(Zone, 0.0)
    for group, zone in zip(groups, zones, strict=True):
        box = yard.box(zone, next_y[zone], group.height)
        next_y[zone] = box.bottom + BETWEEN
        yield Card(group, box, yard.doors(zone, box))


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
