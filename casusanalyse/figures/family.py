"""The family picture of step 3: persons first, then who they are to each other."""

from collections.abc import Mapping, Sequence
from datetime import date

from casusanalyse.analysis.family import FamilyLayout, places
from casusanalyse.analysis.family_room import Box
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.figures import family_hull
from casusanalyse.figures.family_focus import in_focus, quiet_lines
from casusanalyse.figures.family_hull import Hull, behind, hulls, titled
from casusanalyse.figures.family_kin import kin_lines
from casusanalyse.figures.family_line import Point
from casusanalyse.figures.family_person import Face, drawn, face, named
from casusanalyse.figures.family_route import Terrain
from casusanalyse.figures.family_tie import (
    relation_lines,
    relation_plates,
    ties,
)
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
    spots = {key: (at.x * across, at.y * layout.height) for key, at in layout.places.items()}
    homes = hulls(case, layout, spots, across)
    faces = _faces(case, layout, homes, spots, today)
    frame = Box(0, 0, across, layout.height)
    circles = [one.circle.grown(_AIR) for one in faces.values()]
    terrain = Terrain(frame.grown(-_EDGE), circles, [one.block for one in faces.values()])
    ringed = {chosen, *(pair or ())} - {""}
    near, far = in_focus(case, ringed)
    lines = ties(near, faces, terrain)
    parts = [
        tag("rect", width=across, height=layout.height, fill=SURFACE),
        *(family_hull.drawn(home) for home in homes),
        *quiet_lines(far, faces),
        *kin_lines(near, faces, terrain, lines),
        *relation_lines(lines, pair),
        *(titled(home, terrain.cost) for home in homes),
        *(drawn(one, is_chosen=key in ringed) for key, one in faces.items()),
        *relation_plates(case, lines, pair),
        *([] if faces else [_invitation(frame)]),
    ]
    return picture(parts, width=across, height=layout.height, alt=_alt(case))


def _faces(
    case: Case,
    layout: FamilyLayout,
    homes: Sequence[Hull],
    spots: Mapping[str, Point],
    today: date | None,
) -> dict[str, Face]:
    """Return everybody, eldest generation first and then from left to right."""
    house_names = {house.key: house.name for house in case.households}
    order = sorted(
        case.people, key=lambda person: (person.generation, spots[person.key], person.key)
    )
    return {
        person.key: face(
            person,
            spots[person.key],
            name=named(person, today),
            home=_also(layout, house_names, person.key),
            behind=behind(homes, person.key),
        )
        for person in order
    }


def _also(layout: FamilyLayout, names: Mapping[str, str], person: str) -> str:
    """Return the words about somebody's other homes, or nothing."""
    homes = [names[key] for key in layout.also_at.get(person, ())]
    return text("family_picture.also_at", homes=", ".join(homes)) if homes else ""


def _invitation(frame: Box) -> str:
    x, y = frame.right / 2, frame.bottom / 2
    font = {"font_size": 18, "font_weight": 700, "text_anchor": "middle", "fill": INK_SOFT}
    return words(text("family_picture.empty"), x=x, y=y, **font)


def _alt(case: Case) -> str:
    people = counted("family_picture.alt_people", len(case.people))
    if case.households:
        homes = counted("family_picture.alt_homes", len(case.households))
        people = text("family_picture.alt_people_and_homes", people=people, homes=homes)
    if case.child is None:
        return text("family_picture.alt_without_child", people=people)
    return text("family_picture.alt", name=case.child.name, people=people)
