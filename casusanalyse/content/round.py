"""Where the report stands, in Dutch: one line for screens, mails and the Word file."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from casusanalyse.content.date_words import say_day, say_long_day
from casusanalyse.content.text import page, text
from casusanalyse.domain.round import AMSTERDAM, Round, RoundState, end_of, state_of


class Place(StrEnum):
    """Where a part of the state line lies in time."""

    PAST = "past"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class StatePart:
    """One part of the state line.

    Attributes:
        label: in Dutch, such as `Ter reactie t/m di 24 nov 2026 23:59`.
    """

    label: str
    place: Place


def state_parts(week: Round | None, now: datetime) -> tuple[StatePart, ...]:
    """Return the states of the report in order; without a round nothing has begun yet."""
    order = list(RoundState)
    here = order.index(state_of(week, now)) if week else -1
    places = (
        Place.NOW if at == here else Place.PAST if at < here else Place.NEXT
        for at in range(len(order))
    )
    return tuple(
        StatePart(_label(state, week), place)
        for state, place in zip(order, places, strict=True)
    )


def state_line(week: Round | None, now: datetime) -> str:
    """Return the whole line in plain words; the part where we are says so.

    Such as `Concept → nu: Ter reactie t/m di 24 nov 2026 23:59 → Verwerken → Definitief`.
    """
    said = (
        text("round.here", state=part.label) if part.place is Place.NOW else part.label
        for part in state_parts(week, now)
    )
    return text("round.arrow").join(said)


def open_line(last_day: date) -> str:
    """Return the whole line as it is while people can react, for messages to them."""
    end = end_of(last_day)
    return state_line(Round(made_at=end, last_day=last_day), end - timedelta.resolution)


def state_now(week: Round | None, now: datetime) -> str:
    """Return in short where the report stands now, such as `Ter reactie t/m di 24 nov`.

    Empty while there is no concept.
    """
    if week and week.last_day and state_of(week, now) is RoundState.OPEN:
        day = say_day(week.last_day).rpartition(" ")[0]
        return text("round.open_until", moment=f"{_weekday(week.last_day)} {day}")
    here = [part.label for part in state_parts(week, now) if part.place is Place.NOW]
    return here[0] if here else ""


def say_last_day(day: date) -> str:
    """Return until when people can react, such as `di 24 nov 2026 23:59`."""
    return text("round.last_moment", weekday=_weekday(day), day=say_day(day))


def say_moment(moment: datetime) -> str:
    """Return an aware moment on a Dutch clock, such as `24 november 2026, 10:42`."""
    wall = moment.astimezone(AMSTERDAM)
    return text("round.moment", day=say_long_day(wall.date()), time=f"{wall:%H:%M}")


def _label(state: RoundState, week: Round | None) -> str:
    if state is RoundState.OPEN and week and week.last_day:
        return text("round.open_until", moment=say_last_day(week.last_day))
    reopened = week and week.reopened_at and week.final_at is None
    if state is RoundState.PROCESSING and reopened:
        return text("round.processing_again")
    return text(f"round.{state.value}")


def _weekday(day: date) -> str:
    short: str = page("round")["weekdays"][day.weekday()]
    return short
