from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from casusanalyse.content.cards import asked_in, stop_questions
from casusanalyse.domain.change import Put
from casusanalyse.domain.participant import Note, Participant
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.figures.palette import DIM_GROUND, PAPER
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.beamer import beamer_picture, beamer_stand, waiting_picture
from casusanalyse.usecases.cases import new_case
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.parking import park
from casusanalyse.usecases.sitting import (
    ask_at_stop,
    begin_clock,
    go_on,
    press_stop,
    show,
    turn_light,
)
from tests.builders import an_event

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
WORDS = Scene(kind=SceneKind.WORDS)


@pytest.fixture
def desk(store: CaseStore) -> Desk:
    case = new_case(store, working_name="Vlinder", now=NOW)
    return Desk(cases=store, reference=case.reference, now=NOW)


def alt(desk: Desk) -> str:
    return beamer_picture(desk).picture.alt


def test_the_beamer_begins_with_the_first_question(desk):
    assert alt(desk).endswith(asked_in(1)[0])


def test_whatever_is_chosen_or_written_changes_how_far_it_is_and_looking_does_not(desk):
    stands = [beamer_stand(desk)]
    show(desk, WORDS)
    stands.append(beamer_stand(desk))
    park(desk, "brutaal")
    stands.append(beamer_stand(desk))
    turn_light(desk, dim=True)
    stands.append(beamer_stand(desk))
    assert len(set(stands)) == 4
    beamer_picture(desk)
    assert beamer_stand(desk) == stands[-1]


@pytest.mark.parametrize("kind", SceneKind)
def test_a_stop_comes_before_every_scene_and_after_it_the_same_spot_returns(desk, kind):
    show(desk, Scene(kind=kind, step=2, page=1))
    before = beamer_picture(desk)
    press_stop(desk)
    during = beamer_picture(desk)
    assert (during.is_stopped, during.is_dark) == (True, True)
    assert during.picture.alt == f"We staan even stil. {stop_questions()[0]}"
    ask_at_stop(desk, 2)
    assert alt(desk).endswith(stop_questions()[2])
    go_on(desk)
    assert beamer_picture(desk) == before


def test_the_dark_look_is_the_same_picture_on_a_dark_ground(desk):
    light = beamer_picture(desk)
    turn_light(desk, dim=True)
    dark = beamer_picture(desk)
    assert (light.is_dark, dark.is_dark, dark.is_stopped) == (False, True, False)
    assert (PAPER in light.picture.svg, PAPER in dark.picture.svg) == (True, False)
    assert DIM_GROUND in dark.picture.svg
    assert dark.picture.alt == light.picture.alt


def test_a_hidden_event_never_comes_on_the_beamer(desk):
    event = replace(an_event("2020-01-01", "geheim"), hidden=True)
    desk.write("add_event", Put(event))
    show(desk, Scene(kind=SceneKind.EVENT, step=4, event=event.key))
    assert alt(desk).endswith(asked_in(4)[0])
    assert "eheim" not in beamer_picture(desk).picture.svg


def test_what_the_chair_notes_about_the_process_never_comes_on_the_beamer(desk):
    desk.write("write_notes", Put(Note(key="process-1", text="gespannen gezichten")))
    for kind in SceneKind:
        show(desk, Scene(kind=kind, step=1))
        assert "gezichten" not in beamer_picture(desk).picture.svg


def test_words_come_on_the_beamer_without_their_name(desk):
    one = Participant(
        key="p1", name="Fatima", email="f@voorbeeld.nl", check_in="met een vol hoofd"
    )
    desk.write("add_participant", Put(one))
    show(desk, WORDS)
    svg = beamer_picture(desk).picture.svg
    assert ("met een vol hoofd" in svg, "Fatima" in svg, "voorbeeld.nl" in svg) == (
        True,
        False,
        False,
    )


def test_the_break_ends_when_the_plan_says_so_on_the_clock_of_the_room(desk):
    show(desk, Scene(kind=SceneKind.BREAK, step=3))
    assert alt(desk) == "Pauze."
    begin_clock(desk)
    assert alt(desk) == "Pauze tot 11:35."
    long_after = replace(desk, now=NOW + timedelta(hours=5))
    assert alt(long_after) == "Pauze."


def test_a_case_that_is_not_there_is_refused(desk):
    gone = replace(desk, reference="2026-9999")
    for ask in (beamer_stand, beamer_picture):
        with pytest.raises(Refusal, match="unknown_case"):
            ask(gone)


def test_without_a_case_the_beamer_says_so():
    assert waiting_picture().picture.alt == "Er is nog geen casus open."
