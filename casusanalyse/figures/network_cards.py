"""Draw the cards with their people and the circles of the family."""

from collections.abc import Iterator

from casusanalyse.analysis.network import Status
from casusanalyse.content.text import counted, text
from casusanalyse.domain.family import Person
from casusanalyse.domain.vocabulary import Bond
from casusanalyse.figures.lettering import shortened, width
from casusanalyse.figures.network_ground import (
    CHILD_RADIUS,
    HEAD,
    NAME_LETTER,
    ROW,
    UNATTACHED,
    Box,
    Card,
    Spot,
    name_of,
)
from casusanalyse.figures.network_marks import mark
from casusanalyse.figures.network_people import (
    Cast,
    Row,
    added_role,
    child_name,
    said,
    shelf,
    shown,
)
from casusanalyse.figures.palette import (
    ACCENT,
    ACCENT_SOFT,
    HELP,
    INK,
    INK_SOFT,
    LINE_STRONG,
    PRIMARY,
    PRIMARY_SOFT,
    SURFACE,
)
from casusanalyse.figures.svg import item, tag, words

NAME, ROLE = 13.5, 13.0
RING = 9.0
MARK_X, NAME_X, EDGE = 17.0, 33.0, 10.0
BOLD = frozenset({Status.NEW, Status.RETURNED})


def card_parts(card: Card, cast: Cast, *, badge: str, chosen: str) -> Iterator[str]:
    """Return the drawing of a card and everybody on it, item by item.

    Args:
        card: its place.
        cast: who is there.
        badge: letter in the top right corner, or empty.
        chosen: key of the record that is open.
    """
    yield _frame(card, cast, badge=badge, chosen=chosen)
    rows, more = shown(cast.rows(card))
    for row in rows:
        yield _row(card, row, is_chosen=row.party.key == chosen)
    if more:
        line = card.row(rows[-1].place + 1) + 4.5
        said_more = counted("network.more_people", more)
        yield words(said_more, x=card.box.x + NAME_X, y=line, font_size=ROLE, fill=INK_SOFT)


def family_parts(
    hull: Box, spots: dict[str, Spot], cast: Cast, *, chosen: str
) -> Iterator[str]:
    """Return the circles of the family members who are there, with their names."""
    title = text("network.family", name=child_name(cast.case))
    middle = hull.x + hull.width / 2
    yield _name(title, middle, hull.y + 21, weight=700)
    if cast.case.child is None:
        yield _unnamed(hull, child_name(cast.case))
    people = {person.key: person for person in cast.case.people}
    for key, spot in spots.items():
        if key in cast.status:
            yield _member(people[key], spot, cast.status[key], is_chosen=key == chosen)


def hull_part(hull: Box) -> str:
    """Return the sand under the family."""
    return _rect(hull, rx=56, fill=ACCENT_SOFT, stroke=ACCENT, stroke_width=2)


def _frame(card: Card, cast: Cast, *, badge: str, chosen: str) -> str:
    is_alone = cast.is_alone(card)
    box = card.box.shrunk(1)
    edge = {"stroke": LINE_STRONG, "stroke_dasharray": "6 4"} if is_alone else {"stroke": HELP}
    outline = _rect(box, rx=10, fill=SURFACE, stroke_width=1.6, **edge)
    plate = _plate(Box(box.x + 4, box.y + 3, box.width - 8, HEAD - 5), is_on=card.key == chosen)
    name = cast.card_name(card.key)
    title = _title(card, name, badge)
    if card.key in UNATTACHED:
        return tag("g", outline, title)
    return item("organisations", card.key, name, outline, plate, title, data_lane=card.key)


def _title(card: Card, name: str, badge: str) -> str:
    badge_room = 2 * RING + EDGE if badge else 0.0
    room = card.box.width - 2 * EDGE - badge_room
    y = card.box.y + 19
    fitted = shortened(name, room, NAME, weight=700)
    title = words(fitted, x=card.box.x + EDGE + 1, y=y, font_size=NAME, font_weight=700)
    if not badge:
        return title
    x, ring_y = card.box.right - EDGE - RING, card.box.y + 15
    ring = tag("circle", cx=x, cy=ring_y, r=RING, fill=SURFACE, stroke=INK, stroke_width=1.5)
    look = {"font_size": ROLE, "font_weight": 700, "text_anchor": "middle"}
    return title + ring + words(badge, x=x, y=ring_y + 4.5, **look)


def _row(card: Card, row: Row, *, is_chosen: bool) -> str:
    y = card.row(row.place)
    hit = Box(card.box.x + 4, y - ROW / 2, card.box.width - 8, ROW)
    return item(
        shelf(row.party),
        row.party.key,
        said(row.party, row.status),
        _plate(hit, is_on=is_chosen),
        mark(row.status, card.box.x + MARK_X, y),
        _row_words(card, row, y + 4.5),
        data_lane=card.key,
    )


def _row_words(card: Card, row: Row, y: float) -> str:
    weight = 700 if row.status in BOLD else 400
    x, room = card.box.x + NAME_X, card.box.width - NAME_X - EDGE
    name = shortened(row.party.name, room, NAME, weight=weight)
    role_x = width(name, NAME, weight=weight) + 6
    role = shortened(added_role(row.party), room - role_x, ROLE)
    drawn = words(name, x=x, y=y, font_size=NAME, font_weight=weight)
    if not role:
        return drawn
    return drawn + words(role, x=x + role_x, y=y, font_size=ROLE, fill=INK_SOFT)


def _plate(box: Box, *, is_on: bool) -> str:
    """Return the ground of an item: it makes the whole row a target, and shows the choice."""
    look = {"fill": PRIMARY_SOFT, "stroke": PRIMARY} if is_on else {"fill": "transparent"}
    return _rect(box, rx=5, **look)


def _rect(box: Box, **look: object) -> str:
    return tag("rect", x=box.x, y=box.y, width=box.width, height=box.height, **look)


def _member(person: Person, spot: Spot, status: Status, *, is_chosen: bool) -> str:
    is_child = person.bond is Bond.CHILD
    ring = tag("circle", cx=spot.x, cy=spot.y, r=spot.radius + 5, fill=PRIMARY_SOFT)
    circle = tag(
        "circle",
        cx=spot.x,
        cy=spot.y,
        r=spot.radius,
        fill=PRIMARY if is_child else SURFACE,
        stroke=PRIMARY if is_child or is_chosen else INK,
        stroke_width=2,
        stroke_dasharray="3 3" if status is Status.JUST_LEFT else None,
    )
    initial = _initial(person.name, spot.x, spot.y, is_child=is_child)
    weight = 700 if is_child or status in BOLD else 400
    name = _name(name_of(person), spot.x, spot.name_y, weight=weight)
    drawn = (ring if is_chosen else "", circle, initial, _sign(spot, status), name)
    return item("people", person.key, said(person, status), *drawn, data_lane="family")


def _unnamed(hull: Box, name: str) -> str:
    """The child before anybody said who they are: a circle that cannot be chosen."""
    x, y = hull.x + hull.width / 2, hull.y + hull.height / 2
    disc = tag("circle", cx=x, cy=y, r=CHILD_RADIUS, fill=PRIMARY)
    return disc + _initial(name, x, y, is_child=True)


def _initial(name: str, x: float, y: float, *, is_child: bool) -> str:
    return words(
        name[:1].upper(),
        x=x,
        y=y + (6.0 if is_child else 4.5),
        font_size=17 if is_child else 13,
        font_weight=700,
        text_anchor="middle",
        fill=SURFACE if is_child else INK,
    )


def _sign(spot: Spot, status: Status) -> str:
    """A small mark at the edge of a circle for who came or left."""
    if status is Status.WAS_THERE:
        return ""
    return mark(status, spot.x + spot.radius * 0.9, spot.y - spot.radius * 0.9)


def _name(name: str, x: float, y: float, *, weight: int) -> str:
    return words(
        name,
        x=x,
        y=y,
        font_size=NAME if weight == 700 else NAME_LETTER,  # noqa: PLR2004 - a weight of the type
        font_weight=weight,
        text_anchor="middle",
        stroke=ACCENT_SOFT,
        stroke_width=4,
        stroke_linejoin="round",
        paint_order="stroke",
    )
