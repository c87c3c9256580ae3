"""Everything that was published about one region, as the unknown numbers of one program.

Every snapshot is a table of counts. Between two snapshots numbers only grow, and what grows in
a part grows in the whole as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import isnan, nan

from casusanalyse.analysis.attack_rows import Row, rows
from casusanalyse.analysis.attack_triples import triples
from casusanalyse.analysis.rounding import bounds_of
from casusanalyse.analysis.tally import Parts, fixed_counts
from casusanalyse.domain.snapshot import EVERYTHING, Count, Cut, Rules, What
from casusanalyse.domain.summary import Quarter

_ROOM = 4
"""A number nobody was told is at most so many times all cases."""

_CLOSE = 1e-6

_OF_CODES = frozenset({What.CODE, What.LAYER, What.PAIR, What.HELPED})

Terms = tuple[tuple[int, float], ...]
"""Columns, each with its weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One snapshot, and what the attacker is told of what it hides.

    Attributes:
        quarter: in which it was made.
        shown: the published numbers.
        truth: true numbers, of which the attacker is told which lie below the threshold and
            nothing more. Hidden and not in it: it can be anything.
    """

    codes: tuple[str, ...]
    parts: Parts
    quarter: str
    shown: Mapping[Count, int]
    rules: Rules
    truth: Mapping[Count, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """One set of cases.

    Attributes:
        at: the column of every count.
        rows: what holds between the counts.
        extra: what holds besides, and is no number of cases by itself.
        hidden: counts that nobody was shown.
    """

    at: Mapping[Count, int]
    rows: tuple[Row, ...]
    extra: tuple[Row, ...]
    hidden: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """All unknown numbers, and what is known of them.

    Attributes:
        low, high: of every number by itself.
        truth: the true numbers; nan where we do not know them either.
        told: the snapshots, the newest first.
        grown: sums of numbers of two snapshots: what came in between.
        links: what is known of such sums, each with its lowest and highest.
        most: more than any number can be.
    """

    most: float
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    truth: list[float] = field(default_factory=list)
    told: list[Table] = field(default_factory=list)
    grown: list[Terms] = field(default_factory=list)
    links: list[tuple[Terms, float, float]] = field(default_factory=list)

    def add(self, low: float, high: float, truth: float) -> int:
        """Add an unknown number and return its column."""
        self.low.append(low)
        self.high.append(high)
        self.truth.append(truth)
        return len(self.low) - 1

    def core(self) -> list[int]:
        """Return the columns of all cases and of whole codes, which tie the others together."""
        return [
            column
            for table in self.told
            for count, column in table.at.items()
            if count.what is What.ALL or (count.what is What.CODE and not count.cut)
        ]

    def span(self, column: int) -> tuple[float, float]:
        """Return the truth twice when it is known, else the lowest and the highest."""
        true = self.truth[column]
        return (self.low[column], self.high[column]) if isnan(true) else (true, true)

    def link(self, terms: Terms, low: float, high: float) -> None:
        """Add what is known of a sum, unless we know better."""
        total = sum(weight * self.truth[column] for column, weight in terms)
        if not (total < low - _CLOSE or total > high + _CLOSE):
            self.links.append((terms, low, high))


def lay_out(snapshots: Sequence[Published]) -> Tables:
    """Lay out the snapshots of one region, the oldest first.

    What grew is followed back until a snapshot that had more cases than the one after it. A
    code of which no snapshot ever showed a number is left out: nothing leans on it, and each of
    its numbers can be anything below the threshold that all cases together leave room for.
    """
    return lay_together(snapshots, ())


def lay_together(
    snapshots: Sequence[Published], regions: Sequence[Sequence[Published]]
) -> Tables:
    """Lay out the snapshots of the country beside those of its regions, the oldest first.

    The newest of the country is the sum of the newest of the regions. What a region leaves out,
    because it never showed a number of that code, is one unknown number with the same of the
    other regions that leave it out.
    """
    newest = snapshots[-1]
    tables = Tables(_ROOM * (newest.truth[EVERYTHING] + newest.rules.threshold))
    whole = _lay_row(tables, snapshots)
    parts = [(_lay_row(tables, row), row[-1]) for row in regions]
    for count, column in whole.items() if regions else ():
        inside = [(at[count], -1.0) for at, _ in parts if count in at]
        others = (now for at, now in parts if count not in at and count in now.truth)
        known = [_known(now, count, tables.most) for now in others]
        rest = tables.add(*map(sum, zip((0, 0, 0), *known, strict=True)))
        tables.link(((column, 1.0), *inside, (rest, -1.0)), 0, 0)
    return tables


def _lay_row(tables: Tables, snapshots: Sequence[Published]) -> Mapping[Count, int]:
    """Lay out the snapshots of one region; return the columns of the newest."""
    snapshots = _of_seen_codes(snapshots)
    helped = _helped(snapshots)
    later = snapshots[-1]
    newest = after = _snapshot(tables, later, helped)
    for earlier in reversed(snapshots[:-1]):
        before = _snapshot(tables, earlier, helped)
        growth = _Growth(tables, earlier, before.at, later, after.at)
        if not growth.follows(EVERYTHING):
            break
        growth.add()
        later, after = earlier, before
    return newest.at


def _of_seen_codes(snapshots: Sequence[Published]) -> list[Published]:
    shown = {count for one in snapshots for count in one.shown if count.what in _OF_CODES}
    seen = {name for count in shown for name in (count.a, count.b)}
    return [
        replace(one, codes=tuple(code for code in one.codes if code in seen))
        for one in snapshots
    ]


def _helped(snapshots: Sequence[Published]) -> tuple[Count, ...]:
    everywhere = (count for one in snapshots for count in (*one.truth, *one.shown))
    return tuple(dict.fromkeys(count for count in everywhere if count.what is What.HELPED))


def _snapshot(tables: Tables, one: Published, helped: Sequence[Count]) -> Table:
    here = (count for count in helped if count.a in one.codes)
    counts = (*fixed_counts(one.codes, one.parts), *here)
    at = {count: tables.add(*_known(one, count, tables.most)) for count in counts}
    between = {count: (tables.low[column], tables.high[column]) for count, column in at.items()}
    extra = tuple(triples(one.codes, one.shown, between))
    hidden = tuple(count for count in counts if count not in one.shown)
    table = Table(at, tuple(rows(counts, one.parts)), extra, hidden)
    tables.told.append(table)
    return table


def _known(one: Published, count: Count, most: float) -> tuple[float, float, float]:
    """Return the lowest, the highest and the true number of a count.

    How many cases there are in all can be known to the case, by whoever counts meetings.
    """
    true = one.truth.get(count, nan)
    if count == EVERYTHING and not isnan(true):
        return true, true, true
    if count in one.shown:
        low, high = bounds_of(one.shown[count], one.rules)
        return low, high, true if low <= true <= high else nan
    if count.what is What.HELPED and one.truth:
        true = one.truth.get(count, 0)
    if true < one.rules.threshold:
        return 0, one.rules.threshold - 1, true
    return 0, most, true


@dataclass(frozen=True, slots=True)
class _Growth:
    """What came in between two snapshots."""

    tables: Tables
    earlier: Published
    before: Mapping[Count, int]
    later: Published
    after: Mapping[Count, int]

    def add(self) -> None:
        """Add what is known of the growth of every count in which cases only came in."""
        for count in self.after:
            wider = _wider(count)
            if all(map(self.follows, (count, *wider))):
                self._add(count, wider)

    def follows(self, count: Count) -> bool:
        """Tell whether a count can be the one before with some of the new cases added."""
        low, high = self._grew(count)
        return high >= 0 and low <= self._grew(EVERYTHING)[1]

    def _grew(self, count: Count) -> tuple[float, float]:
        """Return the least and the most that can have come in; before, all was nought."""
        low, high = self.tables.span(self.after[count])
        if count not in self.before:
            return low, high
        least, most = self.tables.span(self.before[count])
        return low - most, high - least

    def _terms(self, count: Count) -> Terms:
        older = ((self.before[count], -1.0),) if count in self.before else ()
        return ((self.after[count], 1.0), *older)

    def _add(self, count: Count, wider: Sequence[Count]) -> None:
        grown, batch = self._terms(count), self.later.rules.batch
        if self._is_closed(count):
            self.tables.link(grown, 0, 0)
            return
        self.tables.link(grown, 0, self.tables.most)
        if not wider:
            self.tables.link(grown, batch, self.tables.most)
            return
        self.tables.grown.append(grown)
        less = tuple((column, -weight) for column, weight in grown)
        for whole in wider:
            self.tables.link((*self._terms(whole), *less), 0, self.tables.most)

    def _is_closed(self, count: Count) -> bool:
        """Tell whether the period had ended at the earlier snapshot, and no case came late."""
        made = Quarter.read(self.earlier.quarter)
        ended = (count.cut is Cut.QUARTER and Quarter.read(count.part) < made) or (
            count.cut is Cut.YEAR and int(count.part) < made.year
        )
        everybody = count._replace(what=What.ALL, a="")
        return ended and everybody in self.before and self._grew(everybody) == (0, 0)


def _wider(count: Count) -> list[Count]:
    """Return counts that grow at least as much."""
    if count.what is What.ALL:
        return [EVERYTHING] if count.cut else []
    if count.what is What.FIGURE:
        return [EVERYTHING]
    if count.what is What.CODE:
        return [Count(What.ALL, "", "", count.cut, count.part)]
    names = (count.a, count.b) if count.what is What.PAIR else (count.a,)
    return [Count(What.CODE, name) for name in names]
