"""Recognise parties in the names somebody typed."""

import re
from collections.abc import Container
from dataclasses import replace

from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Change, Put
from casusanalyse.domain.intake import Professional
from casusanalyse.domain.timeline import Involved
from casusanalyse.usecases.desk import Desk, new_key, next_rank

_BETWEEN = re.compile(r"[,;\n](?![^(\n]*\))")
"""What parts two names; a comma between brackets belongs to the role."""
_ROLE = re.compile(r"(?P<name>.+?)\s*\((?P<role>[^()]*)\)")


def read_who(case: Case, words: str) -> tuple[tuple[Involved, ...], tuple[str, ...]]:
    """Return the parties recognised in a list of names, and the names nobody knows yet.

    Args:
        case: whose family, professionals and organisations are looked up.
        words: names with commas, each with a role between brackets if wanted.
    """
    known = {party.name.casefold(): key for key, party in case.parties().items()}
    involved: list[Involved] = []
    unknown: dict[str, str] = {}
    for name, role in _names(words, known):
        key = known.get(name.casefold())
        if key is None:
            unknown.setdefault(name.casefold(), name)
        elif key not in {one.party for one in involved}:
            involved.append(Involved(key, role))
    return tuple(involved), tuple(unknown.values())


def _names(words: str, known: Container[str]) -> list[tuple[str, str]]:
    """Return names with roles; brackets that belong to a known name are no role."""
    parts = (part.strip() for part in _BETWEEN.split(words))
    return [_name(part, known) for part in parts if part]


def _name(part: str, known: Container[str]) -> tuple[str, str]:
    found = None if part.casefold() in known else _ROLE.fullmatch(part)
    return (found["name"], found["role"].strip()) if found else (part, "")


def who_in_words(case: Case, involved: tuple[Involved, ...]) -> str:
    """Return parties as the names with roles that `read_who` reads back the same."""
    parties = case.parties()
    return ", ".join(
        parties[one.party].name + (f" ({one.role})" if one.role else "")
        for one in involved
        if one.party in parties
    )


def meet_unknown(desk: Desk, event_key: str) -> None:
    """Add the names nobody knows yet at an event as professionals, and tie them to it."""
    case = desk.case()
    event = next((one for one in case.events if one.key == event_key), None)
    if event is None:
        return
    roles = dict(reversed(_names(event.who, ())))
    _, unknown = read_who(case, event.who)
    rank = next_rank(case.professionals)
    newcomers = [
        Professional(key=new_key(), rank=rank + place, name=name, function=roles[name])
        for place, name in enumerate(unknown)
    ]
    met = replace(case, professionals=(*case.professionals, *newcomers))
    involved, _ = read_who(met, event.who)
    changes: list[Change] = [Put(one) for one in newcomers]
    desk.write("meet_unknown", *changes, Put(replace(event, involved=involved)))
