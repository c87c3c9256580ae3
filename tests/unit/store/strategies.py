"""Whole cases of every shape, for laws that hold for all of them."""

from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from casusanalyse.domain.case import Case, shelves
from casusanalyse.domain.dates import Precision, Span, VagueDate
from casusanalyse.domain.intake import INTAKE_KEY, Intake
from casusanalyse.domain.record import Record
from casusanalyse.domain.timeline import Involved
from casusanalyse.store.links import LINKS, PARTIES, mended

UNHURRIED = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
"""For laws that make whole cases or write to a real database."""

SIGNS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
WORDS = st.text(SIGNS | st.sampled_from("\n\t"), max_size=8)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
KEYS = [f"{row}{number}" for row in "pfohe" for number in range(3)]
ROWS = {"people": "p", "professionals": "f", "organisations": "o", "households": "h"}
LINKED = {(link.shelf, link.field) for link in LINKS}


def cases() -> st.SearchStrategy[Case]:
    """Cases as the store gives them back: saved, in order, without loose links."""
    inside = {shelf: _shelf(shelf) for shelf in shelves() if shelf != "intake"}
    intake = _records("intake", Intake, st.just(INTAKE_KEY))
    made = st.builds(
        Case, key=st.uuids().map(str), reference=st.just("2026-0001"), intake=intake, **inside
    )
    return made.map(mended)


def _shelf(name: str) -> st.SearchStrategy[tuple[Record, ...]]:
    row = "e" if name in {"events", "moments"} else ROWS.get(name, "k")
    keys = st.sampled_from([f"{row}{number}" for number in range(3)])
    records = st.lists(
        _records(name, shelves()[name], keys), max_size=3, unique_by=lambda one: one.key
    )
    return records.map(lambda found: tuple(sorted(found, key=lambda one: (one.rank, one.key))))


def _records(
    shelf: str, kind: type[Record], keys: st.SearchStrategy[str]
) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    given = {field.name: _field(shelf, field.name, hints[field.name]) for field in fields(kind)}
    return st.builds(kind, **(given | {"key": keys, "version": st.integers(1, 9)}))


def _field(shelf: str, name: str, hint: Any) -> st.SearchStrategy[Any]:
    if (shelf, name) in LINKED and hint is str:
        return st.sampled_from(KEYS)
    if (shelf, name) in LINKED and hint == tuple[str, ...]:
        return st.lists(st.sampled_from(KEYS), max_size=3).map(tuple)
    return _values(hint)


@cache
def _values(hint: Any) -> st.SearchStrategy[Any]:
    plain = {
        str: WORDS,
        bool: st.booleans(),
        int: st.integers(0, 4),
        float: st.floats(0, 1),
        date: DAYS,
        datetime: st.builds(datetime.combine, DAYS, st.times(), st.just(UTC)),
        NoneType: st.none(),
        VagueDate: st.builds(_vague, DAYS, DAYS, st.sampled_from(Precision), st.booleans()),
        Span: st.builds(_span, DAYS, DAYS, st.integers(0, 3)),
        Involved: st.builds(Involved, st.sampled_from(KEYS), WORDS),
    }
    if get_origin(hint) is UnionType:
        return st.one_of(*(_values(one) for one in get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(_values(get_args(hint)[0]), max_size=2).map(tuple)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return plain[hint]


def _vague(one: date, other: date, precision: Precision, doubt: bool) -> VagueDate:
    return VagueDate(
        first=min(one, other),
        last=max(one, other),
        precision=precision,
        doubt=doubt,
        about=not doubt,
    )


def _span(one: date, other: date, kind: int) -> Span:
    since = VagueDate(first=min(one, other), last=min(one, other))
    until = VagueDate(first=max(one, other), last=max(one, other))
    return (
        Span(since=since),
        Span(since=since, ongoing=True),
        Span(since=since, until=until),
        Span(until=until),
    )[kind]


assert set(PARTIES) <= ROWS.keys()
