"""The calendar behind Dutch date words: seasons, parts of a year, roughly, school years."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from casusanalyse.content.text import page
from casusanalyse.domain.dates import Precision, VagueDate

SCHOOL_STARTS, SCHOOL_ENDS = 9, 7
"""School years run from September up to and including July."""

_ROUGHLY_MONTHS = {Precision.YEAR: 6}
_ROUGHLY_DAYS = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPart:
    """A part of the year with a name, such as a season, a quarter or a holiday.

    Attributes:
        words: what it is called; the first one is how the product says it.
        first, last: month and day; when `last` comes before `first` it runs into the next year.
        named_by_end: named after the year in which it ends ("winter 2019" began in 2018).
    """

    words: tuple[str, ...]
    first: tuple[int, int]
    last: tuple[int, int]
    precision: Precision
    named_by_end: bool

    @property
    def crosses_year(self) -> bool:
        """Begins in one year and ends in the next."""
        return self.last < self.first

    def beginning_in(self, year: int) -> VagueDate:
        """Return the one that begins in this year."""
        return VagueDate(
            first=_clipped(year, *self.first),
            last=_clipped(year + self.crosses_year, *self.last),
            precision=self.precision,
        )


@cache
def year_parts() -> tuple[YearPart, ...]:
    """Return the named parts of a year, in the order of `date.toml`."""
    return tuple(
        YearPart(
            words=tuple(entry["words"]),
            first=_month_and_day(entry["from"]),
            last=_month_and_day(entry["to"]),
            precision=Precision(entry["precision"]),
            named_by_end=entry.get("named_by_end", False),
        )
        for entry in page("date")["period"]
    )


def month_part(year: int, month: int, days: tuple[int, int]) -> VagueDate:
    """Return a part of a month; days past its end are cut off."""
    first, last = (_clipped(year, month, day) for day in days)
    return VagueDate(first=first, last=last, precision=Precision.MONTH)


def school_years(first: int, last: int) -> VagueDate:
    """Return somewhere in the school years that start in these years."""
    return VagueDate(
        first=date(first, SCHOOL_STARTS, 1),
        last=date(last + 1, SCHOOL_ENDS, 31),
        precision=Precision.SCHOOL_YEAR,
    )


def later(day: date, months: int) -> date:
    """Return the same day so many months later (or earlier), at most the end of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9998:  # noqa: PLR2004 - the years a date can hold
        return day
    return _clipped(year, month + 1, day.day)


def roughly(moment: VagueDate) -> VagueDate:
    """Widen a moment said with "rond" or "±", on either side.

    Half a year around a year, a month around a season, month or school year, and a week
    around anything shorter than a whole month.
    """
    return _stretched(moment, 1, about=True)


def without_roughly(moment: VagueDate) -> VagueDate | None:
    """Undo `roughly`; None when the moment was not made by it."""
    if moment.last - moment.first < 2 * _ROUGHLY_DAYS:
        return None
    for by_week in (False, True):
        try:
            inner = _stretched(moment, -1, about=False, by_week=by_week)
        except ValueError:
            continue
        if roughly(inner) == moment:
            return inner
    return None


def _stretched(
    moment: VagueDate, way: int, *, about: bool, by_week: bool | None = None
) -> VagueDate:
    if by_week if by_week is not None else not fills_months(moment):
        first, last = moment.first - way * _ROUGHLY_DAYS, moment.last + way * _ROUGHLY_DAYS
    else:
        months = way * _ROUGHLY_MONTHS.get(moment.precision, 1)
        first = later(moment.first, -months)
        last = later(moment.last + timedelta(days=1), months) - timedelta(days=1)
    return VagueDate(
        first=first, last=last, precision=moment.precision, doubt=moment.doubt, about=about
    )


def fills_months(moment: VagueDate) -> bool:
    """Begins on the first and ends on the last day of a month."""
    return moment.first.day == 1 and (moment.last + timedelta(days=1)).day == 1


def _month_and_day(words: str) -> tuple[int, int]:
    month, day = words.split("-")
    return int(month), int(day)


def _clipped(year: int, month: int, day: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day, (following - timedelta(days=1)).day))
