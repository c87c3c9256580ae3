import re
from datetime import datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from casusanalyse.domain.draft import WHOLE
from casusanalyse.domain.remark import Answer, AnswerKind, RemarkKind, Said
from casusanalyse.domain.round import RoundState, state_of
from casusanalyse.store.cases import CaseStore
from casusanalyse.ui.clock import now, today
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.invitations import invite
from casusanalyse.usecases.reading import Reader, open_link, react, send
from casusanalyse.usecases.remarks import answer, remarks_of
from casusanalyse.usecases.round import make_concept, open_round, round_of
from tests.pages.conftest import Open
from tests.pages.screen import save, shown, tell
from tests.unit.report.full_case import full_case

EVENT = "ca_events_e0"
OTHER_KINDS = ["final-pdf", "final-odt"]
MISSES = Said(kind=RemarkKind.MISSES, words="Oma was er <b>ook</b> bij.")


def a_desk(cases: CaseStore, at: datetime | None = None) -> Desk:
    return Desk(cases=cases, reference="2026-0014", now=at or now())


def a_week_ago(cases: CaseStore) -> datetime:
    """Open a round so long ago that its clock has just closed it."""
    then = now() - timedelta(days=8)
    desk = a_desk(cases, then)
    make_concept(desk, today=then.date())
    open_round(desk, today=then.date())
    return then


def said(cases: CaseStore, at: datetime, words: Said, *, participant: str, on: str) -> None:
    reader = Reader(cases=cases, token=invite(a_desk(cases, at), participant), now=at)
    react(reader, on, words)
    send(reader)


def click(screen: AppTest, key: str) -> AppTest:
    return screen.button(key=key).click().run()


def test_the_chair_reads_the_draft_as_participants_will(open_page: Open) -> None:
    screen = open_page("feedback", full_case(events=2))

    assert "Met moeder raakten wij de lijn kwijt." in shown(screen)
    screen = screen.toggle(key="concept-names").set_value(True).run()
    assert "Met Mirjam raakten wij de lijn kwijt." in shown(screen)


def test_what_stays_out_is_told_beside_it(open_page: Open) -> None:
    screen = open_page("feedback", full_case(events=2))

    assert screen.expander[0].label.startswith("Wat achterblijft")
    assert "Zonder ster" in shown(screen)


def test_the_concept_is_made_and_opened_for_a_week(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("feedback", full_case(events=2))
    screen = click(screen, "make-concept")
    assert round_of(a_desk(cases)).opened_at is None

    screen = click(screen, "open-round")
    week = round_of(a_desk(cases))
    assert week.last_day == today() + timedelta(days=7)
    assert "Wie lezen mee" in shown(screen)


def test_the_chair_may_choose_another_last_day(open_page: Open, cases: CaseStore) -> None:
    screen = click(open_page("feedback", full_case(events=2)), "make-concept")
    screen = screen.selectbox(key="last-day").select_index(10).run()
    click(screen, "open-round")

    assert round_of(a_desk(cases)).last_day == today() + timedelta(days=10)


@pytest.fixture
def opened(open_page: Open) -> AppTest:
    screen = open_page("feedback", full_case(events=2))
    return click(click(screen, "make-concept"), "open-round")


def test_a_link_is_shown_once_as_a_message_to_copy(opened: AppTest, cases: CaseStore) -> None:
    screen = click(opened, "invite-d1")
    (message,) = [one.value for one in screen.code]
    token = re.search(r"/lees#(\S+)", message)[1]

    assert message.startswith("Beste Fatima el Hadioui,")
    assert open_link(Reader(cases=cases, token=token, now=now())).name == "Fatima el Hadioui"
    assert "Vlinder" not in message
    assert [one.value for one in click(screen, "hide-link").code] == []


def test_only_names_and_yes_or_not_yet_are_shown(opened: AppTest, cases: CaseStore) -> None:
    said(cases, now(), MISSES, participant="d1", on=EVENT)
    screen = opened.run()

    assert "Fatima el Hadioui jeugdbeschermer heeft gereageerd" in shown(screen)
    assert "Koos Ulrum leerkracht nog niet uitgenodigd" in shown(screen)
    assert "Oma was er" not in shown(screen)
    assert [one.key for one in screen.button if one.key.startswith("remind")] == []


def test_who_is_silent_can_be_reminded_twice(opened: AppTest) -> None:
    screen = click(click(click(opened, "invite-d2"), "remind-d2"), "remind-d2")

    assert "nog geen reactie, 2 keer herinnerd" in shown(screen)
    assert [one.key for one in screen.button if one.key == "remind-d2"] == []


def test_a_link_can_be_taken_back(opened: AppTest, cases: CaseStore) -> None:
    screen = click(click(opened, "invite-d2"), "revoke-d2")

    assert "link ingetrokken" in shown(screen)
    assert [one.value for one in screen.code] == []


def test_the_last_day_can_be_moved_on(opened: AppTest, cases: CaseStore) -> None:
    screen = opened.selectbox(key="more-time").select_index(2).run()
    click(screen, "move-day")

    assert round_of(a_desk(cases)).last_day == today() + timedelta(days=9)


def an_old_week(open_page: Open, cases: CaseStore, *remarks: tuple[str, Said, str]) -> AppTest:
    open_page("report", full_case(events=2))
    at = a_week_ago(cases)
    for participant, words, place in remarks:
        said(cases, at, words, participant=participant, on=place)
    return open_page("feedback", reference="2026-0014")


def test_after_the_last_day_all_voices_stand_beside_each_other(
    open_page: Open, cases: CaseStore
) -> None:
    rather = Said(kind=RemarkKind.RATHER, words="Wij zochten een plek.")
    screen = an_old_week(open_page, cases, ("d1", MISSES, EVENT), ("d2", rather, EVENT))

    assert "4.1 Overleg 1 bij moeder" in shown(screen)
    assert "Fatima el Hadioui, mist iets ‘Oma was er <b>ook</b> bij.’" in shown(screen)
    assert "Koos Ulrum, liever zo verwoord ‘Wij zochten een plek.’" in shown(screen)
    assert "0 van de 2 opmerkingen hebben een antwoord" in shown(screen)


def test_an_answer_saves_itself(open_page: Open, cases: CaseStore) -> None:
    screen = an_old_week(open_page, cases, ("d1", MISSES, EVENT))
    (key,) = [one.key for one in remarks_of(a_desk(cases))]
    screen = save(screen, f"answer-{key}", f"{key}/reason", "Oma staat er nu bij.")
    screen = save(screen, f"answer-{key}", f"{key}/kind", "partly")
    screen = save(screen, f"answer-{key}", f"{key}/differs", value=True)
    (remark,) = remarks_of(a_desk(cases))

    assert remark.answer == Answer(kind=AnswerKind.PARTLY, reason="Oma staat er nu bij.")
    assert remark.differs is True
    assert "1 van 1 opmerking heeft een antwoord" in shown(screen)


def test_the_text_is_changed_in_place_and_can_be_undone(
    open_page: Open, cases: CaseStore
) -> None:
    screen = an_old_week(open_page, cases, ("d1", MISSES, EVENT))
    screen = save(screen, "paragraph", "events/e0/what", "Oma was er ook bij.")
    assert event(cases).what == "Oma was er ook bij."

    tell(screen, "top", undo=True)
    assert event(cases).what != "Oma was er ook bij."


def event(cases: CaseStore):
    return next(one for one in cases.get("2026-0014").events if one.key == "e0")


def test_final_is_refused_while_somebody_waits_for_an_answer(
    open_page: Open, cases: CaseStore
) -> None:
    screen = an_old_week(open_page, cases, ("d1", MISSES, EVENT))
    screen = click(screen, "make-final")

    assert "Elke opmerking krijgt eerst een antwoord. Nog te gaan: 1." in shown(screen)
    assert [one.label for one in screen.button if one.key == "place-0"] == [
        "4.1 Overleg 1 bij moeder · nog te doen"
    ]


def test_silence_is_silence(open_page: Open, cases: CaseStore) -> None:
    screen = an_old_week(open_page, cases)
    assert "Er zijn geen opmerkingen ontvangen." in shown(screen)


def test_the_final_report_can_be_downloaded_and_reopened(
    open_page: Open, cases: CaseStore
) -> None:
    recognises = Said(kind=RemarkKind.RECOGNISES)
    screen = an_old_week(open_page, cases, ("d1", MISSES, EVENT), ("d2", recognises, WHOLE))
    (remark, _) = remarks_of(a_desk(cases))
    answer(a_desk(cases), remark.key, AnswerKind.PROCESSED)
    screen = click(screen.run(), "make-final")

    week = round_of(a_desk(cases))
    assert state_of(week, now()) is RoundState.FINAL
    assert [one.value for one in screen.code] == [week.fingerprint]
    assert "Koos Ulrum" not in shown(screen), "the final report has pseudonyms"
    assert "leerkracht · herkent het verslag" in shown(screen).casefold()

    click(screen, "reopen-work")
    assert round_of(a_desk(cases)).reopened_at is not None


@pytest.mark.parametrize("is_there", [True, False], ids=["with the program", "without it"])
def test_other_kinds_of_file_are_offered_where_they_can_be_made(
    open_page: Open, cases: CaseStore, tmp_path, monkeypatch, is_there: bool
) -> None:
    if is_there:
        (tmp_path / "soffice").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    screen = click(an_old_week(open_page, cases).run(), "make-final")
    offered = [one.key for one in screen.get("download_button")]

    assert [one for one in offered if one in OTHER_KINDS] == OTHER_KINDS * is_there
    assert ("Een PDF maak je in Word" in shown(screen)) is not is_there


def test_the_way_leads_from_the_report(open_page: Open) -> None:
    screen = click(open_page("report", full_case(events=2)), "to-feedback")

    assert "Zo lezen de deelnemers het" in shown(screen)


def test_the_state_line_says_where_we_are(opened: AppTest) -> None:
    assert "Ter reactie t/m" in shown(opened)
