"""The days the line stops at."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.analysis.network_stops import (
    nearest_event,
    stop_at,
    stop_before,
    stops,
)
from casusanalyse.domain.dates import Span, exactly, whole_month
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Professional
from casusanalyse.domain.timeline import Involved, Period
from casusanalyse.domain.vocabulary import Bond, Lane
from tests.builders import a_case, a_span, an_event

TODAY = date(2026, 11, 24)


def test_a_stop_is_an_event_or_a_start_or_end_of_being_involved():
    period = Period(
        key="q1", lane=Lane.INVOLVEMENT, party="kees", when=a_span("2018-01-01", "2018-12-31")
    )
    case = a_case(
        an_event("2017-05-05"),
        an_event("2018-01-01"),
        periods=(period,),
        professionals=(Professional(key="kees", name="Kees"),),
    )
    assert stops(case, TODAY) == [
        date(2017, 5, 5),
        date(2018, 1, 1),
        date(2019, 1, 1),
        TODAY,
    ]


def test_a_vague_event_stops_where_the_line_draws_it():
    case = a_case(an_event("2017-05-05", when=Span(since=whole_month(2017, 3))))
    assert stops(case, TODAY) == [date(2017, 3, 16), TODAY]


def test_hidden_and_undated_events_and_lanes_without_people_are_no_stops():
    case = a_case(
        an_event("2017-05-05", hidden=True),
        an_event("2017-05-05", when=None),
        periods=(
            Period(key="q1", lane=Lane.EDUCATION, party="kees", when=a_span("2018-01-01")),
            Period(key="q2", lane=Lane.INVOLVEMENT, when=a_span("2018-01-01")),
        ),
    )
    assert stops(case, TODAY) == [TODAY]


def test_whoever_is_only_known_from_an_event_brings_no_stop_after_it():
    event = an_event("2018-03-05", involved=(Involved("kees"),))
    case = a_case(event, professionals=(Professional(key="kees", name="Kees"),))
    assert stops(case, TODAY) == [date(2018, 3, 5), TODAY]


def test_the_line_begins_where_the_child_is_born_and_a_younger_one_is_a_stop():
    people = (
        Person(key="noor", name="Noor", bond=Bond.CHILD, birth=exactly(date(2012, 5, 14))),
        Person(key="sam", name="Sam", birth=exactly(date(2009, 2, 20))),
        Person(key="liv", name="Liv", birth=exactly(date(2020, 6, 8))),
        Person(key="opa", name="Henk", died=exactly(date(2022, 2, 2))),
    )
    assert stops(a_case(people=people), TODAY) == [
        date(2012, 5, 14),
        date(2020, 6, 8),
        date(2022, 2, 2),
        TODAY,
    ]


LINE = [date(2017, 5, 5), date(2018, 1, 1), TODAY]


def test_a_day_between_two_stops_stands_at_the_first():
    assert stop_at(LINE, date(2017, 12, 31)) == date(2017, 5, 5)
    assert stop_at(LINE, date(2018, 1, 1)) == date(2018, 1, 1)
    assert stop_at(LINE, date(2001, 1, 1)) == date(2017, 5, 5)


def test_the_first_stop_has_only_itself_to_compare_with():
    assert stop_before(LINE, date(2018, 1, 1)) == date(2017, 5, 5)
    assert stop_before(LINE, date(2017, 12, 1)) == date(2017, 5, 5)
    assert stop_before(LINE, date(2017, 5, 5)) == date(2017, 5, 5)


def test_the_nearest_event_is_on_the_line_and_the_earlier_of_two():
    case = a_case(
        an_event("2017-01-01", key="e1"),
        an_event("2017-01-11", key="e2"),
        an_event("2017-01-06", key="e3", hidden=True),
        an_event("2017-01-06", key="e4", when=None),
    )
    found = {day: nearest_event(case, date(2017, 1, day)).key for day in (1, 6, 7)}
    assert found == {1: "e1", 6: "e1", 7: "e2"}
    assert nearest_event(a_case(), TODAY) is None


dates = st.dates(date(2015, 1, 1), date(2020, 1, 1))


@given(st.lists(dates, max_size=6), dates)
def test_stops_are_in_order_once_each_and_neighbours_lie_around_a_day(days, day):
    line = stops(a_case(*(an_event(one.isoformat()) for one in days)), TODAY)
    assert line == sorted({*days, TODAY})
    assert stop_before(line, stop_at(line, day)) <= stop_at(line, day)
    assert {stop_before(line, day), stop_at(line, day)} <= {*line, day}
