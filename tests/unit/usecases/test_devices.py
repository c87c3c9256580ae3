from dataclasses import replace
from datetime import timedelta

import pytest

from casusanalyse.domain.devices import CODE_LENGTH, CODE_SIGNS, Device, DeviceRole
from casusanalyse.usecases.codes import new_code, read_code
from casusanalyse.usecases.desk import NOTE_TAKER
from casusanalyse.usecases.devices import (
    device_of,
    devices_of,
    leave,
    make_code,
    redeem,
    unpair,
)
from casusanalyse.usecases.history import redo, undo
from casusanalyse.usecases.parking import park
from tests.refusals import refusal
from tests.stores import NOW

BEAMER, TYPES = DeviceRole


def test_a_code_is_six_letters_without_vowels():
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {CODE_LENGTH}
    assert set("".join(codes)) <= set(CODE_SIGNS)
    assert not set(CODE_SIGNS) & set("AEIOUY0123456789")


@pytest.mark.parametrize("typed", ["BCDFGH", "bcdfgh", " bcd fgh ", "BCD-FGH", "b c d f g h"])
def test_a_code_is_read_as_people_type_it(typed):
    assert read_code(typed) == "BCDFGH"


def test_the_right_code_lets_a_computer_in_until_it_is_sent_away(desk):
    token = redeem(desk.cases, make_code(desk, TYPES), NOW)
    device = device_of(desk.cases, token, NOW)
    assert devices_of(desk) == (device,)
    assert device == Device(key=device.key, reference=desk.reference, role=TYPES, paired_at=NOW)
    unpair(desk, device.key)
    assert device_of(desk.cases, token, NOW) is None


def test_a_computer_may_leave_by_itself(desk):
    token = redeem(desk.cases, make_code(desk, BEAMER), NOW)
    leave(desk.cases, token)
    assert devices_of(desk) == ()


def test_nobody_is_a_device_without_a_token(desk):
    assert device_of(desk.cases, None, NOW) is None
    assert device_of(desk.cases, "", NOW) is None
    assert device_of(desk.cases, "gegokt", NOW) is None


def test_a_code_that_is_over_is_refused_like_a_wrong_one(desk):
    code = make_code(desk, BEAMER)
    late = NOW + timedelta(minutes=10)
    assert refusal(lambda: redeem(desk.cases, code, late)) == "code_wrong"
    assert refusal(lambda: redeem(desk.cases, "ZZZZZZ", late)) == "code_wrong"


def test_after_ten_wrong_codes_even_the_right_one_waits_a_minute(desk):
    code = make_code(desk, BEAMER)
    tries = {refusal(lambda: redeem(desk.cases, "ZZZZZZ", NOW)) for _ in range(10)}
    tries.add(refusal(lambda: redeem(desk.cases, code, NOW)))
    assert tries == {"code_wrong"}
    later = NOW + timedelta(minutes=1)
    assert device_of(desk.cases, redeem(desk.cases, code, later), later).role is BEAMER


def test_only_the_chair_lets_devices_in_and_sends_them_away(desk):
    note_taker = replace(desk, who=NOTE_TAKER)
    assert refusal(lambda: make_code(note_taker, TYPES)) == "chair_only"
    assert refusal(lambda: unpair(note_taker, "d1")) == "chair_only"


def test_devices_are_no_work_on_the_case(desk):
    before = desk.cases.version(desk.reference), desk.case()
    redeem(desk.cases, make_code(desk, TYPES), NOW)
    assert (desk.cases.version(desk.reference), desk.case()) == before


def test_a_note_taker_takes_back_own_work_only(desk):
    note_taker = replace(desk, who=NOTE_TAKER)
    park(desk, "van de voorzitter")
    park(note_taker, "van de notulist")
    undo(note_taker)
    assert refusal(lambda: undo(note_taker)) == "nothing_to_undo"
    assert [one.what for one in desk.case().parked] == ["van de voorzitter"]
    redo(note_taker)
    assert len(desk.case().parked) == 2
