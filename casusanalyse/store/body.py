"""A record as JSON: the form in which it lies in the database and in a case file."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import msgspec

from casusanalyse.domain.case import shelves
from casusanalyse.domain.record import Record

Upgrade = Callable[[str, dict[str, Any]], dict[str, Any]]
"""Turns the fields of one record (shelf, fields) into those of the next schema version."""

UPGRADES: tuple[Upgrade, ...] = ()
"""The first goes from schema version 1 to 2, and so on; files and migrations share them."""

UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that a file, PostgreSQL or Word cannot hold."""

_LINE_BREAKS = str.maketrans({"\x0b": "\n", "\x0c": "\n"})


def body_of(record: Record) -> str:
    """Return the record as JSON, without characters that no document can hold."""
    return packed(record)


def packed(value: object) -> str:
    """Return any value of the domain as JSON, without characters that no document can hold."""
    return msgspec.json.encode(_tidy(msgspec.to_builtins(value))).decode()


def record_of(shelf: str, body: str) -> Record:
    """Return the record that was written as this JSON."""
    return _decoder(shelf).decode(body)


def same(shelf: str, one: str | None, other: str | None) -> bool:
    """Tell whether two bodies say the same, whatever their versions; None is no record."""
    if one is None or other is None:
        return one is other
    first, second = record_of(shelf, one), record_of(shelf, other)
    return replace(first, version=second.version) == second


@cache
def _decoder(shelf: str) -> msgspec.json.Decoder[Record]:
    return msgspec.json.Decoder(shelves()[shelf])


def _tidy(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        return UNFIT.sub("", value.translate(_LINE_BREAKS)) if UNFIT.search(value) else value
    if isinstance(value, dict):
        return {name: _tidy(inside) for name, inside in value.items()}
    if isinstance(value, list | tuple):
        return [_tidy(inside) for inside in value]
    return value
