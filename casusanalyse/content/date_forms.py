"""The forms in which a moment is said, compiled from the words in `date.toml`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from casusanalyse.content.text import page


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say a moment: what it gives, and the pattern its words follow."""

    name: str
    pattern: re.Pattern[str]


@cache
def forms() -> tuple[Form, ...]:
    """Return every form, in the order of `date.toml`; the first that fits wins."""
    pieces = _pieces()
    return tuple(
        Form(name, re.compile(_filled(template, pieces)))
        for name, templates in page("date")["forms"].items()
        for template in templates
    )


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for one of these words; the longest is tried first."""
    longest_first = sorted(set(words), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in longest_first) + ")"


@cache
def month_numbers() -> dict[str, int]:
    """Return the number of every month name."""
    return {name: int(nr) for nr, names in page("date")["months"].items() for name in names}


@cache
def numbers() -> dict[str, int]:
    """Return the value of every number word, "zes" and "zesde" alike."""
    words = page("date")["words"]
    return {
        word: value
        for kind in ("numbers", "ordinals")
        for value, word in enumerate(words[kind])
    }


@cache
def known_words() -> frozenset[str]:
    """Return every word a date can hold, so that a line can be cut off at the first other."""
    data = page("date")
    tables = [data[name] for name in ("months", "words", "days_ago", "units", "lives", "forms")]
    told = repr([*tables, data["part_of_month"], data["period"]])
    return frozenset(re.findall(r"[a-z]+", told)) - set(data["words"]["others"])


def _filled(template: str, pieces: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: pieces[found[1]], template)


def _pieces() -> dict[str, str]:
    data = page("date")
    words = data["words"]
    units = [word for names in data["units"].values() for word in names]
    parts = [word for entry in data["period"] for word in entry["words"]]
    month_parts = [word for entry in data["part_of_month"] for word in entry["words"]]
    return {
        "lead": _lead(words),
        "day": "(?P<day>[0-9]{1,2})",
        "number_month": "(?P<number_month>[0-9]{1,2})",
        "month": rf"(?P<month>{any_of(month_numbers())})\.?",
        "year": "(?P<year>[0-9]{4}|'[0-9]{2})",
        "any_year": "(?P<year>[0-9]{4}|'?[0-9]{2})",
        "next_year": "(?P<next_year>[0-9]{4}|'?[0-9]{2})",
        "part": f"(?P<part>{any_of(month_parts)})",
        "period": f"(?P<period>{any_of(parts)})",
        "n": f"(?P<n>[0-9]{{1,2}}|{any_of(words['numbers'])})",
        "nth": f"(?:(?P<nth>{any_of(words['ordinals'])})|(?P<n>[0-9]{{1,2}})(?:e|de|ste))",
        "unit": f"(?P<unit>{any_of(units)})",
        "life": f"(?P<life>{any_of(data['lives'])})",
        "relative_day": f"(?P<relative_day>{any_of(data['days_ago'])})",
        "their": any_of(words["their"]),
        "moment_of": any_of(words["moment_of"]),
        "name": rf"(?!{any_of(words['others'])}\b)[^\s0-9]+",
    }


def _lead(words: dict[str, list[str]]) -> str:
    weekday = any_of(words["weekdays"] + words["short_weekdays"])
    preposition, article = any_of(words["lead"]), any_of(words["article"])
    return rf"(?:{preposition} )?(?:{article} )?(?:{weekday}\.?,? )?"
