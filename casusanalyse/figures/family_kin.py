"""Thin family lines in the picture: couples, and parents with their children."""

from collections.abc import Mapping, Sequence

from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Kinship, Relation
from casusanalyse.domain.vocabulary import KinshipKind
from casusanalyse.figures.family_hull import EDGE
from casusanalyse.figures.family_line import Curve, bent, between, parted
from casusanalyse.figures.family_route import Terrain
from casusanalyse.figures.family_tie import Faces, Tie, line_between
from casusanalyse.figures.palette import LINE_STRONG

PARENT_DASHES: dict[KinshipKind, str | None] = {
    KinshipKind.PARENT: None,
    KinshipKind.STEP_PARENT: "7 4",
    KinshipKind.FOSTER_PARENT: "1.5 4",
    KinshipKind.ADOPTIVE_PARENT: "1.5 4",
}

_COUPLES = frozenset({KinshipKind.PARTNER, KinshipKind.FORMER_PARTNER})
_LONG = 200.0

Two = frozenset[str]


def kin_lines(case: Case, faces: Faces, terrain: Terrain, lines: Sequence[Tie]) -> list[str]:
    """Return couple and child lines; what a relation line already ties is left out.

    Args:
        case: the case.
        faces: by key of the person.
        terrain: what lines keep clear of.
        lines: the relations, already placed.
    """
    said = {_two(tie.relation): tie.curve for tie in lines}
    known = [line for line in case.kinships if line.a != line.b and _two(line) <= set(faces)]
    couples = {_two(line): line for line in known if line.kind in _COUPLES}
    curves = {
        two: said.get(two) or _couple_line(faces, terrain, line)
        for two, line in couples.items()
    }
    parts = [_couple(line, curves[two]) for two, line in couples.items() if two not in said]
    for (child, kind), elders in _parents(known, said).items():
        near = (two for two, curve in curves.items() if curve.length <= _LONG)
        couple = next((curves[two] for two in near if _tied(two, child, kind, known)), None)
        face = faces[child]
        if couple:
            found = [terrain.route((couple.at(0.5), (face.x, face.y)), (0.0, face.radius))]
        else:
            found = [line_between(faces, terrain, elder, child) for elder in elders]
        dashes = PARENT_DASHES[kind]
        parts += [bent(curve, **_thin(curve), stroke_dasharray=dashes) for curve in found]
    return parts


def _two(line: Kinship | Relation) -> Two:
    return frozenset((line.a, line.b))


def _parents(
    known: Sequence[Kinship], said: Mapping[Two, Curve]
) -> dict[tuple[str, KinshipKind], list[str]]:
    """Return the parents of a kind of every child, without those a relation line ties."""
    found: dict[tuple[str, KinshipKind], list[str]] = {}
    for line in known:
        if line.kind in PARENT_DASHES and _two(line) not in said:
            found.setdefault((line.b, line.kind), []).append(line.a)
    return found


def _tied(two: Two, child: str, kind: KinshipKind, known: Sequence[Kinship]) -> bool:
    """Tell whether both of a couple are parents of that kind of a child."""
    return two <= {line.a for line in known if line.b == child and line.kind is kind}


def _couple_line(faces: Faces, terrain: Terrain, line: Kinship) -> Curve:
    """Return a straight line when two people stand side by side, else one that finds a way."""
    a, b = faces[line.a], faces[line.b]
    straight = between((a.x, a.y), (b.x, b.y), (a.radius, b.radius))
    is_near = straight.length <= _LONG and abs(a.y - b.y) < a.radius
    return straight if is_near else line_between(faces, terrain, line.a, line.b)


def _couple(line: Kinship, curve: Curve) -> str:
    draw = parted if line.kind is KinshipKind.FORMER_PARTNER else bent
    return draw(curve, **_thin(curve))


def _thin(curve: Curve) -> dict[str, object]:
    """Family lines stay in the background, long ones more so."""
    if curve.length > _LONG:
        return {"stroke": EDGE, "stroke_width": 1.3}
    return {"stroke": LINE_STRONG, "stroke_width": 2}
