from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.analysis.figure import line_of
from casusanalyse.analysis.long_line_help import first_help, help_columns
from casusanalyse.domain.dates import Span, VagueDate, whole_year
from casusanalyse.domain.timeline import Involved, Period
from casusanalyse.domain.vocabulary import Lane
from tests.builders import a_case, a_span, an_event
from tests.unit.analysis.readings import CHILD, PARTIES, TODAY, cases, sharp, shuffled

CUTS = tuple(date(year, 1, 1).toordinal() for year in (2012, 2015, 2019, 2022, 2027))


def help_of(*rows):
    return tuple(
        Period(key=f"h{at}", lane=Lane.INVOLVEMENT, when=when, party=party)
        for at, (when, party) in enumerate(rows)
    )


def numbers(case, cuts=CUTS):
    columns = help_columns(line_of(case, TODAY), cuts)
    return [(column.organisations, column.professionals) for column in columns]


def test_a_column_counts_organisations_at_once_and_professionals_so_far():
    case = a_case(
        periods=help_of(
            (a_span("2014-01-01", "2015-06-01"), "p1"),
            (a_span("2016-01-01", "2018-01-01"), "o2"),
            (a_span("2020-01-01", "2021-01-01"), "p2"),
            (a_span("2020-06-01", "2021-01-01"), "o2"),
        ),
        **PARTIES,
    )
    assert numbers(case) == [
        ((1, 1), (1, 1)),
        ((1, 1), (1, 1)),
        ((2, 2), (2, 2)),
        ((0, 0), (2, 2)),
    ]


def test_a_vague_start_gives_bounds_in_the_columns_it_may_lie_in():
    winter = VagueDate(first=date(2018, 7, 1), last=date(2019, 6, 30))
    begun = Span(since=winter, until=whole_year(2020))
    alone = PARTIES | {"professionals": PARTIES["professionals"][:1]}
    case = a_case(periods=help_of((begun, "p1")), **alone)
    assert numbers(case)[1:] == [((0, 1), (0, 1)), ((1, 1), (1, 1)), ((0, 0), (1, 1))]


def test_who_took_part_in_an_event_has_come_by_then():
    event = an_event("2016-01-01", involved=(Involved("p1"), Involved("p2"), Involved("o2")))
    case = a_case(event, **PARTIES)
    assert first_help(line_of(case, TODAY)) == date(2016, 1, 1).toordinal()
    assert [people for _, people in numbers(case)] == [(0, 0), (2, 2), (2, 2), (2, 2)]


def test_who_is_known_without_a_date_can_have_come_any_day_and_has_come_by_now():
    case = a_case(periods=help_of((None, "p1")), people=(CHILD,), **PARTIES)
    assert first_help(line_of(case, TODAY)) is None
    assert numbers(case) == [*[((0, 0), (0, 2))] * 3, ((0, 0), (2, 2))]


@settings(max_examples=120, deadline=None)
@given(cases(), st.data())
def test_every_reading_lies_within_the_bounds_of_its_column(case, data):
    vague, concrete = numbers(case), numbers(sharp(data.draw, case))
    for bounds, told in zip(vague, concrete, strict=True):
        for (low, high), (least, most) in zip(bounds, told, strict=True):
            assert low <= least <= most <= high


@settings(max_examples=40, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_columns_do_not_depend_on_the_order_of_entry(case, chance):
    assert numbers(shuffled(chance, case)) == numbers(case)
