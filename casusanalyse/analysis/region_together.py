"""Codes that are seen together, as a circle in which neighbours stand near each other."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import atan2, cos, pi, sin
from typing import NamedTuple

import networkx as nx

from casusanalyse.analysis.findings import both, seen
from casusanalyse.domain.snapshot import Snapshot

_SEED = 5
"""Any number: with a fixed one the same snapshot always gives the same drawing."""


class Tied(NamedTuple):
    """Two codes that are seen together, and in how many analyses."""

    one: str
    other: str
    number: int


def tied_codes(snapshot: Snapshot, codes: Iterable[str], *, most: int) -> tuple[Tied, ...]:
    """Return the published pairs among the codes that are seen most, the largest first.

    Args:
        snapshot: that counted them.
        codes: in the order of the code book; those that are hidden take no part.
        most: how many codes there is room for.
    """
    shown = [code for code in codes if seen(snapshot, code) is not None]
    kept = sorted(shown, key=lambda code: -(seen(snapshot, code) or 0))[:most]
    found = (
        Tied(one, other, number)
        for one, other in combinations(kept, 2)
        if (number := both(snapshot, one, other)) is not None
    )
    return tuple(sorted(found, key=lambda tie: -tie.number))


def circle(ties: Sequence[Tied]) -> Mapping[str, tuple[float, float]]:
    """Return a place for every code that has a tie, on a circle of radius 1 around 0, 0.

    A drawing by springs says who belongs near whom; on the circle every name keeps room.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from(ties)
    if not graph:
        return {}
    sprung = nx.spring_layout(graph, weight="weight", seed=_SEED)
    turned = sorted(graph, key=lambda code: (_angle(*sprung[code]), code))
    return {
        code: (cos(angle), sin(angle))
        for at, code in enumerate(turned)
        for angle in (2 * pi * at / len(turned) - pi / 2,)
    }


def _angle(x: float, y: float) -> float:
    return atan2(y, x)
