"""The family picture of step 3: persons first, then who they are to each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from casusanalyse.analysis.family import FamilyLayout, places
from casusanalyse.analysis.family_room import Box
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.figures import family_hull
from casusanalyse.figures.family_face import SCREEN, Face, Hand, face, named
from casusanalyse.figures.family_focus import in_focus, quiet_lines
from casusanalyse.figures.family_hull import TITLE_SIZE, Hull, behind, hulls, titled, written
from casusanalyse.figures.family_kin import kin_lines
from casusanalyse.figures.family_line import Point
from casusanalyse.figures.family_person import drawn
from casusanalyse.figures.family_route import Terrain
from casusanalyse.figures.family_tie import Tie, relation_lines, relation_plates, ties
from casusanalyse.figures.palette import INK_SOFT, SURFACE
from casusanalyse.figures.svg import Picture, picture, tag, words

NARROW = 964.0
WIDE = 1190.0

_EDGE = 6.0
_AIR = 3.0


def family_picture(
    case: Case,
    *,
    chosen: str = "",
    pair: tuple[str, str] | None = None,
    today: date | None = None,
    wide: bool = False,
) -> Picture:
    """Draw the family.

    Args:
        case: the case; half-filled is fine.
        chosen: key of the person who is open in the form; the lines of others are then pale
            and without their word, so that one person at a time can be read.
        pair: keys of the two people whose relation is being chosen.
        today: for ages; None leaves them out.
        wide: for a window of 1600 pixels and wider.
    """
    layout = places(case)
    across = WIDE if wide else NARROW
    view = View(layout=layout, across=across, today=today, chosen=chosen, pair=pair)
    ground = tag("rect", width=across, height=layout.height, fill=SURFACE)
    parts = [ground, *family_parts(case, view)]
    return picture(parts, width=across, height=layout.height, alt=_alt(case))


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How a family is looked at.

    Attributes:
        layout: who stands where.
        across: width of the picture; its height is that of the layout.
        hand: how the words are written.
        ground: colour of what the picture lies on.
        today, chosen, pair: as for `family_picture`.
    """

    layout: FamilyLayout
    across: float
    hand: Hand = SCREEN
    ground: str = SURFACE
    today: date | None = None
    chosen: str = ""
    pair: tuple[str, str] | None = None

    @property
    def ringed(self) -> set[str]:
        """The people somebody chose; in a room nobody stands out but the child."""
        return set() if self.hand.is_calm else {self.chosen, *(self.pair or ())}


def family_parts(case: Case, view: View) -> list[str]:
    """Return the drawing without what it lies on."""
    spots = {
        key: (at.x * view.across, at.y * view.layout.height)
        for key, at in view.layout.places.items()
    }
    homes = hulls(case, view.layout, spots, view.across)
    faces = _faces(case, view, homes, spots)
    frame = Box(0, 0, view.across, view.layout.height)
    circles = [one.circle.grown(_AIR) for one in faces.values()]
    terrain = Terrain(frame.grown(-_EDGE), circles, [one.block for one in faces.values()])
    near, far = in_focus(case, {view.chosen, *(view.pair or ())} - {""})
    lines = ties(near, faces, terrain, view.hand.words)
    size = max(TITLE_SIZE, view.hand.words)
    titles = [titled(home, terrain.cost, size) for home in homes]
    worded = lines
    if view.hand.is_calm:
        taken = [room for one in faces.values() for room in (one.block, one.circle)]
        titles = [one for one in titles if one.room.is_free_of(taken)]
        worded = _undisturbed(lines, [*taken, *(one.room for one in titles)])
    return [
        *(family_hull.drawn(home) for home in homes),
        *([] if view.hand.is_calm else quiet_lines(far, faces)),
        *kin_lines(near, faces, terrain, lines),
        *relation_lines(lines, view.pair),
        *map(written, titles),
        *(drawn(one, is_chosen=key in view.ringed) for key, one in faces.items()),
        *relation_plates(case, worded, view.pair),
        *([] if faces else [_invitation(frame, view.hand, alone=not homes)]),
    ]


def _undisturbed(lines: Sequence[Tie], taken: list[Box]) -> list[Tie]:
    """Return the relations whose word covers no person, no house and no other word."""
    free = []
    for tie in lines:
        if tie.plate.is_free_of(taken):
            free.append(tie)
            taken.append(tie.plate)
    return free


def _faces(
    case: Case, view: View, homes: Sequence[Hull], spots: Mapping[str, Point]
) -> dict[str, Face]:
    """Return everybody, eldest generation first and then from left to right."""
    house_names = {house.key: house.name for house in case.households}
    order = sorted(
        case.people, key=lambda person: (person.generation, spots[person.key], person.key)
    )
    return {
        person.key: replace(
            face(
                person,
                spots[person.key],
                name=named(person, view.today),
                home=_also(view.layout, house_names, person.key),
                hand=view.hand,
            ),
            behind=behind(homes, person.key, view.ground),
        )
        for person in order
    }


def _also(layout: FamilyLayout, names: Mapping[str, str], person: str) -> str:
    """Return the words about somebody's other homes, or nothing."""
    homes = [names[key] for key in layout.also_at.get(person, ())]
    return text("family_picture.also_at", homes=", ".join(homes)) if homes else ""


def _invitation(frame: Box, hand: Hand, *, alone: bool) -> str:
    """Ask who belongs; when nothing else is drawn, a small screen leaves out the air."""
    x, y = frame.right / 2, frame.bottom / 2
    font = {
        "font_size": hand.words + 5,
        "font_weight": 700,
        "text_anchor": "middle",
        "fill": INK_SOFT,
    }
    class_ = "alone" if alone else None
    return words(text("family_picture.empty"), x=x, y=y, class_=class_, **font)


def _alt(case: Case) -> str:
    people = counted("family_picture.alt_people", len(case.people))
    if case.households:
        homes = counted("family_picture.alt_homes", len(case.households))
        people = text("family_picture.alt_people_and_homes", people=people, homes=homes)
    if case.child is None:
        return text("family_picture.alt_without_child", people=people)
    return text("family_picture.alt", name=case.child.name, people=people)
