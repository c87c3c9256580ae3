from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.analysis.long_line_lane import lane_parts
from casusanalyse.analysis.step_line import MOST_ROWS, step_line
from casusanalyse.domain.dates import Span, VagueDate, exactly, whole_year
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import EducationKind, FrameKind, Lane, StayKind
from tests.builders import a_case, a_span
from tests.unit.analysis.readings import CHILD, PARTIES, TODAY, cases, shuffled


def stay(key, kind, when, title="", *, hidden=False):
    return Period(key=key, lane=Lane.STAY, kind=kind, when=when, title=title, hidden=hidden)


def in_lane(lane, *rows):
    return a_case(
        periods=tuple(
            Period(key=f"x{at}", lane=lane, when=when, **fields)
            for at, (when, fields) in enumerate(rows)
        ),
        **PARTIES,
    )


def line(*stays, people=(CHILD,)):
    return step_line(a_case(periods=stays, people=people), today=TODAY)


def test_home_is_on_top_and_only_kinds_that_occur_get_a_row():
    found = line(
        stay("b", StayKind.CLOSED, a_span("2019-01-01", "2020-01-01")),
        stay("a", StayKind.HOME, a_span("2012-03-04", "2019-01-01")),
        stay("c", StayKind.FOSTER_FAMILY, a_span("2020-01-01", ongoing=True)),
    )
    assert found.rows == ((StayKind.HOME,), (StayKind.FOSTER_FAMILY,), (StayKind.CLOSED,))
    assert [(one.stay.key, one.row, one.rise) for one in found.segments] == [
        ("a", 0, 0),
        ("b", 2, 1),
        ("c", 1, -1),
    ]


def test_more_kinds_than_rows_are_put_together_without_losing_a_move():
    kinds = [kind for kind in StayKind if kind is not StayKind.UNKNOWN]
    stays = [
        stay(f"s{at:02}", kind, a_span(f"{2012 + at}-01-01", f"{2013 + at}-01-01"))
        for at, kind in enumerate(kinds[::2] + kinds[1::2])
    ]
    found = line(*stays)
    assert len(found.rows) == MOST_ROWS
    assert sorted(kind for row in found.rows for kind in row) == sorted(kinds)
    assert found.rows[0] == (StayKind.HOME,)


def test_an_unknown_place_stays_level_and_is_not_sure():
    found = line(
        stay("a", StayKind.CLOSED, a_span("2019-01-01", "2020-01-01")),
        stay("b", StayKind.UNKNOWN, a_span("2020-01-01", "2020-03-01")),
    )
    assert [(one.row, one.is_sure) for one in found.segments] == [(1, True), (1, False)]


def test_a_date_that_is_vaguer_than_the_stay_is_long_is_not_sure():
    vague = Span(since=whole_year(2019), until=exactly(date(2019, 12, 31)))
    sure = Span(since=whole_year(2019), until=whole_year(2021))
    assert [one.is_sure for one in line(stay("a", StayKind.KIN, vague)).segments] == [False]
    assert [one.is_sure for one in line(stay("a", StayKind.KIN, sure)).segments] == [True]


def test_a_doubted_date_is_not_sure():
    doubted = VagueDate(first=date(2019, 1, 1), last=date(2019, 1, 1), doubt=True)
    when = Span(since=doubted, until=exactly(date(2021, 1, 1)))
    assert [one.is_sure for one in line(stay("a", StayKind.KIN, when)).segments] == [False]


def test_a_first_home_of_which_only_the_end_is_known_begins_with_the_life():
    when = Span(until=exactly(date(2019, 1, 1)))
    (segment,) = line(stay("a", StayKind.HOME, when)).segments
    assert (segment.start, segment.end, segment.is_sure) == (
        date(2012, 3, 4).toordinal(),
        date(2019, 1, 1).toordinal(),
        False,
    )


def test_what_is_hidden_or_undated_has_no_place_and_the_undated_are_counted():
    found = line(
        stay("a", StayKind.HOME, None),
        stay("b", StayKind.KIN, a_span("2019-01-01", "2020-01-01"), hidden=True),
    )
    assert (found.segments, found.undated) == ((), 1)


def test_of_two_stays_on_one_day_the_one_that_began_last_counts():
    found = line(
        stay("a", StayKind.HOME, a_span("2012-03-04", ongoing=True)),
        stay("b", StayKind.RESPITE, a_span("2019-01-01", "2020-01-01")),
    )
    day = date(2019, 6, 1).toordinal()
    assert found.at(day) == found.segments[1]
    assert found.at(date(2000, 1, 1).toordinal()) is None


def test_holders_get_a_number_in_order_and_a_blank_has_none():
    case = in_lane(
        Lane.DIRECTION,
        (a_span("2019-01-01", "2020-01-01"), {"party": "p2"}),
        (a_span("2020-06-01", "2021-01-01"), {"party": "p1"}),
        (a_span("2021-01-02", "2022-01-01"), {"party": "p2"}),
    )
    parts = lane_parts(case, Lane.DIRECTION, today=TODAY)
    assert [(part.number, part.period is None) for part in parts] == [
        (1, False),
        (0, True),
        (2, False),
        (1, False),
        (0, True),
    ]
    assert parts[-1].end == TODAY.toordinal()


def test_a_closed_order_is_shown_within_the_frame_it_belongs_to():
    case = in_lane(
        Lane.FRAME,
        (a_span("2019-01-01", "2022-12-31"), {"kind": FrameKind.SUPERVISION.value}),
        (a_span("2020-01-01", "2020-12-31"), {"kind": FrameKind.CLOSED_ORDER.value}),
        (a_span("2019-02-01", "2022-12-31"), {"kind": FrameKind.OUT_OF_HOME.value}),
    )
    parts = lane_parts(case, Lane.FRAME, today=TODAY)
    assert [part.period.kind for part in parts] == [
        FrameKind.SUPERVISION,
        FrameKind.CLOSED_ORDER,
        FrameKind.SUPERVISION,
    ]


def test_a_summer_without_school_is_no_blank_and_half_a_year_is():
    case = in_lane(
        Lane.EDUCATION,
        (a_span("2018-09-01", "2019-07-01"), {"kind": EducationKind.REGULAR.value}),
        (a_span("2019-09-01", "2020-01-01"), {"kind": EducationKind.REGULAR.value}),
        (a_span("2020-01-02", "2020-08-31"), {"kind": EducationKind.AT_HOME.value}),
        (a_span("2020-09-01", "2022-01-01"), {"kind": EducationKind.SPECIAL.value}),
    )
    parts = lane_parts(case, Lane.EDUCATION, today=TODAY)
    assert [part.period is None for part in parts] == [False, False, True, False]


@settings(max_examples=80, deadline=None)
@given(cases(), st.sampled_from(tuple(Lane)))
def test_no_part_of_a_lane_lies_over_another(case, lane):
    parts = lane_parts(case, lane, today=TODAY)
    days = [day for part in parts for day in (part.start, part.end)]
    assert days == sorted(days)


@settings(max_examples=60, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_the_step_line_does_not_depend_on_the_order_of_entry(case, chance):
    mixed = shuffled(chance, case)
    assert step_line(mixed, today=TODAY) == step_line(case, today=TODAY)
    for lane in (Lane.DIRECTION, Lane.FRAME, Lane.EDUCATION):
        assert lane_parts(mixed, lane, today=TODAY) == lane_parts(case, lane, today=TODAY)
