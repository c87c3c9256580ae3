"""The ground plan of the network as values: boxes, cards, circles and room for lines."""

from dataclasses import dataclass

from casusanalyse.domain.family import Person
from casusanalyse.domain.vocabulary import Bond
from casusanalyse.figures.lettering import shortened, width

NARROW, WIDE = 964.0, 1190.0
OWN_NETWORK = "own-network"
NO_ORGANISATION = "no-organisation"
UNATTACHED = (OWN_NETWORK, NO_ORGANISATION)

HEAD, ROW, FOOT = 27.0, 21.0, 6.0
MOST_ROWS = 8
BETWEEN = 8.0
GUTTER = 20.0
CORRIDOR = 46.0
NAME_LETTER, NAME_ROOM = 14.0, 88.0
RADIUS, CHILD_RADIUS = 14.0, 24.0

Point = tuple[float, float]


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
class Group:
    """Who belongs on one card.

    Attributes:
        key: of the organisation, or one of the two cards without one.
        members: everybody who is ever on it, in the order they came.
        rows: so many are kept free for them.
    """

    key: str
    members: tuple[str, ...]
    rows: int

    @property
    def height(self) -> float:
        """How high the card is, whoever of its members is there."""
        rows = self.rows if self.rows <= MOST_ROWS else MOST_ROWS + 1
        return HEAD + ROW * rows + FOOT


@dataclass(frozen=True, slots=True)
class Card:
    """The place of one organisation and its people.

    Attributes:
        doors: where a line may leave: x of the edge, x of the gutter beside it.
    """

    group: Group
    box: Box
    doors: tuple[tuple[float, float], ...]

    @property
    def has_own_rows(self) -> bool:
        """Every member keeps a row of their own; in a long list only the present take one."""
        return self.group.rows == len(self.group.members) <= MOST_ROWS

    @property
    def key(self) -> str:
        """Key of the organisation, or of a card without one."""
        return self.group.key

    @property
    def members(self) -> tuple[str, ...]:
        """Everybody who is ever on it, in the order they came."""
        return self.group.members

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
    name_width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The whole ground plan.

    Attributes:
        corridors: heights at which lines may run from side to side.
        lanes: x beside the family, where lines may run up and down.
        gutter: width of the room between two columns.
    """

    cards: tuple[Card, ...]
    family: dict[str, Spot]
    hull: Box
    corridors: tuple[float, ...]
    lanes: tuple[float, ...] = ()
    gutter: float = GUTTER
    width: float
    height: float


def name_of(person: Person) -> str:
    """Return the name under a circle, shortened where it does not fit."""
    return shortened(person.name, NAME_ROOM, NAME_LETTER)


def circle(person: Person, x: float, y: float, *, name_below: bool) -> Spot:
    """Return the circle of a family member around a point."""
    radius = CHILD_RADIUS if person.bond is Bond.CHILD else RADIUS
    name_y = y + radius + 16 if name_below else y - radius - 7
    return Spot(x, y, radius, name_y, width(name_of(person), NAME_LETTER))
