"""Who stands where on the beamer: who left, who stayed and who came, nine at most."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casusanalyse.analysis.network import Edge, EdgeKind, NodeKind
from casusanalyse.analysis.network_presets import Preset
from casusanalyse.content.text import counted, text
from casusanalyse.figures.network_faces import Face, supporters
from casusanalyse.figures.network_people import Cast
from casusanalyse.figures.network_sentence import changed_faces, stayed_faces

MOST, MOST_ASIDE, MOST_STAYED = 9, 3, 6
FAMILY = frozenset({NodeKind.FAMILY, NodeKind.OWN_NETWORK})
_DRAWN_TIES = (EdgeKind.SUPPORT, EdgeKind.TENSION, EdgeKind.BROKEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One name on the beamer.

    Attributes:
        title: the role.
        under: a few words below it, or empty.
        tie: the line to the child; None when there is none.
        is_family: arched instead of square.
    """

    title: str
    under: str = ""
    tie: EdgeKind | None = None
    is_family: bool = False


@dataclass(frozen=True, slots=True)
class Zones:
    """Everybody on the beamer, in the order they stand there."""

    left: tuple[Seat, ...]
    stayed: tuple[Seat, ...]
    came: tuple[Seat, ...]

    @property
    def ties(self) -> frozenset[EdgeKind]:
        """The kinds of line that are drawn."""
        return frozenset(seat.tie for seat in (*self.stayed, *self.came) if seat.tie)


def zones(cast: Cast) -> Zones:
    """Return who stands in which zone; whoever matters most in the view stands first."""
    left = [
        *_seats(cast, changed_faces(cast, "left"), ""),
        *_seats(cast, changed_faces(cast, "faded"), text("network_beamer.around")),
    ]
    came = [
        *_seats(cast, changed_faces(cast, "new"), ""),
        *_seats(cast, changed_faces(cast, "returned"), text("network.returned")),
        *_seats(cast, changed_faces(cast, "appeared"), text("network_beamer.around")),
    ]
    stayed = list(_seats(cast, _by_view(cast, stayed_faces(cast)), ""))
    aside = [_fitting(left, MOST_ASIDE), _fitting(came, MOST_ASIDE)]
    room = min(MOST_STAYED, MOST - sum(map(len, aside)))
    return Zones(aside[0], _fitting(stayed, room), aside[1])


def _fitting(seats: Sequence[Seat], room: int) -> tuple[Seat, ...]:
    """Those who do not fit are one name together."""
    if len(seats) <= room:
        return tuple(seats)
    others = counted("network_beamer.others", len(seats) - room + 1)
    return (*seats[: room - 1], Seat(title=others))


def _by_view(cast: Cast, found: Sequence[Face]) -> list[Face]:
    """The two who are named first when somebody tells who stayed stand first here too."""
    named = [face for face in found[:2] if face.key in supporters(cast)]
    others = [face for face in found if face not in named]
    return [*named, *sorted(others, key=lambda face: not _matters(cast, face))]


def _matters(cast: Cast, face: Face) -> bool:
    """Whether somebody is what the view is about; those are shown before the others."""
    if cast.preset is Preset.FAMILY:
        return face.kind in FAMILY
    if cast.preset is Preset.DIRECTION:
        return _tie(cast, face) is EdgeKind.DIRECTION
    if cast.preset is Preset.SUPPORT_AND_TENSION:
        return _tie(cast, face) in _DRAWN_TIES
    return face.kind is NodeKind.ORGANISATION


def _seats(cast: Cast, found: Sequence[Face], said: str) -> Iterator[Seat]:
    roles = [face.role for face in found]
    for face in found:
        is_double = roles.count(face.role) > 1
        yield Seat(
            title=face.role[:1].upper() + face.role[1:],
            under=said or (face.name if is_double else _under(face)),
            tie=_tie(cast, face),
            is_family=face.kind in FAMILY,
        )


def _under(face: Face) -> str:
    """The organisation of somebody; of an organisation what its one person does."""
    people = len(face.keys) - 1
    if people > 1:
        return counted("network.people", people)
    return face.home or "".join(face.functions)


def _tie(cast: Cast, face: Face) -> EdgeKind | None:
    """The line to the child: the direction in its own view, else what the group drew."""
    kinds = {edge.kind for edge in cast.network.edges if _joins(cast, edge, face)}
    first = EdgeKind.DIRECTION if cast.preset is Preset.DIRECTION else None
    wanted = (*((first,) if first else ()), *_DRAWN_TIES)
    found = next((kind for kind in wanted if kind in kinds), None)
    has_contact = bool(kinds) or face.kind in FAMILY
    return found or (EdgeKind.TOGETHER if has_contact else None)


def _joins(cast: Cast, edge: Edge, face: Face) -> bool:
    child = cast.case.child
    ends = {edge.a, edge.b}
    return child is not None and child.key in ends and not ends.isdisjoint(face.keys)
