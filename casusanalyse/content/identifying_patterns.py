"""Find in a sentence what points to somebody by its form: dates, numbers, titles, places."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from casusanalyse.content.date_calendar import year_parts
from casusanalyse.content.identifying_capitals import NAME, PERSON, SURNAME, UP, WORD
from casusanalyse.content.mark import Mark, MarkKind
from casusanalyse.content.text import page

_YEAR = r"(?:(?:19|20)\d\d|['’‘]\d\d)(?!\d)"
_THROUGH = r"(?:\s?[-/–]\s?(?:19|20)?\d\d(?!\d))?"
_YEARS = rf"{_YEAR}{_THROUGH}"
_HOUSE = r"\s+\d{1,4}(?:\s?[a-zA-Z]\b)?(?:-\d+)?"
_LONG_STREETS = r"\b\w+(?:straat|laan|gracht|singel)"

_CONTACT = (
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"\bwww\.\S+\w",
    r"\b[\w-]+\.(?:nl|com|org|eu)\b",
    r"(?<![\w/@])@\w{3,}",
    r"(?<![\w/])(?:\+31|0031|0)(?:[\s-]?\(0\))?[\s-]?[1-9](?:[\s-]?\d){8}(?!\d)",
)
_NUMBERS = (
    r"\bC/\d\d/\d{5,6}(?:\s*/\s*[A-Z]{2}\s*(?:[A-Z]{2}\s*)?\d\d[-–]\d+)?",
    r"\b(?:JE|FA|KG|HA|FT)\s*(?:RK|ZA)\s*\d\d[-–]\d+",
    r"\bECLI(?::\w+)+",
    r"\b[A-Z]{2}\d\d\s?[A-Z]{4}(?:\s?\d){10}\b",
    r"(?<![\d.,/])\d{4}[. ]\d{2}[. ]\d{3}(?!\d)",
    r"(?<![\d.,/])\d{6,}(?!\d)",
)


def pattern_marks(whole: str) -> Iterator[Mark]:
    """Yield what points to somebody by its form, in a sentence of composed letters."""
    labels = page("identifying")["kinds"]
    for kind, pattern in _patterns():
        for found in pattern.finditer(whole):
            given = found.groupdict()
            if given.get("skip") is None:
                start, end = found.span("mark" if given.get("mark") else 0)
                yield Mark(start=start, end=end, kind=kind, label=labels[kind])


@cache
def _patterns() -> tuple[tuple[MarkKind, re.Pattern[str]], ...]:
    """Return every pattern; a group `skip` excuses, a group `mark` is all that is marked."""
    told = {
        MarkKind.CONTACT: _CONTACT,
        MarkKind.NUMBER: (*_NUMBERS, *_numbered()),
        MarkKind.ADDRESS: _addresses(),
        MarkKind.DATE: _dates(),
        MarkKind.AGE: _ages(),
        MarkKind.SCHOOL: _schools(),
        MarkKind.ORGANISATION: (rf"\b(?i:{_words('organisations')})\s+{NAME}",),
        MarkKind.PLACE: (rf"\b(?i:{_words('places')})\s+{NAME}",),
        MarkKind.NAME: _people(),
    }
    return tuple((kind, re.compile(one)) for kind, some in told.items() for one in some)


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


def _words(name: str) -> str:
    return _either(page("identifying")["words"][name])


def _numbered() -> Iterator[str]:
    token = r"(?P<mark>(?=[\w/.-]{4,})[\w/.-]*\d[\w/.-]*\w)"  # noqa: S105 - a part of a pattern
    yield rf"\b(?i:{_words('numbers')})\s*:?\s+{token}"


def _addresses() -> Iterator[str]:
    streets = _words("streets")
    yield rf"\b(?:{WORD}\s+){{0,2}}{UP}[\w’'-]*(?:{streets}){_HOUSE}"
    yield rf"\b(?:{WORD}\s+){{1,2}}(?i:{streets}){_HOUSE}"
    yield rf"{_LONG_STREETS}{_HOUSE}"
    yield rf"(?<=[\w,] ){UP}[\w’'-]+(?:{streets})\b"
    yield r"\b[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}\b"


def _dates() -> Iterator[str]:
    months: list[list[str]] = list(page("date")["months"].values())
    any_month, long = _either(chain(*months)), _either(one[0] for one in months)
    sure = _either(one[0] for one in months if one[0] != one[1])
    begin = rf"(?:\b(?i:{_words('begin')})\s+)"
    yield r"(?<![\d/.-])\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)(?!\d)"
    yield r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)"
    yield rf"(?<!\d)\d{{1,2}}(?:e|ste|de)?\s+(?i:{any_month})\b\.?(?:\s+{_YEAR})?"
    yield rf"{begin}?\b(?i:{any_month})\b\.?\s+(?:van\s+)?{_YEARS}"
    yield rf"{begin}?\b(?i:{sure})\b"
    yield rf"(?:{begin}|\bin\s+)(?:{long})\b"
    yield rf"{begin}?\b(?i:{_either(_year_parts())})\s+(?:van\s+)?{_YEARS}"
    yield rf"{begin}?(?<![\d.,/€-])(?:19|20)\d\d{_THROUGH}(?![\d.,]\d)(?!\s+(?:euro|keer|uur))"


def _year_parts() -> Iterator[str]:
    yield from chain.from_iterable(part.words for part in year_parts())
    yield from page("identifying")["words"]["feasts"]


def _ages() -> Iterator[str]:
    said = page("date")["words"]
    number = rf"(?:\d{{1,2}}|{_either(said['numbers'][2:])})"
    ordinal = _either(said["ordinals"][1:])
    high = rf"\d{{1,2}}(?:e|ste|de)|{_either(said['ordinals'][10:])}"
    own = r"\bop\s+(?:zijn|haar|hun|mijn|z['’]n|d['’]r)\s+"
    ends = r"(?=\s*[.,;:!?)]|\s+(?:al|werd|was|ging|kwam|kreeg|toen|en|jaar)\b|$)"
    yield r"\(\d{1,2}(?:\s*jaar)?\)"
    yield rf"\b(?i:{number})(?:[-\s]?jarigen?|[-\s]?jarige?)\b"
    yield rf"\b(?i:{number})\s+(?:jaar|maanden|weken)\s+(?:oud|jong)\b"
    yield (
        rf"(?P<skip>\b(?i:{_words('lasting')})\s+)?(?<![\d.,])\b\d{{1,2}}\s+jaar\b"
        rf"(?!\s+(?:{_words('lasting_after')})\b)"
    )
    yield rf"{own}(?:(?:{high})\b|(?:{ordinal}){ends})"
    yield (
        rf"\b(?i:{_words('young')})\s+van\s+(?:(?:bijna|net|toen)\s+)?"
        rf"(?P<mark>{number}(?:\s+jaar)?)\b"
    )
    yield rf"\b(?i:{_words('is')})\s+(?P<mark>{number}(?:\s+jaar)?){ends}"
    yield rf"\b(?i:groep|klas|leerjaar)\s+(?:[1-8]|{_either(said['numbers'][1:9])})\b"
    yield rf"\b(?i:[1-6](?:e|ste|de)|{_either(said['ordinals'][1:7])})\s+klas\b"


def _schools() -> Iterator[str]:
    ends = _either(page("identifying")["words"]["school_ends"])
    yield rf"\b(?i:{_words('schools')})\s+{NAME}"
    yield rf"\b(?:{WORD}\s+)+(?:{ends})\b"
    yield rf"\b(?:Sint|St\.?)\s+{UP}\w*school\b"


def _people() -> Iterator[str]:
    yield rf"\b(?i:{_words('titles')})\s+(?:{SURNAME}|{PERSON})"
    yield rf"\b(?i:{_words('functions')})\s+{PERSON}"
    yield rf"\b{UP}\.(?:\s?{UP}\.)*\s?{SURNAME}"
    yield rf"\b{WORD}\s+{UP}\.(?!\w)"
    yield rf"(?<=\s){UP}\.(?=\s+[a-z])"
