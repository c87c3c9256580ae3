"""Find words and phrases of a list in what people typed, whatever the capitals and accents."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

_GAP = "…"
_BETWEEN = r"(?:\s+[\w'’-]+){0,5}?\s+"
"""Up to five words; a comma or the end of a sentence breaks the phrase."""


def composed(words: str) -> str:
    """Return the words with every letter as one sign, so that places stay the same."""
    return unicodedata.normalize("NFC", words)


def plain(words: str) -> str:
    """Lower case without accents, letter for letter as long as the composed words."""
    return "".join(_plain_letter(letter) for letter in composed(words))


@cache
def _plain_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


def pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Return what finds whole words or phrases in plain words; without forms nothing.

    Args:
        forms: a `*` at the end of a word also matches longer words, and ` … ` up to five words
            in between.
    """
    return re.compile(rf"\b{_either(forms)}\b")


def following(first: Iterable[str], then: Iterable[str]) -> re.Pattern[str]:
    """Return what finds one of the first forms with one of the others soon after it."""
    either = rf"(?:{_BETWEEN}|\s+)"
    return re.compile(rf"\b{_either(first)}{either}{_either(then)}\b")


def _either(forms: Iterable[str]) -> str:
    longest_first = sorted(forms, key=len, reverse=True)
    return f"(?:{'|'.join(_as_pattern(form) for form in longest_first) or '(?!)'})"


def _as_pattern(form: str) -> str:
    parts = [part.split() for part in plain(form).split(_GAP)]
    return _BETWEEN.join(r"\s+".join(map(_word, part)) for part in parts)


def _word(word: str) -> str:
    stem = re.escape(word.removesuffix("*"))
    return stem + r"\w*" if word.endswith("*") else stem
