"""What the group takes from the line: moments, insights and what it recognises (step 5)."""

from collections.abc import Iterable, Mapping

from casusanalyse.content.codebook import Book, method_book
from casusanalyse.content.date_words import say_span
from casusanalyse.content.steps import field_label
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.case import Case, shelf_of
from casusanalyse.domain.insight import Coding, Moment
from casusanalyse.domain.region_code import CodeKind
from casusanalyse.domain.timeline import Event, in_order
from casusanalyse.domain.vocabulary import Layer
from casusanalyse.report.anchor import anchor, told
from casusanalyse.report.chapters.mirror import mirrors
from casusanalyse.report.chapters.wording import (
    Fields,
    age,
    event_numbers,
    evidence,
    note,
    upper_first,
)

_THEN = ("knew", "thought", "made_sense")
_NOW = ("see_now", "differently", "asks_of_me", "asks_of_others", "conditions")


def lessons(case: Case, book: Book | None = None) -> Fields:
    """Return crucial moments, insights by layer, and what was recognised of the code book.

    Args:
        case: what goes in.
        book: None for the book of the method alone.
    """
    numbers, book = event_numbers(case), book or method_book()
    told = [
        (_kind(coding, book), coding, _coding(coding, book, numbers)) for coding in case.codings
    ]
    patterns = [(coding.layer, fields) for kind, coding, fields in told if kind == "pattern"]
    return {
        "valt_op": note(case, "standing-out"),
        "momenten": _moments(case, numbers),
        "inzichten": _insights(case, book, numbers),
        "spiegels": mirrors(case),
        "patronen_gezin": [fields for layer, fields in patterns if layer is Layer.FAMILY],
        "patronen_ons": [fields for layer, fields in patterns if layer is not Layer.FAMILY],
        "overtuigingen": [fields for kind, _, fields in told if kind == "belief"],
        "elementen": [fields for kind, _, fields in told if kind == "element"],
        "condities": [fields for kind, _, fields in told if kind == "condition"],
    }


def _kind(coding: Coding, book: Book) -> CodeKind:
    """Return the kind of a code; one that this book does not know is a pattern."""
    code = book.get(coding.code)
    return code.kind if code else "pattern"


def _coding(coding: Coding, book: Book, numbers: Mapping[str, str]) -> Fields:
    """Return a code in the group's own words, with the words of the book behind it."""
    code, said = book.get(coding.code), book.said(coding.code)
    return {
        "id": anchor("codings", coding.key),
        "tekst": told(
            upper_first(coding.own_words or said), "codings", coding.key, "own_words"
        ),
        "boek": said if coding.own_words else "",
        "uitleg": " ".join(filter(None, (code.explanation, code.addition))) if code else "",
        "helpend": code.helping if code else "",
        "hielp": "; ".join(map(book.said, coding.helped)),
        "laag": label(coding.layer),
        "bewijs": evidence(coding.evidence, numbers),
    }


def _insights(case: Case, book: Book, numbers: Mapping[str, str]) -> list[Fields]:
    """Return the layers that hold an insight, in the order of the method."""
    found = []
    for layer in Layer:
        here = [
            {
                "id": anchor("insights", insight.key),
                "tekst": told(insight.text, "insights", insight.key, "text"),
                "bewijs": evidence(insight.evidence, numbers),
                "herkend": _recognised(insight.codes, book),
            }
            for insight in case.insights
            if insight.layer is layer
        ]
        if here:
            found.append({"laag": upper_first(label(layer)), "inzichten": here})
    return found


def _recognised(keys: Iterable[str], book: Book) -> str:
    return "; ".join(book.said(key) for key in keys if book.get(key))


def _moments(case: Case, numbers: Mapping[str, str]) -> list[Fields]:
    """Return the crucial moments by date, good ones too: first then, afterwards now."""
    deepened = {moment.key: moment for moment in case.moments}
    birth = case.child.birth if case.child else None
    return [
        {
            "id": anchor("moments", event.key),
            "nummer": numbers[event.key],
            "titel": upper_first(event.title),
            "wanneer": say_span(event.when) if event.when else "",
            "leeftijd": age(birth, event.when),
            "wat": told(event.what, "events", event.key, "what"),
            "toen": _then(event, deepened.get(event.key)),
            "nu": _answers(deepened.get(event.key), _NOW),
        }
        for event in in_order(case.events)
        if event.is_crucial
    ]


def _then(event: Event, moment: Moment | None) -> list[Fields]:
    """Return what we knew and thought then: deepened, or as the event has it."""
    return _answers(moment, _THEN) or _answers(event, ("then",))


def _answers(record: Moment | Event | None, fields: Iterable[str]) -> list[Fields]:
    """Return what was answered; the question belongs to its answer."""
    if record is None:
        return []
    shelf, key = shelf_of(record), record.key
    return [
        {
            "vraag": told(field_label(shelf, field), shelf, key, field),
            "antwoord": told(getattr(record, field), shelf, key, field),
        }
        for field in fields
        if getattr(record, field)
    ]
