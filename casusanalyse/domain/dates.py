"""Dates as people remember them: a year, a season, "rond 2018", from then until now."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """How finely a date was given."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    PART_OF_YEAR = "part_of_year"
    SCHOOL_YEAR = "school_year"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class VagueDate:
    """One moment that lies somewhere from `first` up to and including `last`.

    Attributes:
        first: earliest day it can have been.
        last: latest day it can have been; equal to `first` when the day is known.
        precision: how it was said; wording follows this, arithmetic follows the bounds.
        doubt: the speaker was not sure ("12-3-2019?").
        about: the speaker said roughly ("± 2018"); the bounds are already widened.
    """

    first: date
    last: date
    precision: Precision = Precision.DAY
    doubt: bool = False
    about: bool = False

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError("first lies after last")

    @property
    def middle(self) -> date:
        """The day in the middle, where a drawing puts its mark."""
        return self.first + (self.last - self.first) // 2

    @property
    def is_sharp(self) -> bool:
        """Known to the day or the month, and not doubted."""
        return self.precision in {Precision.DAY, Precision.MONTH} and not self.is_soft

    @property
    def is_soft(self) -> bool:
        """Doubted or said roughly."""
        return self.doubt or self.about


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A moment, or a stretch of time between two vague moments.

    A moment has only `since`. A stretch has `until`, or is `ongoing` ("sinds 2020").
    `since` is None for "tot 2019": it ended, the start is not known.
    """

    since: VagueDate | None = None
    until: VagueDate | None = None
    ongoing: bool = False

    def __post_init__(self) -> None:
        if self.since is None and self.until is None:
            raise ValueError("a span needs at least one date")
        if self.since and self.until and self.since.first > self.until.last:
            raise ValueError("until lies before since")

    @property
    def first(self) -> date:
        """Earliest day that belongs to it."""
        return self._anchor.first

    @property
    def start(self) -> date:
        """The day a drawing starts it."""
        return self._anchor.middle

    @property
    def _anchor(self) -> VagueDate:
        anchor = self.since or self.until
        assert anchor is not None  # noqa: S101 - __post_init__ refuses a span without dates
        return anchor

    def end(self, today: date) -> date:
        """The day a drawing ends it; an open stretch runs to today, a moment ends at once."""
        if self.until:
            return max(self.until.middle, self.start)
        return max(today, self.start) if self.ongoing else self.start

    @property
    def is_stretch(self) -> bool:
        """Tell a stretch from a moment."""
        return self.until is not None or self.ongoing


def exactly(day: date) -> VagueDate:
    """Return the moment known to the day."""
    return VagueDate(first=day, last=day)


def whole_year(year: int) -> VagueDate:
    """Return somewhere in a calendar year."""
    return VagueDate(first=date(year, 1, 1), last=date(year, 12, 31), precision=Precision.YEAR)


def whole_month(year: int, month: int) -> VagueDate:
    """Return somewhere in a calendar month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return VagueDate(
        first=date(year, month, 1),
        last=following - timedelta(days=1),
        precision=Precision.MONTH,
    )


def age_on(birth: VagueDate, day: date) -> tuple[int, int]:
    """Return the youngest and the oldest age in whole years on a day, not below 0."""
    return _years(birth.last, day), _years(birth.first, day)


def _years(born: date, day: date) -> int:
    had_birthday = (day.month, day.day) >= (born.month, born.day)
    return max(0, day.year - born.year - (not had_birthday))
