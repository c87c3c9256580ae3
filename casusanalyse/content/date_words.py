"""Say dates in Dutch, as vague as they were given."""

from collections.abc import Iterator
from datetime import date, timedelta

from casusanalyse.content.date_calendar import (
    month_part,
    school_years,
    without_roughly,
    year_parts,
)
from casusanalyse.content.text import page, text
from casusanalyse.domain.dates import (
    Precision,
    Span,
    VagueDate,
    age_on,
    exactly,
    whole_month,
    whole_year,
)

_MONTHS_UNTIL_AGE = 24
"""Under two years an age is said in months."""


def say_day(day: date) -> str:
    """Return a day such as `17 mrt 2021`."""
    return f"{day.day} {_month(day, short=True)} {day.year}"


def say_long_day(day: date, *, weekday: bool = False) -> str:
    """Return a day such as `17 november 2026`, or `dinsdag 17 november 2026`."""
    words = f"{day.day} {_month(day)} {day.year}"
    return f"{page('date')['words']['weekdays'][day.weekday()]} {words}" if weekday else words


def say_date(moment: VagueDate) -> str:
    """Return one moment, such as `voorjaar 2019`, `rond 2018` or `12 mrt 2019, niet zeker`."""
    words = _about(moment)
    return text("date.unsure", moment=words) if moment.doubt else words


def say_span(span: Span) -> str:
    """Return a moment or a stretch, such as `2017 tot 2019`, `sinds 2020`, `mrt–mei 2019`."""
    if span.since and span.until:
        return _from_until(span.since, span.until)
    if span.until:
        return text("date.until", moment=_in_stretch(span.until))
    assert span.since is not None  # noqa: S101 - a span without dates cannot exist
    if span.ongoing:
        return text("date.since", moment=_in_stretch(span.since))
    return say_date(span.since)


def say_bounds(span: Span | None) -> str:
    """Return how typed words were understood, such as `heel 2019` or `2020 tot nu`.

    Seasons, school years and other parts are said as the months they cover.
    """
    if span is None:
        return text("date.undated")
    if span.is_stretch and span.since and not span.until:
        return text("date.until_now", moment=_in_stretch(span.since))
    if span.is_stretch or span.since is None:
        return say_span(span)
    words = _understood(span.since)
    return text("date.unsure", moment=words) if span.since.doubt else words


def say_age(birth: VagueDate, day: date | Span) -> str:
    """Return the age on a day or at the start of a span, such as `6 of 7 jaar` or `5 mnd`.

    Months under two years; a vague birth or a vague day gives two ages.
    """
    moment = exactly(day) if isinstance(day, date) else day.since or day.until
    assert moment is not None  # noqa: S101 - a span without dates cannot exist
    if moment.last < birth.first:
        return text("date.before_birth")
    oldest = _months_between(birth.first, moment.last)
    if oldest < _MONTHS_UNTIL_AGE:
        return _in_months(_months_between(birth.last, moment.first), oldest)
    return _in_years(age_on(birth, moment.first)[0], age_on(birth, moment.last)[1])


def _in_months(youngest: int, oldest: int) -> str:
    if oldest == 0:
        return text("date.newborn")
    if youngest == oldest:
        return text("date.months_old", youngest=youngest)
    if oldest == youngest + 1:
        return text("date.months_old_either", youngest=youngest, oldest=oldest)
    return text("date.months_old_range", youngest=youngest, oldest=oldest)


def _in_years(youngest: int, oldest: int) -> str:
    if youngest == oldest:
        return text("date.years_old", youngest=youngest)
    if oldest == youngest + 1:
        return text("date.years_old_either", youngest=youngest, oldest=oldest)
    return text("date.years_old_range", youngest=youngest, oldest=oldest)


def _months_between(born: date, day: date) -> int:
    months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
    return max(0, months)


def _about(moment: VagueDate, *, short: bool = False) -> str:
    around = _around(moment, short=short) if moment.about else None
    return around or _name(moment, short=short) or _between(moment)


def _around(moment: VagueDate, *, short: bool = False) -> str | None:
    centre = without_roughly(moment)
    name = _name(centre, short=short) if centre else None
    return text("date.around", moment=name) if name else None


def _understood(moment: VagueDate) -> str:
    if moment.about and (around := _around(moment)):
        return around
    if _is_year(moment):
        return text("date.whole_year", year=moment.first.year)
    if moment.precision is Precision.MONTH and _is_month(moment):
        return f"{_month(moment.first)} {moment.first.year}"
    return _dashed(moment.first, moment.last)


def _from_until(since: VagueDate, until: VagueDate) -> str:
    months = _is_month(since) and _is_month(until) and since.first < until.first
    soft = since.is_soft or until.is_soft
    if months and not soft and since.first.year == until.first.year:
        return _dashed(since.first, until.last)
    return text("date.from_until", first=_in_stretch(since), last=_in_stretch(until))


def _in_stretch(moment: VagueDate) -> str:
    return _about(moment, short=True) + "?" * moment.doubt


def _between(moment: VagueDate) -> str:
    first, last = _edges(moment.first, moment.last)
    return text("date.between", first=first, last=last)


def _dashed(first: date, last: date) -> str:
    if first == last:
        return say_day(first)
    start, end = _edges(first, last)
    if first.year != last.year:
        return f"{start} – {end}"
    start = start.removesuffix(f" {first.year}")
    if first.month == last.month:
        return f"{first.day}–{end}"
    return f"{start} – {end}" if " " in start else f"{start}–{end}"


def _edges(first: date, last: date) -> tuple[str, str]:
    """Say two days as years or months when they are the outer days of those."""
    if (last + timedelta(days=1)).day != 1 or first.day != 1:
        return say_day(first), say_day(last)
    if first.year < last.year and first.month == 1 and last.month == 12:  # noqa: PLR2004 - December
        return str(first.year), str(last.year)
    return (
        f"{_month(first, short=True)} {first.year}",
        f"{_month(last, short=True)} {last.year}",
    )


def _name(moment: VagueDate, *, short: bool = False) -> str | None:
    return next(_names(moment, short=short), None)


def _names(moment: VagueDate, *, short: bool) -> Iterator[str]:
    first, last = moment.first, moment.last
    if first == last:
        yield say_day(first)
    if _is_month(moment):
        yield f"{_month(first, short=short)} {first.year}"
    if _is_year(moment):
        yield str(first.year)
    if _same(moment, school_years(first.year, first.year)):
        yield text("date.school_year", year=first.year, next=first.year + 1)
    yield from _part_names(moment)


def _part_names(moment: VagueDate) -> Iterator[str]:
    first, last = moment.first, moment.last
    for part in page("date")["part_of_month"]:
        if _same(moment, month_part(first.year, first.month, tuple(part["days"]))):
            yield f"{part['words'][0]} {_month(first)} {first.year}"
    for named in year_parts():
        if _same(moment, named.beginning_in(first.year)):
            years = f"{first.year}-{last.year}" if named.crosses_year else first.year
            yield f"{named.words[0]} {years}"


def _same(moment: VagueDate, other: VagueDate) -> bool:
    return (moment.first, moment.last) == (other.first, other.last)


def _is_month(moment: VagueDate) -> bool:
    return _same(moment, whole_month(moment.first.year, moment.first.month))


def _is_year(moment: VagueDate) -> bool:
    return _same(moment, whole_year(moment.first.year))


def _month(day: date, *, short: bool = False) -> str:
    name: str = page("date")["months"][str(day.month)][short]
    return name
