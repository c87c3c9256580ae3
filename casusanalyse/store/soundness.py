"""What a case file must hold to, beyond the right fields of the right kind."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec

from casusanalyse.domain.case import Case, shelves
from casusanalyse.domain.intake import INTAKE_KEY
from casusanalyse.domain.participant import POSITIONS
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.record import Record
from casusanalyse.store.body import UNFIT
from casusanalyse.store.links import PARTIES, loose_links

ROOT = "$"
"""The place of the file as a whole."""

LARGEST_NUMBER = 1_000_000_000
YEARS = range(1800, 2200)
"""Years that a life, or the life of a grandparent, can lie in."""

_KEY = re.compile(r"[A-Za-z0-9-]{1,40}")
_REFERENCE = re.compile(r"[0-9]{4}-[0-9]{4,9}")
_ON_A_LINE = {"calm", "rest", "position", "position_after"}


def check_sound(case: Case, fields: dict[str, Any]) -> None:
    """Refuse what the types let through.

    Args:
        case: as read from the file.
        fields: the file it was read from, as plain values.

    Raises:
        Refusal: with the `place` in the file: `file_not_a_case` (unknown fields, bad keys,
            numbers or dates out of reach), `file_odd_sign`, `file_double_key`,
            `file_loose_link`.
    """
    plain = msgspec.to_builtins(case, builtin_types=(date, datetime))
    _refuse("file_not_a_case", _unknown_fields(fields, plain, ""))
    leaves = list(_leaves(plain, ""))
    _refuse("file_odd_sign", (at for at, leaf in leaves if _is_unfit(leaf)))
    _refuse("file_not_a_case", (at for at, leaf in leaves if _is_out_of_reach(leaf)))
    _refuse("file_not_a_case", _bad_names(case))
    _refuse("file_not_a_case", _off_the_line(case))
    _refuse("file_double_key", _double_keys(case))
    _refuse("file_loose_link", loose_links(case))


def _refuse(code: str, places: Iterator[str]) -> None:
    for place in places:
        raise Refusal(code, place=place or ROOT)


def _unknown_fields(given: Any, known: Any, place: str) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield where a field stands that a case does not have; not its name, which may tell."""
    if isinstance(given, dict) and isinstance(known, dict):
        if given.keys() - known.keys():
            yield place
        for name in given.keys() & known.keys():
            yield from _unknown_fields(given[name], known[name], _inside(place, name))
    elif isinstance(given, list):
        for number, (one, other) in enumerate(zip(given, known, strict=True)):
            yield from _unknown_fields(one, other, f"{place}[{number}]")


def _leaves(value: Any, place: str) -> Iterator[tuple[str, object]]:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from _leaves(inside, _inside(place, name))
    elif isinstance(value, list | tuple):
        for number, inside in enumerate(value):
            yield from _leaves(inside, f"{place}[{number}]")
    else:
        yield place, value


def _inside(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _is_unfit(leaf: object) -> bool:
    return isinstance(leaf, str) and UNFIT.search(leaf) is not None


def _is_out_of_reach(leaf: object) -> bool:
    if isinstance(leaf, datetime):
        return leaf.tzinfo is None or leaf.year not in YEARS
    if isinstance(leaf, date):
        return leaf.year not in YEARS
    return isinstance(leaf, int | float) and not -LARGEST_NUMBER <= leaf <= LARGEST_NUMBER


def _bad_names(case: Case) -> Iterator[str]:
    if not _KEY.fullmatch(case.key):
        yield "key"
    if not _REFERENCE.fullmatch(case.reference):
        yield "reference"
    if case.intake.key != INTAKE_KEY:
        yield "intake.key"
    for place, record in _records(case):
        if not _KEY.fullmatch(record.key):
            yield f"{place}.key"
        if record.version < 0:
            yield f"{place}.version"


def _off_the_line(case: Case) -> Iterator[str]:
    for number, participant in enumerate(case.participants):
        for name in sorted(_ON_A_LINE):
            if getattr(participant, name) not in {None, *POSITIONS}:
                yield f"participants[{number}].{name}"
    for number, person in enumerate(case.people):
        for name, value in (("x", person.x), ("y", person.y)):
            if value is not None and not 0 <= value <= 1:
                yield f"people[{number}].{name}"


def _double_keys(case: Case) -> Iterator[str]:
    """Yield the records whose key was there before; parties share one row of keys."""
    seen: Counter[tuple[str, str]] = Counter()
    for place, record in _records(case):
        shelf = place.partition("[")[0]
        row = "parties" if shelf in PARTIES else shelf
        seen[row, record.key] += 1
        if seen[row, record.key] > 1:
            yield f"{place}.key"


def _records(case: Case) -> Iterator[tuple[str, Record]]:
    yield "intake", case.intake
    for shelf in shelves():
        if shelf != "intake":
            for number, record in enumerate(getattr(case, shelf)):
                yield f"{shelf}[{number}]", record
