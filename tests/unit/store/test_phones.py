from datetime import UTC, datetime, timedelta

import pytest

from casusanalyse.domain.change import Deed
from casusanalyse.domain.devices import PhoneAnswer, PhoneQuestion, Phones
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=12)
BEGIN = Deed(who="voorzitter", at=NOW, verb="case_created")
CHECK_IN, POSITION, TAKES_ALONG, POSITION_AFTER = PhoneQuestion
HERE, THERE = "2026-0001", "2026-0002"
OPEN = Phones(code="BCDFGH", address="192.0.2.7:8501", opened_at=NOW)


@pytest.fixture
def opened(store: CaseStore) -> CaseStore:
    """A store with two cases; the phones of the first are open and two take part."""
    store.create(a_case(), BEGIN)
    store.create(a_case(key="b", reference=THERE), BEGIN)
    store.phones.open(HERE, OPEN)
    store.phones.join(HERE, "one", most=9)
    store.phones.join(HERE, "two", most=9)
    return store


def words(key: str, said: str) -> PhoneAnswer:
    return PhoneAnswer(key=key, question=CHECK_IN, words=said)


def test_phones_are_closed_until_they_are_opened(opened: CaseStore) -> None:
    assert opened.phones.get(THERE, NOW) is None
    assert opened.phones.get(HERE, NOW) == OPEN
    assert opened.phones.find("BCDFGH", NOW) == HERE
    assert opened.phones.find("ZZZZZZ", NOW) is None


def test_phones_that_nobody_closes_are_closed_after_half_a_day(opened: CaseStore) -> None:
    opened.phones.put("one", words("a", "rust"))
    before = LATER - timedelta(seconds=1)
    assert opened.phones.get(HERE, before) == OPEN
    assert opened.phones.of_ticket("one", before) == (HERE, OPEN)
    assert len(opened.phones.answers(HERE, before)) == 1
    assert opened.phones.get(HERE, LATER) is None
    assert opened.phones.find("BCDFGH", LATER) is None
    assert opened.phones.of_ticket("one", LATER) is None
    assert opened.phones.answers(HERE, LATER) == ()


def test_closing_takes_tickets_and_answers_away(opened: CaseStore) -> None:
    opened.phones.put("one", words("a", "rust"))
    opened.phones.close(HERE)
    assert opened.phones.of_ticket("one", NOW) is None
    opened.phones.open(HERE, OPEN)
    assert opened.phones.of_ticket("one", NOW) is None
    assert opened.phones.answers(HERE, NOW) == ()


def test_what_is_asked_and_where_can_change(opened: CaseStore) -> None:
    opened.phones.ask(HERE, POSITION)
    opened.phones.move(HERE, "192.0.2.8:8501")
    now = opened.phones.get(HERE, NOW)
    assert now == Phones(
        code="BCDFGH", address="192.0.2.8:8501", question=POSITION, opened_at=NOW
    )
    opened.phones.ask(HERE, None)
    assert opened.phones.of_ticket("one", NOW) == (
        HERE,
        Phones(code="BCDFGH", address="192.0.2.8:8501", opened_at=NOW),
    )


def test_no_more_phones_take_part_than_may(opened: CaseStore) -> None:
    assert opened.phones.join(HERE, "three", most=3)
    assert not opened.phones.join(HERE, "four", most=3)
    assert opened.phones.of_ticket("three", NOW) == (HERE, OPEN)
    assert opened.phones.of_ticket("four", NOW) is None


def test_a_later_answer_takes_the_place_of_an_earlier_one(opened: CaseStore) -> None:
    opened.phones.put("one", words("a", "vol hoofd"))
    opened.phones.put("two", words("b", "rust"))
    opened.phones.show(HERE, CHECK_IN)
    opened.phones.put("one", words("c", "hoop"))
    place = PhoneAnswer(key="d", question=POSITION, place=0)
    opened.phones.put("one", place)
    shown = PhoneAnswer(key="b", question=CHECK_IN, words="rust", shown=True)
    assert opened.phones.answers(HERE, NOW) == (shown, words("c", "hoop"), place)
    assert opened.phones.answer("one", CHECK_IN) == words("c", "hoop")
    assert opened.phones.answer("two", POSITION) is None


def test_a_phone_without_a_ticket_leaves_nothing(opened: CaseStore) -> None:
    opened.phones.put("nobody", words("a", "rust"))
    assert opened.phones.answers(HERE, NOW) == ()


def test_a_phone_takes_back_its_own_answer_only(opened: CaseStore) -> None:
    opened.phones.put("one", words("a", "rust"))
    opened.phones.put("two", words("b", "hoop"))
    opened.phones.withdraw("one", CHECK_IN)
    opened.phones.withdraw("two", POSITION)
    assert opened.phones.answers(HERE, NOW) == (words("b", "hoop"),)


def test_only_answers_to_that_question_in_that_case_are_shown(opened: CaseStore) -> None:
    opened.phones.open(THERE, Phones(code="ZZZZZZ", address="", opened_at=NOW))
    opened.phones.join(THERE, "three", most=9)
    opened.phones.put("one", words("a", "rust"))
    opened.phones.put("two", PhoneAnswer(key="b", question=POSITION, place=4))
    opened.phones.put("three", words("c", "hoop"))
    opened.phones.show(HERE, CHECK_IN)
    assert [one.shown for one in opened.phones.answers(HERE, NOW)] == [True, False]
    assert [one.shown for one in opened.phones.answers(THERE, NOW)] == [False]


def test_one_answer_is_left_out_and_put_back(opened: CaseStore) -> None:
    opened.phones.put("one", words("a", "rust"))
    opened.phones.put("two", words("b", "hoop"))
    opened.phones.leave_out(HERE, "a", left_out=True)
    opened.phones.leave_out(THERE, "b", left_out=True)
    assert [one.left_out for one in opened.phones.answers(HERE, NOW)] == [True, False]
    opened.phones.leave_out(HERE, "a", left_out=False)
    assert [one.left_out for one in opened.phones.answers(HERE, NOW)] == [False, False]
