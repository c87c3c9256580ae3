"""Find in a sentence what points to somebody by its capital: places, institutions, names.

In Dutch a capital in the middle of a sentence is nearly always a name. At the beginning it says
nothing; there only what stands on a list is found.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from casusanalyse.content.mark import Mark, MarkKind
from casusanalyse.content.phrases import plain
from casusanalyse.content.text import page

UP = "[A-ZÀ-ÖØ-ÞĆČĞİŁŞŠŽ]"
WORD = rf"{UP}\w*(?:[-’']\w+)*"
"""A word with a capital."""

NAME = rf"(?:(?i:de|het|['’]t|sint|st\.)\s+)?{WORD}(?:\s+{WORD})*"
"""Several of them, also behind an article: De Regenboog."""

_PREFIX = "|".join(map(re.escape, page("identifying")["words"]["prefixes"]))
SURNAME = rf"(?:(?:{_PREFIX})\s+)*{WORD}"
"""A surname with what stands before it: de Wit, van den Berg."""

PERSON = rf"{WORD}(?:\s+(?!van\s+{UP})(?:(?:{_PREFIX})\s+)*{WORD})?"
"""Also a whole name: Anouk van den Berg. What follows a single "van" may be where they work."""

_BEGINS = re.compile(r"(?:^|[.!?…:]\s+|\n\s*)[\s‘’“”\"'«(–-]*$")
_OPENED = re.compile(r"(?:^|\s)[‘“\"'«(]$")
_RUN = re.compile(rf"{WORD}(?:\s+{WORD})*")
_SHORTEST_LOWER = 6
_LONGEST_ACRONYM = 6


def capital_marks(whole: str) -> Iterator[Mark]:
    """Yield listed places, institutions and first names, and every other capital."""
    yield from _listed(whole)
    yield from _capitals(whole)


def _mark(start: int, end: int, kind: MarkKind) -> Mark:
    label: str = page("identifying")["kinds"][kind]
    return Mark(start=start, end=end, kind=kind, label=label)


def _listed(whole: str) -> Iterator[Mark]:
    said = plain(whole)
    for found in _list().finditer(said):
        kind, is_ordinary = _kinds()[" ".join(found["name"].split())]
        if _counts(whole, found.start(), found.end(), is_ordinary=is_ordinary):
            yield _mark(*found.span(), kind)


def _counts(whole: str, start: int, end: int, *, is_ordinary: bool) -> bool:
    has_capital = any(letter.isupper() for letter in whole[start:end])
    if is_ordinary:
        return has_capital and not begins_sentence(whole, start)
    return has_capital or end - start >= _SHORTEST_LOWER


def begins_sentence(whole: str, place: int) -> bool:
    """Tell whether a word stands where any word has a capital."""
    before = whole[:place]
    return bool(_BEGINS.search(before) or _OPENED.search(before))


@cache
def _list() -> re.Pattern[str]:
    longest_first = sorted(_kinds(), key=len, reverse=True)
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    return re.compile(rf"(?<![\w-])(?P<name>{names})(?:['’]?s)?(?![\w-])")


@cache
def _kinds() -> Mapping[str, tuple[MarkKind, bool]]:
    """Return every name of the lists in plain letters, with whether it is a word too."""
    places, told = page("places"), page("identifying")
    towns = [name for some in places["municipalities"].values() for name in some]
    lists = (
        (MarkKind.NAME, False, told["first_names"]["names"]),
        (MarkKind.ORGANISATION, False, told["care"]["names"]),
        (MarkKind.ORGANISATION, True, told["care"]["ordinary"]),
        (MarkKind.PLACE, False, [*towns, *places["places"], *places["wide"]]),
        (MarkKind.PLACE, True, places["ordinary"]),
    )
    return {
        plain(name).strip(): (kind, ordinary)
        for kind, ordinary, names in lists
        for name in names
    }


def _capitals(whole: str) -> Iterator[Mark]:
    """Yield runs of capitals in the middle of a sentence that are no known abbreviation."""
    bare = _excused().sub(lambda found: found[0].lower(), whole)
    for run in _RUN.finditer(bare):
        start = run.start()
        if begins_sentence(whole, start):
            start = _second_word(run)
        if start < run.end() and not _is_acronym(run[0][start - run.start() :]):
            yield _mark(start, run.end(), MarkKind.CAPITAL)


def _second_word(run: re.Match[str]) -> int:
    first = re.match(r"\S+\s*", run[0])
    return run.start() + (first.end() if first else len(run[0]))


def _is_acronym(word: str) -> bool:
    """Tell whether a word is an abbreviation, also with a word behind it: RvdK, RET-tafel."""
    first, _, rest = word.partition("-")
    capitals = sum(map(str.isupper, first))
    is_short = first.isalpha() and len(first) <= _LONGEST_ACRONYM and capitals > 1
    return is_short and rest == rest.lower()


@cache
def _excused() -> re.Pattern[str]:
    names = sorted(page("identifying")["words"]["capitals"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
