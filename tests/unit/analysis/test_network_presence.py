"""When each party is there."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.analysis.network_presence import (
    ALWAYS,
    STILL,
    Stretch,
    merged,
    most_at_once,
    never_meet,
    presence,
    with_farewell,
)
from casusanalyse.domain.dates import Span, exactly, whole_year
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.timeline import Involved, Period
from casusanalyse.domain.vocabulary import Bond, Lane
from tests.builders import a_case, a_span, an_event

JORIS = Professional(key="joris", name="Joris", organisation="wijkteam")
TEAM = Organisation(key="wijkteam", name="Wijkteam")

days = st.dates(min_value=date(2015, 1, 1), max_value=date(2015, 3, 1))
stretches = st.tuples(days, days).map(lambda pair: Stretch(min(pair), max(pair)))


def a_period(when, party="joris", **fields):
    given_fields = {
        "key": "p1",
        "lane": Lane.INVOLVEMENT,
        "party": party,
        "when": when,
    } | fields
    return Period(**given_fields)


def when_there(party, **shelves):
    return presence(a_case(*shelves.pop("events", ()), **shelves))[party]


def test_a_professional_is_there_during_their_period_both_days_included():
    period = a_period(a_span("2019-02-01", "2020-03-01"))
    found = when_there("joris", professionals=(JORIS,), periods=(period,))
    assert found == (Stretch(date(2019, 2, 1), date(2020, 3, 1)),)


def test_an_ongoing_period_lasts():
    period = a_period(a_span("2019-02-01", ongoing=True))
    found = when_there("joris", professionals=(JORIS,), periods=(period,))
    assert found == (Stretch(date(2019, 2, 1), STILL),)


def test_a_vague_start_and_end_count_from_their_middles():
    period = a_period(Span(since=whole_year(2018), until=whole_year(2020)))
    found = when_there("joris", professionals=(JORIS,), periods=(period,))
    assert found == (Stretch(date(2018, 7, 2), date(2020, 7, 1)),)


def test_a_period_said_as_one_year_lasts_that_whole_year():
    period = a_period(Span(since=whole_year(2019)))
    found = when_there("joris", professionals=(JORIS,), periods=(period,))
    assert found == (Stretch(date(2019, 1, 1), date(2019, 12, 31)),)


def test_until_reaches_back_to_the_first_event_the_party_is_seen_in():
    seen = an_event("2016-05-04", involved=(Involved("joris"),))
    period = a_period(Span(until=exactly(date(2018, 3, 1))))
    found = when_there("joris", professionals=(JORIS,), periods=(period,), events=(seen,))
    assert found == (Stretch(date(2016, 5, 4), date(2018, 3, 1)),)


def test_without_a_period_a_professional_is_there_from_first_to_last_event():
    events = [
        an_event(day, involved=(Involved("joris"),))
        for day in ("2018-05-01", "2017-01-09", "2019-11-30")
    ]
    found = when_there("joris", professionals=(JORIS,), events=events)
    assert found == (Stretch(date(2017, 1, 9), date(2019, 11, 30)),)


def test_a_period_in_a_lane_of_the_child_brings_nobody():
    period = a_period(a_span("2019-02-01", "2020-03-01"), lane=Lane.EDUCATION)
    assert when_there("joris", professionals=(JORIS,), periods=(period,)) == ()


def test_somebody_without_any_date_is_never_there():
    assert when_there("joris", professionals=(JORIS,)) == ()


def test_an_organisation_is_there_as_long_as_one_of_its_people_is():
    periods = (
        a_period(a_span("2019-02-01", "2019-05-01")),
        a_period(a_span("2019-05-02", "2019-09-01"), party="wijkteam", key="p2"),
    )
    found = when_there(
        "wijkteam", professionals=(JORIS,), organisations=(TEAM,), periods=periods
    )
    assert found == (Stretch(date(2019, 2, 1), date(2019, 9, 1)),)


def test_a_child_born_later_than_this_one_comes_and_the_parents_were_there():
    people = (
        Person(key="noor", name="Noor", bond=Bond.CHILD, birth=exactly(date(2011, 4, 5))),
        Person(key="sam", name="Sam", birth=exactly(date(2014, 6, 7))),
        Person(key="oma", name="Truus", birth=whole_year(1950), died=exactly(date(2020, 1, 2))),
    )
    assert presence(a_case(people=people)) == {
        "noor": (Stretch(date(2011, 4, 5), STILL),),
        "sam": (Stretch(date(2014, 6, 7), STILL),),
        "oma": (Stretch(ALWAYS, date(2020, 1, 2)),),
    }


def test_a_foster_mother_is_there_while_the_child_stays_with_her_and_a_grandmother_always():
    people = (
        Person(key="anke", name="Anke", bond=Bond.FOSTER),
        Person(key="oma", name="Truus"),
    )
    periods = (
        a_period(a_span("2019-02-01", "2020-03-01"), party="anke", lane=Lane.STAY),
        a_period(a_span("2019-02-01", "2020-03-01"), party="oma", lane=Lane.STAY, key="p2"),
    )
    assert presence(a_case(people=people, periods=periods)) == {
        "anke": (Stretch(date(2019, 2, 1), date(2020, 3, 1)),),
        "oma": (Stretch(ALWAYS, STILL),),
    }


@given(st.lists(stretches))
def test_merging_keeps_every_day_and_leaves_a_day_between_stretches(some):
    joined = merged(some)
    every_day = {date.fromordinal(n) for n in range(735_500, 735_700)}
    before = {day for day in every_day if any(one.holds(day) for one in some)}
    assert {day for day in every_day if any(one.holds(day) for one in joined)} == before
    gaps = [b.first.toordinal() - a.last.toordinal() for a, b in pairwise(joined)]
    assert [gap for gap in gaps if gap < 2] == []


def test_a_farewell_lasts_until_the_next_change_by_anybody():
    there = {
        "joris": (Stretch(date(2019, 1, 1), date(2019, 2, 28)),),
        "ine": (Stretch(date(2019, 5, 1), STILL),),
    }
    assert with_farewell(there) == {
        "joris": (Stretch(date(2019, 1, 1), date(2019, 4, 30)),),
        "ine": (Stretch(date(2019, 5, 1), STILL),),
    }


def test_most_at_once_counts_the_one_who_just_left_with_the_one_who_came():
    first = (Stretch(date(2019, 1, 1), date(2019, 2, 28)),)
    second = (Stretch(date(2019, 3, 1), date(2019, 5, 1)),)
    much_later = (Stretch(date(2021, 3, 1), STILL),)
    assert most_at_once([first, second, much_later, ()]) == 2


@given(st.lists(stretches), st.lists(stretches))
def test_two_never_meet_exactly_when_no_day_is_in_both(some, others):
    every_day = [date.fromordinal(n) for n in range(735_500, 735_700)]
    shared = [
        day
        for day in every_day
        if any(one.holds(day) for one in some) and any(one.holds(day) for one in others)
    ]
    assert never_meet(some, others) == (not shared)
