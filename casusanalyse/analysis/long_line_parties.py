"""Figures about who was there: professionals, organisations and who held the direction."""

from collections.abc import Callable

from casusanalyse.analysis.figure import Figure, Line, Unit, keys
from casusanalyse.analysis.reach import covered, most_at_once
from casusanalyse.analysis.sequence import Bounds, changes
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import EventKind, Lane

Naming = Callable[[Line, Period], str]
"""Key of the party a period counts for, or empty."""


def professionals_met(line: Line) -> Figure | None:
    """Count everybody on the list of professionals; the list may not be complete."""
    people = [key for key, party in line.parties.items() if isinstance(party, Professional)]
    if not people:
        return None
    return Figure(
        code="professionals_met",
        low=len(people),
        high=len(people),
        evidence=keys(*(p for p in presence(line) if p.party in people)),
        reference="professionals_met",
    )


def farewells(line: Line) -> Figure | None:
    """Count the professionals who left; whether a farewell was unwanted is for the group.

    A change of professional as an event and an ended involvement may tell of the same
    farewell, so the figure has bounds; less so when the event names who it is about.
    """
    events = line.of_kind(EventKind.CHANGE_OF_PROFESSIONAL)
    named = {involved.party for event in events for involved in event.involved}
    sure, possible = _left(line)
    if not events and not possible:
        return None
    return Figure(
        code="farewells",
        low=max(len(events), len(sure)),
        high=max(len(events) + len(possible - named), len(possible)),
        evidence=keys(*events, *(p for p in presence(line) if p.party in possible)),
        reference="farewells",
    )


def direction_changes(line: Line) -> Figure | None:
    """Count how often somebody else came to hold the direction."""
    periods = line.in_lane(Lane.DIRECTION)
    if not periods:
        return None
    holders = [period.party or period.title.strip().casefold() for period in periods]

    def change(one: int, other: int) -> Bounds:
        is_known = bool(holders[one] and holders[other])
        differs = holders[one] != holders[other]
        return int(is_known and differs), int(differs or not is_known)

    low, high = changes([line.reach(period) for period in periods], change)
    return Figure(code="direction_changes", low=low, high=high, evidence=keys(*periods))


def days_without_director(line: Line) -> Figure | None:
    """Count the days since the first holder on which nobody held the direction.

    A longer period never adds such days, so the longest reading gives the fewest and the
    shortest reading the most.
    """
    periods = line.in_lane(Lane.DIRECTION)
    if not periods or any(period.when is None for period in periods):
        return None
    reaches = [line.reach(period) for period in periods]
    hulls = [(found.hull[0], min(found.hull[1], line.today)) for found in reaches]
    cores = [(core[0], min(core[1], line.today)) for found in reaches if (core := found.core)]
    starts = [found.start_high if found.core else found.start_low for found in reaches]
    return Figure(
        code="days_without_director",
        low=max(0, line.today - min(first for first, _ in hulls) + 1 - covered(hulls)),
        high=max(0, line.today - min(starts) + 1 - covered(cores)),
        unit=Unit.DAYS,
        evidence=keys(*periods),
    )


def organisations_at_once(line: Line) -> Figure | None:
    """Count the organisations, themselves or by a professional, on the busiest day."""
    return _at_once(line, "organisations_at_once", organisation_of)


def professionals_at_once(line: Line) -> Figure | None:
    """Count the professionals on the busiest day."""
    return _at_once(line, "professionals_at_once", professional_of)


def presence(line: Line) -> tuple[Period, ...]:
    """Return the periods in which somebody of outside was there."""
    return (*line.in_lane(Lane.INVOLVEMENT), *line.in_lane(Lane.DIRECTION))


def _left(line: Line) -> tuple[set[str], set[str]]:
    """Return the professionals who have surely left, and those who may have."""
    periods = [period for period in presence(line) if professional_of(line, period)]
    sure = {period.party for period in periods}
    possible = set(sure)
    for period in periods:
        if (
            not period.when
            or not period.when.until
            or line.reach(period).end_high >= line.today
        ):
            sure.discard(period.party)
        if not period.when or not period.when.until or line.reach(period).end_low >= line.today:
            possible.discard(period.party)
    return sure, possible


def _at_once(line: Line, code: str, name: Naming) -> Figure | None:
    named = [(period, name(line, period)) for period in presence(line) if period.when]
    present = [(line.reach(period), who, period) for period, who in named if who]
    if not present:
        return None
    cores = [(*core, who) for found, who, _ in present if (core := found.core)]
    hulls = [(*found.hull, who) for found, who, _ in present]
    return Figure(
        code=code,
        low=max(1, most_at_once(cores)),
        high=most_at_once(hulls),
        evidence=keys(*(period for _, _, period in present)),
    )


def professional_of(line: Line, period: Period) -> str:
    """Return the key of the professional a period is about, or nothing."""
    party = line.parties.get(period.party)
    return party.key if isinstance(party, Professional) else ""


def organisation_of(line: Line, period: Period) -> str:
    """Return the key of an organisation, there itself or by a professional, or nothing."""
    party = line.parties.get(period.party)
    if isinstance(party, Professional):
        return party.organisation
    return party.key if isinstance(party, Organisation) else ""
