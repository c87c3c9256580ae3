"""Figures about who held the direction in turn, and when nobody did."""

from casusanalyse.analysis.figure import Figure, Line, keys
from casusanalyse.analysis.long_line_blanks import (
    count_blanks,
    possible_blanks,
    sure_blanks,
)
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Professional
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import EventKind, Lane

SHORTEST_BLANK = 14
"""Days; a shorter time between two holders is a hand-over."""


def holder_of(period: Period) -> str:
    """Return who held the direction, empty when that is not known."""
    return period.party or period.title.strip().casefold()


def directors(line: Line) -> Figure | None:
    """Count who held the direction, everybody once; `out_of` of them are people."""
    periods = line.in_lane(Lane.DIRECTION)
    if not periods:
        return None
    known = {holder_of(period) for period in periods} - {""}
    nameless = sum(not holder_of(period) for period in periods)
    people = sum(isinstance(line.parties.get(one), Person | Professional) for one in known)
    return Figure(
        code="directors",
        low=max(1, len(known)),
        high=len(known) + nameless,
        out_of=people,
        evidence=keys(*periods),
    )


def times_without_director(line: Line) -> Figure | None:
    """Count how often nobody held the direction for two weeks or longer."""
    periods = line.in_lane(Lane.DIRECTION)
    if not any(period.when for period in periods):
        return None
    reaches = [line.reach(period) for period in periods]
    until = (line.today, line.today)
    low, high = count_blanks(reaches, until=until, least=SHORTEST_BLANK)
    return Figure(code="times_without_director", low=low, high=high, evidence=keys(*periods))


def crises_without_director(line: Line) -> Figure | None:
    """Count the crises that fell in a time of two weeks or longer without a holder."""
    crises = line.of_kind(EventKind.CRISIS)
    periods = line.in_lane(Lane.DIRECTION)
    if not crises or not any(period.when for period in periods):
        return None
    reaches = [line.reach(period) for period in periods]
    sure = sure_blanks(reaches, until=line.today, least=SHORTEST_BLANK)
    possible = possible_blanks(reaches, until=line.today, least=SHORTEST_BLANK)
    days = [(found.start_low, found.start_high) for found in map(line.reach, crises)]
    return Figure(
        code="crises_without_director",
        low=sum(any(a <= first and last <= b for a, b in sure) for first, last in days),
        high=sum(any(a <= last and first <= b for a, b in possible) for first, last in days),
        out_of=len(crises),
        evidence=keys(*crises, *periods),
    )
