"""Give everybody in a case another name, everywhere, also inside free text.

The child's working name is a pseudonym already. Everybody else gets the alias the chair chose,
or a name made from what they are: "moeder", "jeugdbeschermer 2", "zorgaanbieder 1".
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, fields, replace
from itertools import count, pairwise
from typing import Any

from casusanalyse.domain.case import Case, shelves
from casusanalyse.domain.intake import Professional
from casusanalyse.domain.record import Record
from casusanalyse.domain.timeline import Involved
from casusanalyse.domain.vocabulary import OrganisationKind

_SHORTEST_PART = 2
_FIRST_AND_LAST = 2
_LONG_WORD = 4
_SURELY_A_NAME = 5
"""Letters from which a name in lower case is taken for the name."""

_NOTHING = r"(?!)"
_NUMBER = re.compile(r" \d+$")
_ENDING = r"(?P<ending>['’]?s|['’])?"
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?]\s+|\n\s*|^[‘“\"'(])$")
_POINTERS = frozenset(
    {
        *("key", "party", "event", "a", "b", "person", "household", "about", "code", "kind"),
        *("family_event", "team_event", "organisation_event"),
    }
)
"""Fields that hold a key or a code."""
_AS_IT_IS = frozenset(["working_name", "region"])
"""Fields that are printed as they are: a pseudonym already, and no secret."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PseudonymWords:
    """The words names are made from, in the language of the report.

    Attributes:
        somebody: for a person without a kin word.
        professional: for a professional without a function.
        participant: for a participant without a function.
        shared_name: for a name, or a part of one, that several people share.
        organisations: for an organisation, by kind.
        ordinary: words that may stand in a name and point to nobody, such as "mevrouw".
    """

    somebody: str
    professional: str
    participant: str
    shared_name: str
    organisations: Mapping[OrganisationKind, str]
    ordinary: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Bearer:
    """Somebody or something with a name.

    Attributes:
        alias: what the chair chose; empty makes one from `sort`.
        sort: what they are, such as "moeder".
        human: first name and surname may also stand alone.
    """

    name: str
    alias: str
    sort: str
    human: bool = True


def pseudonymised(case: Case, words: PseudonymWords) -> Case:
    """Return the case with a pseudonym in the place of every name; e-mail is dropped."""
    cast = _Cast(_bearers(case, words), case.intake.working_name, words)
    aliases = cast.aliases()
    rename = cast.renaming(aliases)
    renamed: dict[str, Any] = {
        shelf: tuple(_renamed(record, rename, aliases) for record in getattr(case, shelf))
        for shelf in shelves()
        if shelf != "intake"
    }
    people = tuple(replace(person, email="") for person in renamed.pop("participants"))
    intake = _renamed(case.intake, rename, aliases)
    return replace(case, intake=intake, participants=people, **renamed)


def _bearers(case: Case, words: PseudonymWords) -> list[_Bearer]:
    """Return everybody with a name once; a participant may be a professional too."""
    child = case.child
    found = [
        _Bearer(person.name, person.alias or case.intake.working_name, "")
        if person is child
        else _Bearer(person.name, person.alias, person.kin or words.somebody)
        for person in case.people
    ]
    found += [
        _Bearer(known.name, known.alias, known.function or words.professional)
        for known in case.professionals
    ]
    found += [
        _Bearer(known.name, "", known.function or words.participant)
        for known in case.participants
    ]
    found += [
        _Bearer(known.name, known.alias, words.organisations[known.kind], human=False)
        for known in case.organisations
    ]
    other = words.organisations[OrganisationKind.OTHER]
    found += [
        _Bearer(known.organisation, "", other, human=False) for known in case.participants
    ]
    return _once(bearer for bearer in found if _plain(bearer.name))


def _once(bearers: Iterable[_Bearer]) -> list[_Bearer]:
    by_name: dict[str, _Bearer] = {}
    for bearer in bearers:
        known = by_name.setdefault(_plain(bearer.name), bearer)
        if bearer.alias and not known.alias:
            by_name[_plain(bearer.name)] = replace(known, alias=bearer.alias)
    return list(by_name.values())


@dataclass(frozen=True, slots=True)
class _Cast:
    """Everybody with a name, and the words to make names from."""

    bearers: Sequence[_Bearer]
    working_name: str
    words: PseudonymWords

    def aliases(self) -> dict[str, str]:
        """Return the pseudonym of everybody, by plain name.

        What somebody is may hold the name of another, as in "advocaat van Mirjam"; those get
        their pseudonym last.
        """
        chosen = {_plain(bearer.name): bearer.alias or bearer.name for bearer in self.bearers}
        sorts = {
            _plain(bearer.name): bearer.sort
            for bearer in self.bearers
            if not bearer.alias and not _is_ordinary(bearer.name, self.words)
        }
        known = chosen | dict.fromkeys(sorts, self.words.somebody)
        mentions = self.renaming(known)
        simple = {name: sort for name, sort in sorts.items() if mentions(sort) == sort}
        taken = {_plain(self.working_name)} | {_plain(one.alias) for one in self.bearers}
        made = _made(simple, taken)
        mentions = self.renaming(known | made)
        others = {name: mentions(sort) for name, sort in sorts.items() if name not in made}
        return chosen | made | _made(others, taken | {_plain(alias) for alias in made.values()})

    def renaming(self, aliases: Mapping[str, str]) -> "_Renaming":
        """Return what to write in the place of every name and part of a name."""
        meant: dict[str, set[str]] = {}
        first_names: set[str] = set()
        for bearer in self.bearers:
            parts = [_plain(part) for part in _parts(bearer, self.words)]
            first_names |= set(parts[:1]) if bearer.human else set()
            for part in parts:
                meant.setdefault(part, set()).add(aliases[_plain(bearer.name)])
        parts_of_names = {
            part: min(found) if len(found) == 1 else self.words.shared_name
            for part, found in meant.items()
        }
        whole = {_plain(bearer.name): aliases[_plain(bearer.name)] for bearer in self.bearers}
        stays = {_plain(word) for word in [self.working_name, *self.working_name.split()]}
        stays |= {name for name in whole if _is_ordinary(name, self.words)}
        names = {
            name: alias for name, alias in (parts_of_names | whole).items() if name not in stays
        }
        return _Renaming(names, also_lower=first_names | set(whole))


def _made(sorts: Mapping[str, str], taken: set[str]) -> dict[str, str]:
    """Return a name for everybody from what they are, numbered when several are the same."""
    often = Counter(map(_plain, sorts.values()))
    endings = {sort: _free_endings(sort, taken, numbered=often[sort] > 1) for sort in often}
    return {name: sort + next(endings[_plain(sort)]) for name, sort in sorts.items()}


def _free_endings(sort: str, taken: set[str], *, numbered: bool) -> Iterator[str]:
    if not numbered and sort not in taken:
        yield ""
    yield from (f" {number}" for number in count(1) if f"{sort} {number}" not in taken)


def _parts(bearer: _Bearer, words: PseudonymWords) -> Iterator[str]:
    """Return the parts of a name that may stand for it in a text, the first name first.

    Of a human these are first name and surname, with and without its prefix; of an
    organisation every longer word, with and without the one before: "De Vlieger", "Vlieger".
    """
    said = [word.strip(".,()") for word in bearer.name.split()]
    pieces = [
        word
        for word in said
        if word[:1].isupper() and len(word) >= _SHORTEST_PART and not _is_ordinary(word, words)
    ]
    if bearer.human:
        yield from (piece for piece in pieces if _plain(piece) != _plain(bearer.sort))
        if pieces and len(said) > _FIRST_AND_LAST:
            yield " ".join(said[1:])
        return
    for before, word in pairwise(["", *said]):
        if word in pieces and len(word) >= _LONG_WORD:
            yield from (word, f"{before} {word}")


def _is_ordinary(name: str, words: PseudonymWords) -> bool:
    return _plain(name) in words.ordinary or _plain(name).isdigit()


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


class _Renaming:
    """Replaces names in a text: whole words, longest first, possessives included.

    A name counts when it has a capital; a longer whole name or first name also without, since
    people type in a hurry. Short ones and surnames do not: Ben, Mei and Bakker are words too.
    """

    def __init__(self, names: Mapping[str, str], *, also_lower: Set[str]) -> None:
        self._names = dict(names)
        self._also_lower = also_lower
        longest_first = sorted(self._names, key=len, reverse=True)
        either = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
        titles = "|".join(map(re.escape, sorted(self._titles(), key=len, reverse=True)))
        titles = titles or _NOTHING
        self._pattern = re.compile(
            rf"(?<!\w)(?:(?P<title>{titles})\s+)??(?P<name>{either}){_ENDING}(?!\w)",
            re.IGNORECASE,
        )

    def _titles(self) -> set[str]:
        """Return the words that double an alias when they stand before it: "oma Truus"."""
        sorts = {_NUMBER.sub("", alias) for alias in self._names.values() if alias.split()}
        return sorts | {word for sort in sorts for word in (sort.split()[0], sort.split()[-1])}

    def __call__(self, said: str) -> str:
        if not self._names or not said:
            return said
        return self._pattern.sub(self._instead, unicodedata.normalize("NFC", said))

    def _instead(self, found: re.Match[str]) -> str:
        name, title = found["name"], found["title"] or ""
        alias = self._names.get(_plain(name))
        if alias is None or (name == name.lower() and not self._is_meant(name)):
            return found[0]
        if title and f" {_plain(title)} " not in f" {_plain(alias)} ":
            alias = f"{title} {alias}"
        if _SENTENCE_BEGINS.search(found.string[: found.start()][-4:]):
            alias = alias[:1].upper() + alias[1:]
        return alias + (_possessive(alias) if found["ending"] else "")

    def _is_meant(self, name: str) -> bool:
        return len(name) >= _SURELY_A_NAME and _plain(name) in self._also_lower


def _possessive(alias: str) -> str:
    last = alias[-1].casefold()
    if last in "sxz":
        return "’"
    return "s" if last.isalpha() and last not in "aiouy" else "’s"


def _renamed(record: Any, rename: _Renaming, aliases: Mapping[str, str]) -> Any:  # noqa: ANN401 - every kind of record
    """Return a record with its own name replaced and the names in its texts."""
    changed = {
        field.name: _text(getattr(record, field.name), rename)
        for field in fields(record)
        if field.name not in _POINTERS | _AS_IT_IS
    }
    if isinstance(record, Professional):
        del changed["organisation"]
    if isinstance(record, Record) and "name" in changed:
        changed["name"] = aliases.get(_plain(getattr(record, "name", "")), changed["name"])
    return replace(record, **changed)


def _text(value: Any, rename: _Renaming) -> Any:  # noqa: ANN401 - every kind of field
    if type(value) is str:
        return rename(value)
    if isinstance(value, tuple):
        return tuple(
            replace(part, role=rename(part.role)) if isinstance(part, Involved) else part
            for part in value
        )
    return value
