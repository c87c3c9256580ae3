"""What stands on a phone in each of its states; every word of a person is escaped here."""

from dataclasses import dataclass
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from casusanalyse.content.date_words import say_long_day
from casusanalyse.content.text import page, text
from casusanalyse.domain.devices import WORDS_LENGTH, PhoneAnswer, PhoneQuestion
from casusanalyse.usecases.phone import PhoneView
from casusanalyse.web.form import filled

_HERE = ZoneInfo("Europe/Amsterdam")

CLOSED = "closed"
"""The stand of a phone that does not take part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a phone shows, before it is HTML.

    Attributes:
        view: what is asked, and what this phone sent; None when it does not take part.
        again: somebody wants to change what was sent.
        trouble: one sentence about what was just sent, or empty.
        said: what was typed when there is trouble.
    """

    view: PhoneView | None
    again: bool = False
    trouble: str = ""
    said: str = ""


def stand_of(view: PhoneView | None) -> str:
    """Return how far a phone is; while this stays the same, so does its page."""
    if view is None:
        return CLOSED
    return f"{view.question or 'waiting'}-{view.answer.key if view.answer else ''}"


def phone_page(sheet: Sheet, now: datetime) -> str:
    """Return the whole page of a phone that took part at some time."""
    return framed(_inside(sheet), now, stand=stand_of(sheet.view))


def join_page(now: datetime, trouble: str = "") -> str:
    """Return the page on which a phone types the code of the session."""
    facts = {"heading": text("phone.join"), "hint": text("phone.join_hint")}
    facts |= {"label": text("phone.join_label"), "button": text("phone.join_button")}
    return framed(code_form("/telefoon/mee", trouble, facts), now, stand=CLOSED)


def full_page(now: datetime) -> str:
    """Return the page of a phone for which there is no room."""
    return framed(_calm("phone.full", "phone.aloud"), now, stand=CLOSED)


def code_form(action: str, trouble: str, facts: dict[str, str]) -> str:
    """Return a form for a code, with its words."""
    words = {name: escape(said) for name, said in facts.items()}
    marks = {"action": action, "trouble": escape(trouble), "invalid": _invalid(trouble)}
    return filled("code", **words, **marks)


def framed(inside: str, now: datetime, *, stand: str = "", alive: bool = True) -> str:
    """Return a whole page.

    Args:
        inside: HTML of what is on it.
        now: aware; the day stands at the top.
        stand: see `stand_of`.
        alive: the page follows by itself.
    """
    day = say_long_day(now.astimezone(_HERE).date(), weekday=True)
    script = '<script type="module" src="/telefoon/page.js"></script>' if alive else ""
    return filled(
        "page",
        title=escape(text("phone.title")),
        top=escape(text("phone.top", day=day.rpartition(" ")[0])),
        offline=escape(text("phone.offline")),
        stand=escape(stand),
        script=script,
        inside=inside,
    )


def _inside(sheet: Sheet) -> str:
    view = sheet.view
    if view is None:
        link = filled("link", href="/telefoon?code=1", words=escape(text("phone.closed_again")))
        return _calm("phone.closed", "phone.closed_hint", link)
    if view.question is None:
        return _calm("phone.waiting", "phone.waiting_hint")
    if view.answer and not (sheet.again or sheet.trouble):
        return _sent(view.question, view.answer)
    asked = _place if view.question.is_place else _words
    return asked(view.question, view.answer, sheet)


def _calm(heading: str, hint: str, more: str = "") -> str:
    return filled("calm", heading=escape(text(heading)), hint=escape(text(hint)), more=more)


def _words(question: PhoneQuestion, answer: PhoneAnswer | None, sheet: Sheet) -> str:
    said = sheet.said or (answer.words if answer else "")
    return filled(
        "words",
        **_asked(question, sheet.trouble),
        label=escape(text("phone.word")),
        said=escape(said[:WORDS_LENGTH]),
        most=WORDS_LENGTH,
        left=escape(text("phone.left", number="#")),
        left_one=escape(text("phone.left_one")),
        private=_private("phone.private_words"),
    )


def _place(question: PhoneQuestion, answer: PhoneAnswer | None, sheet: Sheet) -> str:
    chosen = answer.place if answer else None
    places = "".join(
        filled(
            "one_place",
            place=place,
            word=escape(word),
            checked=" checked" if place == chosen else "",
        )
        for place, word in enumerate(_stops())
    )
    return filled(
        "place",
        **_asked(question, sheet.trouble),
        label=escape(text("phone.place")),
        places=places,
        private=_private("phone.private_place"),
    )


def _asked(question: PhoneQuestion, trouble: str) -> dict[str, str]:
    return {
        "question": question.value,
        "heading": escape(text(f"phone.question_{question}")),
        "hint": escape(text(f"phone.hint_{question}")),
        "trouble": escape(trouble),
        "invalid": _invalid(trouble),
        "send": escape(text("phone.send")),
        "rather_not": escape(text("phone.rather_not")),
    }


def _private(key: str) -> str:
    return filled("private", words=escape(text(key)))


def _sent(question: PhoneQuestion, answer: PhoneAnswer) -> str:
    if not answer.is_given:
        return _said("phone.not_sent", "phone.not_sent_change")
    said = text("phone.sent_words", said=answer.words)
    if answer.place is not None:
        said = text("phone.sent_place", said=_stops()[answer.place])
    back = {"question": question.value, "take_back": escape(text("phone.take_back"))}
    return _said("phone.sent", "phone.change", said, filled("back", **back))


def _said(heading: str, change: str, said: str = "", back: str = "") -> str:
    return filled(
        "said",
        heading=escape(text(heading)),
        hint=escape(text("phone.sent_hint")),
        said=escape(said),
        change=escape(text(change)),
        back=back,
    )


def _invalid(trouble: str) -> str:
    return ' aria-invalid="true"' if trouble else ""


def _stops() -> list[str]:
    stops: list[str] = page("scale")["position"]
    return stops
