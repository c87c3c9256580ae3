from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.domain.dates import (
    Precision,
    Span,
    VagueDate,
    age_on,
    exactly,
    whole_month,
    whole_year,
)

DAYS = st.dates(date(1900, 1, 1), date(2150, 12, 31))
TODAY = date(2026, 11, 24)


@st.composite
def vague_dates(draw):
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return VagueDate(first=first, last=last)


def test_a_moment_does_not_end_before_it_begins():
    with pytest.raises(ValueError, match="first lies after last"):
        VagueDate(first=date(2020, 1, 2), last=date(2020, 1, 1))


def test_a_span_has_a_date():
    with pytest.raises(ValueError, match="at least one date"):
        Span(ongoing=True)


def test_a_span_does_not_end_before_it_begins():
    with pytest.raises(ValueError, match="until lies before since"):
        Span(since=whole_year(2020), until=whole_year(2019))


def test_a_span_may_end_in_the_vague_time_it_began():
    span = Span(since=whole_year(2020), until=exactly(date(2020, 1, 1)))
    assert span.end(TODAY) == span.start == date(2020, 7, 1)


@given(vague_dates())
def test_the_middle_lies_within_the_bounds(moment):
    assert moment.first <= moment.middle <= moment.last


@given(DAYS)
def test_a_day_is_its_own_middle(day):
    assert exactly(day).middle == day


@given(st.integers(1, 9998))
def test_the_months_of_a_year_fill_it_without_gaps(year):
    months = [whole_month(year, month) for month in range(1, 13)]
    assert (months[0].first, months[-1].last) == (whole_year(year).first, whole_year(year).last)
    for one, following in pairwise(months):
        assert one.last + timedelta(days=1) == following.first


@pytest.mark.parametrize(
    ("moment", "sharp"),
    [
        (exactly(date(2020, 5, 1)), True),
        (whole_month(2020, 5), True),
        (whole_year(2020), False),
        (VagueDate(first=date(2020, 5, 1), last=date(2020, 5, 1), doubt=True), False),
        (
            VagueDate(
                first=date(2020, 5, 1),
                last=date(2020, 5, 31),
                precision=Precision.MONTH,
                about=True,
            ),
            False,
        ),
    ],
)
def test_a_date_is_sharp_when_day_or_month_is_sure(moment, sharp):
    assert moment.is_sharp is sharp


@pytest.mark.parametrize(
    ("span", "stretch", "end"),
    [
        (Span(since=exactly(date(2020, 5, 1))), False, date(2020, 5, 1)),
        (Span(since=exactly(date(2020, 5, 1)), ongoing=True), True, TODAY),
        (Span(since=exactly(date(2030, 5, 1)), ongoing=True), True, date(2030, 5, 1)),
        (Span(until=exactly(date(2019, 5, 1))), True, date(2019, 5, 1)),
        (
            Span(since=exactly(date(2018, 1, 1)), until=exactly(date(2019, 5, 1))),
            True,
            date(2019, 5, 1),
        ),
    ],
)
def test_an_open_stretch_runs_to_today_and_a_moment_ends_at_once(span, stretch, end):
    assert (span.is_stretch, span.end(TODAY)) == (stretch, end)


@given(vague_dates(), vague_dates(), DAYS, st.booleans())
def test_a_span_never_ends_before_it_starts(one, other, today, ongoing):
    if one.first <= other.last:
        assert Span(since=one, until=other).end(today) >= one.middle
    span = Span(since=one, ongoing=ongoing)
    assert span.first <= span.start <= span.end(today)


@pytest.mark.parametrize(
    ("birth", "day", "ages"),
    [
        (exactly(date(2010, 3, 1)), date(2020, 2, 29), (9, 9)),
        (exactly(date(2010, 3, 1)), date(2020, 3, 1), (10, 10)),
        (exactly(date(2008, 2, 29)), date(2009, 2, 28), (0, 0)),
        (exactly(date(2008, 2, 29)), date(2009, 3, 1), (1, 1)),
        (whole_year(2010), date(2020, 6, 1), (9, 10)),
        (exactly(date(2010, 3, 1)), date(2005, 1, 1), (0, 0)),
    ],
)
def test_an_age_has_a_youngest_and_an_oldest(birth, day, ages):
    assert age_on(birth, day) == ages


@given(vague_dates(), DAYS)
def test_the_youngest_age_is_never_above_the_oldest(birth, day):
    youngest, oldest = age_on(birth, day)
    assert 0 <= youngest <= oldest
