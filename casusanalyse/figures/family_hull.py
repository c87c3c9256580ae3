"""A household in the family picture: a rounded hull around the people who live there now."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from casusanalyse.analysis.family import FamilyLayout, Home
from casusanalyse.analysis.family_room import Box, around
from casusanalyse.analysis.family_spot import CELL_WIDTH, DROP, HULL_EDGE, HULL_TITLE, cell
from casusanalyse.domain.case import Case
from casusanalyse.figures.family_face import on_one_line
from casusanalyse.figures.family_line import Point, stroked
from casusanalyse.figures.lettering import shortened, width
from casusanalyse.figures.palette import ACCENT, ACCENT_SOFT, INK, SUNK
from casusanalyse.figures.svg import tag, words

EDGE = "#B9B4A9"
TITLE_SIZE = 13.5

_ROUND = 32.0
_CORRIDOR = 34.0
_TITLE_HEIGHT = 20.0
_TITLE_AWAY = 16.0
_TITLE_DOWN = 5.0

Lines = tuple[tuple[Point, Point], ...]


@dataclass(frozen=True, slots=True)
class Hull:
    """The shape of a household.

    Attributes:
        household: its name.
        members: keys of the people in it.
        rooms: one box, or a box per person when others stand in between.
        paths: lines that tie the boxes together.
        is_childs: the child lives here now.
    """

    household: str
    members: tuple[str, ...]
    rooms: tuple[Box, ...]
    paths: Lines
    is_childs: bool

    @property
    def fill(self) -> str:
        """Colour of its inside."""
        return ACCENT_SOFT if self.is_childs else SUNK


def hulls(
    case: Case, layout: FamilyLayout, spots: Mapping[str, Point], across: float
) -> list[Hull]:
    """Return the hull of every household.

    Args:
        case: the case.
        layout: who lives where.
        spots: middles of the circles, in units of the picture.
        across: width of the picture.
    """
    people = {person.key: person for person in case.people}
    names = {house.key: house.name for house in case.households}
    cells = {key: cell(people[key], at) for key, at in spots.items()}
    found = []
    for home in layout.homes:
        middle = (home.middle.x * across, home.middle.y * layout.height)
        rooms, paths = _shape(home, cells, spots) if home.members else _bare(middle)
        found.append(Hull(names[home.household], home.members, rooms, paths, home.is_childs))
    return found


@dataclass(frozen=True, slots=True)
class Title:
    """The name of a household as it is written.

    Attributes:
        name: as it fits.
        room: what the letters take.
        size: height of the letters.
        ground: colour of what it stands on.
    """

    name: str
    room: Box
    size: float
    ground: str


def behind(homes: Iterable[Hull], key: str, ground: str) -> str:
    """Return the colour behind the words of a person; outside a household the ground."""
    return next((home.fill for home in homes if key in home.members), ground)


def drawn(home: Hull) -> str:
    """Return the hull without its name."""
    edge, wide = (ACCENT, 2.0) if home.is_childs else (EDGE, 1.5)
    outer = {"fill": edge, "stroke": edge, "stroke_width": 2 * wide}
    shape = _boxes(home.rooms, **outer) + _corridors(home.paths, edge, _CORRIDOR + 2 * wide)
    inside = _boxes(home.rooms, fill=home.fill)
    return shape + inside + _corridors(home.paths, home.fill, _CORRIDOR)


def titled(home: Hull, costs: Callable[[Box], float], size: float = TITLE_SIZE) -> Title:
    """Return the name of a household, at the top or the foot where least is in the way.

    Args:
        home: the household.
        costs: what it costs to write in a box.
        size: height of the letters.
    """
    room = home.rooms[0]
    most = room.right - room.left - _TITLE_AWAY
    name = shortened(on_one_line(home.household), most, size, weight=700)
    box = min(_title_boxes(room, width(name, size, weight=700) / 2 + 2), key=costs)
    top = min(box.top, box.bottom - _TITLE_DOWN - size)
    return Title(name, Box(box.left, top, box.right, box.bottom), size, home.fill)


def written(title: Title) -> str:
    """Return the name of a household as it is drawn."""
    room = title.room
    font = {"font_size": title.size, "font_weight": 700, "text_anchor": "middle", "fill": INK}
    halo = {"stroke": title.ground, "stroke_width": 4, "paint_order": "stroke"}
    x = (room.left + room.right) / 2
    return words(title.name, x=x, y=room.bottom - _TITLE_DOWN, **font, **halo)


def _shape(
    home: Home, cells: Mapping[str, Box], spots: Mapping[str, Point]
) -> tuple[tuple[Box, ...], Lines]:
    whole = _titled(around(cells[key] for key in home.members))
    others = (box for key, box in cells.items() if key not in home.members)
    if whole.is_free_of(others, -1.0):
        return (whole,), ()
    order = sorted(home.members, key=lambda key: (spots[key][1], spots[key][0]))
    rooms = [cells[key].grown(-2.0) for key in order]
    return (_titled(rooms[0]), *rooms[1:]), _tree([spots[key] for key in order])


def _bare(middle: Point) -> tuple[tuple[Box, ...], Lines]:
    (x, y), half = middle, (DROP + HULL_TITLE) / 2
    return (Box(x - CELL_WIDTH / 2, y - half, x + CELL_WIDTH / 2, y + half),), ()


def _titled(box: Box) -> Box:
    left, right = box.left - HULL_EDGE, box.right + HULL_EDGE
    return Box(left, box.top - HULL_TITLE, right, box.bottom + HULL_EDGE)


def _tree(spots: Sequence[Point]) -> Lines:
    """Tie all spots together with the shortest lines."""
    tied, waiting = [spots[0]], list(spots[1:])
    lines = []
    while waiting:
        a, b = min(((a, b) for a in tied for b in waiting), key=lambda ab: math.dist(*ab))
        lines.append((a, b))
        tied.append(b)
        waiting.remove(b)
    return tuple(lines)


def _title_boxes(room: Box, half: float) -> list[Box]:
    middle = (room.left + room.right) / 2
    left, right = room.left + _TITLE_AWAY + half, room.right - _TITLE_AWAY - half
    top, foot = room.top + _TITLE_DOWN, room.bottom - _TITLE_DOWN - _TITLE_HEIGHT
    spots = [
        (middle, top),
        (left, top),
        (right, top),
        (middle, foot),
        (left, foot),
        (right, foot),
    ]
    return [Box(x - half, y, x + half, y + _TITLE_HEIGHT) for x, y in spots]


def _boxes(rooms: Sequence[Box], **paint: object) -> str:
    return "".join(
        tag(
            "rect",
            x=room.left,
            y=room.top,
            width=room.right - room.left,
            height=room.bottom - room.top,
            rx=_ROUND,
            **paint,
        )
        for room in rooms
    )


def _corridors(paths: Sequence[tuple[Point, Point]], colour: str, wide: float) -> str:
    paint = {"stroke": colour, "stroke_width": wide, "stroke_linecap": "round"}
    return "".join(stroked(path, **paint) for path in paths)
