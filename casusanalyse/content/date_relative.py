"""Moments that depend on the child's birth or on today: "groep 4", "vorig jaar"."""

from datetime import date, timedelta

from casusanalyse.content.date_absolute import Around, Maker, Words, month_number, year_part
from casusanalyse.content.date_calendar import fills_months, later, roughly, school_years
from casusanalyse.content.date_forms import numbers
from casusanalyse.content.text import page
from casusanalyse.domain.dates import Precision, VagueDate, exactly, whole_month, whole_year

_AGE_IN_FIRST_GROUP = 4
_SCHOOL_BIRTHDAY = (10, 1)
_GROUPS, _CLASSES = 8, 6


def _number(given: Words) -> int:
    word = given.get("nth") or given["n"]
    return int(word) if word.isdigit() else numbers()[word]


def _as_last_such_day(given: Words, around: Around) -> VagueDate | None:
    """Return the newest such day that is not after today; "29 feb" may lie years back."""
    month, number = month_number(given), int(given["day"])
    for year in range(around.today.year, around.today.year - 9, -1):
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if day <= around.today:
            return exactly(day)
    return None


def _as_recent_period(given: Words, around: Around) -> VagueDate:
    latest = year_part(given).beginning_in(around.today.year)
    if latest.first <= around.today:
        return latest
    return year_part(given).beginning_in(around.today.year - 1)


def _as_group(given: Words, around: Around) -> VagueDate | None:
    number = _number(given)
    return _in_group(number, around) if 1 <= number <= _GROUPS else None


def _as_class(given: Words, around: Around) -> VagueDate | None:
    number = _number(given) if given else 1
    return _in_group(_GROUPS + number, around) if 1 <= number <= _CLASSES else None


def _in_group(number: int, around: Around) -> VagueDate | None:
    """Return the school year in which a child is in this group, never having repeated one.

    Born up to and including September: group 1 is the school year that starts in the year the
    child turns four. Born from October on, schools choose that one or the next, so both are
    kept; the same goes for a birth that is not known to the month. The margin that remains is
    a group done twice or skipped.

    Source: the usual first of October boundary of Dutch primary schools.
    """
    if around.birth is None:
        return None
    earliest, latest = around.birth.first, around.birth.last
    waits = (latest.month, latest.day) >= _SCHOOL_BIRTHDAY
    first = earliest.year + _AGE_IN_FIRST_GROUP + number - 1
    return school_years(first, latest.year + _AGE_IN_FIRST_GROUP + number - 1 + waits)


def _as_age(given: Words, around: Around) -> VagueDate | None:
    age = _number(given)
    return _in_life((age * 12, age * 12 + 12), around)


def _as_life(given: Words, around: Around) -> VagueDate | None:
    since, until = page("date")["lives"][given["life"]]
    return _in_life((since, until), around)


def _in_life(months: tuple[int, int], around: Around) -> VagueDate | None:
    """Return the time between two ages; a birth known to the month gives whole months."""
    if around.birth is None:
        return None
    one_day = timedelta(days=1)
    born = around.birth.last + one_day * fills_months(around.birth)
    return VagueDate(
        first=later(around.birth.first, months[0]),
        last=later(born, months[1]) - one_day,
        precision=Precision.YEAR,
    )


def _as_birth(_given: Words, around: Around) -> VagueDate | None:
    return around.birth


def _as_relative_day(given: Words, around: Around) -> VagueDate:
    back = page("date")["days_ago"][given["relative_day"]]
    return exactly(around.today - timedelta(days=back))


def _as_unit_now(given: Words, around: Around) -> VagueDate | None:
    return _units_ago(0, given["unit"], around.today)


def _as_unit_before(given: Words, around: Around) -> VagueDate | None:
    return _units_ago(1, given["unit"], around.today)


def _as_units_ago(given: Words, around: Around) -> VagueDate | None:
    """Return "3 maanden geleden", taken roughly unless it counts days."""
    moment = _units_ago(_number(given), given["unit"], around.today)
    return moment and (moment if moment.first == moment.last else roughly(moment))


def _units_ago(number: int, unit: str, today: date) -> VagueDate | None:
    units = page("date")["units"]
    kind = next(name for name, words in units.items() if unit in words)
    month = later(today.replace(day=1), -number)
    monday = today - timedelta(days=today.weekday(), weeks=number)
    school = later(today, -8).year - number
    return {
        "day": lambda: exactly(today - timedelta(days=number)),
        "week": lambda: VagueDate(
            first=monday, last=monday + timedelta(days=6), precision=Precision.MONTH
        ),
        "month": lambda: whole_month(month.year, month.month),
        "school_year": lambda: school_years(school, school),
        "year": lambda: whole_year(today.year - number),
    }[kind]()


RELATIVE: dict[str, Maker] = {
    "day_without_year": _as_last_such_day,
    "recent_period": _as_recent_period,
    "group": _as_group,
    "form": _as_class,
    "age": _as_age,
    "life": _as_life,
    "birth": _as_birth,
    "relative_day": _as_relative_day,
    "unit_now": _as_unit_now,
    "unit_before": _as_unit_before,
    "unit_ago": _as_units_ago,
}
