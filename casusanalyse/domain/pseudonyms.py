"""Give everybody in a case another name, everywhere, also inside free text.

The child's working name is a pseudonym already. Everybody else gets the alias the chair chose,
or a name made from what they are: "moeder", "jeugdbeschermer 2", "zorgaanbieder 1".
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, fields, replace
from itertools import count
from typing import Any

from casusanalyse.domain.bearers import (
    Bearer,
    PseudonymWords,
    bearers_of,
    is_ordinary,
    parts_of,
    plain,
)
from casusanalyse.domain.case import Case, shelves
from casusanalyse.domain.intake import Professional
from casusanalyse.domain.record import Record
from casusanalyse.domain.timeline import Involved

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


def pseudonymised(case: Case, words: PseudonymWords) -> Case:
    """Return the case with a pseudonym in the place of every name; e-mail is dropped."""
    cast = _Cast(bearers_of(case, words), case.intake.working_name, words)
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


@dataclass(frozen=True, slots=True)
class _Cast:
    """Everybody with a name, and the words to make names from."""

    bearers: Sequence[Bearer]
    working_name: str
    words: PseudonymWords

    def aliases(self) -> dict[str, str]:
        """Return the pseudonym of everybody, by plain name.

        What somebody is may hold the name of another, as in "advocaat van Mirjam"; those get
        their pseudonym last.
        """
        chosen = {plain(bearer.name): bearer.alias or bearer.name for bearer in self.bearers}
        sorts = {
            plain(bearer.name): bearer.sort
            for bearer in self.bearers
            if not bearer.alias and not is_ordinary(bearer.name, self.words)
        }
        known = chosen | dict.fromkeys(sorts, self.words.somebody)
        mentions = self.renaming(known)
        simple = {name: sort for name, sort in sorts.items() if mentions(sort) == sort}
        taken = {plain(self.working_name)} | {plain(one.alias) for one in self.bearers}
        made = _made(simple, taken)
        mentions = self.renaming(known | made)
        others = {name: mentions(sort) for name, sort in sorts.items() if name not in made}
        return chosen | made | _made(others, taken | {plain(alias) for alias in made.values()})

    def renaming(self, aliases: Mapping[str, str]) -> "_Renaming":
        """Return what to write in the place of every name and part of a name."""
        meant: dict[str, set[str]] = {}
        first_names: set[str] = set()
        for bearer in self.bearers:
            parts = [plain(part) for part in parts_of(bearer, self.words)]
            first_names |= set(parts[:1]) if bearer.human else set()
            for part in parts:
                meant.setdefault(part, set()).add(aliases[plain(bearer.name)])
        parts_of_names = {
            part: min(found) if len(found) == 1 else self.words.shared_name
            for part, found in meant.items()
        }
        whole = {plain(bearer.name): aliases[plain(bearer.name)] for bearer in self.bearers}
        stays = {plain(word) for word in [self.working_name, *self.working_name.split()]}
        stays |= {name for name in whole if is_ordinary(name, self.words)}
        names = {
            name: alias for name, alias in (parts_of_names | whole).items() if name not in stays
        }
        return _Renaming(names, also_lower=first_names | set(whole))


def _made(sorts: Mapping[str, str], taken: set[str]) -> dict[str, str]:
    """Return a name for everybody from what they are, numbered when several are the same."""
    often = Counter(map(plain, sorts.values()))
    endings = {sort: _free_endings(sort, taken, numbered=often[sort] > 1) for sort in often}
    return {name: sort + next(endings[plain(sort)]) for name, sort in sorts.items()}


def _free_endings(sort: str, taken: set[str], *, numbered: bool) -> Iterator[str]:
    if not numbered and sort not in taken:
        yield ""
    yield from (f" {number}" for number in count(1) if f"{sort} {number}" not in taken)


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
        alias = self._names.get(plain(name))
        if alias is None or (name == name.lower() and not self._is_meant(name)):
            return found[0]
        if title and f" {plain(title)} " not in f" {plain(alias)} ":
            alias = f"{title} {alias}"
        if _SENTENCE_BEGINS.search(found.string[: found.start()][-4:]):
            alias = alias[:1].upper() + alias[1:]
        return alias + (_possessive(alias) if found["ending"] else "")

    def _is_meant(self, name: str) -> bool:
        return len(name) >= _SURELY_A_NAME and plain(name) in self._also_lower


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
        changed["name"] = aliases.get(plain(getattr(record, "name", "")), changed["name"])
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
