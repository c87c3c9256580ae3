"""The week after the session: who may react until when, and when the report is final."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

ROUND_LENGTH = timedelta(days=7)
"""From the day the round opens up to and including its last day: one week, the seventh day
included. Source: Hopmans 2024, section 1."""

READABLE = timedelta(days=30)
"""How long participants can read on after the close, and again after the report is final."""

MOST_REMINDERS = 2

ROUND_VERBS = frozenset(
    {
        "concept_made",
        "round_opened",
        "last_day_moved",
        "participant_invited",
        "invitation_revoked",
        "participant_reminded",
        "invitation_mailed",
        "reaction_sent",
        "reaction_withdrawn",
        "reaction_returned",
        "remark_answered",
        "round_reopened",
        "made_final",
    }
)
"""Deeds of the week; they are in the change log, and are no step to undo."""


class RoundState(StrEnum):
    """Where the report stands, in order."""

    DRAFT = "draft"
    OPEN = "open"
    PROCESSING = "processing"
    FINAL = "final"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The week of one report; moments are aware, UTC.

    Attributes:
        made_at: when the concept was made that people read.
        names: real names in the report instead of pseudonyms.
        opened_at: when it first went to the participants; None while it is a concept.
        last_day: Dutch date, up to and including which people may react.
        final_at: when it became final; None before, and again after it was reopened.
        reopened_at: when it was last reopened, or None.
        fingerprint: SHA-256 of the final report, in hexadecimal; empty before.
    """

    made_at: datetime
    names: bool = False
    opened_at: datetime | None = None
    last_day: date | None = None
    final_at: datetime | None = None
    reopened_at: datetime | None = None
    fingerprint: str = ""

    @property
    def closes_at(self) -> datetime | None:
        """The first moment at which nobody can react any more; None while it is a concept."""
        return end_of(self.last_day) if self.last_day else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """That one participant may read and react; moments are aware, UTC.

    Attributes:
        key: random; says nothing about who it is.
        participant: key of the `Participant`.
        invited_at: when it was first made.
        revoked_at: when every link of this invitation stopped working, or None.
        reminders: how often the chair reminded, at most `MOST_REMINDERS`.
        sent_at: when a reaction by the link was last sent; None without one.
        returned_at: when the chair last brought in this person's Word file, or None.
        mailed_at: when our mail server last took a letter to this person; None when there was
            none, or when the chair sends them.
    """

    key: str
    participant: str
    invited_at: datetime
    revoked_at: datetime | None = None
    reminders: int = 0
    sent_at: datetime | None = None
    returned_at: datetime | None = None
    mailed_at: datetime | None = None

    @property
    def has_reacted(self) -> bool:
        """Something was sent or came back in Word; opening the link is no reaction."""
        return self.sent_at is not None or self.returned_at is not None


def last_day_by_rule(opened_at: datetime) -> date:
    """Return the last day of a round that opens now: a week later, on the same weekday."""
    return dutch_day(opened_at) + ROUND_LENGTH


def end_of(day: date) -> datetime:
    """Return the moment a Dutch day ends, which is midnight there; aware, UTC."""
    midnight = datetime.combine(day + timedelta(days=1), time(), tzinfo=AMSTERDAM)
    return midnight.astimezone(UTC)


def dutch_day(moment: datetime) -> date:
    """Return the date of an aware moment in the Netherlands."""
    return moment.astimezone(AMSTERDAM).date()


def state_of(week: Round, now: datetime) -> RoundState:
    """Return where the report stands; the clock closes the round, nobody else has to."""
    if week.final_at is not None:
        return RoundState.FINAL
    if week.closes_at is None:
        return RoundState.DRAFT
    return RoundState.OPEN if now < week.closes_at else RoundState.PROCESSING


def is_readable(week: Round, now: datetime) -> bool:
    """Tell whether links still lead somewhere: from opening until thirty days afterwards."""
    if week.closes_at is None:
        return False
    since = dutch_day(week.final_at) if week.final_at else week.last_day
    return since is not None and now < end_of(since + READABLE)
