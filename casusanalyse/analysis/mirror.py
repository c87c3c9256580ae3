"""The parallel process: what runs in the family, among professionals, and in organisations.

A suggestion is a question to the group, never a finding. It is only asked when the same
dynamic stands on both sides of the waterline within three months in every reading of the
dates: a year nobody can narrow down gives no ground to say "at the same time". One event that
shows a dynamic on both sides is at the same time whatever its date.

Source: Hopmans 2024, sections 3.2 and 3.3 (SH7).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from casusanalyse.analysis.reach import Reach, reach
from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import Event, Mirror, in_order
from casusanalyse.domain.vocabulary import Dynamic, Layer

CLOSE = 92
"""Days within which two dynamics count as at the same time: three months."""

MOST_SHOWN = 3
"""Ties that fit on the beamer, one column each."""

COUNTERPARTS = frozenset(
    {
        Dynamic.CALM,
        Dynamic.RECOGNITION,
        Dynamic.TRUST,
        Dynamic.CLOSENESS,
        Dynamic.CARRYING_TOGETHER,
    }
)
"""Dynamics that carry instead of burden."""

BEYOND = frozenset({Layer.ORGANISATION, Layer.REGION, Layer.COUNTRY})
"""Layers of what the group recognises that stand on the side of organisations and policy."""


class Side(StrEnum):
    """On which side of the waterlines a dynamic shows, from top to bottom."""

    FAMILY = "family"
    TEAM = "team"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Sight:
    """Something seen at an event, on one side.

    Attributes:
        event: key of the event.
        dynamic: None for a code of the code book.
        coding: key of the coding, empty for a dynamic.
    """

    side: Side
    event: str
    dynamic: Dynamic | None = None
    coding: str = ""

    @property
    def key(self) -> str:
        """Return what tells it from every other sight of its case."""
        return f"{self.side}/{self.event}/{self.dynamic or self.coding}"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The same dynamic on both sides.

    Attributes:
        days: most days that can lie between the two.
    """

    family: Sight
    team: Sight
    days: int


def sights(case: Case) -> tuple[Sight, ...]:
    """Return all that was seen, in order of time; what the chair hides is left out.

    Codes of the code book count on the side of organisations when the group placed them at
    an organisation, the region or the country.
    """
    return tuple(seen for event in in_order(_shown(case)) for seen in _seen_at(case, event))


def _shown(case: Case) -> Iterator[Event]:
    return (event for event in case.events if not event.hidden)


def _seen_at(case: Case, event: Event) -> Iterator[Sight]:
    tags = (
        (Side.FAMILY, event.in_family),
        (Side.TEAM, event.in_team),
        (Side.ORGANISATION, event.in_organisation),
    )
    for side, dynamics in tags:
        yield from (Sight(side, event.key, dynamic) for dynamic in dynamics)
    for coding in case.codings:
        if coding.layer in BEYOND and event.key in coding.evidence:
            yield Sight(Side.ORGANISATION, event.key, coding=coding.key)


def suggestions(case: Case, *, today: date) -> tuple[Suggestion, ...]:
    """Return the pairs that are not tied yet, the closest in time first.

    Args:
        case: the whole case.
        today: an event that still goes on, goes on until then.
    """
    when = {event.key: event for event in _shown(case)}
    seen = sights(case)
    team = [one for one in seen if one.side is Side.TEAM]
    tied = {mirror_sides(mirror)[:2] for mirror in case.mirrors}
    found = [
        Suggestion(above, below, days)
        for above in seen
        if above.side is Side.FAMILY
        for below in team
        if below.dynamic is above.dynamic and (above, below) not in tied
        for days in _days_between(when[above.event], when[below.event], today)
        if days <= CLOSE
    ]
    return tuple(sorted(found, key=lambda one: one.days))


def mirror_sides(mirror: Mirror) -> tuple[Sight | None, Sight | None, Sight | None]:
    """Return what a mirror ties in family, team and organisation; None where it is open."""
    places = (
        (Side.FAMILY, mirror.family_event, mirror.family),
        (Side.TEAM, mirror.team_event, mirror.team),
        (Side.ORGANISATION, mirror.organisation_event, mirror.organisation),
    )
    above, team, organisation = (
        Sight(side, event, dynamic) if event else None for side, event, dynamic in places
    )
    return above, team, organisation


def _days_between(one: Event, other: Event, today: date) -> Iterable[int]:
    """Yield the most days that can lie between two events; nothing when a date is missing."""
    if one.key == other.key:
        return (0,)
    if one.when is None or other.when is None:
        return ()
    return (_furthest(*(_reach(event, today) for event in (one, other))),)


def _reach(event: Event, today: date) -> Reach:
    return reach(event.when, dawn=date.min.toordinal(), today=today.toordinal())


def _furthest(one: Reach, other: Reach) -> int:
    return max(0, one.start_high - other.end_low, other.start_high - one.end_low)


def visible_mirrors(case: Case) -> tuple[Mirror, ...]:
    """Return the mirrors whose events everybody may see, in the order people gave them."""
    shown = {event.key for event in _shown(case)}
    ranked = sorted(case.mirrors, key=lambda mirror: (mirror.rank, mirror.key))
    return tuple(
        mirror
        if mirror.organisation_event in {"", *shown}
        else replace(mirror, organisation_event="", organisation=None)
        for mirror in ranked
        if mirror.family_event in shown and mirror.team_event in {"", *shown}
    )


def room_mirrors(case: Case) -> tuple[Mirror, ...]:
    """Return the starred mirrors for the room, at most three.

    When the group tied something that carries, at least one of the three does.
    """
    starred = [mirror for mirror in visible_mirrors(case) if mirror.starred]
    first, carrying = starred[:MOST_SHOWN], [one for one in starred if carries(one)]
    if carrying and not any(map(carries, first)):
        return (*first[:-1], carrying[0])
    return tuple(first)


def carries(mirror: Mirror) -> bool:
    """Tell whether it mirrors something that carries."""
    return mirror.family in COUNTERPARTS
