"""Words that say what happens rather than who somebody is; they get one kind question.

The list stands in `nl/problem_words.toml`, for the owner of the method to change. It is for
words of professionals about a person: own words of a child or a parent are never looked at.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from casusanalyse.content.text import page, text


def problem_words_in(words: str) -> tuple[str, ...]:
    """Return the problem words as they were written, each once, in order.

    Capitals and accents do not matter; only whole words count.

    Args:
        words: what was typed about a person.
    """
    found: dict[str, str] = {}
    for word in _found(words):
        found.setdefault(_plain(word), word)
    return tuple(found.values())


def aside(word: str, name: str = "") -> str:
    """Return the kind question about a problem word.

    Args:
        word: as it was written.
        name: of the person; empty when not known.
    """
    said = word[:1].upper() + word[1:]
    if not name:
        return text("problem_words.aside_unnamed", word=said)
    if _labels().fullmatch(_plain(word)):
        return text("problem_words.aside_label", word=said, name=name)
    return text("problem_words.aside", word=said, name=name)


def _found(words: str) -> list[str]:
    composed = unicodedata.normalize("NFC", words)
    plain = _plain(composed)
    return [composed[hit.start() : hit.end()] for hit in _all().finditer(plain)]


def _plain(words: str) -> str:
    """Lower case without accents, letter for letter as long as the words themselves."""
    return "".join(_plain_letter(letter) for letter in unicodedata.normalize("NFC", words))


@cache
def _plain_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


@cache
def _all() -> re.Pattern[str]:
    lists = page("problem_words")
    return _pattern((*lists["behaviour"], *lists["label"]))


@cache
def _labels() -> re.Pattern[str]:
    return _pattern(page("problem_words")["label"])


def _pattern(entries: Iterable[Iterable[str]]) -> re.Pattern[str]:
    forms = sorted((form for entry in entries for form in entry), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(_as_pattern(form) for form in forms)})\b")


def _as_pattern(form: str) -> str:
    stem = r"\s+".join(re.escape(word) for word in _plain(form.removesuffix("*")).split())
    return stem + r"\w*" if form.endswith("*") else stem
