"""The only place that reads the clock."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """Return this moment, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the date in the Netherlands."""
    return datetime.now(AMSTERDAM).date()


def wall_time(moment: datetime) -> str:
    """Return hours and minutes of a moment on a Dutch wall, such as "10:42"."""
    return moment.astimezone(AMSTERDAM).strftime("%H:%M")


def wall_date(moment: datetime) -> date:
    """Return the date of a moment in the Netherlands."""
    return moment.astimezone(AMSTERDAM).date()
