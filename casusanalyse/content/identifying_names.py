"""Find the names of a case in a sentence, however they are written."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from casusanalyse.content.mark import Known, Mark, MarkKind
from casusanalyse.content.phrases import plain
from casusanalyse.content.text import page

_ENDING = r"(?:['’]?s|['’])?"
_INITIALS = r"(?:\.\s?(?:[^\W\d_]\.\s?){0,3}|\s)"
_SHORTEST = 2
_SURELY_A_NAME = 5
"""Letters from which a name in lower case is taken for the name: people type in a hurry.

Shorter ones, surnames and places need a capital: Ben, Mei, De Wit and Bakker are words too.
"""


def known_marks(whole: str, known: Sequence[Known]) -> Iterator[Mark]:
    """Yield every name of the case in a sentence of composed letters."""
    said = plain(whole)
    for one in known if said else ():
        for form, also_lower in _forms(one):
            for found in re.finditer(rf"(?<!\w){form}{_ENDING}(?!\w)", said):
                if also_lower or _has_capital(whole[found.start() : found.end()]):
                    start, end = found.span()
                    yield Mark(start=start, end=end, kind=one.kind, label=one.label)


def _has_capital(written: str) -> bool:
    return any(letter.isupper() for letter in written)


def _forms(known: Known) -> tuple[tuple[str, bool], ...]:
    """Return the patterns of a name in plain letters; True where lower case will do.

    Nothing is kept: the names of a case do not outlive it.
    """
    whole = {
        MarkKind.NAME: (known.name, *known.others[:1]),
        MarkKind.ORGANISATION: (known.name,),
    }.get(known.kind, ())
    long = {name for name in whole if len(name) >= _SURELY_A_NAME}
    names = dict.fromkeys((known.name, *known.others, *_hyphened(known)))
    forms = [(_pattern(name), name in long) for name in names if len(name) >= _SHORTEST]
    if known.kind is MarkKind.NAME:
        forms += [(form, False) for form in _shortened(known.name)]
    return tuple(forms)


def _pattern(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in plain(name).split())


def _hyphened(known: Known) -> Iterator[str]:
    """Yield the parts of a double name: Jansen-de Boer, Hans-Peter."""
    if known.kind is MarkKind.NAME:
        for word in known.name.split():
            parts = word.split("-")
            yield from (part for part in parts if len(parts) > 1 and part not in _prefixes())
        parts = [part.strip() for part in known.name.split("-")[1:]]
        yield from (part for part in parts if part)


def _shortened(name: str) -> Iterator[str]:
    """Yield the forms with initials: Sanne V., Sanne de V., S. de Vries, S.M. de Vries."""
    first, *rest = plain(name).split()
    core = [word for word in rest if word not in _prefixes()]
    if not core:
        return
    initial, surname = re.escape(first[0]), _pattern(" ".join(rest))
    between = rf"(?:\s+(?:{_either(_prefixes())}))*"
    yield rf"{initial}{_INITIALS}{surname}"
    yield rf"{re.escape(first)}{between}\s+{re.escape(core[-1][0])}\."


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(map(plain, page("identifying")["words"]["prefixes"]))
