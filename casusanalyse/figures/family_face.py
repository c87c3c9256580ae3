"""A person of the family picture with the words that fit below the circle."""

import re
from dataclasses import dataclass
from datetime import date

from casusanalyse.analysis.family_room import Box
from casusanalyse.content.text import text
from casusanalyse.domain.dates import age_on
from casusanalyse.domain.family import Person
from casusanalyse.domain.vocabulary import Bond
from casusanalyse.figures.lettering import shortened, width
from casusanalyse.figures.palette import SURFACE

RADIUS = 20.0
CHILD_RADIUS = 28.0
CROSS_ROOM = 14.0
"""What the cross behind the name of somebody who died takes."""

_WIDEST_AGE = 1
"""Years between the youngest and the oldest somebody can be; wider says nothing."""
_PARTS = re.compile(r"[^,;.]+[,;.]?")
_RING = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """How large a family picture is written, in units of that picture.

    Attributes:
        words, name, initial: height of the letters.
        line: distance between two lines.
        below: from a circle to the foot of the name.
        room: widest line below a circle.
        most: how many lines there is room for below the kin word; below zero not even that.
        is_calm: what does not fit is left out instead of cut off, for a room that only looks.
    """

    words: float = 13.0
    name: float = 14.0
    initial: float = 15.0
    line: float = 16.0
    below: float = 17.0
    room: float = 130.0
    most: int = 2
    is_calm: bool = False


SCREEN = Hand()


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
        hand: how the words are written.
    """

    person: Person
    x: float
    y: float
    radius: float
    name: str
    kin: str
    lines: tuple[str, ...]
    block: Box
    hand: Hand = SCREEN
    behind: str = SURFACE

    @property
    def is_child(self) -> bool:
        """The case is about this person."""
        return self.person.bond is Bond.CHILD

    @property
    def circle(self) -> Box:
        """The room of the circle alone."""
        r = self.radius
        return Box(self.x - r, self.y - r, self.x + r, self.y + r)


def face(person: Person, at: tuple[float, float], *, name: str, home: str, hand: Hand) -> Face:
    """Return a person with the words that fit below the circle.

    Args:
        person: somebody of the family.
        at: middle of the circle.
        name: as `named` gives it.
        home: words about a second household, or empty; takes a line of the nature.
        hand: how the words are written.
    """
    x, y = at
    is_child = person.bond is Bond.CHILD
    radius = CHILD_RADIUS + _RING if is_child else RADIUS
    cross = CROSS_ROOM if person.died else 0.0
    name = shortened(on_one_line(name), hand.room - cross, hand.name, weight=700)
    has_kin = not is_child and hand.most >= 0
    kin = shortened(on_one_line(person.kin), hand.room, hand.words) if has_kin else ""
    also = _homes(home, hand)
    nature = _nature(person, hand, hand.most - len(also) + (is_child and hand.is_calm))
    widths = [width(line, hand.words) for line in (kin, *also, *nature)]
    half = max(width(name, hand.name, weight=700) + cross, *widths) / 2 + 3
    top = y + radius + 3
    bottom = top + hand.line * (1 + bool(kin) + len(also) + len(nature)) + 5
    return Face(
        person=person, x=x, y=y, radius=radius, name=name, kin=kin, hand=hand,
        lines=(*also, *nature), block=Box(x - half, top, x + half, bottom),
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


def on_one_line(said: str) -> str:
    """Return words with every line end and run of spaces as one space."""
    return " ".join(said.split())


def _homes(said: str, hand: Hand) -> tuple[str, ...]:
    fits = shortened(on_one_line(said), hand.room, hand.words)
    return () if not said or (hand.is_calm and fits != on_one_line(said)) else (fits,)


def _nature(person: Person, hand: Hand, most: int) -> list[str]:
    """Return the nature in as many lines as there is room for."""
    if not hand.is_calm:
        return _wrapped(person.nature, hand, most)
    told = [part.strip() for part in _PARTS.findall(person.nature)]
    for count in range(len(told), 0, -1):
        lines = _wrapped(" ".join(told[:count]).rstrip(" ,;."), hand, len(person.nature))
        if len(lines) <= most and not any(line.endswith("…") for line in lines):
            return lines
    return []


def _wrapped(said: str, hand: Hand, most: int) -> list[str]:
    lines: list[str] = []
    for word in said.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, hand.words) <= hand.room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [shortened(line.rstrip("."), hand.room, hand.words) for line in lines]
