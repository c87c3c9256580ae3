"""When each party is there: stretches of days, read off the timeline."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from casusanalyse.domain.case import Case
from casusanalyse.domain.dates import Span
from casusanalyse.domain.family import Person
from casusanalyse.domain.vocabulary import Bond, Lane

ALWAYS = date.min
"""The first day of somebody who was there before the story began."""
STILL = date.max
"""The last day of somebody who is still there."""

PARTY_LANES = frozenset({Lane.INVOLVEMENT, Lane.DIRECTION, Lane.STAY})
"""Lanes in which a period says that its party is there."""
COME_AND_GO = frozenset({Bond.FOSTER, Bond.NETWORK})
"""Bonds whose periods say when they are there; other family stays family."""


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Days on which a party is there; `first` and `last` both count."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Tell whether the party is there on this day."""
        return self.first <= day <= self.last

    @property
    def turns(self) -> tuple[date, ...]:
        """The day somebody comes and the first day they are gone, when those are known."""
        came = () if self.first == ALWAYS else (self.first,)
        gone = () if self.last == STILL else (self.last + timedelta(days=1),)
        return came + gone


Presence = Mapping[str, tuple[Stretch, ...]]
"""Per party the stretches it is there, apart and in order; empty when no date is known."""


def presence(case: Case) -> Presence:
    """Return when each party is there.

    A professional is there during their periods; without a dated period from their first to
    their last event. An organisation is there during its own periods and as long as one of
    its people is. Family is there for life; births before the child's do not count as coming.
    """
    events = _by_event(case)
    periods = _by_period(case, events)
    found = {person.key: _of_person(person, case, periods) for person in case.people}
    of_organisation: defaultdict[str, list[Stretch]] = defaultdict(list)
    for one in case.professionals:
        found[one.key] = periods.get(one.key) or events.get(one.key, ())
        of_organisation[one.organisation].extend(found[one.key])
    for organisation in case.organisations:
        own = (*periods.get(organisation.key, ()), *of_organisation[organisation.key])
        found[organisation.key] = merged(own) or events.get(organisation.key, ())
    return found


def is_there(stretches: Iterable[Stretch], day: date) -> bool:
    """Tell whether a day lies in one of the stretches."""
    return any(stretch.holds(day) for stretch in stretches)


def merged(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Join stretches that overlap or follow each other without a day in between."""
    joined: list[Stretch] = []
    for stretch in sorted(stretches):
        previous = joined[-1] if joined else None
        if previous and _touches(previous, stretch):
            joined[-1] = Stretch(previous.first, max(previous.last, stretch.last))
        else:
            joined.append(stretch)
    return tuple(joined)


def with_farewell(when_there: Presence) -> Presence:
    """Return when each party is shown: until the next change after they left, by anybody."""
    turns = all_turns(when_there)
    return {
        key: tuple(Stretch(one.first, _until_next(one.last, turns)) for one in stretches)
        for key, stretches in when_there.items()
    }


def all_turns(when_there: Presence) -> tuple[date, ...]:
    """Return every day on which anybody comes or is gone for the first day, in order."""
    stretches = (stretch for found in when_there.values() for stretch in found)
    return tuple(sorted({turn for stretch in stretches for turn in stretch.turns}))


def never_meet(some: Iterable[Stretch], others: Iterable[Stretch]) -> bool:
    """Tell whether no day is in both."""
    pairs = product(some, others)
    return not any(a.first <= b.last and b.first <= a.last for a, b in pairs)


def _until_next(last: date, turns: tuple[date, ...]) -> date:
    if last == STILL:
        return STILL
    place = bisect_right(turns, last + timedelta(days=1))
    return turns[place] - timedelta(days=1) if place < len(turns) else STILL


def most_at_once(each: Iterable[tuple[Stretch, ...]]) -> int:
    """Return the largest number that is there, or has just left, on any one day."""
    known = [stretches for stretches in each if stretches]
    turns = {turn for stretches in known for one in stretches for turn in one.turns}
    days = [(turn, turn - timedelta(days=1)) for turn in turns] or [(STILL, STILL)]
    return max(sum(_is_near(stretches, near) for stretches in known) for near in days)


def _is_near(stretches: tuple[Stretch, ...], days: tuple[date, date]) -> bool:
    return any(stretch.holds(day) for stretch in stretches for day in days)


def stretch_of(span: Span) -> Stretch:
    """Return the days of a period: middles of vague dates, all of a single vague moment."""
    if span.is_stretch:
        return Stretch(span.start, span.end(STILL))
    return Stretch(span.first, span.since.last if span.since else span.first)


def _touches(earlier: Stretch, later: Stretch) -> bool:
    return earlier.last == STILL or later.first <= earlier.last + timedelta(days=1)


def _by_event(case: Case) -> Presence:
    """From the first event a party is seen in to the last."""
    found: dict[str, Stretch] = {}
    for event in case.events:
        if event.when is None:
            continue
        first = event.when.start
        last = event.when.end(first) if event.when.is_stretch else first
        for involved in event.involved:
            known = found.get(involved.party)
            if known is None or first < known.first or last > known.last:
                found[involved.party] = _stretched(known, first, last)
    return {party: (stretch,) for party, stretch in found.items()}


def _stretched(known: Stretch | None, first: date, last: date) -> Stretch:
    if known is None:
        return Stretch(first, last)
    return Stretch(min(known.first, first), max(known.last, last))


def _by_period(case: Case, events: Presence) -> Presence:
    found = defaultdict(list)
    for period in case.periods:
        if period.when and period.party and period.lane in PARTY_LANES:
            seen = () if period.when.since else events.get(period.party, ())
            found[period.party].append(_reaching_back(stretch_of(period.when), seen))
    return {party: merged(stretches) for party, stretches in found.items()}


def _reaching_back(stretch: Stretch, seen: tuple[Stretch, ...]) -> Stretch:
    """Start "tot 2019" at the first event the party is seen in, when that is earlier."""
    first = min((stretch.first, *(one.first for one in seen)))
    return Stretch(first, stretch.last)


def _of_person(person: Person, case: Case, periods: Presence) -> tuple[Stretch, ...]:
    if person.bond in COME_AND_GO and person.key in periods:
        return periods[person.key]
    born = person.birth.middle if person.birth else ALWAYS
    story = case.child.birth.middle if case.child and case.child.birth else STILL
    last = person.died.middle if person.died else STILL
    first = born if born >= story else ALWAYS
    return (Stretch(first, max(first, last)),)
