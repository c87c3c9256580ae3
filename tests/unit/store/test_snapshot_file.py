"""A signed snapshot: what was changed, forged, broken or careless does not come in."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.domain.exchange import fingerprint, region_name
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.snapshot import SNAPSHOT_SCHEMA, Rules
from casusanalyse.store.region_key import FILE, kept_key, open_key
from casusanalyse.store.snapshot_file import (
    _CONTEXT,
    LARGEST_SNAPSHOT,
    _canonical,
    read_signed,
    write_signed,
)
from tests.unit.usecases.snapshots import a_file, a_key, a_snapshot


def refused(data: bytes) -> str:
    with pytest.raises(Refusal) as found:
        read_signed(data)
    return found.value.code


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys")


def signed_anew(home: Path, **changes: Any) -> bytes:
    """A file of somebody with a good key and other software."""
    key = a_key(home)
    fields = json.loads(a_file(home))
    fields["snapshot"] |= changes
    del fields["signature"]
    return _canonical(fields | {"signature": key.sign(_CONTEXT + _canonical(fields))})


def test_a_snapshot_comes_back_as_it_was_signed(home: Path) -> None:
    signed = write_signed(a_snapshot("anders genoemd"), a_key(home))
    again = read_signed(signed.text.encode())
    assert again == signed
    assert again.snapshot == a_snapshot("Elders")
    assert again.public_key == a_key(home).public_key


def test_the_file_has_one_form_and_spaces_change_nothing(home: Path) -> None:
    data = a_file(home)
    assert data == a_file(home)
    spread = json.dumps(json.loads(data), indent=3).encode()
    assert read_signed(spread) == read_signed(data)


def test_every_number_name_and_letter_is_signed(home: Path) -> None:
    data = a_file(home)
    assert refused(data.replace(b":20", b":25")) == "exchange_forged"
    assert refused(data.replace(b"Elders", b"Anders")) == "exchange_forged"
    other = a_key(home, "Ginds").public_key
    assert refused(data.replace(a_key(home).public_key.encode(), other.encode())) == (
        "exchange_forged"
    )


@given(st.data())
def test_a_damaged_file_never_comes_in(home: Path, data: st.DataObject) -> None:
    whole = a_file(home)
    at = data.draw(st.integers(0, len(whole) - 1))
    sign = data.draw(st.integers(0, 255).filter(lambda one: one != whole[at]))
    broken = whole[:at] + bytes([sign]) + whole[at + 1 :]
    try:
        came = read_signed(broken)
    except Refusal:
        return
    assert came == read_signed(whole)  # a space for a space, say


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xff\xfe", id="no text"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"format": "iets anders"}', id="another file"),
        pytest.param(b"[" * 100_000, id="very deep"),
        pytest.param(b'{"format":"casusanalyse-momentopname","a":NaN}', id="no number"),
        pytest.param(b'{"format":"casusanalyse-momentopname","a":1.5}', id="a part"),
        pytest.param(b'{"format":"casusanalyse-momentopname","a":"\\ud800"}', id="half a sign"),
        pytest.param(b'{"a":1,"a":2}', id="a name twice"),
        pytest.param(b'{"a":' + b"9" * 5000 + b"}", id="a huge number"),
        pytest.param(b'{"format":"casusanalyse-momentopname"}', id="nothing in it"),
    ],
)
def test_what_is_no_snapshot_is_refused_with_a_sentence(data: bytes) -> None:
    assert refused(data) == "exchange_damaged"


def test_a_file_that_is_too_large_is_not_even_read() -> None:
    assert refused(b" " * (LARGEST_SNAPSHOT + 1)) == "exchange_too_large"


def test_a_file_of_a_later_release_says_so(home: Path) -> None:
    assert refused(signed_anew(home, schema=SNAPSHOT_SCHEMA + 1)) == "exchange_newer"


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param({"code/RO3///": 5}, id="below ten"),
        pytest.param({"code/RO3///": 12}, id="not rounded"),
        pytest.param({"code/RO3///": -10}, id="less than nothing"),
        pytest.param({"code/RO3///": 10**9}, id="more than there are"),
    ],
)
def test_numbers_that_do_not_keep_to_the_rules_are_refused(home: Path, shown: Any) -> None:
    assert refused(signed_anew(home, shown=shown)) == "exchange_unsafe"


def test_looser_rules_are_refused_and_stricter_ones_hold(home: Path) -> None:
    loose = {"threshold": 5, "rounding": 5, "batch": 10, "width": 5}
    assert refused(signed_anew(home, rules=loose)) == "exchange_unsafe"
    strict = {"threshold": 20, "rounding": 10, "batch": 10, "width": 5}
    assert refused(signed_anew(home, rules=strict)) == "exchange_unsafe"
    held = read_signed(signed_anew(home, rules=strict, shown={"code/RO3///": 20}))
    assert held.snapshot.rules == Rules(threshold=20, rounding=10)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"region": ""}, id="no name"),
        pytest.param({"region": "*"}, id="the name of all together"),
        pytest.param({"region": "a" * 61}, id="a long name"),
        pytest.param({"region": "El\u202eders"}, id="a name that turns around"),
        pytest.param({"region": " Elders"}, id="a name with a space before it"),
        pytest.param({"number": 0}, id="number nought"),
        pytest.param({"number": 10**30}, id="a number no database holds"),
        pytest.param({"number": True}, id="yes is no number"),
        pytest.param({"quarter": "2026-5"}, id="a fifth quarter"),
        pytest.param({"quarter": "２０２６-4"}, id="wide digits"),
        pytest.param({"made_at": "2026-11-23T09:00:00"}, id="a moment nowhere"),
        pytest.param({"made_at": "0001-01-01T00:00:00Z"}, id="long ago"),
        pytest.param({"codes": ["RO3", "RO3", "KG5", "W9"]}, id="a code twice"),
        pytest.param({"codes": ["RO3", "KG5", "W9", "<b>1"]}, id="a code of signs"),
        pytest.param({"parts": {"year": ["=1+1"]}}, id="a part of signs"),
        pytest.param({"parts": {"child": ["Noor"]}}, id="a cut nobody knows"),
        pytest.param({"shown": {"code/AK1///": 10}}, id="a code that is not in the book"),
        pytest.param({"shown": {"pair/RO3/AK1//": 10}}, id="half a pair"),
        pytest.param({"shown": {"code/RO3//year/1999": 10}}, id="a year that is not there"),
        pytest.param({"shown": {"code/RO3": 10}}, id="half a count"),
        pytest.param({"shown": {"figure/<i>/5+//": 10}}, id="a figure of signs"),
        pytest.param({"edition": "\x00"}, id="a sign no file holds"),
    ],
)
def test_a_well_signed_file_is_still_not_believed(home: Path, changes: Any) -> None:
    assert refused(signed_anew(home, **changes)) == "exchange_damaged"


def test_codes_that_are_not_ours_come_in(home: Path) -> None:
    came = read_signed(signed_anew(home, codes=["GV-1"], shown={"code/GV-1///": 15}))
    assert came.snapshot.codes == ("GV-1",)


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    assert kept_key(tmp_path) is None
    made = open_key(tmp_path, "Gooi")
    assert open_key(tmp_path, "Gooi").public_key == made.public_key
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    with pytest.raises(Refusal) as found:
        open_key(tmp_path, "Elders")
    assert (found.value.code, found.value.facts) == ("region_key_other", {"region": "Gooi"})


@pytest.mark.parametrize("data", [b"", b"{}", b'{"region":"Gooi","private_key":"ab"}'])
def test_a_damaged_key_is_never_replaced_silently(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    with pytest.raises(Refusal) as found:
        open_key(tmp_path, "Gooi")
    assert found.value.code == "region_key_damaged"
    assert (tmp_path / FILE).read_bytes() == data


def test_a_fingerprint_is_eight_blocks_of_four() -> None:
    assert fingerprint("00" * 32) == "6668 7aad f862 bd77 6c8f c18b 8e9f 8e20"


@pytest.mark.parametrize("typed", ["", "  "])
def test_a_region_needs_a_name(typed: str) -> None:
    with pytest.raises(Refusal) as found:
        region_name(typed)
    assert found.value.code == "region_name_missing"


def test_the_name_of_a_region_loses_only_spaces() -> None:
    assert region_name("  Gooi  en Vechtstreek ") == "Gooi en Vechtstreek"
