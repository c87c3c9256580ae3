"""One derived figure, and the line it is derived from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casusanalyse.analysis.reach import Reach, reach
from casusanalyse.domain.case import Case, Party
from casusanalyse.domain.timeline import Event, Period
from casusanalyse.domain.vocabulary import EventKind, Lane


class Unit(StrEnum):
    """What a figure counts."""

    TIMES = "times"
    DAYS = "days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its bounds.

    Attributes:
        code: which figure; its Dutch words stand in the content under this code.
        low, high: bounds over every way to read the dates; equal when it is certain.
        out_of: of how many, where that matters; 0 elsewhere.
        evidence: keys of the events and periods it rests on, in order of rank.
        reference: code of what is known nationally, or empty.
    """

    code: str
    low: float
    high: float
    unit: Unit = Unit.TIMES
    out_of: int = 0
    evidence: tuple[str, ...] = ()
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A case as the figures read it: what is hidden is gone, days are numbers.

    Attributes:
        dawn: first day of the line; an unknown start lies after it.
        birth: first and last day the child can have been born on; None when not known.
    """

    events: tuple[Event, ...]
    periods: tuple[Period, ...]
    parties: dict[str, Party]
    dawn: int
    today: int
    birth: tuple[int, int] | None

    def of_kind(self, kind: EventKind) -> tuple[Event, ...]:
        """Return the events of a kind."""
        return tuple(event for event in self.events if event.kind is kind)

    def in_lane(self, lane: Lane) -> tuple[Period, ...]:
        """Return the periods of a lane."""
        return tuple(period for period in self.periods if period.lane is lane)

    def reach(self, record: Event | Period) -> Reach:
        """Return the days a record can have begun and ended on."""
        return reach(record.when, dawn=self.dawn, today=self.today)


def line_of(case: Case, today: date) -> Line:
    """Return the line of a case as the figures read it; the order of entry does not matter."""
    events = tuple(sorted((e for e in case.events if not e.hidden), key=lambda e: e.key))
    periods = tuple(sorted((p for p in case.periods if not p.hidden), key=lambda p: p.key))
    birth = case.child.birth if case.child else None
    spans = [*(event.when for event in events), *(period.when for period in periods)]
    firsts = [span.first.toordinal() for span in spans if span]
    if birth:
        firsts.append(birth.first.toordinal())
    return Line(
        events=events,
        periods=periods,
        parties=case.parties(),
        dawn=min([*firsts, today.toordinal()]),
        today=today.toordinal(),
        birth=(birth.first.toordinal(), birth.last.toordinal()) if birth else None,
    )


def keys(*records: Event | Period) -> tuple[str, ...]:
    """Return the keys of records as evidence."""
    return tuple(record.key for record in records)
