from datetime import date

from casusanalyse.analysis.gaps import Gap, gaps
from casusanalyse.analysis.stretch import joined, stretches
from casusanalyse.domain.dates import Span, exactly, whole_month, whole_year
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import Lane

TODAY = date(2026, 11, 17)


def period(key, when, **fields):
    return Period(key=key, lane=Lane.DIRECTION, when=when, **fields)


def sharp(since, until):
    return Span(
        since=exactly(date.fromisoformat(since)), until=exactly(date.fromisoformat(until))
    )


def found(*periods, until=None):
    line = joined(stretches(periods, today=TODAY))
    return gaps(line, until=until.toordinal() if until else None)


def gap(first, last, *, soft=False):
    days = (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())
    return Gap(start=days[0], end=days[1], soft=soft)


def test_thirty_days_between_two_holders_are_a_gap_and_twenty_nine_are_not():
    before = period("a", sharp("2020-01-01", "2020-06-01"))
    assert found(before, period("b", sharp("2020-07-02", "2021-01-01"))) == (
        gap("2020-06-01", "2020-07-02"),
    )
    assert found(before, period("b", sharp("2020-07-01", "2021-01-01"))) == ()


def test_a_gap_says_its_length_in_days_and_whole_months():
    seven = gap("2022-04-15", "2022-11-15")
    assert (seven.days, seven.months) == (213, 7)


def test_a_period_inside_another_makes_no_gap():
    assert (
        found(
            period("a", sharp("2020-01-01", "2021-01-01")),
            period("b", sharp("2020-02-01", "2020-03-01")),
            period("c", sharp("2021-01-02", "2021-06-01")),
        )
        == ()
    )


def test_nobody_since_the_last_holder_left_is_a_gap_until_today():
    last = period("a", sharp("2020-01-01", "2026-09-01"))
    assert found(last, until=TODAY) == (gap("2026-09-01", "2026-11-18"),)
    assert found(last) == ()


def test_an_ongoing_period_leaves_no_gap_until_today():
    assert found(period("a", Span(since=exactly(TODAY), ongoing=True)), until=TODAY) == ()


def test_no_gap_is_claimed_beside_an_end_that_is_not_known():
    nobody_knows_until_when = period("a", Span(since=whole_month(2019, 1)))
    nobody_knows_since_when = period("b", Span(until=whole_month(2022, 1)))
    later = period("c", sharp("2020-06-01", "2020-12-01"))
    assert found(nobody_knows_until_when, later) == ()
    assert found(later, nobody_knows_since_when) == ()


def test_vague_neighbours_that_can_have_met_leave_no_gap_and_no_overlap():
    before = period("a", Span(since=whole_year(2017), until=whole_year(2019)))
    after = period("b", Span(since=whole_month(2019, 11), ongoing=True))
    line = joined(stretches([after, before], today=TODAY))
    assert gaps(line) == ()
    assert [line[0].end, line[1].start] == [date(2019, 11, 15).toordinal()] * 2


def test_a_gap_with_a_vague_end_is_soft():
    before = period("a", Span(since=whole_year(2017), until=whole_year(2018)))
    after = period("b", Span(since=whole_month(2021, 3), ongoing=True))
    assert [gap.soft for gap in found(before, after)] == [True]


def test_hidden_and_undated_periods_are_not_laid_down():
    hidden = period("a", sharp("2020-01-01", "2021-01-01"), hidden=True)
    assert stretches([hidden, period("b", None)], today=TODAY) == ()
