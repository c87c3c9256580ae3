"""Who stands around the family on a day, and who has a line to whom."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

import networkx as nx

from casusanalyse.analysis.network_presence import (
    Presence,
    Stretch,
    all_turns,
    is_there,
    presence,
    stretch_of,
)
from casusanalyse.domain.case import Case, Party
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Professional
from casusanalyse.domain.timeline import Event, Period, Tie
from casusanalyse.domain.vocabulary import Bond, Lane

SHARED_FOR = timedelta(days=365)
"""So long after a shared event two parties still count as having a line."""


class Status(StrEnum):
    """How somebody stands on a day, compared with an earlier day."""

    WAS_THERE = "was_there"
    NEW = "new"
    RETURNED = "returned"
    JUST_LEFT = "just_left"


class NodeKind(StrEnum):
    """Which sort of party a node is."""

    FAMILY = "family"
    OWN_NETWORK = "own_network"
    PROFESSIONAL = "professional"
    ORGANISATION = "organisation"


class EdgeKind(StrEnum):
    """Which sort of line runs between two parties; the last three the group drew."""

    DIRECTION = "direction"
    INVOLVED = "involved"
    TOGETHER = "together"
    SUPPORT = "support"
    TENSION = "tension"
    BROKEN = "broken"


OUTSIDE = frozenset({NodeKind.PROFESSIONAL, NodeKind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody who is there on the day, or was on the day it is compared with.

    Attributes:
        home: key of the organisation of a professional, otherwise empty.
    """

    key: str
    kind: NodeKind
    status: Status
    home: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two parties who are both there.

    Attributes:
        a, b: keys of parties; for direction and involvement `b` is the child.
        words: the role, or what the group said about the tie.
        tie: key of the `Tie` it comes from, otherwise empty.
    """

    a: str
    b: str
    kind: EdgeKind
    words: str = ""
    tie: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """Everybody around the family on one day; the order does not depend on the day.

    Attributes:
        before: the day it is compared with; None when nobody ever came or left until then.
        undated: keys of parties that have no place in time yet.
    """

    day: date
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    undated: tuple[str, ...] = ()
    before: date | None = None


def network_on(
    case: Case, day: date, when_there: Presence | None = None, *, before: date | None = None
) -> Network:
    """Return the network as of a day, with those who left since an earlier day.

    Two parties have a line when one is involved with the child or holds the direction on this
    day, when they share an event of the `SHARED_FOR` before it, or when the group drew a tie.

    Args:
        case: what the group knows.
        day: the day to show.
        when_there: when each party is there, when that is known already.
        before: the day it is compared with, not after `day`; None for the eve of the last
            time somebody came or left.
    """
    when_there = presence(case) if when_there is None else when_there
    before = before or _eve_of_last_turn(when_there, day)
    parties = _parties(case)
    nodes = tuple(_nodes(parties, when_there, day=day, before=before))
    here = {node.key for node in nodes if node.status is not Status.JUST_LEFT}
    edges = [edge for edge in _edges(case, day) if edge.a in here and edge.b in here]
    undated = tuple(party.key for party in parties if not when_there[party.key])
    return Network(day, nodes, _once(edges), undated, before)


def islands(network: Network) -> tuple[tuple[str, ...], ...]:
    """Return the groups of professionals and organisations without a line between them.

    Colleagues belong together; a broken contact joins nobody; the family joins nobody.
    The largest group comes first.
    """
    outside = [node for node in present(network) if node.kind in OUTSIDE]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(node.key for node in outside)
    joined = [(node.key, node.home) for node in outside]
    joined += [(edge.a, edge.b) for edge in network.edges if edge.kind is not EdgeKind.BROKEN]
    graph.add_edges_from(
        pair for pair in joined if graph.has_node(pair[0]) and graph.has_node(pair[1])
    )
    groups = (tuple(sorted(group)) for group in nx.connected_components(graph))
    return tuple(sorted(groups, key=lambda group: (-len(group), group)))


def present(network: Network) -> tuple[Node, ...]:
    """Return everybody who is there, without those who just left."""
    return tuple(node for node in network.nodes if node.status is not Status.JUST_LEFT)


def present_counts(network: Network) -> tuple[int, int]:
    """Return how many professionals and how many organisations are there."""
    kinds = [node.kind for node in present(network)]
    return kinds.count(NodeKind.PROFESSIONAL), kinds.count(NodeKind.ORGANISATION)


def _eve_of_last_turn(when_there: Presence, day: date) -> date | None:
    turns = all_turns(when_there)
    place = bisect_right(turns, day)
    return turns[place - 1] - timedelta(days=1) if place else None


def _parties(case: Case) -> list[Party]:
    shelves: tuple[tuple[Party, ...], ...] = (
        case.people,
        case.professionals,
        case.organisations,
    )
    return [one for shelf in shelves for one in sorted(shelf, key=lambda it: (it.rank, it.key))]


def _nodes(
    parties: list[Party], when_there: Presence, *, day: date, before: date | None
) -> Iterator[Node]:
    for party in parties:
        status = _status(when_there[party.key], day=day, before=before)
        home = party.organisation if isinstance(party, Professional) else ""
        if status:
            yield Node(party.key, _kind(party), status, home)


def _kind(party: Party) -> NodeKind:
    if isinstance(party, Person):
        return NodeKind.OWN_NETWORK if party.bond is Bond.NETWORK else NodeKind.FAMILY
    is_professional = isinstance(party, Professional)
    return NodeKind.PROFESSIONAL if is_professional else NodeKind.ORGANISATION


def _status(stretches: tuple[Stretch, ...], *, day: date, before: date | None) -> Status | None:
    now = next((one for one in stretches if one.holds(day)), None)
    if now is None:
        has_left = before is not None and is_there(stretches, before)
        return Status.JUST_LEFT if has_left else None
    if before is None or now.holds(before):
        return Status.WAS_THERE
    return Status.NEW if now == stretches[0] else Status.RETURNED


def _edges(case: Case, day: date) -> Iterator[Edge]:
    for period in case.periods:
        yield from _edges_of_period(period, case.child, day)
    for event in case.events:
        if _is_recent(event, day):
            yield from _edges_of_event(event)
    for tie in case.ties:
        if _holds(tie, day):
            yield Edge(tie.a, tie.b, EdgeKind(tie.kind.value), tie.words, tie.key)


def _edges_of_period(period: Period, child: Person | None, day: date) -> Iterator[Edge]:
    """A stay or an involvement is a line to the child; so is holding the direction."""
    if child is None or period.when is None or period.party in {"", child.key}:
        return
    if not stretch_of(period.when).holds(day):
        return
    words = period.role or (period.title if period.lane is Lane.DIRECTION else "")
    if period.lane is Lane.DIRECTION:
        yield Edge(period.party, child.key, EdgeKind.DIRECTION, words)
    elif period.lane in {Lane.INVOLVEMENT, Lane.STAY}:
        yield Edge(period.party, child.key, EdgeKind.INVOLVED, words)


def _edges_of_event(event: Event) -> Iterator[Edge]:
    together = sorted({involved.party for involved in event.involved})
    for a, b in combinations(together, 2):
        yield Edge(a, b, EdgeKind.TOGETHER)


def _is_recent(event: Event, day: date) -> bool:
    if event.when is None:
        return False
    started, ended = event.when.start, event.when.end(day)
    return started <= day and day - ended < SHARED_FOR


def _holds(tie: Tie, day: date) -> bool:
    """A tie with only a beginning holds from then on."""
    if tie.when is None:
        return True
    if not tie.when.is_stretch:
        return tie.when.start <= day
    first = tie.when.start if tie.when.since else date.min
    return first <= day <= tie.when.end(day)


def _once(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    order = list(EdgeKind)
    unique = {(edge.a, edge.b, edge.kind, edge.tie): edge for edge in sorted(edges, key=str)}
    return tuple(
        sorted(unique.values(), key=lambda it: (order.index(it.kind), it.a, it.b, it.tie))
    )
