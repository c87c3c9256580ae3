from dataclasses import replace
from datetime import timedelta

import pytest

from casusanalyse.domain.devices import PhoneQuestion
from casusanalyse.store.casefile import write_case
from casusanalyse.usecases.desk import NOTE_TAKER, Desk
from casusanalyse.usecases.participants import add_participant
from casusanalyse.usecases.phone import (
    PhoneView,
    join,
    phone_view,
    rather_not,
    send_place,
    send_words,
    take_back,
)
from casusanalyse.usecases.phones import (
    ask_phones,
    close_phones,
    leave_out,
    open_phones,
    phones_of,
    received,
    show_answers,
    tell_address,
    with_phones,
)
from casusanalyse.usecases.sitting import stand_of
from tests.refusals import refusal
from tests.stores import NOW

HERE = "192.0.2.7:8501"
CHECK_IN, POSITION, TAKES_ALONG, POSITION_AFTER = PhoneQuestion


@pytest.fixture
def phones(desk: Desk) -> list[str]:
    """The tickets of five phones; they are asked how it is to be here."""
    code = open_phones(desk, HERE).code
    tickets = [join(desk.cases, code, NOW) for _ in range(5)]
    ask_phones(desk, CHECK_IN)
    return tickets


def say(desk: Desk, ticket: str, words: str) -> None:
    send_words(desk.cases, ticket, CHECK_IN, words, NOW)


def on_screen(desk: Desk) -> list[str]:
    """The check-in words of people without a name, as a picture gets them."""
    shown = with_phones(desk, desk.case()).participants
    return [one.check_in for one in shown if not one.name]


def screen_number(desk: Desk) -> int:
    return stand_of(desk).sitting


def test_phones_are_off_until_the_chair_opens_them(desk):
    assert phones_of(desk) is None
    opened = open_phones(desk, HERE)
    assert phones_of(desk) == opened
    assert (opened.address, opened.question, opened.opened_at) == (HERE, None, NOW)


def test_what_a_phone_sends_is_seen_only_after_the_chair_shows_it(desk, phones):
    say(desk, phones[0], "rust")
    say(desk, phones[1], "Een vol hoofd")
    came = received(desk, CHECK_IN)
    assert (came.waiting, came.seen, on_screen(desk)) == (2, (), [])
    show_answers(desk, CHECK_IN)
    say(desk, phones[2], "hoop")
    came = received(desk, CHECK_IN)
    assert (came.waiting, [one.words for one in came.seen]) == (1, ["Een vol hoofd", "rust"])
    assert on_screen(desk) == ["Een vol hoofd", "rust"]


def test_a_changed_word_is_hidden_again(desk, phones):
    say(desk, phones[0], "rust")
    show_answers(desk, CHECK_IN)
    say(desk, phones[0], "haast")
    assert (received(desk, CHECK_IN).waiting, on_screen(desk)) == (1, [])


def test_a_word_that_is_taken_back_leaves_the_screen(desk, phones):
    say(desk, phones[0], "rust")
    show_answers(desk, CHECK_IN)
    before = screen_number(desk)
    take_back(desk.cases, phones[0], CHECK_IN, NOW)
    assert on_screen(desk) == []
    assert screen_number(desk) == before + 1


def test_the_chair_leaves_one_word_out_and_puts_it_back(desk, phones):
    for ticket, words in zip(phones, ("rust", "hoop"), strict=False):
        say(desk, ticket, words)
    show_answers(desk, CHECK_IN)
    hope = received(desk, CHECK_IN).seen[0]
    leave_out(desk, hope.key)
    assert on_screen(desk) == ["rust"]
    leave_out(desk, hope.key, left_out=False)
    assert on_screen(desk) == ["hoop", "rust"]


def test_places_stand_beside_those_of_the_table(desk, phones):
    add_participant(desk, "Roos")
    ask_phones(desk, POSITION)
    for ticket, place in zip(phones, (0, 4, 0), strict=False):
        send_place(desk.cases, ticket, POSITION, place, NOW)
    show_answers(desk, POSITION)
    shown = with_phones(desk, desk.case()).participants
    assert sorted(one.position for one in shown if one.position is not None) == [0, 0, 4]
    assert [one.name for one in shown] == ["", "", "", "Roos"]
    assert [one.position_after for one in shown] == [None] * 4


def test_nothing_of_phones_comes_into_the_case(desk, phones):
    before = write_case(desk.case())
    say(desk, phones[0], "rust")
    show_answers(desk, CHECK_IN)
    assert write_case(desk.case()) == before


def test_the_beamer_notices_what_the_group_may_see_and_nothing_else(desk, phones):
    before = screen_number(desk)
    say(desk, phones[0], "rust")
    rather_not(desk.cases, phones[1], CHECK_IN, NOW)
    ask_phones(desk, POSITION)
    assert screen_number(desk) == before
    show_answers(desk, CHECK_IN)
    assert screen_number(desk) == before + 1
    tell_address(desk, "192.0.2.8:8501")
    assert screen_number(desk) == before + 2
    close_phones(desk)
    assert (screen_number(desk), on_screen(desk)) == (before + 3, [])


def test_a_phone_follows_what_is_asked(desk, phones):
    view = phone_view(desk.cases, phones[0], NOW)
    assert view == PhoneView(question=CHECK_IN, answer=None)
    say(desk, phones[0], "rust")
    assert phone_view(desk.cases, phones[0], NOW).answer.words == "rust"
    ask_phones(desk, TAKES_ALONG)
    assert phone_view(desk.cases, phones[0], NOW) == PhoneView(
        question=TAKES_ALONG, answer=None
    )
    close_phones(desk)
    assert phone_view(desk.cases, phones[0], NOW) is None
    assert phone_view(desk.cases, None, NOW) is None


def test_rather_not_counts_for_nobody(desk, phones):
    rather_not(desk.cases, phones[0], CHECK_IN, NOW)
    show_answers(desk, CHECK_IN)
    came = received(desk, CHECK_IN)
    assert (came.waiting, came.seen, on_screen(desk)) == (0, (), [])


def test_phones_say_no_kindly(desk, phones):
    store, ticket = desk.cases, phones[0]
    assert refusal(lambda: say(desk, ticket, "  ")) == "words_missing"
    assert refusal(lambda: say(desk, ticket, "w" * 41)) == "words_long"
    say(desk, ticket, f" {'w' * 40} ")
    place = lambda where: send_place(store, ticket, POSITION, where, NOW)  # noqa: E731 - short
    assert refusal(lambda: place(5)) == "not_understood"
    assert refusal(lambda: place(4)) == "question_gone"
    as_word = lambda: send_words(store, ticket, POSITION, "naast", NOW)  # noqa: E731 - short
    assert refusal(as_word) == "not_understood"
    close_phones(desk)
    assert refusal(lambda: say(desk, ticket, "rust")) == "phones_closed"


def test_no_more_phones_than_people_and_five(desk, phones):
    code = phones_of(desk).code
    assert refusal(lambda: join(desk.cases, code, NOW)) == "phones_full"
    add_participant(desk, "Roos")
    join(desk.cases, code, NOW)
    assert refusal(lambda: join(desk.cases, code, NOW)) == "phones_full"


def test_phones_join_with_the_code_of_now(desk, phones):
    earlier = phones_of(desk).code
    later = NOW + timedelta(hours=12)
    assert refusal(lambda: join(desk.cases, earlier, later)) == "code_wrong"
    open_phones(desk, HERE)
    assert refusal(lambda: join(desk.cases, earlier, NOW)) == "code_wrong"
    assert phone_view(desk.cases, phones[0], NOW) is None


def test_only_the_chair_leads_the_phones(desk, phones):
    note_taker = replace(desk, who=NOTE_TAKER)
    attempts = (
        lambda: open_phones(note_taker, HERE),
        lambda: close_phones(note_taker),
        lambda: ask_phones(note_taker, POSITION),
        lambda: show_answers(note_taker, CHECK_IN),
        lambda: leave_out(note_taker, "a1"),
        lambda: tell_address(note_taker, HERE),
    )
    assert {refusal(attempt) for attempt in attempts} == {"chair_only"}
