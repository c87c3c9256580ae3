"""Understand dates as people type them: a moment, a stretch, or a line that holds one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from casusanalyse.content.date_absolute import Around
from casusanalyse.content.date_forms import any_of, known_words
from casusanalyse.content.date_moment import read_moment
from casusanalyse.content.text import page
from casusanalyse.domain.dates import Precision, Span, VagueDate

_LONGEST_DATE = 80
_MOST_WORDS = 14
_EDGES = " \t\r\n.,:;-–—"
_COARSEST_FIRST = tuple(reversed(Precision))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A typed line taken apart.

    Attributes:
        when: None when no date was understood.
        said: the date as it was typed, empty when there is none.
        rest: the other words, tidy enough to be a title.
    """

    when: Span | None
    said: str
    rest: str


def read_when(words: str, *, birth: VagueDate | None, today: date) -> Span | None:
    """Return the date these words say as a whole, or None.

    "tot 2019" and "t/m 2019" mean the same: it ended somewhere in 2019.

    Args:
        words: as typed.
        birth: of the child; without it "groep 4" and "toen zij 6 was" say nothing.
        today: for "vorig jaar", and the newest year that is believed is five years later.
    """
    plain = _plain(words)
    if not plain or len(plain) > _LONGEST_DATE:
        return None
    around = Around(birth=birth, today=today)
    moment = _moment(plain, around)
    if moment:
        return Span(since=moment)
    return _open_end(plain, around) or _stretch(plain, around)


def read_line(words: str, *, birth: VagueDate | None, today: date) -> Line:
    """Return the date at the start of a line, or at its end, and the rest as a title.

    At the start the longest words that say a date win. At the end a date counts only after a
    comma or between brackets.
    """
    for said, rest in (*_starts(words), *_ends(words)):
        when = read_when(said, birth=birth, today=today)
        if when and not _is_amount(said, rest):
            return Line(when=when, said=said, rest=_as_title(rest))
    return Line(when=None, said="", rest=_as_title(words))


def _starts(words: str) -> Iterator[tuple[str, str]]:
    """Give every beginning that can be a date with what follows it, the longest first."""
    cuts = list(_cuts(words))
    for cut in reversed(cuts):
        yield words[:cut].strip(_EDGES + "()"), words[cut:]


def _cuts(words: str) -> Iterator[int]:
    free = False
    for token in list(re.finditer(r"[^\s:;]+", words))[:_MOST_WORDS]:
        letters = re.findall(r"[^\W\d_]+", token[0].lower())
        if not free and not known_words().issuperset(letters):
            return
        free = token[0].lower() in page("date")["words"]["moment_of"]
        yield token.end()


def _ends(words: str) -> Iterator[tuple[str, str]]:
    bracketed = re.search(r"\(([^()]*)\)[\s.]*$", words)
    if bracketed:
        yield bracketed[1].strip(), words[: bracketed.start()]
    before, comma, after = words.rpartition(",")
    if comma:
        yield after.strip(_EDGES), before


def _is_amount(said: str, rest: str) -> bool:
    """Tell "2000 euro" and "groep 4 kinderen" from dates, by the word that follows."""
    following = re.match(r"[\s,]*([^\s,.:;]+)", rest.lower())
    if following is None:
        return False
    data, plain = page("date"), _plain(said)
    amounts, word = data["amounts"], following[1]
    if plain in data["lives"]:
        return True
    if plain.endswith("geboorte"):
        return word in amounts["birth"]
    if not plain[-1:].isdigit():
        return False
    small = [] if re.search(r"[0-9]{4}$", plain) else amounts["small"]
    return word in amounts["year"] or word in small


def _as_title(words: str) -> str:
    tidy = " ".join(words.split()).lstrip(_EDGES + ")").rstrip(" ,:;-–—(")
    if tidy.endswith(".") and not tidy.endswith(".."):
        tidy = tidy[:-1]
    return tidy[:1].upper() + tidy[1:]


def _plain(words: str) -> str:
    tidy = re.sub(r"[‐-―−]", "-", words.lower())
    tidy = re.sub("[‘’`´]", "'", tidy)
    return " ".join(tidy.split()).strip(" .,:;-()")


def _moment(words: str, around: Around) -> VagueDate | None:
    return read_moment(words, around) or _between(words, around)


def _between(words: str, around: Around) -> VagueDate | None:
    """Return "tussen 2017 en 2019", or "2017 of 2018", as one moment somewhere in there."""
    told = page("date")["words"]
    softened = re.fullmatch(
        rf"{told['between']} (.+) {told['and']} (.+)|(.+) {told['or']} (.+)", words
    )
    if softened is None:
        return None
    left, right = (words for words in softened.groups() if words)
    pair = _pair(left, right, around)
    if pair is None or pair[0].first > pair[1].last:
        return None
    since, until = pair
    return VagueDate(
        first=since.first,
        last=until.last,
        precision=min(since.precision, until.precision, key=_COARSEST_FIRST.index),
        doubt=since.doubt or until.doubt,
        about=since.about or until.about,
    )


def _open_end(words: str, around: Around) -> Span | None:
    told = page("date")["words"]
    opened = re.fullmatch(rf"{any_of(told['open'])} (.+)", words)
    if opened:
        since = _first_read(_since_readings(opened[1]), around)
        return Span(since=since, ongoing=True) if since else None
    closed = re.fullmatch(rf"{any_of(told['until'])} (.+)", words)
    if closed and closed[1] not in told["now"]:
        until = _first_read(_plain_readings(closed[1]), around)
        return Span(until=until) if until else None
    return None


def _stretch(words: str, around: Around) -> Span | None:
    told = page("date")["words"]
    words = re.sub(rf"^{any_of(told['from'])} ", "", words)
    for cut in _separators().finditer(words):
        left, right = words[: cut.start()], words[cut.end() :]
        span = _until_now(left, around) if right in told["now"] else _both(left, right, around)
        if span:
            return span
    return None


def _until_now(left: str, around: Around) -> Span | None:
    since = _moment(left, around)
    return Span(since=since, ongoing=True) if since else None


def _both(left: str, right: str, around: Around) -> Span | None:
    pair = _pair(left, right, around)
    if pair is None or pair[0].first > pair[1].last:
        return None
    return Span(since=pair[0], until=pair[1])


def _pair(left: str, right: str, around: Around) -> tuple[VagueDate, VagueDate] | None:
    """Read two moments that may share words: "3-8 mei 2019", "groep 3-5", "2017-19"."""
    until = _first_read(_right_readings(left, right), around)
    if until is None:
        return None
    since = _first_read(_left_readings(left, right), around)
    return (since, until) if since else None


def _first_read(readings: Iterator[str], around: Around) -> VagueDate | None:
    return next((found for words in readings if (found := _moment(words, around))), None)


def _since_readings(words: str) -> Iterator[str]:
    """Let "sinds haar zesde" and "sinds 2 jaar" mean what they mean on their own."""
    yield from _plain_readings(words)
    yield f"{words} {page('date')['words']['ago']}"


def _plain_readings(words: str) -> Iterator[str]:
    yield words
    yield f"{page('date')['words']['at']} {words}"


def _left_readings(left: str, right: str) -> Iterator[str]:
    year = re.search(r"(?:^|[^0-9'])('[0-9]{2}|[0-9]{4})(?: ?\?|, .*)?$", right)
    month = re.search(r"([a-z]+\.? (?:'[0-9]{2}|[0-9]{4}))(?: ?\?|, .*)?$", right)
    if year:
        yield f"{left} {year[1]}"
    if month:
        yield f"{left} {month[1]}"
    yield from _plain_readings(left)


def _right_readings(left: str, right: str) -> Iterator[str]:
    repeated = re.match(rf"{any_of(page('date')['words']['repeat'])} ", left)
    if repeated:
        yield repeated[0] + right
    if re.search(r"[0-9]{4}$", left) and re.fullmatch(r"[0-9]{2}", right):
        yield f"'{right}"
    yield from _plain_readings(right)


@cache
def _separators() -> re.Pattern[str]:
    return re.compile(rf" {any_of(page('date')['words']['until'])} | ?- ?|/")
