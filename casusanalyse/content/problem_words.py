"""Words that say what happens rather than who somebody is; they get one kind question.

The list stands in `nl/problem_words.toml`, for the owner of the method to change. It is for
words of professionals about a person: own words of a child or a parent are never looked at.
"""

import re
from functools import cache

from casusanalyse.content.phrases import composed, pattern, plain
from casusanalyse.content.text import page, text


def problem_words_in(words: str) -> tuple[str, ...]:
    """Return the problem words as they were written, each once, in order.

    Capitals and accents do not matter; only whole words count.

    Args:
        words: what was typed about a person.
    """
    found: dict[str, str] = {}
    for word in _found(words):
        found.setdefault(plain(word), word)
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
    if _labels().fullmatch(plain(word)):
        return text("problem_words.aside_label", word=said, name=name)
    return text("problem_words.aside", word=said, name=name)


def _found(words: str) -> list[str]:
    whole = composed(words)
    return [whole[hit.start() : hit.end()] for hit in _all().finditer(plain(whole))]


@cache
def _all() -> re.Pattern[str]:
    lists = page("problem_words")
    return pattern(form for entry in (*lists["behaviour"], *lists["label"]) for form in entry)


@cache
def _labels() -> re.Pattern[str]:
    return pattern(form for entry in page("problem_words")["label"] for form in entry)
