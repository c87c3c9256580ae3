"""The timeline: the periods, the events and where views differ (step 4)."""

from collections.abc import Mapping
from enum import StrEnum

from casusanalyse.content.date_words import say_span
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.case import Case
from casusanalyse.domain.dates import VagueDate
from casusanalyse.domain.timeline import Event, Period, in_order
from casusanalyse.domain.vocabulary import EducationKind, FrameKind, Lane, StayKind
from casusanalyse.report.anchor import anchor, told
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
    words = _words(event, who)
    return {
        "id": anchor("events", event.key),
        "nummer": numbers[event.key],
        "leeftijd": age(birth, event.when),
        "bepalend": event.is_crucial,
        **{name: told(said, "events", event.key, field) for name, field, said in words},
    }


def _words(event: Event, who: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """Return what an event says: name in the template, field of the event, words."""
    return (
        ("wanneer", "when", say_span(event.when) if event.when else ""),
        ("soort", "kind", label(event.kind)),
        ("titel", "title", upper_first(event.title)),
        ("wat", "what", event.what),
        ("wie", "who", _present(event, who)),
        ("ouders", "parents", event.parents),
        ("effect", "effect", event.effect),
        ("vervolg", "next_step", event.next_step),
        ("toen", "then", event.then),
        ("bron", "source", event.source),
        ("eigen_woorden", "own_words", quoted(event.own_words)),
        ("dynamiek_gezin", "in_family", ", ".join(map(label, event.in_family))),
        ("dynamiek_ons", "in_team", ", ".join(map(label, event.in_team))),
        (
            "dynamiek_organisatie",
            "in_organisation",
            ", ".join(map(label, event.in_organisation)),
        ),
    )


def _present(event: Event, who: Mapping[str, str]) -> str:
    said = (with_more(who.get(there.party, ""), there.role) for there in event.involved)
    return upper_first("; ".join(filter(None, said)))


def _periods(case: Case, who: Mapping[str, str]) -> list[Fields]:
    """Return the lanes that hold something, each with its periods by start."""
    found = []
    for lane in _LANES:
        here = sorted((period for period in case.periods if period.lane is lane), key=_start)
        if here:
            shown = [_period(period, who) for period in here]
            found.append({"laag": upper_first(label(lane)), "perioden": shown})
    return found


def _start(period: Period) -> tuple[int, str]:
    return period.when.first.toordinal() if period.when else 0, period.key


def _period(period: Period, who: Mapping[str, str]) -> Fields:
    kinds = _KINDS.get(period.lane)
    kind = label(kinds(period.kind)) if kinds and period.kind in set(kinds) else ""
    what = with_more(period.title, kind)
    party = who.get(period.party, "")
    said_already = party.casefold() in what.casefold()
    holder = with_more("" if said_already or not what else party, period.role)
    when = say_span(period.when) if period.when else ""
    return {
        "id": anchor("periods", period.key),
        "wanneer": told(when, "periods", period.key, "when"),
        "soort": kind,
        "wat": told(upper_first(what or party), "periods", period.key, "title"),
        "wie": told(upper_first(holder), "periods", period.key, "party"),
    }


def _differences(case: Case, numbers: Mapping[str, str]) -> list[Fields]:
    """Return the events with more than one view; the views stand side by side."""
    found = []
    for event in in_order(case.events):
        voices = [
            {
                "id": anchor("perspectives", seen.key),
                "wie": upper_first(seen.who),
                "woorden": told(seen.text, "perspectives", seen.key, "text"),
            }
            for seen in case.perspectives
            if seen.event == event.key and seen.text
        ]
        if voices:
            event_said = {
                "nummer": numbers[event.key],
                "titel": upper_first(event.title),
                "stemmen": voices,
            }
            found.append({"id": f"views-{event.key}", **event_said})
    return found
