"""Say the figures of a line in Dutch: numbers in, sentences out."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

from casusanalyse.content.text import page

_DAYS_PER_MONTH = 365.25 / 12
_DAYS_PER_YEAR = 365.25
_IN_DAYS_BELOW = 61
_IN_MONTHS_BELOW = 731


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """A figure as the reader meets it.

    Attributes:
        count: the number in words with its noun, such as "zes tot acht plekken".
        definition: how we count.
    """

    title: str
    count: str
    sentence: str
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What is known nationally.

    Attributes:
        population: whom it was counted among.
        year: of the count; 0 when the source gives none.
    """

    text: str
    population: str
    source: str
    year: int


def say_figure(
    code: str, low: float, high: float, *, name: str, out_of: int = 0
) -> FigureWords:
    """Return the Dutch words of a figure.

    Args:
        code: of the figure.
        low: lowest value; days for the figures that measure time.
        high: highest value.
        name: how the child is called.
        out_of: of how many, for figures that are a part of something.
    """
    book = page("long_line")[code]
    count = _number(low, high, book["noun"]) if "noun" in book else _duration(low, high)
    facts = {"name": name, "count": count, "out_of": _out_of(out_of)}
    sentence = _sentence(book, high, out_of)
    return FigureWords(
        title=book["title"].format(name=name),
        count=count,
        sentence=begun(sentence.format(**facts)),
        definition=book["definition"].format(name=name),
    )


def number_words(code: str, low: float, high: float) -> str:
    """Return the number of a figure with its noun, such as `zes tot acht plekken`."""
    return _number(low, high, page("long_line")[code]["noun"])


def bare_number(low: float, high: float) -> str:
    """Return a number without a noun, such as `zes tot acht`."""
    return _bounds(round(low), round(high))


def whole_years(low: float, high: float) -> tuple[int, str]:
    """Return how many years have surely passed, and the whole years in words.

    Args:
        low: in days; a year counts when it is over, so that nothing is rounded up.
        high: in days.
    """
    least, most = floor(low / _DAYS_PER_YEAR), floor(high / _DAYS_PER_YEAR)
    return least, _number(least, most, page("long_line")["units"]["years"])


def begun(sentence: str) -> str:
    """Return a sentence that begins with a capital; `één` becomes `Eén`, as Dutch has it."""
    return unicodedata.normalize("NFD", sentence[:1])[:1].upper() + sentence[1:]


def figure_reference(code: str) -> Reference | None:
    """Return what is known nationally under a reference code, or None."""
    found = page("long_line")["reference"].get(code)
    return Reference(**found) if found else None


def _sentence(book: Mapping[str, Any], high: float, out_of: int) -> str:
    form = "sentence"
    if high == 0 and "none_sentence" in book:
        form = "none_sentence"
    elif out_of == 1 and "sentence_one" in book:
        form = "sentence_one"
    elif high != 1 and "sentence_many" in book:
        form = "sentence_many"
    sentence: str = book[form]
    return sentence


def _number(low: float, high: float, noun: Sequence[str]) -> str:
    least, most = round(low), round(high)
    one, many = noun
    return f"{_bounds(least, most)} {one if most == 1 else many}"


def _bounds(least: int, most: int) -> str:
    book = page("long_line")
    if most == 0:
        return str(book["none"])
    if least == most:
        return _in_words(most)
    key = "between" if least else "at_most"
    return str(book[key]).format(low=_in_words(least), high=_in_words(most))


def _duration(low: float, high: float) -> str:
    """Say days as days, or roughly as months or years; "at most" is never rounded down."""
    size, unit = _unit(high)
    least = floor(low) if unit == "days" else round(low / size)
    most = ceil(high / size) if unit == "days" or least == 0 else round(high / size)
    said = _number(least, most, page("long_line")["units"][unit])
    is_rough = unit != "days" and least > 0
    return str(page("long_line")["about"]).format(count=said) if is_rough else said


def _unit(days: float) -> tuple[float, str]:
    if days < _IN_DAYS_BELOW:
        return 1.0, "days"
    if days < _IN_MONTHS_BELOW:
        return _DAYS_PER_MONTH, "months"
    return _DAYS_PER_YEAR, "years"


def _in_words(number: int) -> str:
    words: Sequence[str] = page("long_line")["numbers"]
    return words[number] if number < len(words) else str(number)


def _out_of(number: int) -> str:
    one, many = page("long_line")["crises"]["noun"]
    return f"{_in_words(number)} {one if number == 1 else many}"
