from datetime import timedelta

import pytest

from casusanalyse.domain.draft import WHOLE
from casusanalyse.domain.remark import AnswerKind, Remark
from casusanalyse.domain.round import RoundState
from casusanalyse.usecases.final import final_file, make_final
from casusanalyse.usecases.reading import (
    Reader,
    open_link,
    react,
    report_file,
    send,
    withdraw,
)
from casusanalyse.usecases.remarks import answer, remarks_of, take_in
from casusanalyse.usecases.round import draft_file
from tests.refusals import refusal
from tests.unit.usecases.week import (
    AFTERWARDS,
    AGREES,
    CLOSING,
    EVENT,
    MISSES,
    RECOGNISES,
    SESSION,
    a_desk,
    a_reader,
    an_open_round,
    said,
)


def at(reader: Reader, now) -> Reader:
    return Reader(cases=reader.cases, token=reader.token, now=now)


def test_a_link_opens_the_draft_for_its_own_reader(store) -> None:
    an_open_round(store)
    page = open_link(a_reader(store, "d2"))

    assert (page.name, page.state) == ("Koos Ulrum", RoundState.OPEN)
    assert page.report.get(EVENT).number == "4.1"
    assert (page.reading.remarks, page.final, page.answered) == ((), None, ())


def test_opening_leaves_no_trace(store) -> None:
    an_open_round(store)
    reader = a_reader(store)
    before = store.version("2026-0014")
    open_link(reader)

    assert store.version("2026-0014") == before
    assert open_link(reader).reading.invitation.has_reacted is False


def test_typing_is_kept_and_nobody_else_sees_it(store) -> None:
    desk = an_open_round(store)
    reader = a_reader(store)
    before = store.version("2026-0014")
    react(reader, EVENT, MISSES)

    assert [one.draft for one in open_link(reader).reading.remarks] == [MISSES]
    assert open_link(a_reader(store, "d2")).reading.remarks == ()
    assert remarks_of(at_desk(desk, AFTERWARDS)) == ()
    assert store.version("2026-0014") == before + 1, "only the second link is in the log"


def at_desk(desk, now):
    return a_desk(desk.cases, now)


def test_a_choice_can_be_taken_back(store) -> None:
    an_open_round(store)
    reader = a_reader(store)
    react(reader, EVENT, AGREES)
    react(reader, EVENT, None)

    assert open_link(reader).reading.remarks == ()


def test_what_was_sent_reaches_the_chair_after_the_close(store) -> None:
    desk = an_open_round(store)
    said(store, MISSES)
    said(store, RECOGNISES, participant="d2", on=WHOLE)

    assert remarks_of(at_desk(desk, CLOSING - timedelta(seconds=1))) == ()
    assert [one.sent for one in remarks_of(at_desk(desk, CLOSING))] == [MISSES, RECOGNISES]


def test_a_reaction_can_be_taken_back_until_the_last_moment(store) -> None:
    desk = an_open_round(store)
    reader = a_reader(store)
    react(reader, EVENT, MISSES)
    send(reader)
    last = at(reader, CLOSING - timedelta(microseconds=1))

    assert withdraw(last).invitation.has_reacted is False
    assert remarks_of(at_desk(desk, AFTERWARDS)) == ()
    assert [one.draft for one in open_link(last).reading.remarks] == [MISSES]


def test_after_the_last_day_own_words_stay_readable_and_nothing_is_taken_in(store) -> None:
    an_open_round(store)
    reader = a_reader(store)
    react(reader, EVENT, MISSES)
    late = at(reader, CLOSING)

    assert refusal(lambda: react(late, EVENT, AGREES)) == "round_closed"
    assert refusal(lambda: send(late)) == "round_closed"
    assert refusal(lambda: withdraw(late)) == "round_closed"
    page = open_link(late)
    assert page.state is RoundState.PROCESSING
    assert [one.draft for one in page.reading.remarks] == [MISSES]


@pytest.mark.parametrize(
    "act", [open_link, send, withdraw, report_file, lambda one: react(one, EVENT, AGREES)]
)
def test_unknown_and_expired_links_get_the_same_answer(store, act) -> None:
    an_open_round(store)
    reader = a_reader(store)
    unknown = Reader(cases=store, token="x" * 43, now=SESSION)
    expired = at(reader, CLOSING + timedelta(days=30))

    assert (refusal(lambda: act(unknown)), refusal(lambda: act(expired))) == (
        "link_unknown",
        "link_unknown",
    )


def test_an_empty_token_is_no_key(store) -> None:
    an_open_round(store)
    a_reader(store)

    assert (
        refusal(lambda: open_link(Reader(cases=store, token="", now=SESSION))) == "link_unknown"
    )


def test_a_paragraph_that_is_not_in_the_draft_is_refused(store) -> None:
    an_open_round(store)

    assert (
        refusal(lambda: react(a_reader(store), "ca_events_nowhere", AGREES)) == "not_understood"
    )


def test_the_draft_can_be_downloaded_as_it_was_frozen(store) -> None:
    desk = an_open_round(store)

    assert report_file(a_reader(store)) == draft_file(desk)


def test_the_final_report_and_own_answers_can_be_read_by_the_same_link(store) -> None:
    an_open_round(store)
    said(store, MISSES)
    reader = a_reader(store)
    other = a_reader(store, "d2")
    desk = a_desk(store, AFTERWARDS)
    (remark,) = remarks_of(desk)
    answer(desk, remark.key, AnswerKind.PARTLY, "Oma was er later bij.")
    make_final(desk)
    page = open_link(at(reader, AFTERWARDS))

    assert page.state is RoundState.FINAL
    assert [one.answer.reason for one in page.answered] == ["Oma was er later bij."]
    assert open_link(at(other, AFTERWARDS)).answered == ()
    assert report_file(at(reader, AFTERWARDS)) == final_file(desk)
    assert (
        refusal(lambda: open_link(at(reader, AFTERWARDS + timedelta(days=31))))
        == "link_unknown"
    )


def test_who_reacted_in_word_reads_the_answers_by_the_link_too(store) -> None:
    desk = an_open_round(store)
    reader, other = a_reader(store), a_reader(store, "d2")
    by_word = Remark(key="w1", author="Ans", sent=MISSES, sent_at=desk.now)
    take_in(desk, "d2", [by_word])
    desk = a_desk(store, AFTERWARDS)
    answer(desk, "w1", AnswerKind.PROCESSED, "Staat er nu bij.")
    make_final(desk)

    page = open_link(at(other, AFTERWARDS))
    assert [one.answer.reason for one in page.answered] == ["Staat er nu bij."]
    assert open_link(at(reader, AFTERWARDS)).answered == ()


def test_words_no_database_can_hold_are_kept_without_those_signs(store) -> None:
    an_open_round(store)
    reader = a_reader(store)
    react(reader, EVENT, type(MISSES)(kind=MISSES.kind, words="a\x00b\ud800c"))

    assert [one.draft.words for one in open_link(reader).reading.remarks] == ["abc"]
