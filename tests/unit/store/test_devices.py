from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from casusanalyse.domain.change import Deed
from casusanalyse.domain.devices import Device, DeviceRole, PhoneAnswer, PhoneQuestion, Phones
from casusanalyse.domain.problems import Refusal
from casusanalyse.store.cases import CaseStore
from casusanalyse.store.devices import MOST_WRONG, print_of
from tests.builders import a_case

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)
BEGIN = Deed(who="voorzitter", at=NOW, verb="case_created")
BEAMER, NOTE_TAKER = DeviceRole
HERE = "2026-0001"
TABLES = ("device_code", "device", "phones", "ticket", "answer")


@pytest.fixture
def opened(store: CaseStore) -> CaseStore:
    """A store with two cases."""
    store.create(a_case(), BEGIN)
    store.create(a_case(key="b", reference="2026-0002"), BEGIN)
    return store


def rows(store: CaseStore, *tables: str) -> dict[str, int]:
    """How many rows there are."""
    with store._database.reading() as connection:
        return {
            name: connection.execute(sa.text(f"SELECT count(*) FROM {name}")).scalar_one()
            for name in tables
        }


def everything_on_disk(store: CaseStore) -> str:
    with store._database.reading() as connection:
        return "".join(
            str(connection.execute(sa.text(f"SELECT * FROM {name}")).all()) for name in TABLES
        )


def code(store: CaseStore, words: str, role: DeviceRole = BEAMER, reference: str = HERE) -> str:
    store.devices.put_code(reference, role, words, expires_at=NOW + 10 * SECOND)
    return words


def phones(words: str = "BCDFGH", question: PhoneQuestion | None = None) -> Phones:
    return Phones(code=words, address="192.0.2.7:8501", question=question, opened_at=NOW)


def test_a_code_lets_one_device_in_once(opened: CaseStore) -> None:
    code(opened, "BCDFGH", NOTE_TAKER)
    assert opened.devices.spend_code("BCDFGH", "token", "d1", NOW) is NOTE_TAKER
    assert opened.devices.spend_code("BCDFGH", "other", "d2", NOW) is None
    device = Device(key="d1", reference=HERE, role=NOTE_TAKER, paired_at=NOW)
    assert opened.devices.get("token", NOW) == device
    assert opened.devices.get("other", NOW) is None
    assert opened.devices.of(HERE, NOW) == (device,)
    assert opened.devices.of("2026-0002", NOW) == ()


def test_a_code_waits_until_its_time_is_over(opened: CaseStore) -> None:
    code(opened, "BCDFGH")
    assert opened.devices.spend_code("BCDFGH", "t", "d1", NOW + 10 * SECOND) is None
    assert opened.devices.spend_code("BCDFGH", "t", "d1", NOW + 9 * SECOND) is BEAMER


def test_a_new_code_takes_the_place_of_an_earlier_one_of_that_role_in_that_case(
    opened: CaseStore,
) -> None:
    code(opened, "OLD")
    code(opened, "NOTES", NOTE_TAKER)
    code(opened, "THERE", BEAMER, "2026-0002")
    code(opened, "NEW")
    spent = [
        opened.devices.spend_code(one, f"t-{one}", one, NOW)
        for one in ("OLD", "NOTES", "THERE", "NEW")
    ]
    assert spent == [None, NOTE_TAKER, BEAMER, BEAMER]


def test_a_device_is_a_stranger_after_a_day(opened: CaseStore) -> None:
    opened.devices.spend_code(code(opened, "BCDFGH"), "token", "d1", NOW)
    day = timedelta(hours=24)
    assert opened.devices.get("token", NOW + day - SECOND) is not None
    assert opened.devices.get("token", NOW + day) is None
    assert opened.devices.of(HERE, NOW + day) == ()


def test_a_device_is_sent_away_by_its_key_in_its_own_case(opened: CaseStore) -> None:
    for name in ("a", "b"):
        opened.devices.spend_code(code(opened, name), f"t-{name}", name, NOW)
    opened.devices.remove("2026-0002", "a")
    assert [one.key for one in opened.devices.of(HERE, NOW)] == ["a", "b"]
    opened.devices.remove(HERE, "a")
    assert [one.key for one in opened.devices.of(HERE, NOW)] == ["b"]
    opened.devices.leave("t-b")
    assert opened.devices.of(HERE, NOW) == ()


def test_after_too_many_wrong_codes_it_is_quiet_for_a_minute(opened: CaseStore) -> None:
    for number in range(MOST_WRONG + 5):
        assert opened.devices.is_guessed_at(NOW) is (number >= MOST_WRONG)
        opened.devices.note_wrong(NOW)
    minute = timedelta(minutes=1)
    assert opened.devices.is_guessed_at(NOW + minute - SECOND)
    assert not opened.devices.is_guessed_at(NOW + minute)
    opened.devices.note_wrong(NOW + minute)
    assert rows(opened, "wrong_code") == {"wrong_code": 1}


def test_codes_and_tokens_are_not_on_disk(opened: CaseStore) -> None:
    opened.devices.spend_code(code(opened, "SPENT"), "token-of-a-beamer", "d1", NOW)
    code(opened, "WAITING")
    opened.phones.open(HERE, phones())
    opened.phones.join(HERE, "token-of-a-phone", most=5)
    told = everything_on_disk(opened)
    secrets = ("SPENT", "WAITING", "token-of-a-beamer", "token-of-a-phone")
    assert [one for one in secrets if one in told] == []
    assert [one for one in secrets if print_of(one) in told] == list(secrets[1:])


def test_what_devices_left_goes_with_the_case(opened: CaseStore) -> None:
    opened.devices.spend_code(code(opened, "SPENT"), "token", "d1", NOW)
    code(opened, "WAITING")
    opened.phones.open(HERE, phones(question=PhoneQuestion.CHECK_IN))
    opened.phones.join(HERE, "ticket", most=5)
    answer = PhoneAnswer(key="a1", question=PhoneQuestion.CHECK_IN, words="rust")
    opened.phones.put("ticket", answer)
    assert rows(opened, *TABLES) == dict.fromkeys(TABLES, 1)
    opened.destroy(HERE)
    assert rows(opened, *TABLES) == dict.fromkeys(TABLES, 0)


def test_a_case_that_is_not_there_is_refused(opened: CaseStore) -> None:
    for attempt in (
        lambda: opened.devices.put_code("2026-0404", BEAMER, "X", expires_at=NOW),
        lambda: opened.devices.remove("2026-0404", "d1"),
        lambda: opened.phones.open("2026-0404", phones()),
        lambda: opened.phones.show("2026-0404", PhoneQuestion.CHECK_IN),
    ):
        with pytest.raises(Refusal, match="unknown_case"):
            attempt()
