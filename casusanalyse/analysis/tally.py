"""How many cases there are of everything a snapshot can publish: the true numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from casusanalyse.domain.snapshot import EVERYTHING, Count, Cut, What
from casusanalyse.domain.summary import (
    FIGURE_CLASSES,
    UNSURE,
    FrameGroup,
    MunicipalityKind,
    Quarter,
    StayGroup,
    Summary,
    class_name,
)
from casusanalyse.domain.vocabulary import Layer

_FIXED: Mapping[Cut, type[StrEnum]] = {
    Cut.MUNICIPALITY: MunicipalityKind,
    Cut.STAY: StayGroup,
    Cut.FRAME: FrameGroup,
}

Parts = Mapping[Cut, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Tally:
    """The true numbers of a region; they never leave the use case that asked for them.

    Attributes:
        codes: in the order of the code book.
        parts: of every cut, in order; years and quarters run without gaps.
        numbers: of every count in the fixed tables, zeros too; what helped against a pattern
            is there only when it was seen.
    """

    codes: tuple[str, ...]
    parts: Parts
    numbers: Mapping[Count, int]

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return self.numbers[EVERYTHING]


@dataclass(slots=True)
class _Seen:
    """What one walk along the summaries collects; memory grows by some bytes per case."""

    codes: list[list[int]] = field(default_factory=list)
    parts: list[tuple[str, ...]] = field(default_factory=list)
    quarters: set[str] = field(default_factory=set)
    single: Counter[Count] = field(default_factory=Counter)


def tally(summaries: Iterable[Summary], codes: Sequence[str]) -> Tally:
    """Count the cases of every count a snapshot can publish.

    Args:
        summaries: of one region or of more; read once.
        codes: ids in the code book, in its order; what is not among them is not counted.
    """
    place = {code: number for number, code in enumerate(codes)}
    seen = _Seen()
    for summary in summaries:
        _see(seen, summary, place)
    parts = _parts(seen.quarters)
    numbers = dict.fromkeys(fixed_counts(codes, parts), 0)
    numbers.update(
        (c, n) for c, n in seen.single.items() if c.what is What.HELPED or c in numbers
    )
    numbers.update(_products(seen, codes, parts))
    return Tally(codes=tuple(codes), parts=parts, numbers=numbers)


def fixed_counts(codes: Sequence[str], parts: Parts) -> Iterator[Count]:
    """Yield every count in the fixed tables, except what helped against a pattern."""
    for what, code in ((What.ALL, ""), *((What.CODE, code) for code in codes)):
        yield Count(what, code)
        for cut, names in parts.items():
            yield from (Count(what, code, "", cut, name) for name in names)
    for code in codes:
        yield from (Count(What.LAYER, code, layer) for layer in Layer)
    for figure, classes in FIGURE_CLASSES.items():
        names = (*map(class_name, classes), UNSURE)
        yield from (Count(What.FIGURE, figure, name) for name in names)
    yield from (Count(What.PAIR, *pair) for pair in combinations(codes, 2))


def quarters_of(year: str, quarters: Iterable[str]) -> list[str]:
    """Return those of the quarters that lie in a year, both as a cut writes them."""
    return [quarter for quarter in quarters if str(Quarter.read(quarter).year) == year]


def _see(seen: _Seen, summary: Summary, place: Mapping[str, int]) -> None:
    told = {one.code: one for one in reversed(summary.codes) if one.code in place}
    seen.codes.append([place[code] for code in told])
    year = str(Quarter.read(summary.quarter).year)
    seen.quarters.add(summary.quarter)
    about = (summary.municipality, summary.stay, summary.frame)
    seen.parts.append((year, summary.quarter, *about))
    for code, one in told.items():
        seen.single[Count(What.LAYER, code, one.layer)] += 1
        for help_ in {helper for helper in one.helped if helper in place}:
            seen.single[Count(What.HELPED, code, help_)] += 1
    for figure, name in summary.figures.items():
        seen.single[Count(What.FIGURE, figure, name)] += 1


def _parts(seen: Iterable[str]) -> Parts:
    quarters = sorted(map(Quarter.read, seen))
    running: list[Quarter] = quarters[:1]
    while running and running[-1] < quarters[-1]:
        running.append(running[-1].after)
    years = dict.fromkeys(str(quarter.year) for quarter in running)
    fixed = {cut: tuple(kinds) for cut, kinds in _FIXED.items()}
    return {Cut.YEAR: tuple(years), Cut.QUARTER: tuple(map(str, running)), **fixed}


def _products(seen: _Seen, codes: Sequence[str], parts: Parts) -> Iterator[tuple[Count, int]]:
    """Yield what is counted by laying the columns of codes and of parts on each other."""
    columns = [(cut, name) for cut, names in parts.items() for name in names]
    at = {column: number for number, column in enumerate(columns)}
    has = _zeros_and_ones(seen.codes, len(codes))
    lies = _zeros_and_ones(
        [[at[pair] for pair in zip(parts, one, strict=True)] for one in seen.parts], len(at)
    )
    together, split = has.T @ has, has.T @ lies
    yield EVERYTHING, len(seen.codes)
    for (cut, name), number in zip(columns, lies.sum(axis=0), strict=True):
        yield Count(What.ALL, "", "", cut, name), int(number)
    for a, code in enumerate(codes):
        yield Count(What.CODE, code), int(together[a, a])
        for (cut, name), number in zip(columns, split[a], strict=True):
            yield Count(What.CODE, code, "", cut, name), int(number)
    for (a, first), (b, second) in combinations(enumerate(codes), 2):
        yield Count(What.PAIR, first, second), int(together[a, b])


def _zeros_and_ones(rows: Sequence[Sequence[int]], width: int) -> NDArray[np.float32]:
    """Return a matrix with a one at every named place; exact up to sixteen million cases."""
    made = np.zeros((len(rows), width), dtype=np.float32)
    for number, ones in enumerate(rows):
        made[number, ones] = 1
    return made
