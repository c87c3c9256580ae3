"""A case as a file: JSON that a person can read, and that comes back byte for byte."""

import json
import re
from collections.abc import Sequence
from typing import Any, NoReturn

import msgspec

from casusanalyse.domain.case import Case
from casusanalyse.domain.problems import Refusal
from casusanalyse.store.body import UPGRADES, Upgrade
from casusanalyse.store.links import mended
from casusanalyse.store.soundness import ROOT, check_sound

LARGEST = 20_000_000
"""Largest case file that is read, in bytes; a long case takes about 1 % of it."""

_AT = re.compile(r" - at `\$?\.?(?P<place>[^`]*)`$")


def write_case(case: Case) -> bytes:
    """Return a case as a file: the fields in the order of `Case`, records in store order.

    Links to records that were taken away meanwhile are left out, so that every file that is
    written can be read back.
    """
    fields = {"schema_version": len(UPGRADES) + 1, **msgspec.to_builtins(mended(case))}
    return msgspec.json.format(msgspec.json.encode(fields), indent=2) + b"\n"


def read_case(data: bytes, upgrades: Sequence[Upgrade] = UPGRADES) -> Case:
    """Return the case in a file; nobody vouches for what is in it.

    Args:
        data: the whole file.
        upgrades: bring the records of an older file up to date.

    Raises:
        Refusal: `file_too_large` with `megabytes`; `file_not_text`; `file_not_json`;
            `file_too_deep`; `file_double_name`; `file_newer`; `file_not_a_case` with the
            `place` in the file, such as `events[3].when.first`; or those of `check_sound`.
    """
    if len(data) > LARGEST:
        raise Refusal("file_too_large", megabytes=LARGEST // 1_000_000)
    fields = _upgraded(_parsed(_decoded(data)), upgrades)
    try:
        case = msgspec.convert(fields, Case)
    except msgspec.ValidationError as error:
        found = _AT.search(str(error))
        raise Refusal("file_not_a_case", place=found["place"] if found else ROOT) from None
    check_sound(case, fields)
    return case


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal("file_not_text") from None


def _parsed(text: str) -> dict[str, Any]:
    try:
        fields = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except RecursionError:
        raise Refusal("file_too_deep") from None
    except ValueError:
        raise Refusal("file_not_json") from None
    if not isinstance(fields, dict):
        raise Refusal("file_not_a_case", place=ROOT)
    return fields


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise Refusal("file_double_name")
    return fields


def _no_number(_word: str) -> NoReturn:
    raise ValueError("JSON knows no NaN and no infinity")


def _upgraded(fields: dict[str, Any], upgrades: Sequence[Upgrade]) -> dict[str, Any]:
    version = fields.pop("schema_version", None)
    if type(version) is not int or version < 1:
        raise Refusal("file_not_a_case", place="schema_version")
    if version > len(upgrades) + 1:
        raise Refusal("file_newer")
    for upgrade in upgrades[version - 1 :]:
        fields = {
            name: _upgraded_shelf(name, inside, upgrade) for name, inside in fields.items()
        }
    return fields


def _upgraded_shelf(shelf: str, inside: Any, upgrade: Upgrade) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(inside, list):
        return [_upgraded_shelf(shelf, record, upgrade) for record in inside]
    return upgrade(shelf, inside) if isinstance(inside, dict) else inside
