from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from casusanalyse.domain.participant import AgendaItem
from casusanalyse.domain.sitting import Sitting
from casusanalyse.usecases.agenda import (
    break_end,
    default_again,
    default_plan,
    plan_of,
    plus_five,
    set_minutes,
    shift_plan,
    standing,
)
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.history import undo
from casusanalyse.usecases.sitting import begin_clock, go_on, move_start, press_stop, sitting_of
from tests.builders import a_case
from tests.refusals import refusal
from tests.unit.usecases.family_desk import NOW, a_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, a_case()) as desk:
        yield desk


def later(desk: Desk, minutes: float) -> Desk:
    return replace(desk, now=desk.now + timedelta(minutes=minutes))


def minutes(desk: Desk) -> list[int]:
    return [item.minutes for item in plan_of(desk.case())]


def test_the_plan_of_the_method_has_fixed_keys() -> None:
    assert [(item.key, item.step, item.minutes) for item in default_plan()] == [
        ("step-1", 1, 30),
        ("step-2", 2, 30),
        ("step-3", 3, 50),
        ("break", None, 15),
        ("step-4", 4, 70),
        ("step-5", 5, 40),
        ("check-out", None, 5),
    ]


def test_a_case_has_its_own_lengths_and_the_others_of_the_method() -> None:
    case = a_case(agenda=(AgendaItem(key="step-2", minutes=45, step=2),))
    assert [item.minutes for item in plan_of(case)] == [30, 45, 50, 15, 70, 40, 5]


def test_five_minutes_more_can_be_undone(desk: Desk) -> None:
    plus_five(desk, 1)
    assert minutes(desk) == [35, 25, 50, 15, 70, 40, 5]
    undo(desk)
    assert minutes(desk) == [30, 30, 50, 15, 70, 40, 5]


def test_five_minutes_count_from_now_when_a_step_runs_over(desk: Desk) -> None:
    begin_clock(desk)
    plus_five(later(desk, 36.5), 1)
    assert minutes(desk) == [42, 18, 50, 15, 70, 40, 5]


def test_no_time_is_taken_from_the_break_or_the_end(desk: Desk) -> None:
    assert refusal(plus_five, desk, 3) == "plan_full"
    assert refusal(plus_five, desk, 5) == "plan_full"
    assert desk.case().agenda == ()


def test_moving_on_takes_the_break_and_the_end_along(desk: Desk) -> None:
    begin_clock(desk)
    shift_plan(desk, 3, 10)
    here = standing(desk.case(), sitting_of(desk), 3, desk.now)
    assert here.ends == NOW + timedelta(minutes=250)
    assert break_end(desk.case(), sitting_of(desk)) == NOW + timedelta(minutes=135)


def test_nobody_knows_the_end_of_a_break_before_the_clock_runs(desk: Desk) -> None:
    assert break_end(desk.case(), sitting_of(desk)) is None


def test_a_plan_goes_back_to_that_of_the_method(desk: Desk) -> None:
    set_minutes(desk, "break", 20)
    set_minutes(desk, "step-5", 35)
    assert minutes(desk) == [30, 30, 50, 20, 70, 35, 5]
    default_again(desk)
    assert desk.case().agenda == ()


def test_a_length_that_stays_the_same_leaves_no_trace(desk: Desk) -> None:
    before = desk.cases.version(desk.reference)
    set_minutes(desk, "step-1", 30)
    default_again(desk)
    assert desk.cases.version(desk.reference) == before


def test_the_group_stands_where_it_is_and_the_clock_where_it_runs(desk: Desk) -> None:
    begin_clock(desk)
    here = standing(desk.case(), sitting_of(desk), 1, desk.now + timedelta(minutes=36))
    assert (here.here, here.by_clock, here.late) == ("step-1", "step-2", 6)
    assert here.lines[0].begins == NOW


def test_nothing_runs_when_the_plan_is_over(desk: Desk) -> None:
    begin_clock(desk)
    here = standing(desk.case(), sitting_of(desk), 5, desk.now + timedelta(minutes=241))
    assert (here.by_clock, here.late) == ("", 1)


def test_the_clock_stands_still_during_a_stop_and_counts_on_after_it(desk: Desk) -> None:
    begin_clock(desk)
    press_stop(later(desk, 20))
    during = standing(desk.case(), sitting_of(desk), 1, later(desk, 33).now)
    go_on(later(desk, 35))
    after = standing(desk.case(), sitting_of(desk), 1, later(desk, 36).now)
    assert (during.late, during.by_clock) == (0, "step-1")
    assert (after.late, after.by_clock) == (6, "step-2")


def test_a_stop_moves_neither_the_break_nor_the_end(desk: Desk) -> None:
    begin_clock(desk)
    before = standing(desk.case(), sitting_of(desk), 1, desk.now)
    press_stop(later(desk, 20))
    during = standing(desk.case(), sitting_of(desk), 1, later(desk, 33).now)
    go_on(later(desk, 35))
    after = standing(desk.case(), sitting_of(desk), 1, later(desk, 36).now)
    assert before.lines == during.lines == after.lines
    assert after.ends == NOW + timedelta(minutes=240)
    assert break_end(desk.case(), sitting_of(desk)) == next(
        line.ends for line in before.lines if line.item.key == "break"
    )


def test_after_a_stop_the_chair_takes_its_time_from_the_next_step(desk: Desk) -> None:
    begin_clock(desk)
    press_stop(later(desk, 20))
    go_on(later(desk, 32))
    plus_five(later(desk, 32), 1)
    here = standing(desk.case(), sitting_of(desk), 1, later(desk, 32).now)
    assert (here.late, here.lines[0].ends) == (0, NOW + timedelta(minutes=37))
    assert here.ends == NOW + timedelta(minutes=240)


def test_the_half_day_may_have_begun_earlier_but_never_later_than_now(desk: Desk) -> None:
    move_start(desk, -5)
    assert sitting_of(desk) == Sitting()
    begin_clock(desk)
    move_start(desk, -5)
    assert sitting_of(desk).started_at == NOW - timedelta(minutes=5)
    move_start(desk, 15)
    assert sitting_of(desk).started_at == NOW


def test_a_clock_that_begins_again_begins_at_nothing(desk: Desk) -> None:
    begin_clock(desk)
    begin_clock(later(desk, 10))
    assert sitting_of(desk).started_at == NOW + timedelta(minutes=10)
