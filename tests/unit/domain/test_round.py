import os
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.domain.round import (
    AMSTERDAM,
    Round,
    RoundState,
    dutch_day,
    end_of,
    is_readable,
    last_day_by_rule,
    state_of,
)

SECOND = timedelta(seconds=1)
TICK = timedelta(microseconds=1)


def opened(at: datetime) -> Round:
    return Round(made_at=at, opened_at=at, last_day=last_day_by_rule(at))


def dutch(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=AMSTERDAM).astimezone(UTC)


def test_a_concept_is_not_open_yet() -> None:
    made = dutch(2026, 11, 17, 17)

    assert state_of(Round(made_at=made), made) is RoundState.DRAFT
    assert is_readable(Round(made_at=made), made) is False


def test_the_last_day_is_the_same_weekday_a_week_later() -> None:
    assert last_day_by_rule(dutch(2026, 11, 17, 12, 30)) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("opening", "last_moment"),
    [
        (dutch(2026, 11, 17, 12, 30), datetime(2026, 11, 24, 22, 59, 59, tzinfo=UTC)),
        (dutch(2026, 11, 17, 0, 0), datetime(2026, 11, 24, 22, 59, 59, tzinfo=UTC)),
        (dutch(2026, 11, 17, 23, 59), datetime(2026, 11, 24, 22, 59, 59, tzinfo=UTC)),
        # Into winter time: Sunday 25 October 2026 lasts 25 hours.
        (dutch(2026, 10, 18, 12), datetime(2026, 10, 25, 22, 59, 59, tzinfo=UTC)),
        (dutch(2026, 10, 20, 12), datetime(2026, 10, 27, 22, 59, 59, tzinfo=UTC)),
        (dutch(2026, 10, 17, 12), datetime(2026, 10, 24, 21, 59, 59, tzinfo=UTC)),
        (dutch(2026, 10, 25, 2, 30), datetime(2026, 11, 1, 22, 59, 59, tzinfo=UTC)),
        # Into summer time: Sunday 28 March 2027 lasts 23 hours.
        (dutch(2027, 3, 21, 12), datetime(2027, 3, 28, 21, 59, 59, tzinfo=UTC)),
        (dutch(2027, 3, 23, 12), datetime(2027, 3, 30, 21, 59, 59, tzinfo=UTC)),
        (dutch(2027, 3, 20, 12), datetime(2027, 3, 27, 22, 59, 59, tzinfo=UTC)),
        # It is tomorrow in the Netherlands already.
        (
            datetime(2026, 11, 16, 23, 30, tzinfo=UTC),
            datetime(2026, 11, 24, 22, 59, 59, tzinfo=UTC),
        ),
    ],
)
def test_it_is_open_exactly_through_the_last_second_of_the_seventh_day(
    opening: datetime, last_moment: datetime
) -> None:
    week = opened(opening)

    assert state_of(week, opening) is RoundState.OPEN
    assert state_of(week, last_moment) is RoundState.OPEN
    assert state_of(week, last_moment + SECOND - TICK) is RoundState.OPEN
    assert state_of(week, last_moment + SECOND) is RoundState.PROCESSING


START = datetime(2020, 1, 1, tzinfo=UTC)
moments = st.timedeltas(timedelta(0), timedelta(days=7000)).map(lambda later: START + later)
zones = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))


@given(moments)
def test_the_round_closes_at_a_dutch_midnight(opening: datetime) -> None:
    closes = opened(opening).closes_at
    wall = closes.astimezone(AMSTERDAM)

    assert (wall.hour, wall.minute, wall.second, wall.microsecond) == (0, 0, 0, 0)
    assert dutch_day(closes - TICK) == dutch_day(opening) + timedelta(days=7)
    assert dutch_day(closes) == dutch_day(opening) + timedelta(days=8)


@given(moments, st.timedeltas(timedelta(0), timedelta(days=9)), zones)
def test_where_a_clock_stands_does_not_matter(opening, later, zone) -> None:
    now = opening + later
    week = opened(opening)
    abroad = replace(week, opened_at=opening.astimezone(zone))

    assert last_day_by_rule(opening.astimezone(zone)) == week.last_day
    assert state_of(abroad, now.astimezone(zone)) is state_of(week, now)


@given(moments, st.timedeltas(timedelta(0), timedelta(days=20)))
def test_once_closed_it_stays_closed(opening: datetime, later: timedelta) -> None:
    week = opened(opening)
    order = [state_of(week, opening), state_of(week, opening + later)]

    assert order == sorted(order, key=list(RoundState).index)


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Auckland"])
def test_a_server_in_another_time_zone_closes_at_the_same_moment(zone: str) -> None:
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        assert end_of(date(2026, 10, 25)) == datetime(2026, 10, 25, 23, tzinfo=UTC)
        assert end_of(date(2027, 3, 27)) == datetime(2027, 3, 27, 23, tzinfo=UTC)
        assert end_of(date(2027, 3, 28)) == datetime(2027, 3, 28, 22, tzinfo=UTC)
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


def test_nothing_becomes_final_by_itself() -> None:
    week = opened(dutch(2026, 11, 17, 12))

    assert state_of(week, dutch(2036, 1, 1)) is RoundState.PROCESSING


def test_the_final_report_can_be_read_for_thirty_days() -> None:
    final = replace(opened(dutch(2026, 11, 17, 12)), final_at=dutch(2026, 12, 1, 15))

    assert state_of(final, dutch(2026, 12, 1, 15)) is RoundState.FINAL
    assert is_readable(final, dutch(2026, 12, 31, 23, 59)) is True
    assert is_readable(final, dutch(2027, 1, 1)) is False


def test_a_round_that_is_never_finished_stops_being_readable_too() -> None:
    week = opened(dutch(2026, 11, 17, 12))

    assert is_readable(week, dutch(2026, 12, 24, 23, 59)) is True
    assert is_readable(week, dutch(2026, 12, 25)) is False
