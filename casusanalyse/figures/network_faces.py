"""Everybody under one name, the role first: people with their organisation, or on their own."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from casusanalyse.analysis.network import EdgeKind, NodeKind
from casusanalyse.domain.intake import Professional
from casusanalyse.figures.network_people import Cast, role_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """Somebody, or an organisation with those of its people who came or went with it.

    Attributes:
        keys: everybody under this name; the first gave it.
        role: function, kin word or organisation; the name of somebody without any.
        name: their own name.
        home: name of the organisation of a professional, otherwise empty.
        functions: what the people of an organisation do, each once.
    """

    keys: tuple[str, ...]
    kind: NodeKind
    role: str
    name: str
    home: str = ""
    functions: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Key of the party that gave the name."""
        return self.keys[0]


def faces(
    cast: Cast, keys: Sequence[str], *, homes: Set[str], apart: Set[str] = frozenset()
) -> tuple[Face, ...]:
    """Return parties under their names, in the same order.

    Args:
        cast: everybody on the day.
        keys: of whom to name.
        homes: keys of organisations that speak for their people.
        apart: keys of people who are named for themselves all the same.
    """
    kinds = {node.key: node.kind for node in cast.network.nodes}
    inside = {key: _home(cast, key) for key in keys if key not in apart}
    return tuple(
        _face(cast, key, kinds[key], [one for one in keys if inside.get(one) == key])
        for key in keys
        if inside.get(key, "") not in homes
    )


def spoken(cast: Cast, told: Iterable[Face], *, by_name: bool = False) -> Iterator[str]:
    """Return the roles; with a first name where more than one on this day has that role.

    Args:
        cast: everybody on the day.
        told: whom to name.
        by_name: say the first name of every professional.
    """
    often = Counter(role_of(cast.parties[node.key]) for node in cast.network.nodes)
    for face in told:
        is_needed = often[face.role] > 1 or (by_name and face.kind is NodeKind.PROFESSIONAL)
        is_name = face.name == face.role
        yield f"{face.role} {face.name}" if is_needed and not is_name else face.role


def supporters(cast: Cast) -> frozenset[str]:
    """Return the keys of those with a tie of support with the child."""
    child = cast.case.child
    ties = (edge for edge in cast.network.edges if edge.kind is EdgeKind.SUPPORT)
    pairs = ((edge.a, edge.b) for edge in ties if child and child.key in {edge.a, edge.b})
    return frozenset(key for pair in pairs for key in pair if child and key != child.key)


def _home(cast: Cast, key: str) -> str:
    party = cast.parties[key]
    return party.organisation if isinstance(party, Professional) else ""


def _face(cast: Cast, key: str, kind: NodeKind, people: Sequence[str]) -> Face:
    party = cast.parties[key]
    home = cast.parties.get(_home(cast, key))
    functions = (role_of(cast.parties[one]) for one in people)
    return Face(
        keys=(key, *people),
        kind=kind,
        role=role_of(party) or party.name,
        name=party.name,
        home=home.name if home else "",
        functions=tuple(dict.fromkeys(function for function in functions if function)),
    )
