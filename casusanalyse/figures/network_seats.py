"""Large cards around the child, for the beamer: family arched, professionals square."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casusanalyse.analysis.network import EdgeKind
from casusanalyse.figures.beamer_frame import Letters, fitting, smaller, wrapped, written
from casusanalyse.figures.lettering import shortened
from casusanalyse.figures.network_ground import Box, Point
from casusanalyse.figures.network_strokes import Pen, stroke
from casusanalyse.figures.network_zones import Seat, Zones
from casusanalyse.figures.palette import (
    DIRECTION_INK,
    DIRECTION_SOFT,
    FAMILY_INK,
    FAMILY_SOFT,
    INK_SOFT,
    PAPER,
    PRIMARY,
    SURFACE,
)
from casusanalyse.figures.svg import tag

MIDDLE: Point = (960.0, 560.0)
RADIUS = 98.0
WIDE, NARROW = 352.0, 276.0
HIGH, HIGHEST = 120.0, 160.0
"""How high a card is, and becomes when it has much to say."""

LEFT, RIGHT = 104.0, 1464.0
EDGE, AIR, ROUND, ARCH = 14.0, 12.0, 10.0, 54.0
BIG = Pen(thin=4.5, thick=12, apart=7, swing=11, wave=17, gap=16, cap=14, colour=INK_SOFT)
COLOURS = {EdgeKind.SUPPORT: PRIMARY, EdgeKind.TENSION: FAMILY_INK}
TITLE = Letters(size=34, weight=700, leading=1.14)
UNDER = Letters(size=28, leading=1.14)
NAME = Letters(size=52, weight=700, colour=SURFACE)

_ROWS = {1: (560.0,), 2: (430.0, 690.0), 3: (360.0, 560.0, 760.0)}
_ABOVE, _BELOW = 340.0, 780.0
_COLUMNS = {1: (960.0,), 2: (728.0, 1192.0), 3: (662.0, 960.0, 1258.0)}


@dataclass(frozen=True, slots=True)
class Look:
    """How the cards of a zone are drawn: width of their edge, and whether it is dashed."""

    edge: float = 3.0
    is_gone: bool = False


WENT, STAYED, CAME = Look(is_gone=True), Look(), Look(edge=8)


def seat_parts(zones: Zones) -> Iterator[str]:
    """Return the lines to the child, and the cards on top of them."""
    drawn = [
        *_placed(zones.left, _aside(len(zones.left), LEFT), WENT),
        *_placed(zones.stayed, _around(len(zones.stayed)), STAYED),
        *_placed(zones.came, _aside(len(zones.came), RIGHT), CAME),
    ]
    yield from (_line(seat, box, look) for seat, box, look in drawn)
    yield from (_card(seat, box, look) for seat, box, look in drawn)


def child_part(name: str) -> str:
    """Return the child in the middle."""
    x, y = MIDDLE
    room = 2 * RADIUS - 24
    letters = fitting(name, (room, 60), smaller(NAME, 44, 36, 32))
    said = shortened(name, room, letters.size, weight=700)
    disc = tag("circle", cx=x, cy=y, r=RADIUS, fill=PRIMARY)
    return disc + written([said], (x, y + letters.size * 0.34), letters, anchor="middle")


def sample(kind: EdgeKind, x: float, y: float) -> str:
    """Return a short piece of a line, for the legend."""
    return stroke(kind, ((x, y), (x + 70, y)), replace(BIG, colour=_colour(kind)))


Placed = tuple[Seat, Box, Look]


def _placed(seats: Sequence[Seat], boxes: Sequence[Box], look: Look) -> Iterator[Placed]:
    for seat, box in zip(seats, boxes, strict=True):
        taller = max(0.0, _said(seat, box.width).high + 2 * AIR - box.height)
        yield seat, replace(box, y=box.y - taller / 2, height=box.height + taller), look


def _aside(number: int, x: float) -> list[Box]:
    return [Box(x, y - HIGH / 2, WIDE, HIGH) for y in _ROWS.get(number, ())]


def _around(number: int) -> list[Box]:
    """Half of them above the child, the others below, each row in the middle."""
    above = (number + 1) // 2
    across = NARROW if above == len(_COLUMNS) else WIDE
    rows = ((_ABOVE, above), (_BELOW, number - above))
    spots = [(x, y) for y, many in rows if many for x in _COLUMNS[many]]
    return [Box(x - across / 2, y - HIGH / 2, across, HIGH) for x, y in spots[:number]]


def _line(seat: Seat, box: Box, look: Look) -> str:
    ends = _edge_of_child(box), _edge_of_box(box)
    if look.is_gone:
        (ax, ay), (bx, by) = ends
        return tag(
            "path",
            d=f"M{ax:.1f} {ay:.1f}L{bx:.1f} {by:.1f}",
            stroke=INK_SOFT,
            stroke_width=4,
            stroke_dasharray="3 13",
            stroke_linecap="round",
        )
    if seat.tie is None:
        return ""
    return stroke(seat.tie, ends, replace(BIG, colour=_colour(seat.tie)))


def _colour(kind: EdgeKind) -> str:
    return COLOURS.get(kind, INK_SOFT)


def _edge_of_child(box: Box) -> Point:
    (x, y), (across, down) = MIDDLE, _towards(box)
    length = (across**2 + down**2) ** 0.5
    return x + across / length * RADIUS, y + down / length * RADIUS


def _edge_of_box(box: Box) -> Point:
    """Where the line from the child to the middle of a box meets its edge."""
    across, down = _towards(box)
    part = min(
        box.width / 2 / abs(across) if across else 1.0,
        box.height / 2 / abs(down) if down else 1.0,
        1.0,
    )
    return MIDDLE[0] + across * (1 - part), MIDDLE[1] + down * (1 - part)


def _towards(box: Box) -> Point:
    return box.x + box.width / 2 - MIDDLE[0], box.y + box.height / 2 - MIDDLE[1]


def _card(seat: Seat, box: Box, look: Look) -> str:
    ink, soft = (FAMILY_INK, FAMILY_SOFT) if seat.is_family else (DIRECTION_INK, DIRECTION_SOFT)
    if look.is_gone:
        ink, soft = INK_SOFT, PAPER
    outline = tag(
        "path",
        d=_outline(box.shrunk(look.edge / 2), ARCH if seat.is_family else ROUND),
        fill=soft,
        stroke=ink,
        stroke_width=look.edge,
        stroke_dasharray="12 7" if look.is_gone else None,
    )
    return outline + _words(seat, box)


def _outline(box: Box, top: float) -> str:
    """Round below; above round for professionals and arched for the family."""
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    return (
        f"M{x:.1f} {y + top:.1f}a{top} {top} 0 0 1 {top} {-top}H{right - top:.1f}"
        f"a{top} {top} 0 0 1 {top} {top}V{bottom - ROUND:.1f}"
        f"a{ROUND} {ROUND} 0 0 1 {-ROUND} {ROUND}H{x + ROUND:.1f}"
        f"a{ROUND} {ROUND} 0 0 1 {-ROUND} {-ROUND}Z"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The words on a card, as lines.

    Attributes:
        letters: of the title.
    """

    title: tuple[str, ...]
    letters: Letters
    under: tuple[str, ...]

    @property
    def high(self) -> float:
        """Height of all lines together."""
        return len(self.title) * self.letters.line + len(self.under) * UNDER.line


def _said(seat: Seat, across: float) -> Said:
    """Return the words of somebody on the highest card; the title goes before what is under."""
    room = across - 2 * EDGE - 8
    said = _with_under(seat, room, wrapped(seat.under, room, UNDER, most=2))
    if said.title[-1].endswith("…"):
        said = _with_under(seat, room, wrapped(seat.under, room, UNDER, most=1))
    return said


def _with_under(seat: Seat, room: float, under: tuple[str, ...]) -> Said:
    high = HIGHEST - 2 * AIR - len(under) * UNDER.line
    letters = fitting(seat.title, (room, high), smaller(TITLE, 32, 30, 28))
    title = wrapped(seat.title, room, letters, most=max(1, int(high / letters.line)))
    return Said(title=title, letters=letters, under=under)


def _words(seat: Seat, box: Box) -> str:
    said = _said(seat, box.width)
    letters = said.letters
    top = box.y + (box.height - said.high) / 2 + letters.size * 0.92
    x = box.x + box.width / 2
    below = top + len(said.title) * letters.line - (letters.size - UNDER.size) * 0.9
    title = written(said.title, (x, top), letters, anchor="middle")
    return title + written(said.under, (x, below), UNDER, anchor="middle")
