from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.analysis.long_line_blanks import (
    count_blanks,
    possible_blanks,
    sure_blanks,
)
from casusanalyse.analysis.reach import reach
from tests.builders import a_span
from tests.unit.analysis.readings import TODAY, read, spans

DAWN, NOW = date(2012, 3, 4).toordinal(), TODAY.toordinal()
LEAST = 14


def reaches(*whens):
    return [reach(when, dawn=DAWN, today=NOW) for when in whens]


def day(written):
    return date.fromisoformat(written).toordinal()


def counted(*whens, until=NOW, least=LEAST):
    return count_blanks(reaches(*whens), until=(until, until), least=least)


def blanks_by_hand(whens, least):
    """The blanks of sharp dates, day by day."""
    covered = [(found.start_low, found.end_low) for found in reaches(*whens)]
    begin, runs, length = min(first for first, _ in covered), 0, 0
    for one in range(begin, NOW + 2):
        is_blank = one <= NOW and not any(first <= one <= last for first, last in covered)
        if not is_blank:
            runs += length >= least
        length = length + 1 if is_blank else 0
    return runs


def test_two_weeks_between_two_holders_are_a_blank_and_a_day_less_is_not():
    first = a_span("2020-01-01", "2020-01-31")
    assert counted(first, a_span("2020-02-15", "2026-11-17")) == (1, 1)
    assert counted(first, a_span("2020-02-14", "2026-11-17")) == (0, 0)


def test_after_the_last_one_there_is_a_blank_until_today():
    assert counted(a_span("2020-01-01", "2020-01-31")) == (1, 1)
    assert counted(a_span("2020-01-01", "2020-01-31"), until=day("2020-02-13")) == (0, 0)


def test_before_the_first_one_there_is_no_blank():
    assert counted(a_span("2020-01-01", ongoing=True)) == (0, 0)


def test_what_goes_on_meanwhile_leaves_no_blank():
    long, short = a_span("2020-01-01", "2026-11-17"), a_span("2021-01-01", "2021-02-01")
    assert counted(long, short) == (0, 0)


def test_two_that_end_on_one_day_are_followed_by_one_blank():
    assert counted(a_span("2020-01-01", "2020-01-31"), a_span("2020-01-05", "2020-01-31")) == (
        1,
        1,
    )


def test_a_run_is_the_days_themselves():
    found = reaches(a_span("2020-01-01", "2020-01-31"), a_span("2020-03-01", "2026-11-17"))
    run = (day("2020-02-01"), day("2020-02-29"))
    assert sure_blanks(found, until=NOW, least=LEAST) == (run,)
    assert possible_blanks(found, until=NOW, least=LEAST) == (run,)


def test_nothing_at_all_has_no_blanks():
    assert sure_blanks([], until=NOW, least=LEAST) == ()
    assert possible_blanks([], until=NOW, least=LEAST) == ()


@settings(max_examples=150, deadline=None)
@given(st.lists(spans(), min_size=1, max_size=5), st.data())
def test_every_reading_has_a_number_of_blanks_within_the_bounds(whens, data):
    low, high = counted(*whens, least=200)
    sharp = [read(data.draw, when) for when in whens]
    sharp = [one for one in sharp if one.since and (one.until or one.ongoing)]
    if len(sharp) == len(whens):
        assert low <= blanks_by_hand(sharp, 200) <= high


@settings(max_examples=100, deadline=None)
@given(st.lists(spans(), min_size=1, max_size=5), st.data())
def test_sharp_dates_give_one_number(whens, data):
    sharp = [read(data.draw, when) for when in whens]
    sharp = [one for one in sharp if one.since and (one.until or one.ongoing)]
    if sharp:
        by_hand = blanks_by_hand(sharp, 100)
        assert counted(*sharp, least=100) == (by_hand, by_hand)
