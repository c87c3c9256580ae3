"""Words that can sound like blame, each with another way to say it (W19).

The list stands in `nl/blame_words.toml`, for the owner of the method to change. It never stops
or changes anything, and what stands between quotation marks is never looked at: those are
somebody's own words.

Source: Hopmans 2024, section 5.2, on language without blame.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from casusanalyse.content.phrases import composed, following, pattern, plain
from casusanalyse.content.text import page, text

_QUOTES = (
    ("[“„«]", "[”“»]"),
    (r"(?<!\w)‘(?![stnm]\b)", r"’(?!\w)"),
    ('"', '"'),
    (r"(?<!\w)'(?![stnm]\b)", r"'(?!\w)"),
)
"""What opens and what closes; an apostrophe, as in 's avonds and foto's, does neither."""

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_LONGEST_SENTENCE = 220
_GAP = "…"
_MARK = "\N{LATIN LETTER GLOTTAL STOP}"
"""Stands for every letter of a name, so that one list of patterns fits all cases."""

_NAME = f"{_MARK}*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """A word that can sound like blame.

    Attributes:
        word: as it was written.
        sentence: the sentence it stands in.
        instead: another way to say it.
    """

    word: str
    sentence: str
    instead: str

    @property
    def aside(self) -> str:
        """The gentle aside about it."""
        return text("blame_words.aside", word=self.word, instead=self.instead)


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is looked for.

    Attributes:
        excused: where it means something else.
        is_name: it begins with a name, which has a capital.
    """

    found: re.Pattern[str]
    excused: re.Pattern[str]
    instead: str
    is_name: bool = False


class BlameWords:
    """The list, together with the names of one case."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Make the list ready.

        Args:
            names: of people and organisations at the table.
        """
        self._names = tuple(dict.fromkeys(" ".join(plain(name).split()) for name in names))

    def found_in(self, words: str) -> tuple[Blame, ...]:
        """Return what can sound like blame in order, one of a kind per sentence; none overlap.

        Args:
            words: what professionals wrote.
        """
        whole = composed(words)
        said = plain(whole)
        if not any(_anything().search(one) for one in {said, self._marked(said)}):
            return ()
        unquoted = plain(without_quotes(whole))
        marked = self._marked(unquoted)
        return tuple(
            found
            for sentence in _SENTENCE.finditer(unquoted)
            for found in _in_sentence(whole, marked, sentence)
        )

    def _marked(self, said: str) -> str:
        """Return the words with a mark for every letter of a name; places stay the same."""
        here = [name for name in self._names if name in said]
        if not here:
            return said
        return pattern(here).sub(lambda found: _MARK * len(found[0]), said)


def _in_sentence(whole: str, marked: str, sentence: re.Match[str]) -> Iterator[Blame]:
    place = slice(*sentence.span())
    said, written = {True: marked[place], False: sentence[0]}, whole[place]
    hits = ((_first(rule, said[rule.is_name], written), rule) for rule in _rules())
    found = [(hit, rule) for hit, rule in hits if hit]
    last = 0
    for hit, rule in sorted(found, key=lambda one: one[0].span()):
        if hit.start() >= last:
            word = " ".join(written[hit.start() : hit.end()].split())
            yield Blame(word=word, sentence=_told(written), instead=rule.instead)
            last = hit.end()


@cache
def _rules() -> tuple[_Rule, ...]:
    told = page("blame_words")
    words = (
        _Rule(pattern(one["forms"]), pattern(one.get("unless", ())), one["instead"])
        for one in told["word"]
    )
    anyone: list[str] = told["named"]["anyone"]
    near: list[str] = told["should"]["near"]
    return (
        *words,
        *_about(anyone, is_name=False),
        _should([*anyone, *near], anyone, is_name=False),
        *_about((_NAME,), is_name=True),
        _should((_NAME,), (), is_name=True),
    )


@cache
def _anything() -> re.Pattern[str]:
    """Return what finds any of the rules: most of what people write has none."""
    return re.compile("|".join(rule.found.pattern for rule in _rules()))


def _about(who: Sequence[str], *, is_name: bool) -> Iterator[_Rule]:
    """Yield the rules about somebody who is named, or called by what they are."""
    told = page("blame_words")["named"]
    excused = pattern(told["unless"])
    for found in (following(who, told["deeds"]), following(told["before"], who)):
        yield _Rule(found, excused, told["instead"], is_name)


def _should(near: Sequence[str], who: Sequence[str], *, is_name: bool) -> _Rule:
    """Return the rule about what somebody else should do, right after who it is or soon."""
    told = page("blame_words")["should"]
    beside = [f"{one} {form}" for one in near for form in told["forms"]]
    soon = [f"{one} {_GAP} {form}" for one in who for form in told["forms"]]
    return _Rule(pattern([*beside, *soon]), pattern(told["unless"]), told["instead"], is_name)


def _first(rule: _Rule, said: str, written: str) -> re.Match[str] | None:
    for hit in rule.found.finditer(said):
        excused = (one.span() for one in rule.excused.finditer(said))
        is_excused = any(first < hit.end() and hit.start() < last for first, last in excused)
        is_name = not rule.is_name or any(map(str.isupper, written[hit.start() : hit.end()]))
        if is_name and not is_excused:
            return _shortest(rule, said, hit)
    return None


def _shortest(rule: _Rule, said: str, hit: re.Match[str]) -> re.Match[str]:
    """Return the match that ends there and begins last: with whoever is named closest."""
    begins = range(hit.end() - 1, hit.start(), -1)
    later = (rule.found.match(said, at) for at in begins)
    return next((one for one in later if one and one.end() == hit.end()), hit)


def _told(sentence: str) -> str:
    """Return a sentence in one line, short enough to show."""
    said = " ".join(sentence.split())
    if len(said) <= _LONGEST_SENTENCE:
        return said
    return said[:_LONGEST_SENTENCE].rsplit(" ", 1)[0] + "…"


def without_quotes(words: str) -> str:
    """Return the words with spaces for what stands between quotation marks.

    A quotation that is not closed yet runs to the end of its line: somebody is still typing.
    """
    for opens, closes in _QUOTES:
        ends = re.compile(f"{closes}|$", re.MULTILINE)
        words = _blanked(words, re.compile(opens), ends)
    return words


def _blanked(words: str, opens: re.Pattern[str], closes: re.Pattern[str]) -> str:
    at = 0
    while begin := opens.search(words, at):
        end = closes.search(words, begin.end())
        at = end.end() if end else len(words)
        words = words[: begin.start()] + " " * (at - begin.start()) + words[at:]
    return words
