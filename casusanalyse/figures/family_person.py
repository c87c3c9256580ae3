"""One person in the family picture: a circle with an initial, and a few words below it."""

from dataclasses import dataclass
from datetime import date

from casusanalyse.analysis.family_room import Box
from casusanalyse.content.text import text
from casusanalyse.domain.dates import age_on
from casusanalyse.domain.family import Person
from casusanalyse.domain.vocabulary import Bond
from casusanalyse.figures.lettering import shortened, width
from casusanalyse.figures.palette import INK, INK_SOFT, PRIMARY, SURFACE
from casusanalyse.figures.svg import item, tag, words

ROOM = 130.0
"""Widest line of words below a circle."""
RADIUS = 20.0
CHILD_RADIUS = 28.0
DASHES = {
    Bond.STEP: "7 4",
    Bond.HALF: "7 4",
    Bond.FOSTER: "1.5 4",
    Bond.ADOPTIVE: "1.5 4",
}
"""How a kin word that is not by birth is underlined."""

_SIZE = 13.0
_NAME_SIZE = 14.0
_LINE = 16.0
_BELOW = 17.0
_CROSS_ROOM = 14.0
_MOST_LINES = 2
_WIDEST_AGE = 1
_RING = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A person with a spot in the picture, in units of that picture.

    Attributes:
        x, y: middle of the circle.
        radius: of the circle, the ring around the child included.
        behind: colour of what lies behind the words.
        name: with the age when it is known, as it fits.
        kin: kin word as it fits; empty for the child.
        lines: the words below the kin word, two at most.
        block: room of all words.
    """

    person: Person
    x: float
    y: float
    radius: float
    behind: str
    name: str
    kin: str
    lines: tuple[str, ...]
    block: Box

    @property
    def is_child(self) -> bool:
        """The case is about this person."""
        return self.person.bond is Bond.CHILD

    @property
    def circle(self) -> Box:
        """The room of the circle alone."""
        r = self.radius
        return Box(self.x - r, self.y - r, self.x + r, self.y + r)


def face(person: Person, at: tuple[float, float], *, name: str, home: str, behind: str) -> Face:
    """Return a person with the words that fit below the circle.

    Args:
        person: somebody of the family.
        at: middle of the circle.
        name: as `named` gives it.
        home: words about a second household, or empty; takes a line of the nature.
        behind: colour of what lies behind the words.
    """
    x, y = at
    is_child = person.bond is Bond.CHILD
    radius = CHILD_RADIUS + _RING if is_child else RADIUS
    cross = _CROSS_ROOM if person.died else 0.0
    name = shortened(on_one_line(name), ROOM - cross, _NAME_SIZE, weight=700)
    kin = "" if is_child else shortened(on_one_line(person.kin), ROOM, _SIZE)
    nature = _wrapped(person.nature, _MOST_LINES - bool(home))
    lines = (*((shortened(on_one_line(home), ROOM, _SIZE),) if home else ()), *nature)
    widths = [width(line, _SIZE) for line in (kin, *lines)]
    half = max(width(name, _NAME_SIZE, weight=700) + cross, *widths) / 2 + 3
    top = y + radius + 3
    bottom = top + _LINE * (1 + bool(kin) + len(lines)) + 5
    return Face(
        person=person, x=x, y=y, radius=radius, behind=behind, name=name, kin=kin,
        lines=lines, block=Box(x - half, top, x + half, bottom),
    )  # fmt: skip


def named(person: Person, today: date | None) -> str:
    """Return the name, with the age of children when it is known and they live.

    Args:
        person: somebody of the family.
        today: None leaves the age out.
    """
    is_elder = person.generation < 0
    if today is None or person.birth is None or person.died is not None or is_elder:
        return person.name
    youngest, oldest = age_on(person.birth, today)
    if youngest == oldest:
        return text("family_picture.age", name=person.name, age=oldest)
    if oldest - youngest > _WIDEST_AGE:
        return person.name
    facts = {"name": person.name, "youngest": youngest, "oldest": oldest}
    return text("family_picture.age_between", **facts)


def said(person: Person) -> str:
    """Return what a screen reader says of a person."""
    who = person.name
    if person.bond is Bond.CHILD:
        who = text("family_picture.who_child", name=who)
    elif person.kin:
        who = text("family_picture.who", name=who, kin=person.kin)
    if person.died:
        who = text("family_picture.who_died", who=who)
    if not person.nature:
        return text("family_picture.person_without_nature", who=who)
    return text("family_picture.person", who=who, nature=person.nature.rstrip("."))


def drawn(face: Face, *, is_chosen: bool) -> str:
    """Return a person as an item that can be chosen and dragged."""
    halo = {"stroke": face.behind, "stroke_width": 4, "paint_order": "stroke"}
    below = tag("g", *_words_below(face), font_size=_SIZE, stroke_linejoin="round", **halo)
    parts = [_hit_box(face), _circle(face), below]
    if is_chosen:
        ring = {"fill": "none", "stroke": PRIMARY, "stroke_width": 3}
        parts.insert(1, tag("circle", cx=face.x, cy=face.y, r=face.radius + 5, **ring))
    return item(
        "people",
        face.person.key,
        said(face.person),
        *parts,
        text_anchor="middle",
        data_drag="1",
        data_lane=f"{face.person.generation}",
        data_x=face.x,
        data_y=face.y,
    )


def _hit_box(face: Face) -> str:
    block, circle = face.block, face.circle
    left, right = min(block.left, circle.left), max(block.right, circle.right)
    size = {"width": right - left, "height": block.bottom - circle.top}
    return tag("rect", x=left, y=circle.top, **size, fill="transparent")


def _circle(face: Face) -> str:
    edge: dict[str, object] = {"stroke": PRIMARY if face.is_child else INK, "stroke_width": 2}
    if face.person.died:
        edge["stroke_dasharray"] = "4 3"
    at = {"cx": face.x, "cy": face.y}
    inner = tag("circle", **at, r=RADIUS, fill=SURFACE, **edge)
    if face.is_child:
        inner = tag("circle", **at, r=CHILD_RADIUS, fill=PRIMARY, **edge)
        inner += tag("circle", **at, r=face.radius, fill="none", **edge)
    letter = words(
        face.person.name[:1].upper(),
        x=face.x,
        y=face.y + (7 if face.is_child else 5.5),
        font_size=20 if face.is_child else 15,
        fill=SURFACE if face.is_child else INK,
        font_weight=700,
    )
    return inner + letter


def _words_below(face: Face) -> list[str]:
    y = face.y + face.radius + _BELOW
    parts = [_name(face, y)]
    if face.kin:
        y += _LINE
        parts.append(_line(face, face.kin, y, INK_SOFT))
    if face.kin and face.person.bond in DASHES:
        parts.append(_underline(face, width(face.kin, _SIZE), y + 4))
    below = enumerate(face.lines, start=1)
    return [*parts, *(_line(face, line, y + number * _LINE, INK) for number, line in below)]


def _name(face: Face, y: float) -> str:
    cross = _CROSS_ROOM if face.person.died else 0.0
    x = face.x - cross / 2
    part = words(face.name, x=x, y=y, fill=INK, font_size=_NAME_SIZE, font_weight=700)
    end = x + width(face.name, _NAME_SIZE, weight=700) / 2
    return part + (_cross(end + 8, y) if face.person.died else "")


def _line(face: Face, line: str, y: float, colour: str) -> str:
    return words(line, x=face.x, y=y, fill=colour)


def _underline(face: Face, wide: float, y: float) -> str:
    return tag(
        "path",
        d=f"M{face.x - wide / 2:.1f} {y:.1f}h{wide:.1f}",
        stroke=INK_SOFT,
        stroke_width=1.8,
        stroke_linecap="round",
        stroke_dasharray=DASHES[face.person.bond],
    )


def _cross(x: float, y: float) -> str:
    way = f"M{x:.1f} {y - 10.5:.1f}v12.5M{x - 3.8:.1f} {y - 6.8:.1f}h7.6"
    return tag("path", d=way, stroke=INK, stroke_width=1.7, fill="none")


def on_one_line(said: str) -> str:
    """Return words with every line end and run of spaces as one space."""
    return " ".join(said.split())


def _wrapped(said: str, most: int) -> list[str]:
    lines: list[str] = []
    for word in said.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, _SIZE) <= ROOM:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [shortened(line.rstrip("."), ROOM, _SIZE) for line in lines]
