"""A snapshot as a signed file: JSON in one fixed form, so that a signature holds for it.

Whoever reads it believes nothing: who signed, the form, and that the numbers keep to the rules
for small numbers is checked before anything is kept.
"""

import json
import re
from typing import Any, NoReturn

import msgspec

from casusanalyse.domain.exchange import SignedSnapshot, region_name
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.snapshot import SNAPSHOT_SCHEMA, Count, Snapshot, What
from casusanalyse.domain.summary import Quarter
from casusanalyse.store.body import UNFIT
from casusanalyse.store.region_key import RegionKey, is_signed

LARGEST_SNAPSHOT = 5_000_000
"""Largest file that is read, in bytes; one with every number of the book takes about 1 MB."""

FORMAT = "casusanalyse-momentopname"

_CONTEXT = b"casusanalyse-momentopname 1\n"
"""Signed too, so that nothing else that this key signs is ever taken for a snapshot."""

_CODE = re.compile(r"[A-Z]{1,6}-?[1-9][0-9]{0,3}")
_PART = re.compile(r"[a-z0-9_+-]{1,40}")
_SIGNATURE, _KEY = re.compile(r"[0-9a-f]{128}"), re.compile(r"[0-9a-f]{64}")
_MOST_CASES = 1_000_000
_MOST = 500
"""Codes in a book, and parts of one cut."""

_NUMBERS, _YEARS = range(1, 100_000), range(2020, 2200)


class _File(msgspec.Struct, forbid_unknown_fields=True):
    format: str
    snapshot: Snapshot
    public_key: str
    signature: str


_FILE = msgspec.json.Decoder(_File)


def write_signed(snapshot: Snapshot, key: RegionKey) -> SignedSnapshot:
    """Return a snapshot signed by the region of the key."""
    fields = {
        "format": FORMAT,
        "snapshot": msgspec.to_builtins(snapshot) | {"region": key.region},
        "public_key": key.public_key,
    }
    signed = fields | {"signature": key.sign(_CONTEXT + _canonical(fields))}
    return read_signed(_canonical(signed) + b"\n")


def read_signed(data: bytes) -> SignedSnapshot:
    """Return the snapshot in a file, once everything about it holds.

    Raises:
        Refusal: `exchange_too_large` with `megabytes`; `exchange_newer`; `exchange_damaged`
            when it is no such file or its form is wrong; `exchange_forged` when it was
            changed after it was signed; `exchange_unsafe` when its numbers do not keep to
            the rules for small numbers.
    """
    if len(data) > LARGEST_SNAPSHOT:
        raise Refusal("exchange_too_large", megabytes=LARGEST_SNAPSHOT // 1_000_000)
    fields = _parsed(data)
    _refuse_newer(fields)
    file = _file(fields)
    unsigned = {name: value for name, value in fields.items() if name != "signature"}
    if not is_signed(_CONTEXT + _canonical(unsigned), file.signature, file.public_key):
        raise Refusal("exchange_forged")
    _check_form(file.snapshot)
    _check_numbers(file.snapshot)
    text = _canonical(fields).decode()
    return SignedSnapshot(snapshot=file.snapshot, public_key=file.public_key, text=text)


def kept_signed(text: str) -> SignedSnapshot:
    """Return a snapshot that was checked when it came in."""
    file = _FILE.decode(text)
    return SignedSnapshot(snapshot=file.snapshot, public_key=file.public_key, text=text)


def _file(fields: dict[str, Any]) -> _File:
    try:
        file = msgspec.convert(fields, _File)
    except (msgspec.ValidationError, RecursionError):
        raise Refusal("exchange_damaged") from None
    except Refusal:  # its rules are looser than ours
        raise Refusal("exchange_unsafe") from None
    if not (_KEY.fullmatch(file.public_key) and _SIGNATURE.fullmatch(file.signature)):
        raise Refusal("exchange_damaged")
    return file


def _canonical(fields: dict[str, Any]) -> bytes:
    """Return the one form of these fields; without floats there is exactly one."""
    plain = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return plain.encode()


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        text = data.decode()
        fields = json.loads(
            text, object_pairs_hook=_object, parse_constant=_refuse, parse_float=_refuse
        )
        if not isinstance(fields, dict) or fields.get("format") != FORMAT:
            raise Refusal("exchange_damaged")
        _canonical(fields)
    except (ValueError, RecursionError):
        raise Refusal("exchange_damaged") from None
    return fields


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError("a name stands there twice")
    return fields


def _refuse(_word: str) -> NoReturn:
    raise ValueError("only whole numbers")


def _refuse_newer(fields: dict[str, Any]) -> None:
    snapshot = fields.get("snapshot")
    schema = snapshot.get("schema") if isinstance(snapshot, dict) else None
    if isinstance(schema, int) and schema > SNAPSHOT_SCHEMA:
        raise Refusal("exchange_newer")


def _check_form(snapshot: Snapshot) -> None:
    lists = [snapshot.codes, *snapshot.parts.values()]
    parts = [part for inside in snapshot.parts.values() for part in inside]
    sound = (
        _is_name(snapshot.region),
        snapshot.number in _NUMBERS,
        snapshot.schema > 0,
        snapshot.made_at.tzinfo is not None and snapshot.made_at.year in _YEARS,
        _is_quarter(snapshot.quarter),
        all(len(set(one)) == len(one) <= _MOST for one in lists),
        all(map(_CODE.fullmatch, snapshot.codes)),
        all(map(_PART.fullmatch, parts)),
        not UNFIT.search(snapshot.edition),
    )
    if not all(sound):
        raise Refusal("exchange_damaged")


def _check_numbers(snapshot: Snapshot) -> None:
    """Refuse numbers of what is not counted, and numbers the rules do not let out."""
    rules, codes = snapshot.rules, frozenset(snapshot.codes)
    for said, number in snapshot.shown.items():
        if not _is_counted(said, codes, snapshot):
            raise Refusal("exchange_damaged")
        if number % rules.rounding or not rules.threshold <= number <= _MOST_CASES:
            raise Refusal("exchange_unsafe")


def _is_counted(said: str, codes: frozenset[str], snapshot: Snapshot) -> bool:
    try:
        count = Count.read(said)
    except ValueError:
        return False
    if count.cut and count.part not in snapshot.parts.get(count.cut, ()):
        return False
    named = {
        What.CODE: (count.a,),
        What.LAYER: (count.a,),
        What.PAIR: (count.a, count.b),
        What.HELPED: (count.a, count.b),
    }.get(count.what, ())
    others = {count.a, count.b, ""}.difference(named) - {""}
    return str(count) == said and codes.issuperset(named) and all(map(_PART.fullmatch, others))


def _is_name(region: str) -> bool:
    try:
        return region_name(region) == region
    except Refusal:
        return False


def _is_quarter(said: str) -> bool:
    try:
        quarter = Quarter.read(said)
    except ValueError:
        return False
    return str(quarter) == said and quarter.year in _YEARS and quarter.number in range(1, 5)
