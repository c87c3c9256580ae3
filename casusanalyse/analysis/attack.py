"""The attacker: what can be computed back from everything that was published.

One linear program holds all published tables at once. Of every hidden number, and of every
small difference somebody could make by subtracting, it looks for the lowest and the highest
value that fit. Numbers that fit and lie far enough apart prove a sum safe, so one answer
settles many; only what stays narrow is asked one by one, exactly. The country is attacked
together with everything its regions published: it is their sum.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from casusanalyse.analysis.attack_program import Line, Numbers, Program
from casusanalyse.analysis.attack_sums import Sums, small_sums, values
from casusanalyse.analysis.attack_tables import Published, Tables, lay_out, lay_together
from casusanalyse.domain.snapshot import Count

_CLOSE = 1e-6
_WORTH_IT = 0.9
"""Looking at many sums at once goes on while it leaves fewer than this share."""

_FEW = 200
"""So few open sums are asked one by one."""

_NEARLY = 1e-3
"""So much room is surely enough for a place that was not found precisely."""

_SOME = 100
"""So many sums are pulled at once when all of them would be in each other's way."""

_GAIN = 0.2
"""Pulling some goes on while it settles at least this share of them."""

_AT_ONCE = 20
"""So many sums are looked for before something is hidden; hiding often settles others."""

Tell = Callable[[float], None]
"""Is told which share is settled, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Narrow:
    """A sum the attacker knows too well.

    Attributes:
        said: the counts in it, each with its weight.
        low, high: between which it must lie.
        leans_on: published numbers of the newest snapshot without which it would be wider.
    """

    said: tuple[tuple[Count, float], ...]
    low: int
    high: int
    leans_on: tuple[Count, ...]


class Attack:
    """An attack on the newest of a row of snapshots.

    Args:
        snapshots: of one region or of the country, the oldest first; of the newest the truth
            is known.
        tell: hears how far it is.
        regions: of the country: what every region published, the oldest first, and last the
            cases that the country counts now, of which the truth is known.
    """

    def __init__(
        self,
        snapshots: Sequence[Published],
        tell: Tell,
        regions: Sequence[Sequence[Published]] = (),
    ) -> None:
        self._newest, self._tell = snapshots[-1], tell
        self._tables = lay_together(_fitting(snapshots), [_fitting(one) for one in regions])
        self._program = _program(self._tables)
        self._names = {at: one for table in self._tables.told for one, at in table.at.items()}
        newest = self._tables.told[0].at
        self._shown = {newest[count]: count for count in self._newest.shown}
        self._sums = Sums(small_sums(self._tables, self._newest.rules))
        self._harmless = np.zeros(len(self._sums.terms), bool)
        self._dice = np.random.default_rng(len(self._sums.terms))

    def narrow(self) -> list[Narrow]:
        """Return some of the sums that what is shown now leaves with too few possible values.

        None at all means that the attack failed.
        """
        if self._open().sum() > _FEW:
            self._look_around()
        found: list[Narrow] = []
        for number in self._in_order():
            if len(found) < _AT_ONCE and (one := self._ask(number)):
                found.append(one)
        return found

    def hide(self, counts: Iterable[Count]) -> None:
        """Take published numbers back; they can be anything then."""
        where = self._tables.told[0].at
        for count in counts:
            column = where[count]
            del self._shown[column]
            self._tables.low[column] = 0
            self._tables.high[column] = self._tables.most
            self._program.bound([column], *self._bounds([column]))

    def _open(self) -> NDArray[np.bool_]:
        kept = values(self._sums.least, self._sums.most)
        return ~self._harmless & ~(kept >= self._sums.needed)

    def plain(self) -> list[Narrow]:
        """Return what is narrow by one subtraction, without a program; quick."""
        least, most = self._sums.between(self._tables.low, self._tables.high)
        few = self._open() & (values(least, most) < self._sums.needed)
        found = []
        for number in map(int, np.flatnonzero(few)):
            columns = [column for column, _ in self._sums.terms[number]]
            shown = tuple(self._shown[column] for column in columns if column in self._shown)
            if shown:
                found.append(self._said(number, (least[number], most[number]), shown))
        return found

    def _look_around(self) -> None:
        """Settle what can be settled without asking: many sums at once, as long as it helps.

        The numbers of all cases and of whole codes tie everything together. With those held
        still, at a place with room on all sides, the rest falls apart in pieces, and an answer
        comes at once. Then all is pushed to another place.
        """
        truth = np.array(self._tables.truth)
        if not np.isnan(truth).any():
            self._sums.see(truth)
        ways, before = [np.zeros(len(truth))], inf
        while 0 < self._open().sum() < _WORTH_IT * before:
            before = self._open().sum()
            places = [found for way in ways if (found := self._program.inside(way)) is not None]
            for still in places:
                self._sums.see(still)
            if places:
                self._look_from(places[0])
            push = self._cost(self._dice.uniform(-1, 1, len(self._harmless)))
            ways = [push, -push]
        self._look_at_some()

    def _look_from(self, still: Numbers) -> None:
        """Look around a place, with a little room when it was not found precisely enough."""
        for room in (0, _NEARLY):
            with suppress(ArithmeticError):
                self._hold(still, room)
                self._pull_all()
                break
        core = self._tables.core()
        self._program.bound(core, *self._bounds(core))

    def _hold(self, still: Numbers, room: float) -> None:
        core = self._tables.core()
        ends = self._bounds(core)
        low, high = (np.clip(still[core] + away, *ends) for away in (-room, room))
        self._program.bound(core, low, high)

    def _pull_all(self) -> None:
        before = inf
        while 0 < self._open().sum() < _WORTH_IT * before:
            before = self._open().sum()
            cost = self._cost(self._dice.uniform(-1, 1, len(self._harmless)))
            self._answer(cost)
            self._answer(-cost)
            self._tell(float(1 - self._open().mean()))

    def _look_at_some(self) -> None:
        """Pull some sums at once, too few to be in each other's way, with nothing held."""
        if not self._open().any():
            return
        self._program.corner(self._cost(np.ones(len(self._harmless))))
        gain = inf
        while self._open().sum() > _FEW and gain >= _GAIN * _SOME:
            still_open = np.flatnonzero(self._open())
            shares = np.zeros(len(self._harmless))
            shares[self._dice.choice(still_open, _SOME, replace=False)] = self._dice.choice(
                (-1, 1), _SOME
            )
            cost = self._cost(shares)
            self._answer(cost, near=True)
            self._answer(-cost, near=True)
            gain = len(still_open) - self._open().sum()
            self._tell(float(1 - self._open().mean()))

    def _in_order(self) -> list[int]:
        """Return what is open; whole codes and all cases first, for others follow from them."""
        core = {*self._tables.core()}
        numbers = map(int, np.flatnonzero(self._open()))
        return sorted(numbers, key=lambda at: not core.issuperset(dict(self._sums.terms[at])))

    def _ask(self, number: int) -> Narrow | None:
        """Return a sum when it is narrow, and when that is because of what is shown now."""
        if not self._open()[number]:
            return None
        cost = self._cost(np.eye(1, len(self._harmless), number)[0])
        leaning = np.zeros(len(cost), bool)
        for way in (cost, -cost):
            leaning |= np.abs(self._answer(way, near=True)[1]) > _CLOSE
        self._tell(float(1 - self._open().mean()))
        if not self._open()[number]:
            return None
        leans_on = tuple(count for column, count in self._shown.items() if leaning[column])
        self._harmless[number] = not leans_on
        ends = (self._sums.least[number], self._sums.most[number])
        return self._said(number, ends, leans_on) if leans_on else None

    def _cost(self, shares: Numbers) -> Numbers:
        return self._sums.cost(shares * self._open(), len(self._tables.low))

    def _answer(self, cost: Numbers, *, near: bool = False) -> tuple[Numbers, Numbers]:
        """See the numbers that make a sum smallest; return them, and what they lean on."""
        numbers, leaning = self._program.least(cost, near=near)
        self._sums.see(numbers)
        return numbers, leaning

    def _bounds(self, columns: Sequence[int]) -> tuple[list[float], list[float]]:
        low, high = self._tables.low, self._tables.high
        return [low[column] for column in columns], [high[column] for column in columns]

    def _said(
        self, number: int, ends: tuple[float, float], leans_on: tuple[Count, ...]
    ) -> Narrow:
        terms = self._sums.terms[number]
        return Narrow(
            said=tuple((self._names[column], weight) for column, weight in terms),
            low=int(np.ceil(ends[0] - _CLOSE)),
            high=int(np.floor(ends[1] + _CLOSE)),
            leans_on=leans_on,
        )


def _fitting(snapshots: Sequence[Published]) -> Sequence[Published]:
    """Return as many snapshots as the truth can follow from; the newest always.

    When cases were withdrawn, numbers can have fallen that somebody would expect to grow; what
    follows from that expectation is then not true, and tells nothing.
    """
    for first in range(len(snapshots) - 1):
        if _fits(lay_out(snapshots[first:])):
            return snapshots[first:]
    return snapshots[-1:]


def _fits(tables: Tables) -> bool:
    program, columns = _program(tables), list(tables.told[0].at.values())
    truth = [tables.truth[column] for column in columns]
    program.bound(columns, truth, truth)
    return program.fits()


def _program(tables: Tables) -> Program:
    return Program(tables.low, tables.high, _lines(tables))


def _lines(tables: Tables) -> Iterator[Line]:
    for table in tables.told:
        for row in (*table.rows, *table.extra):
            columns = [table.at[count] for count, _ in row.terms]
            yield columns, [weight for _, weight in row.terms], row.low, row.high
    for terms, low, high in tables.links:
        yield [column for column, _ in terms], [weight for _, weight in terms], low, high
