from datetime import UTC, date, datetime, timedelta

import pytest

from casusanalyse.domain.draft import Paragraph
from casusanalyse.domain.reading import Reading, is_allowed, reacted, sent, withdrawn
from casusanalyse.domain.remark import LONGEST_REMARK, Answer, AnswerKind, RemarkKind, Said
from casusanalyse.domain.round import Invitation, Round
from tests.refusals import refusal

NOW = datetime(2026, 11, 18, 19, 14, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
TOO_LATE = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)
WEEK = Round(made_at=NOW, opened_at=NOW, last_day=date(2026, 11, 24))
EVENT = Paragraph(id="ca_events_e1", chapter="De tijdlijn", text="Wat er stond.")
AGREES = Said(kind=RemarkKind.AGREES)
MISSES = Said(kind=RemarkKind.MISSES, words="Oma was er ook.")


def a_reading(**fields) -> Reading:
    invitation = Invitation(key="u1", participant="d1", invited_at=NOW)
    return Reading(reference="2026-0001", week=WEEK, invitation=invitation, **fields)


def test_typing_keeps_the_words_with_the_text_they_are_about_and_sends_nothing() -> None:
    (remark,) = reacted(a_reading(), EVENT, MISSES, NOW).remarks

    assert (remark.paragraph, remark.quoted) == ("ca_events_e1", "Wat er stond.")
    assert (remark.draft, remark.sent, remark.saved_at) == (MISSES, None, NOW)


def test_reading_alone_is_no_reaction() -> None:
    assert a_reading().invitation.has_reacted is False
    assert reacted(a_reading(), EVENT, MISSES, NOW).invitation.has_reacted is False


def test_typing_again_changes_the_same_remark() -> None:
    once = reacted(a_reading(), EVENT, MISSES, NOW)
    twice = reacted(once, EVENT, AGREES, LATER)

    assert [(one.key, one.draft) for one in twice.remarks] == [(once.remarks[0].key, AGREES)]


def test_choosing_again_takes_the_choice_back() -> None:
    assert reacted(reacted(a_reading(), EVENT, AGREES, NOW), EVENT, None, NOW).remarks == ()


def test_sending_sends_everything_that_was_typed() -> None:
    typed = reacted(reacted(a_reading(), EVENT, MISSES, NOW), None, RECOGNISES, NOW)
    after = sent(typed, LATER)

    assert [one.sent for one in after.remarks] == [MISSES, RECOGNISES]
    assert after.invitation.sent_at == LATER
    assert after.is_sent_as_it_is is True


RECOGNISES = Said(kind=RemarkKind.RECOGNISES)


def test_what_is_typed_after_sending_waits_and_what_was_sent_stands() -> None:
    after = reacted(sent(reacted(a_reading(), EVENT, AGREES, NOW), NOW), EVENT, MISSES, LATER)

    assert [(one.sent, one.draft) for one in after.remarks] == [(AGREES, MISSES)]
    assert after.is_sent_as_it_is is False
    assert [one.sent for one in sent(after, LATER).remarks] == [MISSES]


def test_what_was_sent_is_gone_once_the_choice_is_taken_back_and_sent_again() -> None:
    both = reacted(reacted(a_reading(), EVENT, AGREES, NOW), None, RECOGNISES, NOW)
    without = reacted(sent(both, NOW), EVENT, None, LATER)

    assert [one.sent for one in without.remarks] == [RECOGNISES, AGREES]
    assert [one.sent for one in sent(without, LATER).remarks] == [RECOGNISES]


def test_taking_back_leaves_what_was_typed() -> None:
    after = withdrawn(sent(reacted(a_reading(), EVENT, MISSES, NOW), NOW), LATER)

    assert [(one.draft, one.sent, one.sent_at) for one in after.remarks] == [
        (MISSES, None, None)
    ]
    assert after.invitation.has_reacted is False


def test_an_answer_does_not_stick_to_other_words() -> None:
    answered = sent(reacted(a_reading(), EVENT, MISSES, NOW), NOW)
    (remark,) = answered.remarks
    object.__setattr__(remark, "answer", Answer(kind=AnswerKind.PROCESSED))
    again = sent(reacted(answered, EVENT, AGREES, LATER), LATER)

    assert [one.answer for one in again.remarks] == [None]


@pytest.mark.parametrize(
    "act", [sent, withdrawn, lambda one, now: reacted(one, EVENT, AGREES, now)]
)
def test_after_the_last_day_nothing_changes_any_more(act) -> None:
    typed = reacted(a_reading(), EVENT, AGREES, NOW)

    assert refusal(lambda: act(typed, TOO_LATE)) == "round_closed"
    assert act(typed, TOO_LATE - timedelta(microseconds=1)).reference == "2026-0001"


def test_nothing_said_cannot_be_sent() -> None:
    assert refusal(lambda: sent(a_reading(), NOW)) == "nothing_to_send"


def test_a_choice_for_the_whole_does_not_fit_a_paragraph_nor_the_other_way_round() -> None:
    assert refusal(lambda: reacted(a_reading(), EVENT, RECOGNISES, NOW)) == "not_understood"
    assert refusal(lambda: reacted(a_reading(), None, AGREES, NOW)) == "not_understood"


def test_a_remark_has_a_longest_length() -> None:
    fits = Said(kind=RemarkKind.MISSES, words="x" * LONGEST_REMARK)
    long = Said(kind=RemarkKind.MISSES, words="x" * (LONGEST_REMARK + 1))

    assert reacted(a_reading(), EVENT, fits, NOW).remarks[0].draft == fits
    assert refusal(lambda: reacted(a_reading(), EVENT, long, NOW)) == "remark_too_long"


def test_a_revoked_link_leads_nowhere() -> None:
    invitation = Invitation(key="u1", participant="d1", invited_at=NOW, revoked_at=NOW)
    reading = Reading(reference="2026-0001", week=WEEK, invitation=invitation)

    assert is_allowed(a_reading(), NOW) is True
    assert is_allowed(reading, NOW) is False


@pytest.mark.parametrize(
    ("said", "waits"),
    [
        (AGREES, False),
        (RECOGNISES, False),
        (Said(kind=RemarkKind.AGREES, words="Mooi gezegd."), True),
        (Said(kind=RemarkKind.MISSES), True),
        (MISSES, True),
    ],
)
def test_who_only_agrees_needs_no_answer(said: Said, waits) -> None:
    place = None if said.kind is RemarkKind.RECOGNISES else EVENT
    (remark,) = sent(reacted(a_reading(), place, said, NOW), NOW).remarks

    assert remark.waits is waits
