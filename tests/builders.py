"""Short ways to say 'a case', 'an event'; every default is dull on purpose."""

from datetime import date
from itertools import count

from casusanalyse.domain.case import Case
from casusanalyse.domain.dates import Span, exactly
from casusanalyse.domain.intake import INTAKE_KEY, Intake
from casusanalyse.domain.timeline import Event

_numbers = count(1)


def a_span(since: str, until: str | None = None, *, ongoing: bool = False) -> Span:
    """A span between two sharp days, written as ISO dates."""
    end = exactly(date.fromisoformat(until)) if until else None
    return Span(since=exactly(date.fromisoformat(since)), until=end, ongoing=ongoing)


def an_event(on: str, title: str = "Overleg", **fields: object) -> Event:
    given = {"key": f"e{next(_numbers):04}", "title": title, "when": a_span(on)} | fields
    return Event(**given)


def a_case(*events: Event, **fields: object) -> Case:
    given = {
        "key": "case-1",
        "reference": "2026-0001",
        "intake": Intake(key=INTAKE_KEY, working_name="Vlinder"),
        "events": events,
    }
    return Case(**(given | fields))
