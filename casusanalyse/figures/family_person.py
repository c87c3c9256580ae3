"""Draw one person of the family: a circle with an initial, and a few words below it."""

from casusanalyse.content.text import text
from casusanalyse.domain.family import Person
from casusanalyse.domain.vocabulary import Bond
from casusanalyse.figures.family_face import CHILD_RADIUS, CROSS_ROOM, RADIUS, Face
from casusanalyse.figures.lettering import width
from casusanalyse.figures.palette import INK, INK_SOFT, PRIMARY, SURFACE
from casusanalyse.figures.svg import item, tag, words

DASHES = {
    Bond.STEP: "7 4",
    Bond.HALF: "7 4",
    Bond.FOSTER: "1.5 4",
    Bond.ADOPTIVE: "1.5 4",
}
"""How a kin word that is not by birth is underlined."""


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
    below = tag(
        "g", *_words_below(face), font_size=face.hand.words, stroke_linejoin="round", **halo
    )
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
    size = face.hand.initial + (5 if face.is_child else 0)
    letter = words(
        face.person.name[:1].upper(),
        x=face.x,
        y=face.y + size * 0.36,
        font_size=size,
        fill=SURFACE if face.is_child else INK,
        font_weight=700,
    )
    return inner + letter


def _words_below(face: Face) -> list[str]:
    y = face.y + face.radius + face.hand.below
    parts = [_name(face, y)]
    if face.kin:
        y += face.hand.line
        parts.append(_line(face, face.kin, y, INK_SOFT))
    if face.kin and face.person.bond in DASHES:
        parts.append(_underline(face, width(face.kin, face.hand.words), y + 4))
    below = enumerate(face.lines, start=1)
    return [
        *parts,
        *(_line(face, line, y + number * face.hand.line, INK) for number, line in below),
    ]


def _name(face: Face, y: float) -> str:
    cross = CROSS_ROOM if face.person.died else 0.0
    x = face.x - cross / 2
    part = words(face.name, x=x, y=y, fill=INK, font_size=face.hand.name, font_weight=700)
    end = x + width(face.name, face.hand.name, weight=700) / 2
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
