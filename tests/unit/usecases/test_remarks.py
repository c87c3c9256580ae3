from casusanalyse.domain.draft import WHOLE
from casusanalyse.domain.remark import Answer, AnswerKind, Remark, RemarkKind, Said
from casusanalyse.usecases.invitations import guests
from casusanalyse.usecases.reading import open_link, react, send
from casusanalyse.usecases.remarks import (
    answer,
    keep_differing,
    remarks_of,
    take_in,
    unanswered,
)
from casusanalyse.usecases.round import reopen
from tests.refusals import refusal
from tests.unit.usecases.week import (
    AFTERWARDS,
    AGREES,
    MISSES,
    RATHER,
    RECOGNISES,
    SESSION,
    a_desk,
    a_reader,
    an_open_round,
    said,
)


def from_word(key: str = "w1", words: str = "Dit was in mei.") -> Remark:
    return Remark(
        key=key,
        paragraph="ca_events_e1",
        quoted="Wat er stond.",
        author="K. Ulrum",
        sent=Said(kind=RemarkKind.COMMENT, words=words),
        sent_at=SESSION,
    )


def test_remarks_come_in_the_order_of_the_report_and_the_whole_last(store) -> None:
    an_open_round(store)
    said(store, Said(kind=RemarkKind.GENERAL, words="Dank."), on=WHOLE)
    said(store, RATHER, participant="d2", on="ca_codings_c1")
    said(store, MISSES, participant="d2")
    found = remarks_of(a_desk(store, AFTERWARDS))

    assert [one.paragraph for one in found] == ["ca_events_e0", "ca_codings_c1", WHOLE]


def test_several_voices_stand_beside_each_other(store) -> None:
    an_open_round(store)
    said(store, MISSES)
    said(store, RATHER, participant="d2")

    assert {one.sent for one in remarks_of(a_desk(store, AFTERWARDS))} == {MISSES, RATHER}


def test_every_remark_with_words_waits_for_an_answer(store) -> None:
    an_open_round(store)
    said(store, MISSES)
    said(store, AGREES, participant="d2")
    said(store, RECOGNISES, participant="d2", on=WHOLE)
    desk = a_desk(store, AFTERWARDS)

    assert [one.sent for one in unanswered(desk)] == [MISSES]
    answer(desk, unanswered(desk)[0].key, AnswerKind.PROCESSED)
    assert unanswered(desk) == ()


def test_an_answer_can_be_changed(store) -> None:
    an_open_round(store)
    said(store, MISSES)
    desk = a_desk(store, AFTERWARDS)
    (remark,) = remarks_of(desk)
    answer(desk, remark.key, AnswerKind.PROCESSED)
    answer(desk, remark.key, AnswerKind.NOT, "Dit klopt al.")

    assert [one.answer for one in remarks_of(desk)] == [
        Answer(kind=AnswerKind.NOT, reason="Dit klopt al.")
    ]


def test_half_an_answer_is_kept_and_still_waits(store) -> None:
    an_open_round(store)
    said(store, MISSES)
    desk = a_desk(store, AFTERWARDS)
    (remark,) = remarks_of(desk)

    for kind, reason, waits in (
        (None, "Dit klopt al.", True),
        (AnswerKind.NOT, "", True),
        (AnswerKind.PARTLY, " ", True),
        (AnswerKind.PARTLY, "Dit klopt al.", False),
        (AnswerKind.PROCESSED, "", False),
    ):
        assert answer(desk, remark.key, kind, reason).waits is waits


def test_answers_belong_between_the_close_and_the_final_report(store) -> None:
    desk = an_open_round(store)
    said(store, MISSES)
    (remark,) = remarks_of(a_desk(store, AFTERWARDS))

    assert refusal(lambda: answer(desk, remark.key, AnswerKind.PROCESSED)) == "round_not_closed"
    assert refusal(lambda: keep_differing(desk, remark.key, differs=True)) == "round_not_closed"


def test_only_the_chair_answers(store) -> None:
    an_open_round(store)
    said(store, MISSES)
    (remark,) = remarks_of(a_desk(store, AFTERWARDS))
    other = a_desk(store, AFTERWARDS, who="notulist")

    assert refusal(lambda: answer(other, remark.key, AnswerKind.PROCESSED)) == "chair_only"
    assert refusal(lambda: keep_differing(other, remark.key, differs=True)) == "chair_only"
    assert refusal(lambda: take_in(other, "d2", [from_word()])) == "chair_only"
    assert refusal(lambda: remarks_of(other)) == "chair_only"


def test_a_lasting_difference_can_be_kept_and_dropped(store) -> None:
    an_open_round(store)
    said(store, RATHER)
    desk = a_desk(store, AFTERWARDS)
    (remark,) = remarks_of(desk)

    assert keep_differing(desk, remark.key, differs=True).differs is True
    assert keep_differing(desk, remark.key, differs=False).differs is False


def test_a_difference_without_words_cannot_be_printed(store) -> None:
    an_open_round(store)
    said(store, AGREES)
    desk = a_desk(store, AFTERWARDS)
    (remark,) = remarks_of(desk)

    assert refusal(lambda: keep_differing(desk, remark.key, differs=True)) == "nothing_to_print"


def test_an_unknown_remark_is_gone(store) -> None:
    an_open_round(store)

    assert refusal(
        lambda: answer(a_desk(store, AFTERWARDS), "nowhere", AnswerKind.PROCESSED)
    ) == ("gone")


def test_a_word_file_counts_as_a_reaction_of_its_participant(store) -> None:
    desk = an_open_round(store)
    assert take_in(desk, "d2", [from_word()]) == 1
    found = {one.participant.key: one.invitation for one in guests(desk, desk.case())}

    assert found["d2"].has_reacted is True
    assert [one.invitation for one in remarks_of(desk)] == [found["d2"].key]


def test_the_same_file_twice_adds_nothing_and_keeps_the_answer(store) -> None:
    an_open_round(store)
    desk = a_desk(store, AFTERWARDS)
    take_in(desk, "d2", [from_word()])
    answer(desk, "w1", AnswerKind.PROCESSED, "Aangepast.")
    before = store.version("2026-0014")

    assert take_in(desk, "d2", [from_word()]) == 0
    assert [one.answer.reason for one in remarks_of(desk)] == ["Aangepast."]
    assert store.version("2026-0014") == before


def test_what_came_back_in_word_is_not_touched_by_the_link(store) -> None:
    desk = an_open_round(store)
    take_in(desk, "d2", [from_word()])
    reader = a_reader(store, "d2")
    react(reader, "ca_events_e1", AGREES)
    send(reader)

    assert [one.draft for one in open_link(reader).reading.remarks] == [AGREES]
    assert {one.sent.kind for one in remarks_of(a_desk(store, AFTERWARDS))} == {
        RemarkKind.COMMENT,
        RemarkKind.AGREES,
    }


def test_a_file_of_somebody_who_was_not_there_is_refused(store) -> None:
    assert refusal(lambda: take_in(an_open_round(store), "nobody", [from_word()])) == "gone"


def test_answers_stay_when_the_round_is_reopened(store) -> None:
    an_open_round(store)
    said(store, MISSES)
    desk = a_desk(store, AFTERWARDS)
    (remark,) = remarks_of(desk)
    answer(desk, remark.key, AnswerKind.PROCESSED)
    reopen(desk)

    assert [one.answer.kind for one in remarks_of(desk)] == [AnswerKind.PROCESSED]
