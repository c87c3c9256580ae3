"""Moments that mean the same whoever says them: "mrt 2019", "winter 2018", "Q3 2019"."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from casusanalyse.content.date_calendar import YearPart, month_part, school_years, year_parts
from casusanalyse.content.date_forms import month_numbers
from casusanalyse.content.text import page
from casusanalyse.domain.dates import VagueDate, exactly, whole_month, whole_year

FIRST_YEAR, YEARS_AHEAD = 1900, 5
"""Years that are believed: from this one up to so many years after today."""

Words = dict[str, str]
"""The named pieces of a form as they were said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What moments are understood against: the child's birth and today."""

    birth: VagueDate | None
    today: date


Maker = Callable[[Words, Around], VagueDate | None]
"""Makes a moment of the pieces of one form; raises ValueError on an impossible day."""


def _year(given: Words, around: Around, name: str = "year") -> int:
    """Return the year; two digits lie in the past hundred years or just ahead.

    Raises:
        ValueError: before 1900 or more than five years ahead.
    """
    digits = given[name].lstrip("'")
    year = int(digits)
    newest = around.today.year + YEARS_AHEAD
    if len(digits) < 4:  # noqa: PLR2004 - '19
        year += 2000 if 2000 + year <= newest else 1900
    if not FIRST_YEAR <= year <= newest:
        raise ValueError("year out of reach")
    return year


def month_number(given: Words) -> int:
    """Return the month, given by name or by number."""
    if "month" in given:
        return month_numbers()[given["month"]]
    return int(given["number_month"])


def _as_year(given: Words, around: Around) -> VagueDate:
    return whole_year(_year(given, around))


def _as_day(given: Words, around: Around) -> VagueDate:
    return exactly(date(_year(given, around), month_number(given), int(given["day"])))


def _as_month(given: Words, around: Around) -> VagueDate:
    return whole_month(_year(given, around), month_number(given))


def _as_part_of_month(given: Words, around: Around) -> VagueDate:
    entries = page("date")["part_of_month"]
    entry = next(entry for entry in entries if given["part"] in entry["words"])
    return month_part(_year(given, around), month_number(given), tuple(entry["days"]))


def _as_period(given: Words, around: Around) -> VagueDate | None:
    part, year = year_part(given), _year(given, around)
    if "next_year" in given:
        follows = _year(given, around, "next_year") == year + 1
        return part.beginning_in(year) if follows and part.crosses_year else None
    return part.beginning_in(year - part.named_by_end)


def year_part(given: Words) -> YearPart:
    """Return the season, quarter or holiday that was named."""
    return next(part for part in year_parts() if given["period"] in part.words)


def _as_school_year(given: Words, around: Around) -> VagueDate | None:
    year = _year(given, around)
    if "next_year" in given and _year(given, around, "next_year") != year + 1:
        return None
    return school_years(year, year)


ABSOLUTE: dict[str, Maker] = {
    "year": _as_year,
    "day": _as_day,
    "month": _as_month,
    "part_of_month": _as_part_of_month,
    "period": _as_period,
    "school_year": _as_school_year,
}
