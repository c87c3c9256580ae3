"""Which lines of the family picture are read now, and which wait in the background."""

from collections.abc import Collection
from dataclasses import replace

from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Dwelling, Kinship, Relation
from casusanalyse.figures.family_face import Face
from casusanalyse.figures.family_line import Curve, bent, between
from casusanalyse.figures.family_tie import Faces
from casusanalyse.figures.palette import LINE


def in_focus(case: Case, ringed: Collection[str]) -> tuple[Case, tuple[Relation, ...]]:
    """Return the case with the lines that are read now, and the relations that wait.

    Args:
        case: the whole case.
        ringed: keys of the people somebody looks at; nobody in particular shows every line.
    """
    if not ringed:
        return case, ()
    near = tuple(one for one in case.relations if _touches(one, ringed))
    kin = tuple(one for one in case.kinships if _touches(one, ringed) or _share_home(case, one))
    far = tuple(one for one in case.relations if one not in near)
    return replace(case, relations=near, kinships=kin), far


def quiet_lines(far: Collection[Relation], faces: Faces) -> list[str]:
    """Return relations that wait as pale straight lines without shape or word."""
    return [
        bent(_straight(faces[one.a], faces[one.b]), stroke=LINE, stroke_width=1.5)
        for one in far
        if one.a != one.b and {one.a, one.b} <= set(faces)
    ]


def _straight(a: Face, b: Face) -> Curve:
    return between((a.x, a.y), (b.x, b.y), (a.radius, b.radius))


def _touches(line: Relation | Kinship, ringed: Collection[str]) -> bool:
    return line.a in ringed or line.b in ringed


def _share_home(case: Case, line: Kinship) -> bool:
    def homes(person: str) -> set[str]:
        return {one.household for one in case.dwellings if _is_home(one, person)}

    return bool(homes(line.a) & homes(line.b))


def _is_home(one: Dwelling, person: str) -> bool:
    return one.person == person and one.is_current
