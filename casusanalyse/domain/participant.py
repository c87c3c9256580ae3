"""Who sits at the table today, and what they bring."""

from dataclasses import dataclass
from datetime import datetime

from casusanalyse.domain.record import Record
from casusanalyse.domain.vocabulary import AgreementMoment, Dynamic

POSITIONS = range(5)
"""Five places on a line of words, from left (0) to right (4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """One person in the session (steps 1, 2 and 5).

    Attributes:
        relation: what they are to this case, in their own words.
        check_in: how it is to sit here, in their own words.
        calm: 0 (gespannen) to 4 (kalm), None when not said.
        rest: 0 (haast) to 4 (rust), None when not said.
        position: 0 (tegenover elkaar) to 4 (naast elkaar); never shown with a name.
        position_after: the same at the check-out.
        learned: did you learn something that changes your work.
    """

    name: str
    organisation: str = ""
    function: str = ""
    relation: str = ""
    email: str = ""
    check_in: str = ""
    hope: str = ""
    calm: int | None = None
    rest: int | None = None
    position: int | None = None
    position_after: int | None = None
    takes_along: str = ""
    learned: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Record):
    """Something the group agreed: who does what, by when (free words)."""

    what: str
    who: str = ""
    due: str = ""
    moment: AgreementMoment = AgreementMoment.AFTERWARDS
    starred: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """The answer to one question of the method; its key is the question's id in the content."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked(Record):
    """A problem word or subject put aside in step 3, which comes back in step 4.

    Attributes:
        about: key of the `Person` it was said about, or empty.
        event: key of the `Event` it became, or empty while it waits.
    """

    what: str
    about: str = ""
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Record):
    """One line of the plan of the half-day; the default plan stands in the content.

    Its key is fixed: `step-1` to `step-5`, `break`, `check-out`.

    Attributes:
        minutes: how long it is planned to take.
        step: 1 to 5; None for the break and the check-out.
    """

    minutes: int
    step: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DynamicMoment(Record):
    """What somebody saw when the stop button was pressed; only noted when someone asks.

    Source: Hopmans 2024, section 5.2.

    Attributes:
        at: aware, UTC.
        step: 1 to 5.
        line: one line of what was seen; about the movement, not about a person.
        starred: goes into the report.
    """

    at: datetime
    step: int
    line: str = ""
    tags: tuple[Dynamic, ...] = ()
    starred: bool = False
