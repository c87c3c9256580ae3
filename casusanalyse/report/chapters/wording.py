"""Small turns of phrase that several chapters use."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from casusanalyse.content.date_words import say_age
from casusanalyse.content.text import counted, page, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.dates import Span, VagueDate
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Professional
from casusanalyse.domain.timeline import in_order
from casusanalyse.report.anchor import Told, told

Fields = dict[str, Any]

_QUOTATION = re.compile(r"""(?:^|[\s:(])['"‘“].+['"’”]""", re.DOTALL)


def event_numbers(case: Case) -> dict[str, str]:
    """Return the number of every event, such as `4.12`; undated ones come last."""
    return {
        event.key: text("report.event_number", number=number)
        for number, event in enumerate(in_order(case.events), 1)
    }


def evidence(keys: Iterable[str], numbers: Mapping[str, str]) -> str:
    """Return the numbers of the events that show something, in order of the line."""
    shown = set(keys)
    return ", ".join(number for key, number in numbers.items() if key in shown)


def names(case: Case) -> dict[str, str]:
    """Return the name of everybody who can be involved, by key."""
    return {key: party.name for key, party in case.parties().items()}


def in_words(case: Case) -> dict[str, str]:
    """Return everybody with what they are, such as "Fatima, jeugdbeschermer", by key."""
    told = {}
    for key, party in case.parties().items():
        said = party.kin if isinstance(party, Person) else ""
        said = party.function if isinstance(party, Professional) else said
        told[key] = with_more(party.name, said)
    return told


def with_more(name: str, more: str) -> str:
    """Return a name with what it is, unless the name says so already."""
    if not more or more.casefold() in name.casefold():
        return name
    return f"{name}, {more}" if name else more


def note(case: Case, key: str) -> Told:
    """Return the answer to a question of the method, empty when not answered."""
    return told(case.note(key), "notes", key, "text")


def age(birth: VagueDate | None, when: Span | date | None) -> str:
    """Return how old somebody was, such as "7 of 8 jaar"; empty when a date is missing."""
    return say_age(birth, when) if birth and when else ""


def how_many(key: str, number: int) -> str:
    """Return a sentence with a number in it, written as a word when it has one."""
    words: list[str] = page("date")["words"]["numbers"]
    return counted(key, number, word=words[number] if number < len(words) else number)


def quoted(said: str) -> str:
    """Return words between quotation marks, unless they hold a quotation already."""
    return said if not said or _QUOTATION.search(said) else text("report.quote", said=said)


def upper_first(said: str) -> str:
    """Begin with a capital and leave the rest as it was typed."""
    return said[:1].upper() + said[1:]
