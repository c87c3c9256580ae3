"""The ground plan of the network as values: boxes, cards, circles, corridors."""

from dataclasses import dataclass

NARROW, WIDE = 964.0, 1190.0
OWN_NETWORK = "own-network"
NO_ORGANISATION = "no-organisation"
UNATTACHED = (OWN_NETWORK, NO_ORGANISATION)

HEAD, ROW, FOOT = 27.0, 21.0, 6.0
MOST_ROWS = 8
BETWEEN = 8.0
GUTTER = 20.0
CORRIDOR = 46.0
RADIUS, CHILD_RADIUS = 14.0, 24.0

Group = tuple[str, tuple[str, ...]]
"""Key of a card with everybody who is ever on it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in units of the picture."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def shrunk(self, by: float) -> "Box":
        """Return the box with every edge moved inwards."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


@dataclass(frozen=True, slots=True)
class Card:
    """The place of one organisation and its people.

    Attributes:
        key: of the organisation, or one of the two cards without one.
        members: everybody who is ever on it, in their own order.
        doors: where a line may leave: x of the edge, x of the gutter beside it.
    """

    key: str
    members: tuple[str, ...]
    box: Box
    doors: tuple[tuple[float, float], ...]

    @property
    def has_own_rows(self) -> bool:
        """Every member keeps a row of their own; in a long list only the present take one."""
        return len(self.members) <= MOST_ROWS

    def row(self, place: int) -> float:
        """Return the middle of a row; -1 is the name of the card."""
        return self.box.y + (16.0 if place < 0 else HEAD + ROW * (place + 0.5))


@dataclass(frozen=True, slots=True)
class Spot:
    """The circle of a family member; `name_y` is the baseline of the name."""

    x: float
    y: float
    radius: float
    name_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The whole ground plan.

    Attributes:
        corridors: heights at which lines may run from side to side.
    """

    cards: tuple[Card, ...]
    family: dict[str, Spot]
    hull: Box
    corridors: tuple[float, ...]
    width: float
    height: float


def card_height(members: tuple[str, ...]) -> float:
    """Return how high a card is, whoever of its members is there."""
    rows = len(members) if len(members) <= MOST_ROWS else MOST_ROWS + 1
    return HEAD + ROW * rows + FOOT
