"""Second devices: another computer that shows or types, and phones for one word.

None of this is work on the case: it is never undone, and it is not in the case file. Nothing
here says whose phone it is.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

CODE_SIGNS = "BCDFGHJKLMNPRSTVWXZ"
"""Letters of a code: no vowels, so no words; none that looks like a figure."""

CODE_LENGTH = 6

CODE_LIFETIME = timedelta(minutes=10)
"""How long a code waits for the device it is meant for."""

DEVICE_LIFETIME = timedelta(hours=24)
"""How long a device stays paired: from the evening before until the end of the session."""

PHONES_LIFETIME = timedelta(hours=12)
"""How long phones stay open when nobody closes them."""

WORDS_LENGTH = 40
"""Longest word or short sentence from a phone, in letters."""

SPARE_TICKETS = 5
"""Phones beyond the number of participants: an empty battery, a second browser."""


class DeviceRole(StrEnum):
    """What a second computer does."""

    BEAMER = "beamer"
    NOTE_TAKER = "note_taker"


class PhoneQuestion(StrEnum):
    """What phones are asked; every value is the field of `Participant` it stands beside."""

    CHECK_IN = "check_in"
    POSITION = "position"
    TAKES_ALONG = "takes_along"
    POSITION_AFTER = "position_after"

    @property
    def is_place(self) -> bool:
        """The answer is a place on a line; else it is words."""
        return self in {PhoneQuestion.POSITION, PhoneQuestion.POSITION_AFTER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A second computer that the chair let in.

    Attributes:
        key: to unpair it by; no secret.
        reference: the one case it takes part in.
        paired_at: aware, UTC.
    """

    key: str
    reference: str
    role: DeviceRole
    paired_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Phones:
    """The phones of one session while they are open.

    Attributes:
        code: what a phone joins with; shown on the beamer.
        address: where this computer can be reached, such as `192.0.2.7:8501`.
        question: what is asked now; None between two questions.
        opened_at: aware, UTC.
    """

    code: str
    address: str
    question: PhoneQuestion | None = None
    opened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneAnswer:
    """What one phone sent to one question; without words and place it said "rather not".

    Attributes:
        key: random; says nothing about the phone.
        place: 0 (tegenover elkaar) to 4 (naast elkaar), None for a question in words.
        shown: the chair let the group see it.
        left_out: the chair took it off the screen again.
    """

    key: str
    question: PhoneQuestion
    words: str = ""
    place: int | None = None
    shown: bool = False
    left_out: bool = False

    @property
    def is_given(self) -> bool:
        """There is something to show."""
        return bool(self.words) or self.place is not None

    @property
    def is_seen(self) -> bool:
        """The group sees it."""
        return self.is_given and self.shown and not self.left_out
