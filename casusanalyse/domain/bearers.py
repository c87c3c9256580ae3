"""Everybody and everything with a name in a case, and what of a name may stand for it."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from casusanalyse.domain.case import Case
from casusanalyse.domain.vocabulary import OrganisationKind

_SHORTEST_PART = 2
_FIRST_AND_LAST = 2
_LONG_WORD = 4


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
class Bearer:
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


def bearers_of(case: Case, words: PseudonymWords) -> list[Bearer]:
    """Return everybody with a name once; a participant may be a professional too."""
    child = case.child
    found = [
        Bearer(person.name, person.alias or case.intake.working_name, "")
        if person is child
        else Bearer(person.name, person.alias, person.kin or words.somebody)
        for person in case.people
    ]
    found += [
        Bearer(known.name, known.alias, known.function or words.professional)
        for known in case.professionals
    ]
    found += [
        Bearer(known.name, "", known.function or words.participant)
        for known in case.participants
    ]
    found += [
        Bearer(known.name, known.alias, words.organisations[known.kind], human=False)
        for known in case.organisations
    ]
    other = words.organisations[OrganisationKind.OTHER]
    found += [Bearer(known.organisation, "", other, human=False) for known in case.participants]
    return _once(bearer for bearer in found if plain(bearer.name))


def _once(bearers: Iterable[Bearer]) -> list[Bearer]:
    by_name: dict[str, Bearer] = {}
    for bearer in bearers:
        known = by_name.setdefault(plain(bearer.name), bearer)
        if bearer.alias and not known.alias:
            by_name[plain(bearer.name)] = replace(known, alias=bearer.alias)
    return list(by_name.values())


def parts_of(bearer: Bearer, words: PseudonymWords) -> Iterator[str]:
    """Return the parts of a name that may stand for it in a text, the first name first.

    Of a human these are first name and surname, with and without its prefix; of an
    organisation every longer word, with and without the one before: "De Vlieger", "Vlieger".
    """
    said = [word.strip(".,()") for word in bearer.name.split()]
    pieces = [
        word
        for word in said
        if word[:1].isupper() and len(word) >= _SHORTEST_PART and not is_ordinary(word, words)
    ]
    if bearer.human:
        yield from (piece for piece in pieces if plain(piece) != plain(bearer.sort))
        if pieces and len(said) > _FIRST_AND_LAST:
            yield " ".join(said[1:])
        return
    for before, word in pairwise(["", *said]):
        if word in pieces and len(word) >= _LONG_WORD:
            yield from (word, f"{before} {word}")


def is_ordinary(name: str, words: PseudonymWords) -> bool:
    """Tell whether a name, or a part of one, points to nobody."""
    return plain(name) in words.ordinary or plain(name).isdigit()


def plain(name: str) -> str:
    """Return a name as names are compared: lower case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
