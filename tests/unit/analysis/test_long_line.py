from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.analysis.long_line import long_line
from casusanalyse.domain.dates import Span, exactly, whole_month, whole_year
from casusanalyse.domain.timeline import Event, Involved, Period
from casusanalyse.domain.vocabulary import EventKind, FrameKind, Lane, StayKind
from tests.builders import a_case, a_span, an_event
from tests.unit.analysis.readings import CHILD, PARTIES, TODAY, cases, sharp, shuffled


def bounds(case):
    return {figure.code: (figure.low, figure.high) for figure in long_line(case, today=TODAY)}


def stay(key, kind, when, title=""):
    return Period(key=key, lane=Lane.STAY, kind=kind, when=when, title=title)


def lane(lane, *rows):
    return tuple(
        Period(key=f"{lane}{at}", lane=lane, when=when, **fields)
        for at, (when, fields) in enumerate(rows)
    )


def test_an_empty_case_has_no_figures():
    assert long_line(a_case(), today=TODAY) == ()


def test_hidden_events_do_not_count():
    assert bounds(a_case(an_event("2020-01-01", kind=EventKind.CRISIS, hidden=True))) == {}


def test_a_place_counts_once_also_when_the_child_came_back():
    stays = (
        stay("a", StayKind.HOME, a_span("2012-03-04", "2019-01-01"), "thuis"),
        stay("b", StayKind.KIN, a_span("2019-01-02", "2019-06-01"), "Oma Truus"),
        stay("c", StayKind.HOME, a_span("2019-06-02", "2020-01-01"), "thuis"),
        stay("d", StayKind.KIN, a_span("2020-01-02", "2020-06-01"), "oma truus "),
    )
    assert bounds(a_case(periods=stays))["places_lived"] == (2, 2)


def test_places_without_a_name_may_be_one_or_several():
    stays = (
        stay("a", StayKind.FOSTER_FAMILY, a_span("2019-01-01", "2019-06-01")),
        stay("b", StayKind.FOSTER_FAMILY, a_span("2020-01-01", "2020-06-01")),
        stay("c", StayKind.UNKNOWN, a_span("2021-01-01", "2021-06-01")),
    )
    assert bounds(a_case(periods=stays))["places_lived"] == (1, 3)


def test_steps_count_the_moves_to_heavier_and_lighter_kinds():
    stays = (
        stay("a", StayKind.HOME, a_span("2012-03-04", "2019-01-01")),
        stay("b", StayKind.OPEN_GROUP, a_span("2019-01-01", "2020-01-01")),
        stay("c", StayKind.UNKNOWN, a_span("2020-01-01", "2020-02-01")),
        stay("d", StayKind.CLOSED, a_span("2020-02-01", "2021-01-01")),
        stay("e", StayKind.FAMILY_HOUSE, a_span("2021-01-01", "2022-01-01")),
        stay("f", StayKind.SUPERVISED_LIVING, a_span("2022-01-01")),
    )
    found = bounds(a_case(periods=stays))
    assert (found["steps_up"], found["steps_down"]) == ((2, 2), (1, 1))


def test_steps_of_which_the_order_is_not_known_have_bounds():
    stays = (
        stay("a", StayKind.HOME, Span(since=whole_year(2019), until=whole_year(2020))),
        stay("b", StayKind.CLOSED, Span(since=whole_year(2019), until=whole_year(2020))),
    )
    assert bounds(a_case(periods=stays))["steps_up"] == (0, 1)


def test_one_stay_gives_no_steps():
    stays = (stay("a", StayKind.HOME, a_span("2012-03-04")),)
    assert set(bounds(a_case(periods=stays))) == {"places_lived", "time_at_home"}


def test_time_at_home_adds_up_the_days_without_counting_any_twice():
    stays = (
        stay("a", StayKind.HOME, a_span("2020-01-01", "2020-01-10")),
        stay("b", StayKind.HOME, a_span("2020-01-05", "2020-01-20")),
    )
    assert bounds(a_case(periods=stays))["time_at_home"] == (20, 20)


def test_home_until_a_day_needs_the_birth():
    stays = (stay("a", StayKind.HOME, Span(until=exactly(date(2012, 3, 13)))),)
    assert "time_at_home" not in bounds(a_case(periods=stays))
    assert bounds(a_case(periods=stays, people=(CHILD,)))["time_at_home"] == (1, 10)


def test_home_without_a_date_gives_no_time_at_home():
    assert "time_at_home" not in bounds(a_case(periods=(stay("a", StayKind.HOME, None),)))


def test_frames_change_only_between_free_and_ordered():
    frames = lane(
        Lane.FRAME,
        (a_span("2017-01-01", "2018-01-01"), {"kind": FrameKind.VOLUNTARY}),
        (a_span("2018-01-01", "2019-01-01"), {"kind": FrameKind.URGED}),
        (a_span("2019-01-01", "2021-01-01"), {"kind": FrameKind.SUPERVISION}),
        (a_span("2019-02-01", "2021-01-01"), {"kind": FrameKind.OUT_OF_HOME}),
        (a_span("2021-01-01"), {"kind": FrameKind.VOLUNTARY}),
    )
    assert bounds(a_case(periods=frames))["frame_changes"] == (2, 2)


def test_the_same_holder_again_is_no_change_of_direction():
    direction = lane(
        Lane.DIRECTION,
        (a_span("2019-01-01", "2019-06-01"), {"title": "wijkteam"}),
        (a_span("2019-08-01", "2019-12-01"), {"title": "Wijkteam"}),
        (a_span("2020-01-01", "2020-06-01"), {"title": ""}),
    )
    assert bounds(a_case(periods=direction))["direction_changes"] == (0, 1)


def test_days_without_a_director_count_from_the_first_holder_until_today():
    direction = lane(
        Lane.DIRECTION,
        (a_span("2026-01-01", "2026-01-31"), {"title": "a"}),
        (a_span("2026-03-01", "2026-11-07"), {"title": "b"}),
    )
    assert bounds(a_case(periods=direction))["days_without_director"] == (38, 38)


def test_vague_hand_overs_give_the_fewest_and_the_most_days():
    direction = lane(
        Lane.DIRECTION,
        (Span(since=exactly(date(2026, 1, 1)), until=whole_month(2026, 2)), {"title": "a"}),
        (Span(since=whole_month(2026, 3), ongoing=True), {"title": "b"}),
    )
    assert bounds(a_case(periods=direction))["days_without_director"] == (0, 57)


def test_a_holder_without_dates_leaves_the_days_unknown():
    direction = lane(Lane.DIRECTION, (None, {"title": "a"}), (a_span("2026-01-01"), {}))
    assert "days_without_director" not in bounds(a_case(periods=direction))


def test_from_the_first_signal_to_the_first_broad_analysis():
    case = a_case(
        an_event("2018-05-08", kind=EventKind.SIGNAL),
        an_event("2019-05-08", kind=EventKind.SIGNAL),
        Event(
            key="x",
            title="Analyse",
            kind=EventKind.BROAD_ANALYSIS,
            when=Span(since=whole_month(2018, 6)),
        ),
    )
    assert bounds(case)["signal_to_analysis"] == (24, 53)


def test_no_analysis_gives_no_figure():
    assert bounds(a_case(an_event("2026-11-07", kind=EventKind.SIGNAL))) == {
        "signal_until_now": (10, 10)
    }


def test_an_analysis_before_the_first_signal_gives_no_figure():
    case = a_case(
        an_event("2018-05-08", kind=EventKind.SIGNAL),
        an_event("2017-05-08", kind=EventKind.BROAD_ANALYSIS),
    )
    assert bounds(case) == {}


def test_crises_count_with_their_rhythm():
    case = a_case(
        an_event("2020-01-01", kind=EventKind.CRISIS),
        an_event("2020-01-11", kind=EventKind.CRISIS),
        an_event("2020-01-31", kind=EventKind.CRISIS),
        an_event("2020-01-31", kind=EventKind.CRISIS, when=None),
    )
    assert bounds(case) == {"crises": (4, 4), "crisis_rhythm": (15, 15)}


def test_a_move_within_three_months_follows_a_crisis():
    case = a_case(
        an_event("2020-01-01", kind=EventKind.CRISIS),
        an_event("2020-06-01", kind=EventKind.CRISIS),
        periods=(
            stay("a", StayKind.HOME, a_span("2012-03-04", "2020-09-01")),
            stay("b", StayKind.CLOSED, a_span("2020-09-01")),
        ),
    )
    found = next(f for f in long_line(case, today=TODAY) if f.code == "crises_then_move")
    assert (found.low, found.high, found.out_of) == (1, 1, 2)


def test_the_first_stay_is_no_move():
    case = a_case(
        an_event("2012-03-01", kind=EventKind.CRISIS),
        an_event("2015-03-01", kind=EventKind.MOVE),
        periods=(stay("a", StayKind.HOME, a_span("2012-03-04")),),
    )
    assert bounds(case)["crises_then_move"] == (0, 0)


def test_crises_without_any_known_move_give_no_figure():
    assert "crises_then_move" not in bounds(
        a_case(an_event("2020-01-01", kind=EventKind.CRISIS))
    )


def test_a_professional_brings_the_organisation():
    help_ = lane(
        Lane.INVOLVEMENT,
        (a_span("2020-01-01", "2021-01-01"), {"party": "p1"}),
        (a_span("2020-06-01", "2021-01-01"), {"party": "p2"}),
        (a_span("2020-06-01", "2021-01-01"), {"party": "o2"}),
        (a_span("2022-06-01", "2022-07-01"), {"party": "o1"}),
    )
    found = bounds(a_case(periods=help_, **PARTIES))
    assert (found["organisations_at_once"], found["professionals_at_once"]) == ((2, 2), (2, 2))


def test_an_event_and_an_ended_involvement_can_be_the_same_farewell():
    help_ = lane(
        Lane.INVOLVEMENT,
        (a_span("2020-01-01", "2021-01-01"), {"party": "p1"}),
        (Span(since=whole_year(2020), ongoing=True), {"party": "p2"}),
    )
    change = an_event("2021-01-01", kind=EventKind.CHANGE_OF_PROFESSIONAL)
    assert bounds(a_case(change, periods=help_, **PARTIES))["farewells"] == (1, 2)
    named = replace(change, involved=(Involved("p1"),))
    assert bounds(a_case(named, periods=help_, **PARTIES))["farewells"] == (1, 1)


def test_figures_that_have_a_national_number_point_to_it():
    found = long_line(a_case(**PARTIES), today=TODAY)
    assert [(f.code, f.low, f.high, f.reference) for f in found] == [
        ("professionals_met", 2, 2, "professionals_met")
    ]


# Laws: whatever the dates really were, the truth lies within the bounds.


@settings(max_examples=150, deadline=None)
@given(cases(), st.data())
def test_every_reading_of_the_dates_lies_within_the_bounds(case, data):
    concrete = sharp(data.draw, case)
    vague = bounds(case)
    for code, (low, high) in bounds(concrete).items():
        assert vague[code][0] <= low, code
        assert high <= vague[code][1], code


@settings(max_examples=60, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(case, chance):
    assert long_line(shuffled(chance, case), today=TODAY) == long_line(case, today=TODAY)


@settings(max_examples=60, deadline=None)
@given(cases())
def test_low_is_never_above_high(case):
    assert [f.code for f in long_line(case, today=TODAY) if f.low > f.high or f.low < 0] == []
