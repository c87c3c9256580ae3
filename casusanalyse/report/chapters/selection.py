"""What of a case goes into the report: the starred material that is not hidden."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from casusanalyse.analysis.mirror import visible_mirrors
from casusanalyse.domain.case import Case, shelves
from casusanalyse.domain.record import Record

_Kind = TypeVar("_Kind", bound=Record)


def starred_part(case: Case) -> Case:
    """Return the case with only what goes into the report, every shelf in its own order."""
    events = [event for event in case.events if event.starred and not event.hidden]
    kept = {event.key for event in events}
    crucial = {event.key for event in events if event.is_crucial}
    chosen = replace(
        case,
        events=tuple(events),
        mirrors=tuple(mirror for mirror in case.mirrors if mirror.starred),
        perspectives=tuple(seen for seen in case.perspectives if seen.event in kept),
        moments=tuple(moment for moment in case.moments if moment.key in crucial),
        periods=tuple(period for period in case.periods if not period.hidden),
        insights=tuple(insight for insight in case.insights if insight.starred),
        codings=tuple(coding for coding in case.codings if coding.starred),
        dynamics=tuple(moment for moment in case.dynamics if moment.starred),
        agreements=tuple(agreement for agreement in case.agreements if agreement.starred),
    )
    return _in_order(replace(chosen, mirrors=visible_mirrors(chosen)))


def _in_order(case: Case) -> Case:
    names = (name for name in shelves() if name != "intake")
    ordered: dict[str, Any] = {name: ranked(getattr(case, name)) for name in names}
    return replace(case, **ordered)


def ranked(records: Iterable[_Kind]) -> tuple[_Kind, ...]:
    """Return records in the order people gave them."""
    return tuple(sorted(records, key=lambda record: (record.rank, record.key)))
