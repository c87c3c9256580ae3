"""Language without blame: which words of the draft may be worth a second look (W19).

What a child or a parent said is never looked at: own words at an event, how family members
see something, what people said at check-in and check-out, and everything between quotation
marks. Beliefs are left out too: they are written down as they were believed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from casusanalyse.content.blame_words import Blame, BlameWords
from casusanalyse.content.codebook import Book, method_book
from casusanalyse.content.steps import field_label, question, steps
from casusanalyse.content.text import page, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.record import Record
from casusanalyse.report.chapters.selection import starred_part

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "intake": ("reason", "question"),
    "people": (
        *("nature", "joy", "characteristic", "strength", "limitation", "need"),
        "place",
    ),
    "relations": ("words",),
    "events": ("title", "what", "parents", "effect", "next_step", "then"),
    "perspectives": ("text",),
    "mirrors": ("words",),
    "moments": (
        *("knew", "thought", "made_sense", "see_now", "differently", "asks_of_me"),
        *("asks_of_others", "conditions"),
    ),
    "insights": ("text",),
    "codings": ("own_words",),
    "dynamics": ("line",),
    "notes": ("text",),
    "agreements": ("what",),
}
"""What goes into the report and is written by the group, in the order of the report."""

_PRIVATE = "process-"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A word in the draft that can sound like blame, and where it stands.

    Attributes:
        where: the place in Dutch words.
        said: what was found, with another way to say it.
    """

    shelf: str
    key: str
    field: str
    where: str
    said: Blame


def asides_of(case: Case, book: Book | None = None) -> tuple[Aside, ...]:
    """Return the words of the draft that may be worth a second look; nothing changes by it.

    Args:
        case: as it is now.
        book: says what a belief is; None for the book of the method alone.
    """
    blame, beliefs = BlameWords(_names(case)), _beliefs(book or method_book())
    return tuple(
        Aside(
            shelf=shelf,
            key=record.key,
            field=field,
            where=_where(case, shelf, record, field),
            said=found,
        )
        for shelf, record in _written(starred_part(case), beliefs)
        for field in _FIELDS[shelf]
        for found in blame.found_in(getattr(record, field))
    )


def quiet_aside(case: Case, words: str) -> str:
    """Return the aside about the first such word, empty when there is none."""
    found = BlameWords(_names(case)).found_in(words) if words.strip() else ()
    return next((one.aside for one in found), "")


def _names(case: Case) -> frozenset[str]:
    """Return how people and organisations at work are called, people also by first name."""
    ordinary = set(page("report")["pseudonyms"]["ordinary"])
    people = [one.name for one in case.professionals] + [one.name for one in case.participants]
    firsts = [name.split()[0] for name in people if name.split()]
    called = (*people, *firsts, *(one.name for one in case.organisations))
    return frozenset(
        name for name in called if name.strip() and name.casefold() not in ordinary
    )


def _written(case: Case, beliefs: set[str]) -> Iterator[tuple[str, Record]]:
    for shelf in _FIELDS:
        inside = getattr(case, shelf)
        for record in (inside,) if isinstance(inside, Record) else inside:
            is_belief = shelf == "codings" and getattr(record, "code", "") in beliefs
            if not is_belief and _is_of_the_group(case, shelf, record):
                yield shelf, record


def _is_of_the_group(case: Case, shelf: str, record: Record) -> bool:
    if shelf == "perspectives":
        return not _is_family(case, getattr(record, "who", ""))
    if shelf == "notes":
        return record.key in _asked() and not record.key.startswith(_PRIVATE)
    return True


def _is_family(case: Case, who: str) -> bool:
    """Tell whether a view is that of somebody in the family, also with others; rather yes."""
    family = {word for person in case.people for word in _words(f"{person.name} {person.kin}")}
    return not who.strip() or bool(family & set(_words(who)))


def _words(said: str) -> Iterable[str]:
    return (word.casefold() for word in _WORD.findall(said))


def _beliefs(book: Book) -> set[str]:
    return {code.id for code in book.all if code.kind == "belief"}


def _asked() -> set[str]:
    return {note.id for step in steps() for note in step.notes}


def _where(case: Case, shelf: str, record: Record, field: str) -> str:
    label = question(record.key).text if shelf == "notes" else _label(record, shelf, field)
    name = _name(case, shelf, record)
    if name:
        return text("language.in_record", name=name, field=label)
    return text("language.in_chapter", chapter=page("language")["chapters"][shelf], field=label)


def _label(record: Record, shelf: str, field: str) -> str:
    facts = {"name": getattr(record, "name", "")} if shelf == "people" else {}
    return field_label(shelf, field, **facts)


def _name(case: Case, shelf: str, record: Record) -> str:
    """Return the name of the person or the title of the event it is about, if any."""
    if shelf == "people":
        return str(getattr(record, "name", ""))
    key = record.key if shelf in {"events", "moments"} else getattr(record, "event", "")
    return next((event.title for event in case.events if event.key == key), "")
