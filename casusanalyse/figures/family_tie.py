"""Who people are to each other in the picture: a line and one kind word."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casusanalyse.analysis.family_room import Box
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Relation
from casusanalyse.domain.vocabulary import RelationWord
from casusanalyse.figures.family_face import SCREEN, Face
from casusanalyse.figures.family_hull import EDGE
from casusanalyse.figures.family_line import Curve, shaped
from casusanalyse.figures.family_route import Terrain
from casusanalyse.figures.lettering import width
from casusanalyse.figures.palette import (
    INK,
    PAPER,
    PRIMARY,
    PRIMARY_INK,
    PRIMARY_SOFT,
)
from casusanalyse.figures.svg import item, tag, words

_PLATE_AIR = 7.0
_PLATE_EDGE = 11.0
_TALL = 24.0

Faces = Mapping[str, Face]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation with its line, the room of its word, and the height of its letters."""

    relation: Relation
    curve: Curve
    plate: Box
    size: float


def ties(case: Case, faces: Faces, terrain: Terrain, size: float = SCREEN.words) -> list[Tie]:
    """Return every relation with its line and its word; short lines choose first.

    Args:
        case: the case.
        faces: by key of the person.
        terrain: what lines keep clear of.
        size: height of the letters of the words.
    """
    known = [
        line for line in case.relations if line.a != line.b and {line.a, line.b} <= set(faces)
    ]
    found: list[Tie] = []
    for relation in sorted(known, key=lambda line: (_apart(faces, line), line.key)):
        curve = line_between(faces, terrain, relation.a, relation.b)
        wide = width(label(relation.word), size) + 2 * _PLATE_EDGE
        plate = terrain.plate((wide, size + _PLATE_AIR), curve)
        terrain.take(curve, plate)
        found.append(Tie(relation, curve, plate, size))
    return found


def line_between(faces: Faces, terrain: Terrain, a: str, b: str) -> Curve:
    """Return where a line between two people can run."""
    one, other = faces[a], faces[b]
    return terrain.route(((one.x, one.y), (other.x, other.y)), (one.radius, other.radius))


def relation_lines(lines: Sequence[Tie], pair: Pair | None) -> list[str]:
    """Return the lines of the relations, each in the shape of its word."""
    return [
        shaped(tie.relation.word, tie.curve, tie.plate, _colour(tie, pair)) for tie in lines
    ]


def relation_plates(case: Case, lines: Sequence[Tie], pair: Pair | None) -> list[str]:
    """Return the words of the relations, as items that can be chosen, left to right."""
    names = {person.key: person.name for person in case.people}
    parts = []
    for tie in sorted(lines, key=lambda tie: (tie.plate.left, tie.plate.top)):
        sentence = said(tie.relation, names)
        plate = _plate(tie, pair)
        parts.append(
            item("relations", tie.relation.key, sentence, *plate, data_lane="relations")
        )
    return parts


def said(relation: Relation, names: Mapping[str, str]) -> str:
    """Return a relation as a sentence without its full stop."""
    facts = {"a": names[relation.a], "b": names[relation.b], "word": label(relation.word)}
    own = relation.words.rstrip(".")
    if relation.word is RelationWord.CARES_FOR:
        if own:
            return text("family_picture.relation_towards_with_words", words=own, **facts)
        return text("family_picture.relation_towards", **facts)
    if own:
        return text("family_picture.relation_with_words", words=own, **facts)
    return text("family_picture.relation", **facts)


def _apart(faces: Faces, line: Relation) -> float:
    a, b = faces[line.a], faces[line.b]
    return math.dist((a.x, a.y), (b.x, b.y))


def _is_chosen(tie: Tie, pair: Pair | None) -> bool:
    return pair is not None and {tie.relation.a, tie.relation.b} == set(pair)


def _colour(tie: Tie, pair: Pair | None) -> str:
    return PRIMARY_INK if _is_chosen(tie, pair) else INK


def _plate(tie: Tie, pair: Pair | None) -> tuple[str, str, str]:
    box = tie.plate
    wide, high = box.right - box.left, box.bottom - box.top
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    edge: dict[str, object] = {"fill": PAPER, "stroke": EDGE}
    if _is_chosen(tie, pair):
        edge = {"fill": PRIMARY_SOFT, "stroke": PRIMARY, "stroke_width": 2}
    finger = tag(
        "rect", x=box.left, y=y - _TALL / 2, width=wide, height=_TALL, fill="transparent"
    )
    shape = tag("rect", x=box.left, y=box.top, width=wide, height=high, rx=high / 2, **edge)
    font = {"font_size": tie.size, "text_anchor": "middle", "fill": INK}
    return finger, shape, words(label(tie.relation.word), x=x, y=y + tie.size * 0.35, **font)
