from datetime import date, datetime, timedelta

from casusanalyse.domain.round import ROUND_VERBS, RoundState, state_of
from casusanalyse.domain.vocabulary import CaseState
from casusanalyse.usecases.history import past_of
from casusanalyse.usecases.invitations import invite, remind, revoke
from casusanalyse.usecases.round import (
    draft_file,
    draft_of,
    make_concept,
    move_last_day,
    open_round,
    reopen,
    round_of,
)
from casusanalyse.usecases.writing import FieldName, write_field
from tests.refusals import refusal
from tests.unit.report.reading import everything
from tests.unit.usecases.week import (
    AFTERWARDS,
    AGREES,
    CLOSING,
    SESSION,
    TODAY,
    a_desk,
    an_open_round,
    said,
)


def test_before_the_concept_there_is_no_round(store) -> None:
    desk = a_desk(store)

    assert (round_of(desk), draft_of(desk), draft_file(desk)) == (None, None, None)
    assert refusal(lambda: open_round(desk, today=TODAY)) == "no_concept"
    assert refusal(lambda: invite(desk, "d1")) == "no_concept"


def test_a_concept_freezes_the_report_with_pseudonyms(store) -> None:
    desk = a_desk(store)
    make_concept(desk, today=TODAY)
    paragraph = draft_of(desk).get("ca_intake_intake_reason")

    assert paragraph.text == (
        "Vlinder woonde op veel plekken. Met moeder raakten wij de lijn kwijt."
    )
    assert {one.name for one in draft_of(desk).pictures} == {
        "beeld_gezin",
        "beeld_levenslijn",
        "beeld_netwerk",
    }
    assert desk.case().intake.state is CaseState.DRAFT
    assert "Mirjam" not in "".join(one.svg for one in draft_of(desk).pictures)


def test_the_chair_may_choose_real_names(store) -> None:
    desk = a_desk(store)
    make_concept(desk, today=TODAY, names=True)

    assert "Mirjam" in draft_of(desk).get("ca_intake_intake_reason").text
    assert "Mirjam" in everything(draft_file(desk))


def test_a_concept_can_be_made_again_until_it_goes_out(store) -> None:
    desk = a_desk(store)
    make_concept(desk, today=TODAY, names=True)
    make_concept(desk, today=TODAY)
    open_round(desk, today=TODAY)

    assert "moeder" in draft_of(desk).get("ca_intake_intake_reason").text
    assert refusal(lambda: make_concept(desk, today=TODAY)) == "round_is_open"
    assert refusal(lambda: open_round(desk, today=TODAY)) == "round_is_open"


def test_opening_gives_everybody_a_week_and_says_so_in_the_word_file(store) -> None:
    desk = an_open_round(store)

    assert round_of(desk).last_day == date(2026, 11, 24)
    assert "ter reactie t/m di 24 nov 2026 23:59" in everything(draft_file(desk))


def test_what_was_typed_between_concept_and_opening_goes_along(store) -> None:
    desk = a_desk(store)
    make_concept(desk, today=TODAY)
    name = FieldName(shelf="intake", key="intake", field="reason")
    old = desk.case().intake
    write_field(desk, name, "Anders gezegd.", base=old.reason, version=old.version)
    open_round(desk, today=TODAY)

    assert draft_of(desk).get("ca_intake_intake_reason").text == "Anders gezegd."


def test_work_on_the_case_does_not_touch_what_readers_have(store) -> None:
    desk = an_open_round(store)
    name = FieldName(shelf="intake", key="intake", field="reason")
    old = desk.case().intake
    write_field(desk, name, "Later.", base=old.reason, version=old.version)

    assert draft_of(desk).get("ca_intake_intake_reason").text != "Later."


def test_the_chair_may_choose_another_last_day_but_not_one_that_is_over(store) -> None:
    desk = a_desk(store)
    make_concept(desk, today=TODAY)

    assert refusal(lambda: open_round(desk, today=TODAY, last_day=date(2026, 11, 16))) == (
        "last_day_past"
    )
    assert open_round(desk, today=TODAY, last_day=date(2026, 12, 1)).last_day == date(
        2026, 12, 1
    )


def test_a_day_that_was_promised_is_never_taken_away(store) -> None:
    desk = an_open_round(store)

    assert refusal(lambda: move_last_day(desk, date(2026, 11, 23))) == "last_day_earlier"
    assert move_last_day(desk, date(2026, 11, 27)).last_day == date(2026, 11, 27)
    assert refusal(
        lambda: move_last_day(a_desk(store, AFTERWARDS + timedelta(days=9)), TODAY)
    ) == ("round_closed")


def test_the_clock_closes_the_round(store) -> None:
    week = round_of(an_open_round(store))

    assert state_of(week, CLOSING - timedelta(microseconds=1)) is RoundState.OPEN
    assert state_of(week, CLOSING) is RoundState.PROCESSING


def test_only_the_chair_decides(store) -> None:
    an_open_round(store)
    note_taker = a_desk(store, who="notulist")

    for act in (
        lambda: make_concept(note_taker, today=TODAY),
        lambda: open_round(note_taker, today=TODAY),
        lambda: move_last_day(note_taker, TODAY),
        lambda: reopen(note_taker),
        lambda: invite(note_taker, "d1"),
        lambda: revoke(note_taker, "d1"),
        lambda: remind(note_taker, "d1"),
    ):
        assert refusal(act) == "chair_only"


def test_reopening_gives_time_again_and_is_in_the_log(store) -> None:
    desk = an_open_round(store)
    assert refusal(lambda: reopen(desk)) == "round_still_open"

    later = a_desk(store, AFTERWARDS)
    week = reopen(later, date(2026, 11, 30))
    assert state_of(week, AFTERWARDS) is RoundState.OPEN
    assert week.reopened_at == AFTERWARDS
    assert store.deeds("2026-0014")[0].verb == "round_reopened"


def test_reopening_without_a_day_lets_only_the_chair_work_on(store) -> None:
    an_open_round(store)
    week = reopen(a_desk(store, AFTERWARDS))

    assert state_of(week, AFTERWARDS) is RoundState.PROCESSING


def test_everything_is_in_the_log_and_nothing_of_it_can_be_undone(store) -> None:
    desk = an_open_round(store)
    said(store, AGREES)
    remind_somebody_else(desk)
    revoke(desk, "d1")
    reopen(a_desk(store, AFTERWARDS))
    verbs = [deed.verb for deed in store.deeds("2026-0014")]

    assert verbs[:8] == [
        "round_reopened",
        "invitation_revoked",
        "participant_reminded",
        "participant_invited",
        "reaction_sent",
        "participant_invited",
        "round_opened",
        "draft_made",
    ]
    assert past_of(desk).undo.verb == "draft_made"
    assert set(verbs) & ROUND_VERBS == set(verbs) - {"draft_made", "case_created"}


def remind_somebody_else(desk) -> None:
    invite(desk, "d2")
    remind(desk, "d2")


def test_the_week_goes_with_the_case_when_it_is_destroyed(store) -> None:
    an_open_round(store)
    said(store, AGREES)
    store.destroy("2026-0014")
    with store._database.reading() as connection:
        left = [
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in ("round", "invitation", "reading_link", "remark")
        ]

    assert left == [0, 0, 0, 0]


def test_moments_come_back_as_they_went_in(store) -> None:
    week = round_of(an_open_round(store))

    assert (week.opened_at, week.made_at) == (SESSION, SESSION)
    assert isinstance(week.opened_at, datetime)
