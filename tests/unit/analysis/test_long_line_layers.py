from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.analysis.figure import line_of
from casusanalyse.analysis.long_line_first import first_place
from casusanalyse.analysis.long_line_good import far_apart, good_in_parts
from casusanalyse.analysis.long_line_layers import LineLayer, known_layers
from casusanalyse.domain.dates import Span, whole_year
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import EventKind, Lane, StayKind
from tests.builders import a_case, a_span, an_event
from tests.unit.analysis.readings import CHILD, PARTIES, TODAY, cases, sharp, shuffled


def stay(key, kind, when, title=""):
    return Period(key=key, lane=Lane.STAY, kind=kind, when=when, title=title)


def layers(case):
    return [known.layer for known in known_layers(case, today=TODAY)]


def first(case):
    found = first_place(line_of(case, TODAY))
    return (found.low, found.high) if found else None


def test_a_case_about_which_nothing_is_known_has_no_layers():
    assert layers(a_case()) == []


def test_only_what_is_known_is_a_layer_with_places_first_and_good_moments_last():
    case = a_case(
        an_event("2020-01-01", kind=EventKind.GOOD_MOMENT),
        an_event("2020-01-01", kind=EventKind.CRISIS),
        periods=(stay("a", StayKind.HOME, a_span("2012-03-04", "2019-01-01")),),
    )
    assert layers(case) == [
        LineLayer.PLACES,
        LineLayer.HOME,
        LineLayer.CRISES,
        LineLayer.GOOD,
    ]


def test_stages_only_zoom_out():
    known = known_layers(a_case(**PARTIES), today=TODAY)
    assert [one.stage for one in known] == [3]
    everything = [one.stage for one in known_layers(full(), today=TODAY)]
    assert everything == [1, 1, 1, 2, 3, 3]


def full():
    return a_case(
        an_event("2020-01-01", kind=EventKind.GOOD_MOMENT),
        periods=(
            stay("a", StayKind.HOME, a_span("2012-03-04", "2019-01-01")),
            stay("b", StayKind.CLOSED, a_span("2019-01-01", ongoing=True)),
            Period(key="d", lane=Lane.DIRECTION, party="p1", when=a_span("2019-01-01")),
        ),
        **PARTIES,
    )


def test_a_national_figure_belongs_to_places_and_to_help():
    told = {one.layer: one.reference for one in known_layers(full(), today=TODAY)}
    assert {layer: code for layer, code in told.items() if code} == {
        LineLayer.PLACES: "places_lived",
        LineLayer.HELP: "professionals_met",
    }


def test_the_first_place_lasts_until_the_second_one_begins():
    stays = (
        stay("a", StayKind.HOME, a_span("2012-03-04", "2019-03-04"), "thuis"),
        stay("b", StayKind.KIN, a_span("2018-03-04", "2020-01-01"), "oma"),
        stay("c", StayKind.HOME, a_span("2020-01-01", ongoing=True), "thuis"),
    )
    case = a_case(periods=stays, people=(CHILD,))
    days = (date(2018, 3, 4) - date(2012, 3, 4)).days
    assert first(case) == (days, days)


def test_without_a_birth_or_with_an_undated_stay_the_first_years_are_not_known():
    stays = (
        stay("a", StayKind.HOME, a_span("2012-03-04", "2019-03-04"), "thuis"),
        stay("b", StayKind.KIN, a_span("2019-03-04"), "oma"),
    )
    assert first(a_case(periods=stays)) is None
    undated = (*stays, stay("c", StayKind.CLOSED, None))
    assert first(a_case(periods=undated, people=(CHILD,))) is None


def test_when_two_stays_can_both_be_the_first_nothing_is_claimed():
    stays = (
        stay("a", StayKind.HOME, Span(since=whole_year(2012), until=whole_year(2015))),
        stay("b", StayKind.KIN, Span(since=whole_year(2012), until=whole_year(2015))),
    )
    assert first(a_case(periods=stays, people=(CHILD,))) is None


def test_good_moments_are_always_there_when_every_quarter_of_the_life_has_one():
    years = ("2013-01-01", "2017-06-01", "2021-01-01", "2025-01-01")
    moments = [an_event(day, kind=EventKind.GOOD_MOMENT) for day in years]
    line = line_of(a_case(*moments, people=(CHILD,)), TODAY)
    assert good_in_parts(line) == (True, True, True, True)
    line = line_of(a_case(*moments[1:], people=(CHILD,)), TODAY)
    assert good_in_parts(line) == (False, True, True, True)


def test_a_vague_good_moment_on_the_edge_of_two_quarters_is_sure_in_neither():
    edge = an_event("2019-07-12", kind=EventKind.GOOD_MOMENT)
    vague = replace(edge, when=Span(since=whole_year(2019)))
    line = line_of(a_case(vague, people=(CHILD,)), TODAY)
    assert good_in_parts(line) == (False, False, False, False)


def test_the_first_named_moments_lie_far_apart():
    days = ("2013-01-01", "2013-02-01", "2020-01-01", "2026-01-01")
    moments = [an_event(day, title=day) for day in days]
    assert [one.title for one in far_apart(moments)] == [
        "2013-01-01",
        "2026-01-01",
        "2020-01-01",
        "2013-02-01",
    ]


@settings(max_examples=150, deadline=None)
@given(cases(), st.data())
def test_every_reading_of_the_first_years_lies_within_the_bounds(case, data):
    vague, concrete = first(case), first(sharp(data.draw, case))
    if vague and concrete:
        assert vague[0] <= concrete[0] <= concrete[1] <= vague[1]


@settings(max_examples=100, deadline=None)
@given(cases(), st.data())
def test_a_quarter_that_surely_had_a_good_moment_has_one_in_every_reading(case, data):
    vague = good_in_parts(line_of(case, TODAY))
    concrete = good_in_parts(line_of(sharp(data.draw, case), TODAY))
    assert [at for at in range(4) if vague[at] and not concrete[at]] == []


@settings(max_examples=60, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_layers_do_not_depend_on_the_order_of_entry(case, chance):
    assert known_layers(shuffled(chance, case), today=TODAY) == known_layers(case, today=TODAY)
