from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from casusanalyse.domain.participant import AgendaItem
from casusanalyse.domain.plan import (
    LONGEST,
    SHORTEST,
    Plan,
    lateness,
    length,
    longer,
    overrun,
    running,
    shifted,
    timed,
    with_minutes,
)
from casusanalyse.domain.problems import Refusal
from tests.refusals import refusal

START = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)


def line(key: str, minutes: int, step: int | None = None) -> AgendaItem:
    return AgendaItem(key=key, minutes=minutes, step=step)


def a_plan(*minutes: int) -> Plan:
    """Three steps, a break, two steps and the check-out."""
    keys = ("step-1", "step-2", "step-3", "break", "step-4", "step-5", "check-out")
    steps = (1, 2, 3, None, 4, 5, None)
    return tuple(map(line, keys, minutes, steps))


METHOD = a_plan(30, 30, 50, 15, 70, 40, 5)

plans = st.lists(st.integers(SHORTEST, 120), min_size=7, max_size=7).map(
    lambda minutes: a_plan(*minutes)
)
steps = st.sampled_from(["step-1", "step-2", "step-3", "step-4", "step-5"])


def after(minutes: float) -> timedelta:
    return timedelta(minutes=minutes)


def times(plan: Plan) -> dict[str, str]:
    return {one.item.key: f"{one.begins:%H:%M}-{one.ends:%H:%M}" for one in timed(plan, START)}


def test_every_line_ends_where_the_next_begins():
    assert times(METHOD) == {
        "step-1": "07:30-08:00",
        "step-2": "08:00-08:30",
        "step-3": "08:30-09:20",
        "break": "09:20-09:35",
        "step-4": "09:35-10:45",
        "step-5": "10:45-11:25",
        "check-out": "11:25-11:30",
    }


@pytest.mark.parametrize(
    ("minutes", "key"),
    [(0, "step-1"), (29.9, "step-1"), (30, "step-2"), (110, "break"), (239.9, "check-out")],
)
def test_one_line_runs_by_the_clock(minutes, key):
    assert running(METHOD, after(minutes)).key == key


def test_no_line_runs_when_the_plan_is_over():
    assert running(METHOD, after(240)) is None


@pytest.mark.parametrize(
    ("step", "minutes", "late"),
    [
        (1, 0, 0),
        (1, 30.9, 0),
        (1, 36, 6),
        (2, 24, -6),
        (2, 29.5, -1),
        (3, 124, 0),  # in the break beside it
        (3, 127, 2),
        (4, 110, 0),
        (4, 109, -1),
        (5, 239, 0),
        (5, 250, 10),
    ],
)
def test_a_group_is_on_time_in_its_step_and_in_the_break_beside_it(step, minutes, late):
    assert lateness(METHOD, step, after(minutes)) == late


@pytest.mark.parametrize(("minutes", "over"), [(10, 0), (30, 0), (30.2, 1), (36, 6)])
def test_a_step_runs_over_in_begun_minutes(minutes, over):
    assert overrun(METHOD, 1, after(minutes)) == over


def test_more_time_comes_from_the_next_lines_in_turn():
    told = [one.minutes for one in longer(a_plan(30, 8, 50, 15, 70, 40, 5), "step-1", 5)]
    assert told == [35, 5, 48, 15, 70, 40, 5]


@pytest.mark.parametrize("key", ["step-3", "break", "step-5", "check-out"])
def test_the_break_and_the_end_give_no_time(key):
    assert refusal(longer, METHOD, key, 5) == "plan_full"


def test_a_line_keeps_a_little_time_for_itself():
    assert refusal(longer, a_plan(30, 7, 6, 15, 70, 40, 5), "step-1", 5) == "plan_full"


@given(plans, steps, st.integers(1, 30))
def test_more_time_moves_neither_break_nor_end_nor_order(plan, key, minutes):
    try:
        changed = longer(plan, key, minutes)
    except Refusal:
        reject()  # another test says when there is no time to give
    before, now = times(plan), times(changed)
    assert length(changed) == length(plan)
    assert now["break"] == before["break"]
    assert now["check-out"] == before["check-out"]
    assert [one.key for one in changed] == [one.key for one in plan]
    by_key = {one.key: one.minutes for one in changed}
    assert by_key[key] == next(one.minutes for one in plan if one.key == key) + minutes
    assert min(by_key.values()) >= SHORTEST


@given(plans, steps, st.integers(1, 30))
def test_moving_on_moves_everything_after_a_line_and_nothing_before(plan, key, minutes):
    moved = timed(shifted(plan, key, minutes), START)
    place = [one.key for one in plan].index(key)
    for at, (line, before) in enumerate(zip(moved, timed(plan, START), strict=True)):
        later = after(minutes)
        assert line.begins - before.begins == (later if at > place else after(0))
        assert line.ends - before.ends == (later if at >= place else after(0))


@given(plans, steps, st.integers(SHORTEST, LONGEST))
def test_another_length_changes_one_line(plan, key, minutes):
    changed = with_minutes(plan, key, minutes)
    assert [one.minutes for one in changed] == [
        minutes if one.key == key else one.minutes for one in plan
    ]


@pytest.mark.parametrize("minutes", [-5, 0, SHORTEST - 1, LONGEST + 1])
def test_a_line_is_neither_nothing_nor_longer_than_the_half_day(minutes):
    assert refusal(with_minutes, METHOD, "step-1", minutes) == "plan_minutes"


def test_a_line_that_is_not_there_is_refused():
    assert refusal(with_minutes, METHOD, "lunch", 20) == "plan_gone"
    assert refusal(lateness, METHOD, 6, after(0)) == "plan_gone"
