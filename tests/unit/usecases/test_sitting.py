from dataclasses import replace
from datetime import timedelta

import pytest

from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.usecases.desk import NOTE_TAKER, Desk
from casusanalyse.usecases.sitting import (
    ask_at_stop,
    go_along,
    go_on,
    let_follow,
    press_stop,
    show,
    sitting_of,
    stand_of,
    turn_light,
)

FAMILY = Scene(kind=SceneKind.FAMILY, step=3)
NETWORK = Scene(kind=SceneKind.NETWORK, step=4)


def later(desk: Desk, seconds: float) -> Desk:
    return replace(desk, now=desk.now + timedelta(seconds=seconds))


def by_note_taker(desk: Desk) -> Desk:
    return replace(desk, who=NOTE_TAKER)


def test_the_beamer_begins_with_the_first_question_and_goes_along(desk: Desk) -> None:
    assert sitting_of(desk).scene == Scene(kind=SceneKind.QUESTION, step=1)
    assert go_along(desk, FAMILY).scene == FAMILY


def test_a_beamer_that_stays_takes_only_what_is_chosen_by_hand(desk: Desk) -> None:
    let_follow(desk, follows=False)
    assert go_along(desk, FAMILY).scene == Scene()
    assert show(desk, NETWORK).scene == NETWORK
    assert sitting_of(desk).follows is False


def test_what_is_shown_by_hand_gives_way_to_what_the_chair_opens_next(desk: Desk) -> None:
    show(desk, NETWORK)
    assert go_along(desk, FAMILY).scene == FAMILY


@pytest.mark.parametrize(
    "lead",
    [
        lambda desk: show(desk, FAMILY),
        lambda desk: go_along(desk, FAMILY),
        lambda desk: let_follow(desk, follows=False),
        lambda desk: turn_light(desk, dim=True),
        lambda desk: ask_at_stop(desk, 1),
    ],
)
def test_only_the_chair_decides_what_is_shown(desk: Desk, lead) -> None:
    before = stand_of(desk)
    with pytest.raises(Refusal) as refused:
        lead(by_note_taker(desk))
    assert refused.value.code == "chair_only"
    assert stand_of(desk) == before


def test_anybody_at_a_desk_stops_and_goes_on_at_the_same_spot(desk: Desk) -> None:
    show(desk, FAMILY)
    assert press_stop(by_note_taker(desk)).is_stopped
    after = go_on(by_note_taker(later(desk, 90)))
    assert (after.scene, after.is_stopped) == (FAMILY, False)


def test_pressing_twice_is_one_stop(desk: Desk) -> None:
    first = press_stop(desk)
    assert press_stop(later(desk, 30)) == first


def test_every_stop_opens_with_the_next_question(desk: Desk) -> None:
    asked = []
    for _ in range(4):
        asked.append(press_stop(desk).question)
        go_on(desk)
    assert asked == [0, 1, 2, 0]


def test_a_change_that_changes_nothing_wakes_nobody(desk: Desk) -> None:
    before = stand_of(desk)
    turn_light(desk, dim=False)
    go_on(desk)
    assert stand_of(desk) == before


def test_the_session_of_a_case_that_is_not_there_is_refused(desk: Desk) -> None:
    nowhere = replace(desk, reference="2026-9999")
    for ask in (sitting_of, stand_of, press_stop):
        with pytest.raises(Refusal, match="unknown_case"):
            ask(nowhere)
