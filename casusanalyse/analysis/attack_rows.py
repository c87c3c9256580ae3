"""What everybody knows of one snapshot: parts sum to wholes, a pair fits its codes.

A row says that a sum of counts lies between two numbers. It holds whatever the cases are.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from casusanalyse.analysis.tally import Parts, quarters_of
from casusanalyse.domain.snapshot import EVERYTHING, Count, Cut, What

ENDLESS = float("inf")


class Row(NamedTuple):
    """Lowest and highest of a sum of counts, each times its weight."""

    terms: tuple[tuple[Count, float], ...]
    low: float
    high: float


def rows(counts: Sequence[Count], parts: Parts) -> Iterator[Row]:
    """Yield what holds between the counts of one set of cases.

    Args:
        counts: all that can be published.
        parts: of every cut.
    """
    yield from _cuts(counts, parts)
    yield from _layers(counts)
    yield from _figures(counts)
    for count in counts:
        if count.what is What.PAIR:
            yield from _pair(count)
        elif count.what is What.HELPED:
            yield _within(count, Count(What.CODE, count.a))
        elif count.what is What.CODE and count.cut:
            yield _within(count, Count(What.ALL, "", "", count.cut, count.part))


def _cuts(counts: Sequence[Count], parts: Parts) -> Iterator[Row]:
    """Every part of a cut is told, so parts sum to the whole and quarters to their year."""
    wholes = (one for one in counts if one.what in {What.ALL, What.CODE} and one.cut is None)
    for whole in wholes:
        for cut, names in parts.items():
            if cut is Cut.QUARTER:
                for year in parts[Cut.YEAR]:
                    inside = [
                        whole._replace(cut=cut, part=one) for one in quarters_of(year, names)
                    ]
                    yield _sum(whole._replace(cut=Cut.YEAR, part=year), inside, 0)
            else:
                yield _sum(whole, [whole._replace(cut=cut, part=name) for name in names], 0)


def _layers(counts: Sequence[Count]) -> Iterator[Row]:
    """A case has a code in one layer."""
    layers = [one for one in counts if one.what is What.LAYER]
    for code, group in groupby(layers, key=lambda one: one.a):
        yield _sum(Count(What.CODE, code), list(group), 0)


def _figures(counts: Sequence[Count]) -> Iterator[Row]:
    """A case is in one class of a figure, or in none when that was not released."""
    classes = [one for one in counts if one.what is What.FIGURE]
    for _, group in groupby(classes, key=lambda one: one.a):
        yield _sum(EVERYTHING, list(group), ENDLESS)


def _pair(pair: Count) -> Iterator[Row]:
    a, b = Count(What.CODE, pair.a), Count(What.CODE, pair.b)
    yield _within(pair, a)
    yield _within(pair, b)
    yield Row(((EVERYTHING, 1), (a, -1), (b, -1), (pair, 1)), 0, ENDLESS)


def _within(part: Count, whole: Count) -> Row:
    return Row(((whole, 1), (part, -1)), 0, ENDLESS)


def _sum(whole: Count, inside: Sequence[Count], most: float) -> Row:
    return Row(((whole, 1), *((one, -1) for one in inside)), 0, most)
