"""Draw the lines of a view: along the corridors, at most a dozen, with the group's words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from casusanalyse.analysis.network import Edge, EdgeKind
from casusanalyse.content.text import text
from casusanalyse.figures.lettering import shortened, width
from casusanalyse.figures.network_ground import MOST_ROWS, Box, Places
from casusanalyse.figures.network_paths import Path, along, length_of
from casusanalyse.figures.network_people import Cast
from casusanalyse.figures.network_routes import (
    End,
    Router,
    end_at_card,
    end_at_family,
    end_at_spot,
    name_box,
    title_box,
)
from casusanalyse.figures.network_strokes import hit_area, stroke
from casusanalyse.figures.palette import INK, LINE_STRONG, PAPER, PRIMARY_SOFT
from casusanalyse.figures.svg import item, tag, words

MOST_LINES = 12
STRAIGHT = 2
LETTER, PLATE_HEIGHT, PLATE_ROOM = 13.0, 20.0, 170.0
SPOTS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.28, 0.72)
SPOTS_BESIDE_GAP = (0.3, 0.7, 0.25, 0.75)
WITH_FAMILY = frozenset({EdgeKind.INVOLVED, EdgeKind.DIRECTION})
"""Lines that run to the child and the family as a whole."""
KIND_NAMES = {EdgeKind.INVOLVED: "contact", EdgeKind.TOGETHER: "contact"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the view with the way it runs."""

    edge: Edge
    path: Path
    has_dot: tuple[bool, bool]


def lines(places: Places, cast: Cast) -> tuple[Line, ...]:
    """Return the lines that are drawn; those beyond `MOST_LINES` are left out."""
    router, ends = Router(places, cast.cards(places)), _ends(places, cast)
    known = [edge for edge in cast.lines if edge.a in ends and edge.b in ends]
    found, bent = [], 0
    for edge in known[:MOST_LINES]:
        a, b = ends[edge.a], ends[edge.b]
        to_family = edge.kind in WITH_FAMILY and a.card is not None
        if to_family:
            b = end_at_family(places.hull, a)
        path = router.path(a, b, number=0 if to_family else bent)
        bent += len(path) > STRAIGHT
        found.append(Line(edge, path, (a.card is not None, b.card is not None)))
    return tuple(found)


def line_parts(drawn: Sequence[Line], cast: Cast, *, chosen: str) -> Iterator[str]:
    """Return the drawing of every line; a tie of the group can be chosen."""
    yield from (_glow(line.path) for line in drawn if chosen and line.edge.tie == chosen)
    for line in drawn:
        dots = "".join(
            _dot(point)
            for point, wanted in zip((line.path[0], line.path[-1]), line.has_dot, strict=True)
            if wanted
        )
        shape = stroke(line.edge.kind, line.path) + dots
        if not line.edge.tie:
            yield tag("g", shape)
            continue
        label = say_line(line.edge, cast)
        yield item("ties", line.edge.tie, label, hit_area(line.path), shape, data_lane="ties")


def plate_parts(drawn: Iterable[Line], places: Places, cast: Cast) -> Iterator[str]:
    """Return the words on the lines, each slid along its line to a free place."""
    taken = [card.box for card in cast.cards(places)]
    taken += [name_box(spot) for spot in places.family.values()]
    taken.append(title_box(places.hull))
    for line in drawn:
        if line.edge.kind is EdgeKind.INVOLVED:
            continue
        spoken = shortened(line.edge.words, PLATE_ROOM, LETTER)
        plate = _free_place(line, width(spoken, LETTER) + 16, taken)
        if spoken and plate:
            taken.append(plate)
            yield _plate(plate, spoken)


def say_line(edge: Edge, cast: Cast) -> str:
    """Return a line in words."""
    names = {"a": cast.parties[edge.a].name, "b": cast.parties[edge.b].name}
    as_what = "line_role" if edge.kind is EdgeKind.INVOLVED else "line_words"
    form = as_what if edge.words else "line"
    kind = text(f"network.{KIND_NAMES.get(edge.kind, edge.kind.value)}")
    return text(f"network.{form}", **names, kind=kind, words=edge.words)


def _ends(places: Places, cast: Cast) -> dict[str, End]:
    ends = {key: end_at_spot(spot) for key, spot in places.family.items()}
    for card in places.cards:
        ends[card.key] = end_at_card(card, card.row(-1))
        for row in cast.rows(card):
            ends[row.party.key] = end_at_card(card, card.row(min(row.place, MOST_ROWS)))
    return ends


def _free_place(line: Line, across: float, taken: Sequence[Box]) -> Box | None:
    whole = length_of(line.path)
    is_broken = line.edge.kind is EdgeKind.BROKEN
    for part in SPOTS_BESIDE_GAP if is_broken else SPOTS:
        x, y = along(line.path, part * whole)
        plate = Box(x - across / 2, y - PLATE_HEIGHT / 2, across, PLATE_HEIGHT)
        if not any(_overlap(plate, other) for other in taken):
            return plate
    return None


def _overlap(one: Box, other: Box) -> bool:
    is_apart = one.right < other.x or other.right < one.x
    return not (is_apart or one.bottom < other.y or other.bottom < one.y)


def _plate(plate: Box, spoken: str) -> str:
    ground = tag(
        "rect",
        x=plate.x,
        y=plate.y,
        width=plate.width,
        height=plate.height,
        rx=10,
        fill=PAPER,
        stroke=LINE_STRONG,
    )
    x, y = plate.x + plate.width / 2, plate.y + 14.5
    return ground + words(spoken, x=x, y=y, font_size=LETTER, text_anchor="middle", fill=INK)


def _dot(point: tuple[float, float]) -> str:
    return tag("circle", cx=point[0], cy=point[1], r=3.5, fill=INK)


def _glow(path: Path) -> str:
    drawn = "L".join(f"{x:.1f} {y:.1f}" for x, y in path)
    return tag("path", d=f"M{drawn}", stroke=PRIMARY_SOFT, stroke_width=16, fill="none")
