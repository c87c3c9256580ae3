"""The days the line and the network stop at, and the event nearest to a day."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from casusanalyse.analysis.network_presence import PARTY_LANES, stretch_of
from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Person
from casusanalyse.domain.timeline import Event, in_order

Stops = Sequence[date]
"""Days in order, each once."""


def stops(case: Case, today: date) -> Stops:
    """Return every day on which something changes, and today.

    Something changes when an event begins, when somebody is involved for the first day or no
    longer, and when somebody in the family is born after the child or dies. Whoever is only
    known from events brings no stops besides those events.
    """
    return sorted({today, *_of_events(case), *_of_periods(case), *_of_family(case)})


def stop_at(line: Stops, day: date) -> date:
    """Return the last stop up to and including a day, or the first one of all."""
    return line[max(0, bisect_right(line, day) - 1)]


def stop_before(line: Stops, day: date) -> date:
    """Return the stop before a day; the day itself when there is none."""
    place = bisect_left(line, day)
    return line[place - 1] if place else day


def nearest_event(case: Case, day: date) -> Event | None:
    """Return the event on the line that begins nearest to a day, the earlier of two."""
    seen = [one for one in in_order(case.events) if not one.hidden]
    starts = [(one, one.when.start) for one in seen if one.when]
    nearest = min(starts, key=lambda pair: abs(pair[1] - day), default=None)
    return nearest[0] if nearest else None


def _of_events(case: Case) -> Iterator[date]:
    for event in case.events:
        if event.when and not event.hidden:
            yield event.when.start


def _of_periods(case: Case) -> Iterator[date]:
    for period in case.periods:
        if period.when and period.party and period.lane in PARTY_LANES:
            yield from stretch_of(period.when).turns


def _of_family(case: Case) -> Iterator[date]:
    """The birth of the child is where the line begins."""
    story = _born(case.child) if case.child else None
    for person in case.people:
        born = _born(person)
        if born and story and born >= story:
            yield born
        if person.died:
            yield person.died.middle


def _born(person: Person) -> date | None:
    return person.birth.middle if person.birth else None
