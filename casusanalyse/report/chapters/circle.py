"""Who took part and how we were with each other (steps 1 and 2, and the check-out)."""

from collections.abc import Iterable, Sequence

from casusanalyse.content.steps import question
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.participant import Agreement, Participant
from casusanalyse.domain.vocabulary import AgreementMoment
from casusanalyse.report.anchor import anchor, told
from casusanalyse.report.chapters.wording import Fields, how_many, note, upper_first

_TOGETHER = ("hopes-together", "dynamics-notice", "dynamics-bend")
_MIDDLE = 2
"""The third of the five places on a line of words."""


def circle(case: Case) -> Fields:
    """Return who took part, how they came in, and what the group agreed for today."""
    people = case.participants
    return {
        "deelnemers": [_participant(person) for person in people],
        "checkins": _quotes(people, "check_in"),
        "hoop": _quotes(people, "hope"),
        "spreiding": [*_spreads(people)],
        "dynamiek": _answers(case, _TOGETHER),
        "afspraken_vandaag": _agreements(case, AgreementMoment.TODAY),
    }


def closing(case: Case) -> Fields:
    """Return what was agreed for afterwards and how the group went home."""
    people = case.participants
    return {
        "afspraken": _agreements(case, AgreementMoment.AFTERWARDS),
        "meenemen": _quotes(people, "takes_along"),
        "geleerd": _quotes(people, "learned"),
        "spreiding_na": _spread("position_after", [person.position_after for person in people]),
        "samen_naar_huis": note(case, "checkout-together"),
    }


def _participant(person: Participant) -> Fields:
    return {
        "id": anchor("participants", person.key),
        "naam": told(upper_first(person.name), "participants", person.key, "name"),
        "functie": told(person.function, "participants", person.key, "function"),
        "organisatie": told(person.organisation, "participants", person.key, "organisation"),
        "relatie": told(person.relation, "participants", person.key, "relation"),
    }


def _quotes(people: Iterable[Participant], field: str) -> list[Fields]:
    return [
        {
            "id": anchor("participants", person.key, field),
            "naam": upper_first(person.name),
            "woorden": told(getattr(person, field), "participants", person.key, field),
        }
        for person in people
        if getattr(person, field)
    ]


def _answers(case: Case, keys: Iterable[str]) -> list[Fields]:
    return [
        {
            "id": anchor("notes", key),
            "vraag": told(question(key).text, "notes", key, "text"),
            "antwoord": note(case, key),
        }
        for key in keys
        if case.note(key)
    ]


def _agreements(case: Case, moment: AgreementMoment) -> list[Fields]:
    return [_agreement(agreed) for agreed in case.agreements if agreed.moment is moment]


def _agreement(agreed: Agreement) -> Fields:
    return {
        "id": anchor("agreements", agreed.key),
        "wat": told(agreed.what, "agreements", agreed.key, "what"),
        "wie": told(agreed.who, "agreements", agreed.key, "who"),
        "wanneer": told(agreed.due, "agreements", agreed.key, "due"),
    }


def _spreads(people: Sequence[Participant]) -> Iterable[str]:
    """Say how the group stood, in words; nobody is named and nothing is averaged."""
    for field in ("position", "calm", "rest"):
        said = _spread(field, [getattr(person, field) for person in people])
        if said:
            yield said


def _spread(field: str, places: Iterable[int | None]) -> str:
    said = [place for place in places if place is not None]
    left = sum(place < _MIDDLE for place in said)
    right = sum(place > _MIDDLE for place in said)
    groups = {"left": left, "middle": len(said) - left - right, "right": right}
    words = [
        how_many(f"report.{field}_{group}", number)
        for group, number in groups.items()
        if number
    ]
    return text(f"report.{field}_spread", groups=_listed(words)) if words else ""


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return text("report.and", first=", ".join(first), last=last) if first else last
