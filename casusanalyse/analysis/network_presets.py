"""Which lines belong to each view of the network."""

from collections.abc import Set
from enum import StrEnum

from casusanalyse.analysis.network import OUTSIDE, Edge, EdgeKind, Network, NodeKind

TIES = frozenset({EdgeKind.SUPPORT, EdgeKind.TENSION, EdgeKind.BROKEN})
CONTACT = frozenset({EdgeKind.INVOLVED, EdgeKind.TOGETHER})


class Preset(StrEnum):
    """The views a group steps through, in this order."""

    FAMILY = "family"
    DIRECTION = "direction"
    SUPPORT_AND_TENSION = "support_and_tension"
    ORGANISATIONS = "organisations"
    ISLANDS = "islands"


def lines_of(network: Network, preset: Preset) -> tuple[Edge, ...]:
    """Return the lines of a view.

    A contact is shown once per organisation and family member, or per pair of organisations;
    what the group drew, and who holds the direction, is shown one by one.
    """
    if preset is Preset.FAMILY:
        return _with_family(network)
    if preset is Preset.DIRECTION:
        return _of_kinds(network, {EdgeKind.DIRECTION})
    if preset is Preset.SUPPORT_AND_TENSION:
        return _of_kinds(network, TIES)
    if preset is Preset.ORGANISATIONS:
        return _between_organisations(network)
    return _between_professionals(network)


def _of_kinds(network: Network, kinds: Set[EdgeKind]) -> tuple[Edge, ...]:
    return tuple(edge for edge in network.edges if edge.kind in kinds)


def _with_family(network: Network) -> tuple[Edge, ...]:
    kind = {node.key: node.kind for node in network.nodes}
    home = _homes(network)
    found: dict[tuple[str, str], Edge] = {}
    for edge in _of_kinds(network, CONTACT):
        outside, inside = edge.a, edge.b
        if kind[outside] is NodeKind.FAMILY:
            outside, inside = inside, outside
        if kind[inside] is NodeKind.FAMILY and kind[outside] is not NodeKind.FAMILY:
            found.setdefault(
                (home[outside], inside), Edge(outside, inside, edge.kind, edge.words)
            )
    return tuple(found.values())


def _between_organisations(network: Network) -> tuple[Edge, ...]:
    kinds = {*CONTACT, EdgeKind.SUPPORT, EdgeKind.TENSION}
    return _per_pair(network, kinds)


def _per_pair(network: Network, kinds: Set[EdgeKind]) -> tuple[Edge, ...]:
    home, outside = _homes(network), _outside(network)
    pairs = {
        tuple(sorted((home[edge.a], home[edge.b])))
        for edge in _of_kinds(network, kinds)
        if {edge.a, edge.b} <= outside
    }
    return tuple(Edge(a, b, EdgeKind.TOGETHER) for a, b in sorted(pairs) if a != b)


def _between_professionals(network: Network) -> tuple[Edge, ...]:
    home, outside = _homes(network), _outside(network)
    ties = [tie for tie in _of_kinds(network, TIES) if {tie.a, tie.b} <= outside]
    tied = [{home[tie.a], home[tie.b]} for tie in ties]
    contacts = _per_pair(network, CONTACT)
    return (*ties, *(edge for edge in contacts if {edge.a, edge.b} not in tied))


def _outside(network: Network) -> set[str]:
    return {node.key for node in network.nodes if node.kind in OUTSIDE}


def _homes(network: Network) -> dict[str, str]:
    return {node.key: node.home or node.key for node in network.nodes}
