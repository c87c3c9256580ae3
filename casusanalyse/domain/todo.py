"""What each step could still use: a small list beside the work that never blocks it."""

from collections.abc import Callable, Iterable
from datetime import date

from casusanalyse.domain.case import Case
from casusanalyse.domain.problems import Problem
from casusanalyse.domain.vocabulary import AgreementMoment, Bond


def todo(case: Case, step: str, *, today: date) -> tuple[Problem, ...]:
    """Return what a step could still use, the most useful first.

    Args:
        case: as it is now.
        step: slug of the step, such as `checkin`.
        today: an event after this day gets a question.
    """
    return tuple(_LISTS[step](case, today))


def _check_in(case: Case, _today: date) -> Iterable[Problem]:
    if not case.participants:
        yield Problem("no_participants")
    for one in case.participants:
        if not one.organisation and not one.function:
            yield Problem("participant_without_place", where=one.key, fact=one.name)
        elif not one.check_in:
            yield Problem("no_check_in", where=one.key, fact=one.name)


def _together(case: Case, _today: date) -> Iterable[Problem]:
    missing = sum(one.position is None for one in case.participants)
    if missing:
        yield Problem("positions_missing", fact=str(missing))
    if not any(one.moment is AgreementMoment.TODAY for one in case.agreements):
        yield Problem("no_agreements_today")


def _family(case: Case, _today: date) -> Iterable[Problem]:
    if case.child is None:
        yield Problem("no_child")
    elif case.child.birth is None:
        yield Problem("no_birth", where=case.child.key, fact=case.child.name)
    for person in case.people:
        if not person.nature and person.bond is not Bond.NETWORK:
            yield Problem("no_nature", where=person.key, fact=person.name)
    if case.people and not any(person.generation <= -2 for person in case.people):  # noqa: PLR2004 - grandparents
        yield Problem("no_grandparents")


def _timeline(case: Case, today: date) -> Iterable[Problem]:
    if not case.events:
        yield Problem("timeline_empty")
    undated = [event for event in case.events if event.when is None]
    if undated:
        yield Problem("events_undated", fact=str(len(undated)))
    for event in case.events:
        if event.when and event.when.first > today:
            yield Problem("event_in_future", where=event.key, fact=event.title)
    waiting = [one for one in case.parked if not one.event]
    if waiting:
        yield Problem("parked_waiting", fact=str(len(waiting)))


def _insights(case: Case, _today: date) -> Iterable[Problem]:
    if case.events and not any(event.is_crucial for event in case.events):
        yield Problem("no_crucial_moments")
    for insight in case.insights:
        if not insight.evidence:
            yield Problem("insight_without_evidence", where=insight.key, fact=insight.text)
    if not any(one.moment is AgreementMoment.AFTERWARDS for one in case.agreements):
        yield Problem("no_agreements_afterwards")


_LISTS: dict[str, Callable[[Case, date], Iterable[Problem]]] = {
    "checkin": _check_in,
    "together": _together,
    "family": _family,
    "timeline": _timeline,
    "insights": _insights,
}
