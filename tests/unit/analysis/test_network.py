"""The network as of a day."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.analysis.network import (
    Edge,
    EdgeKind,
    Status,
    islands,
    network_on,
    present,
    present_counts,
)
from casusanalyse.analysis.network_presence import all_turns, presence
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.timeline import Involved, Period, Tie
from casusanalyse.domain.vocabulary import Bond, Lane, TieKind
from tests.builders import a_case, a_span, an_event

NOOR = Person(key="noor", name="Noor", bond=Bond.CHILD)
ALWAYS = ("2010-01-01", None)


def a_person_at_work(key, *terms, home=""):
    """A professional with one involvement period per term."""
    periods = tuple(
        Period(
            key=f"{key}-{place}",
            lane=Lane.INVOLVEMENT,
            party=key,
            when=a_span(first, last, ongoing=last is None),
        )
        for place, (first, last) in enumerate(terms)
    )
    return Professional(key=key, name=key.title(), organisation=home), periods


def case_of(*at_work, **shelves):
    professionals = tuple(one for one, _ in at_work)
    periods = tuple(period for _, terms in at_work for period in terms)
    given_shelves = {"professionals": professionals, "periods": periods} | shelves
    return a_case(*given_shelves.pop("events", ()), **given_shelves)


def statuses(case, day):
    return {node.key: node.status for node in network_on(case, day).nodes}


JORIS = a_person_at_work("joris", ("2018-01-01", "2018-12-31"), ("2020-01-01", None))
INE = a_person_at_work("ine", ("2017-01-01", "2019-12-31"))
TWO = case_of(JORIS, INE)


def test_who_comes_is_new_until_the_next_change():
    assert statuses(TWO, date(2018, 6, 1)) == {"ine": Status.WAS_THERE, "joris": Status.NEW}


def test_who_leaves_is_shown_as_just_left_until_the_next_change():
    assert statuses(TWO, date(2019, 6, 1)) == {
        "ine": Status.WAS_THERE,
        "joris": Status.JUST_LEFT,
    }


def test_who_comes_back_is_returned_and_who_left_before_is_gone():
    assert statuses(TWO, date(2020, 1, 1)) == {
        "ine": Status.JUST_LEFT,
        "joris": Status.RETURNED,
    }


def test_the_last_day_of_a_period_still_counts():
    assert statuses(TWO, date(2018, 12, 31)) == {"ine": Status.WAS_THERE, "joris": Status.NEW}


def test_before_the_first_change_nobody_is_new():
    case = case_of(INE, people=(NOOR,))
    assert statuses(case, date(2016, 1, 1)) == {"noor": Status.WAS_THERE}


def compared(case, before, day):
    network = network_on(case, date.fromisoformat(day), before=date.fromisoformat(before))
    return {node.key: node.status for node in network.nodes}


def test_any_two_days_can_be_compared():
    assert compared(TWO, "2016-01-01", "2018-06-01") == {
        "ine": Status.NEW,
        "joris": Status.NEW,
    }
    assert compared(TWO, "2019-06-01", "2021-05-05") == {
        "ine": Status.JUST_LEFT,
        "joris": Status.RETURNED,
    }


def test_who_was_away_between_two_days_came_back_and_did_not_stay():
    assert compared(TWO, "2018-06-01", "2021-05-05")["joris"] is Status.RETURNED


def test_a_day_compared_with_itself_has_only_who_was_there():
    assert compared(TWO, "2018-06-01", "2018-06-01") == {
        "ine": Status.WAS_THERE,
        "joris": Status.WAS_THERE,
    }


def test_before_the_first_change_there_is_no_day_to_compare_with():
    assert network_on(TWO, date(2001, 1, 1)).before is None
    assert network_on(TWO, date(2018, 1, 1)).before == date(2017, 12, 31)


def test_involvement_is_a_line_to_the_child_with_its_role():
    one, (period,) = a_person_at_work("joris", ("2018-01-01", "2018-12-31"))
    case = case_of((one, (replace(period, role="gezinswerker"),)), people=(NOOR,))
    line = Edge("joris", "noor", EdgeKind.INVOLVED, "gezinswerker")
    assert network_on(case, date(2018, 6, 1)).edges == (line,)
    assert network_on(case, date(2019, 6, 1)).edges == ()


def test_who_holds_the_direction_has_that_line_as_well():
    direction = Period(
        key="d",
        lane=Lane.DIRECTION,
        party="ine",
        title="casusregie",
        when=a_span(*ALWAYS, ongoing=True),
    )
    case = case_of(INE, people=(NOOR,))
    case = replace(case, periods=(*case.periods, direction))
    assert network_on(case, date(2018, 6, 1)).edges == (
        Edge("ine", "noor", EdgeKind.DIRECTION, "casusregie"),
        Edge("ine", "noor", EdgeKind.INVOLVED),
    )


def test_a_shared_event_is_a_line_for_a_year_and_not_before_it():
    event = an_event("2018-03-01", involved=(Involved("joris"), Involved("ine")))
    case = case_of(
        a_person_at_work("joris", ALWAYS), a_person_at_work("ine", ALWAYS), events=(event,)
    )
    days = [date(2018, 2, 28), date(2018, 3, 1), date(2019, 2, 28), date(2019, 3, 1)]
    line = (Edge("ine", "joris", EdgeKind.TOGETHER),)
    assert [network_on(case, day).edges for day in days] == [(), line, line, ()]


def test_a_tie_holds_while_both_are_there_unless_it_has_its_own_dates():
    ties = (
        Tie(key="t1", a="joris", b="ine", kind=TieKind.SUPPORT, words="bellen"),
        Tie(key="t2", a="joris", b="ine", kind=TieKind.TENSION, when=a_span("2018-05-01")),
        Tie(
            key="t3",
            a="joris",
            b="ine",
            kind=TieKind.BROKEN,
            when=a_span("2018-05-01", "2018-06-01"),
        ),
    )
    case = replace(TWO, ties=ties)
    shown = {
        day: [edge.tie for edge in network_on(case, date.fromisoformat(day)).edges]
        for day in ("2017-06-01", "2018-03-01", "2018-05-20", "2018-08-01", "2019-06-01")
    }
    assert shown == {
        "2017-06-01": [],
        "2018-03-01": ["t1"],
        "2018-05-20": ["t1", "t2", "t3"],
        "2018-08-01": ["t1", "t2"],
        "2019-06-01": [],
    }


def test_present_counts_leave_out_family_and_who_just_left():
    case = case_of(
        a_person_at_work("joris", ("2018-01-01", "2018-12-31"), home="team"),
        a_person_at_work("ine", ALWAYS, home="gi"),
        a_person_at_work("bo", ALWAYS, home="gi"),
        organisations=(
            Organisation(key="team", name="Team"),
            Organisation(key="gi", name="GI"),
        ),
        people=(NOOR,),
    )
    assert present_counts(network_on(case, date(2019, 6, 1))) == (2, 1)


def test_islands_join_colleagues_and_ties_but_not_the_family_nor_a_broken_contact():
    case = case_of(
        a_person_at_work("ine", ALWAYS, home="gi"),
        a_person_at_work("tom", ALWAYS, home="gi"),
        a_person_at_work("rob", ALWAYS),
        a_person_at_work("kim", ALWAYS),
        a_person_at_work("bo", ALWAYS),
        organisations=(Organisation(key="gi", name="GI"),),
        people=(NOOR,),
        ties=(
            Tie(key="t1", a="tom", b="rob", kind=TieKind.TENSION),
            Tie(key="t2", a="rob", b="kim", kind=TieKind.BROKEN),
            Tie(key="t3", a="kim", b="noor", kind=TieKind.SUPPORT),
            Tie(key="t4", a="bo", b="noor", kind=TieKind.SUPPORT),
        ),
    )
    found = islands(network_on(case, date(2019, 6, 1)))
    assert found == (("gi", "ine", "rob", "tom"), ("bo",), ("kim",))


def test_who_has_no_date_yet_is_told_apart():
    case = case_of(INE, (Professional(key="bo", name="Bo"), ()), people=(NOOR,))
    assert network_on(case, date(2018, 6, 1)).undated == ("bo",)


terms = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 30)).map(
        lambda pair: (
            (date(2019, 1, 1) + timedelta(pair[0])).isoformat(),
            (date(2019, 1, 1) + timedelta(sum(pair))).isoformat(),
        )
    ),
    max_size=3,
)
cases = st.lists(terms, max_size=5).map(
    lambda some: case_of(
        *(a_person_at_work(f"p{place}", *each) for place, each in enumerate(some)),
        people=(NOOR,),
    )
)
moments = st.dates(min_value=date(2018, 12, 20), max_value=date(2019, 5, 1))


@given(cases, moments)
def test_every_party_has_at_most_one_status_and_it_tells_whether_they_are_there(case, day):
    nodes = network_on(case, day).nodes
    assert len({node.key for node in nodes}) == len(nodes)
    there = {
        period.party
        for period in case.periods
        if period.when.since.first <= day <= period.when.until.first
    }
    assert {node.key for node in present(network_on(case, day))} == there | {"noor"}


@given(cases, moments, moments)
def test_who_came_and_left_adds_up_to_who_is_there(case, one, other):
    before, day = sorted((one, other))
    was = {node.key for node in present(network_on(case, before))}
    nodes = network_on(case, day, before=before).nodes
    stand = {status: {node.key for node in nodes if node.status is status} for status in Status}
    came = stand[Status.NEW] | stand[Status.RETURNED]
    assert stand[Status.JUST_LEFT] <= was
    assert stand[Status.NEW] & was == set()
    assert (was - stand[Status.JUST_LEFT]) | came == {
        node.key for node in present(network_on(case, day))
    }


@given(cases, moments, st.randoms())
def test_the_order_of_entry_does_not_matter(case, day, draw):
    def shuffled(shelf):
        return tuple(draw.sample(shelf, len(shelf)))

    other = replace(
        case,
        professionals=shuffled(case.professionals),
        periods=shuffled(case.periods),
        people=shuffled(case.people),
    )
    assert network_on(other, day) == network_on(case, day)


@given(cases)
def test_nothing_happens_between_two_turns(case):
    days = all_turns(presence(case))
    for first, following in pairwise(days):
        on_the_eve = network_on(case, following - timedelta(days=1))
        assert on_the_eve.nodes == network_on(case, first).nodes
