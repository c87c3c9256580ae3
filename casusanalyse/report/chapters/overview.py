"""What goes into the report and what stays out, chapter by chapter, before it is made."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from casusanalyse.analysis.mirror import mirror_sides
from casusanalyse.content.codebook import Book, method_book
from casusanalyse.content.mirror import mirror_word
from casusanalyse.content.steps import field_label, question, steps
from casusanalyse.content.text import page, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Person
from casusanalyse.domain.timeline import Event, in_order
from casusanalyse.report.chapters.selection import ranked
from casusanalyse.report.chapters.stops import stop_in_words

_PRIVATE = "process-"
"""Notes the chair writes about the process stay with the chair."""

_NATURE = ("nature", "joy", "characteristic", "strength", "limitation", "need", "place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that could stand in the report.

    Attributes:
        shelf, key: of the record behind it, so that a screen can give it a star.
        title: in Dutch.
        included: it goes in.
        reason: why it stays out, in Dutch; empty when it goes in.
    """

    shelf: str
    key: str
    title: str
    included: bool
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterContents:
    """One chapter with everything that could stand in it.

    Attributes:
        title: in Dutch.
    """

    title: str
    items: tuple[Item, ...]

    @property
    def included(self) -> int:
        """How many items go in."""
        return sum(item.included for item in self.items)


Contents = tuple[ChapterContents, ...]
_Items = Callable[[Case], Iterator[Item]]


def overview(case: Case, book: Book | None = None) -> Contents:
    """Return every chapter, empty ones too.

    Args:
        case: the whole case.
        book: None for the book of the method alone.
    """
    titles: Mapping[str, str] = page("report")["chapters"]
    codings = partial(_codings, book or method_book())
    items: Mapping[str, _Items] = {**_ITEMS, "codings": codings}
    return tuple(
        ChapterContents(title=title, items=tuple(items[chapter](case)))
        for chapter, title in titles.items()
    )


def _item(shelf: str, key: str, title: str, reason: str = "") -> Item:
    """Return an item; a reason is the key of a phrase, empty when it goes in."""
    said = page("report")["stays_out"][reason] if reason else ""
    return Item(shelf=shelf, key=key, title=title, included=not reason, reason=said)


def _empty(said: str) -> str:
    return "" if said else "empty"


def _starred(*, starred: bool, hidden: bool = False) -> str:
    if hidden:
        return "hidden"
    return "" if starred else "unstarred"


def _question(case: Case) -> Iterator[Item]:
    for field in ("reason", "question", "rules"):
        said = getattr(case.intake, field)
        yield _item("intake", case.intake.key, field_label("intake", field), _empty(said))


def _notes(case: Case, *slugs: str) -> Iterator[Item]:
    for step in steps():
        if step.slug in slugs:
            yield from (_note(case, note.id) for note in step.notes)


def _note(case: Case, key: str) -> Item:
    said = case.note(key)
    private = said and key.startswith(_PRIVATE)
    return _item("notes", key, question(key).text, "private" if private else _empty(said))


def _circle(case: Case) -> Iterator[Item]:
    for person in ranked(case.participants):
        yield _item("participants", person.key, person.name)
    yield from _notes(case, "checkin", "together")
    for moment in ranked(case.dynamics):
        reason = _starred(starred=moment.starred)
        yield _item("dynamics", moment.key, stop_in_words(moment), reason)


def _family(case: Case) -> Iterator[Item]:
    for person in ranked(case.people):
        yield _item("people", person.key, person.name, _empty(_told(person)))
    yield from _notes(case, "family")


def _told(person: Person) -> str:
    return "".join(getattr(person, field) for field in _NATURE)


def _event(event: Event, shelf: str = "events") -> Item:
    reason = _starred(starred=event.starred, hidden=event.hidden)
    return _item(shelf, event.key, event.title, reason)


def _timeline(case: Case) -> Iterator[Item]:
    for event in in_order(case.events):
        yield _event(event)
    for period in ranked(case.periods):
        if period.hidden:
            yield _item("periods", period.key, period.title, "hidden")
    yield from _notes(case, "timeline")


def _moments(case: Case) -> Iterator[Item]:
    for event in in_order(case.events):
        if event.is_crucial:
            yield _event(event, "moments")


def _insights(case: Case) -> Iterator[Item]:
    yield _note(case, "standing-out")
    yield _note(case, "process-5")
    for insight in ranked(case.insights):
        reason = _starred(starred=insight.starred)
        yield _item("insights", insight.key, insight.text, reason)


def _codings(book: Book, case: Case) -> Iterator[Item]:
    for coding in ranked(case.codings):
        title = coding.own_words or book.said(coding.code)
        yield _item("codings", coding.key, title, _starred(starred=coding.starred))


def _mirrors(case: Case) -> Iterator[Item]:
    goes_in = {event.key for event in case.events if event.starred and not event.hidden}
    titles = {event.key: event.title for event in case.events}
    for mirror in ranked(case.mirrors):
        sides = [side.event for side in mirror_sides(mirror)[:2] if side]
        named = " · ".join(dict.fromkeys(titles.get(key, "") for key in sides))
        title = text("mirror.says", word=mirror_word(mirror), said=named)
        reason = "" if goes_in.issuperset(sides) else "event_out"
        yield _item("mirrors", mirror.key, title, _starred(starred=mirror.starred) or reason)


def _agreements(case: Case) -> Iterator[Item]:
    for agreement in ranked(case.agreements):
        reason = _starred(starred=agreement.starred)
        yield _item("agreements", agreement.key, agreement.what, reason)


def _check_out(case: Case) -> Iterator[Item]:
    for person in ranked(case.participants):
        reason = _empty(person.takes_along + person.learned)
        yield _item("participants", person.key, person.name, reason)
    yield _note(case, "checkout-together")


_ITEMS: Mapping[str, _Items] = {
    "question": _question,
    "circle": _circle,
    "family": _family,
    "timeline": _timeline,
    "moments": _moments,
    "insights": _insights,
    "mirrors": _mirrors,
    "agreements": _agreements,
    "check_out": _check_out,
}
