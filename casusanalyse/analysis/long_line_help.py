"""How many organisations and professionals there were, per stretch of the line."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from casusanalyse.analysis.figure import Line
from casusanalyse.analysis.long_line_parties import organisation_of, presence
from casusanalyse.analysis.reach import Reach, most_at_once, reach
from casusanalyse.analysis.sequence import Bounds
from casusanalyse.domain.intake import Professional

Present = list[tuple[Reach, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpColumn:
    """One stretch of the line; all numbers have bounds over every reading of the dates.

    Attributes:
        start, end: first and last day, as `date.toordinal()`.
        organisations: most organisations on one day of the stretch.
        professionals: how many different professionals came up to and including its last day.
    """

    start: int
    end: int
    organisations: Bounds
    professionals: Bounds


def first_help(line: Line) -> int | None:
    """Return the first day on which somebody of outside can have been there."""
    present = [line.reach(one) for one in presence(line) if one.when]
    met = [found for found, _ in _met(line)]
    return min((found.start_low for found in [*present, *met]), default=None)


def help_columns(line: Line, cuts: Sequence[int]) -> tuple[HelpColumn, ...]:
    """Return a column between every two cuts.

    Args:
        line: the case as figures read it. Organisations count while they are there;
            professionals from the first day they are there or take part in an event. One of
            whom no date is known can have come on any day.
        cuts: days in rising order; a column ends the day before the next one begins.
    """
    dated = [(line.reach(one), one) for one in presence(line) if one.when]
    around = [(at, who) for at, one in dated if (who := organisation_of(line, one))]
    people = [*_met(line), *_some_day(line)]
    return tuple(
        HelpColumn(
            start=start,
            end=after - 1,
            organisations=_at_once(around, start, after - 1),
            professionals=_so_far(people, after - 1),
        )
        for start, after in pairwise(cuts)
    )


def _met(line: Line) -> Present:
    """Return when professionals were there, or took part in an event; only what has a date."""
    present = [(line.reach(one), one.party) for one in presence(line) if one.when]
    events = [(line.reach(one), one.involved) for one in line.events if one.when]
    present += [(at, one.party) for at, involved in events for one in involved]
    return [(at, who) for at, who in present if isinstance(line.parties.get(who), Professional)]


def _some_day(line: Line) -> Present:
    """Return the professionals of whom no date is known, each on any day."""
    known = {who for _, who in _met(line)}
    any_day = reach(None, dawn=line.dawn, today=line.today)
    professionals = (key for key, one in line.parties.items() if isinstance(one, Professional))
    return [(any_day, key) for key in professionals if key not in known]


def _at_once(present: Present, start: int, end: int) -> Bounds:
    cores = [(core, who) for found, who in present if (core := found.core)]
    hulls = [(found.hull, who) for found, who in present]
    low, high = (
        most_at_once(
            [
                (max(first, start), min(last, end), who)
                for (first, last), who in spans
                if first <= end and start <= last
            ]
        )
        for spans in (cores, hulls)
    )
    return low, high


def _so_far(present: Present, day: int) -> Bounds:
    sure = {who for found, who in present if found.start_high <= day}
    possible = {who for found, who in present if found.start_low <= day}
    return len(sure), len(possible)
