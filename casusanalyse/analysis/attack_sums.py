"""What somebody can subtract from what, and where that may be a small number of cases."""

from collections.abc import Iterator, Mapping, Sequence
from math import isnan

import numpy as np

from casusanalyse.analysis.attack_program import Numbers
from casusanalyse.analysis.attack_rows import Row
from casusanalyse.analysis.attack_tables import Table, Tables, Terms
from casusanalyse.domain.snapshot import EVERYTHING, Count, Rules, What

_CLOSE = 1e-6

GROWTH_WIDTH = 3
"""The growth of a count between two snapshots keeps at least so many possible values."""


class Sums:
    """Sums of unknown numbers, and how far apart each of them was seen."""

    def __init__(self, needed: Mapping[Terms, int]) -> None:
        self.terms = sums = list(needed)
        self.needed = np.array(list(needed.values()))
        self._sizes = np.array([len(terms) for terms in sums])
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._columns = np.array([column for terms in sums for column, _ in terms])
        self._weights = np.array([weight for terms in sums for _, weight in terms])
        self.least = np.full(len(sums), np.inf)
        self.most = np.full(len(sums), -np.inf)

    def see(self, numbers: Numbers) -> None:
        """Learn what the sums can be from numbers that fit."""
        seen = np.add.reduceat(numbers[self._columns] * self._weights, self._starts)
        np.minimum(self.least, seen, out=self.least)
        np.maximum(self.most, seen, out=self.most)

    def between(self, low: Sequence[float], high: Sequence[float]) -> tuple[Numbers, Numbers]:
        """Return the lowest and highest of every sum, when only its own numbers are known."""
        up = self._weights > 0
        lows, highs = np.array(low, float)[self._columns], np.array(high, float)[self._columns]
        least = np.where(up, lows, highs) * self._weights
        most = np.where(up, highs, lows) * self._weights
        seen = (np.add.reduceat(ends, self._starts) for ends in (least, most))
        return np.maximum(0, next(seen)), next(seen)

    def cost(self, shares: Numbers, length: int) -> Numbers:
        """Return the weight of every number when each sum counts for its share."""
        weights = self._weights * np.repeat(shares, self._sizes)
        return np.bincount(self._columns, weights, length).astype(np.float64)


def values(least: Numbers, most: Numbers) -> Numbers:
    """Return how many whole numbers lie between; nan when nothing was seen."""
    return np.floor(most + _CLOSE) - np.ceil(least - _CLOSE) + 1


def small_sums(tables: Tables, rules: Rules) -> dict[Terms, int]:
    """Return every sum that may be below the threshold, and how many values it must keep.

    What grew is protected by the size of the batch already: nobody knows who of the new cases
    it was. So it keeps fewer values, but is never known.
    """
    needed = dict.fromkeys(tables.grown, GROWTH_WIDTH)
    for table in tables.told:
        for said in _differences(table):
            needed[tuple((table.at[count], weight) for count, weight in said)] = rules.width
    return {
        terms: width
        for terms, width in needed.items()
        if _is_small(terms, tables, rules.threshold)
    }


def _differences(table: Table) -> Iterator[Sequence[tuple[Count, float]]]:
    """Yield what is hidden, and every difference that is a number of cases.

    A row that says a sum is not below nought is such a difference: a whole without a part, a
    code without its partner, cases with neither, cases of which a figure was not released.
    """
    yield from (((count, 1.0),) for count in table.hidden)
    codes = (count for count in table.at if count.what is What.CODE and not count.cut)
    yield from (((EVERYTHING, 1.0), (code, -1.0)) for code in codes)
    for row in table.rows:
        yield from _of_row(row)


def _of_row(row: Row) -> Iterator[Sequence[tuple[Count, float]]]:
    whole, *inside = row.terms
    if row.high > 0:
        yield row.terms
    elif len(inside) > 1:
        yield from ((whole, part) for part in inside)


def _is_small(terms: Terms, tables: Tables, threshold: int) -> bool:
    number = sum(weight * tables.truth[column] for column, weight in terms)
    return isnan(number) or number < threshold
