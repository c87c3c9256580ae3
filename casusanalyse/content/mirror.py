"""The Dutch words of the mirror, on screen, on the beamer and in the report."""

from casusanalyse.content.codebook import codes
from casusanalyse.content.text import page
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.insight import Coding
from casusanalyse.domain.timeline import Mirror
from casusanalyse.domain.vocabulary import Dynamic


def dynamic_word(dynamic: Dynamic) -> str:
    """Return the word for a dynamic, short enough for the line."""
    short: str = page("mirror")["short"].get(dynamic.value, label(dynamic))
    return short


def mirror_word(mirror: Mirror) -> str:
    """Return the word on the waterline, as the group says it."""
    both = (mirror.family, mirror.team if mirror.team_event else None)
    named = dict.fromkeys(dynamic_word(one) for one in both if one)
    return mirror.words.strip() or " · ".join(named)


def code_words(coding: Coding) -> str:
    """Return how the group says what it recognised, else as the code book does."""
    book = {code.id: code.label for code in codes()}
    return coding.own_words.strip() or book.get(coding.code, coding.code)
