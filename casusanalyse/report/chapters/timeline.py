"""The timeline: the periods, the events and where views differ (step 4)."""

from collections.abc import Mapping
from enum import StrEnum

from casusanalyse.content.date_words import say_span
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.case import Case
from casusanalyse.domain.dates import VagueDate
from casusanalyse.domain.timeline import Event, Period, in_order
from casusanalyse.domain.vocabulary import EducationKind, FrameKind, Lane, StayKind
from casusanalyse.report.chapters.wording import (
    Fields,
    age,
    event_numbers,
    in_words,
    quoted,
    upper_first,
    with_more,
)

_KINDS: dict[Lane, type[StrEnum]] = {
    Lane.STAY: StayKind,
    Lane.FRAME: FrameKind,
    Lane.EDUCATION: EducationKind,
}
_LANES = (Lane.STAY, Lane.FRAME, Lane.DIRECTION, Lane.EDUCATION, Lane.FAMILY, Lane.INVOLVEMENT)


def timeline(case: Case) -> Fields:
    """Return the periods by lane, the events in order and the views that differ."""
    numbers, who = event_numbers(case), in_words(case)
    birth = case.child.birth if case.child else None
    events = [_event(event, numbers, who, birth) for event in in_order(case.events)]
    return {
        "perioden": _periods(case, who),
        "gebeurtenissen": [event for event in events if event["wanneer"]],
        "niet_gedateerd": [event for event in events if not event["wanneer"]],
        "verschillen": _differences(case, numbers),
    }


def _event(
    event: Event, numbers: Mapping[str, str], who: Mapping[str, str], birth: VagueDate | None
) -> Fields:
    return {
        "id": f"events-{event.key}",
        "nummer": numbers[event.key],
        "wanneer": say_span(event.when) if event.when else "",
        "leeftijd": age(birth, event.when),
        "soort": label(event.kind),
        "titel": upper_first(event.title),
        "wat": event.what,
        "wie": _present(event, who),
        "ouders": event.parents,
        "effect": event.effect,
        "vervolg": event.next_step,
        "toen": event.then,
        "bron": event.source,
        "eigen_woorden": quoted(event.own_words),
        "dynamiek_gezin": ", ".join(map(label, event.in_family)),
        "dynamiek_ons": ", ".join(map(label, event.in_team)),
        "bepalend": event.is_crucial,
    }


def _present(event: Event, who: Mapping[str, str]) -> str:
    said = (with_more(who.get(there.party, ""), there.role) for there in event.involved)
    return upper_first("; ".join(filter(None, said)))


def _periods(case: Case, who: Mapping[str, str]) -> list[Fields]:
    """Return the lanes that hold something, each with its periods by start."""
    found = []
    for lane in _LANES:
        here = sorted((period for period in case.periods if period.lane is lane), key=_start)
        if here:
            told = [_period(period, who) for period in here]
            found.append({"laag": upper_first(label(lane)), "perioden": told})
    return found


def _start(period: Period) -> tuple[int, str]:
    return period.when.first.toordinal() if period.when else 0, period.key


def _period(period: Period, who: Mapping[str, str]) -> Fields:
    kinds = _KINDS.get(period.lane)
    kind = label(kinds(period.kind)) if kinds and period.kind in set(kinds) else ""
    what = with_more(period.title, kind)
    party = who.get(period.party, "")
    said_already = party.casefold() in what.casefold()
    return {
        "id": f"periods-{period.key}",
        "wanneer": say_span(period.when) if period.when else "",
        "soort": kind,
        "wat": upper_first(what or party),
        "wie": upper_first(with_more("" if said_already or not what else party, period.role)),
    }


def _differences(case: Case, numbers: Mapping[str, str]) -> list[Fields]:
    """Return the events with more than one view; the views stand side by side."""
    found = []
    for event in in_order(case.events):
        voices = [
            {
                "id": f"perspectives-{seen.key}",
                "wie": upper_first(seen.who),
                "woorden": seen.text,
            }
            for seen in case.perspectives
            if seen.event == event.key and seen.text
        ]
        if voices:
            told = {
                "nummer": numbers[event.key],
                "titel": upper_first(event.title),
                "stemmen": voices,
            }
            found.append({"id": f"views-{event.key}", **told})
    return found
