"""What is asked before the session: who, why, and who takes part."""

from dataclasses import dataclass
from datetime import date, datetime

from casusanalyse.domain.record import Record
from casusanalyse.domain.vocabulary import CaseState, OrganisationKind

INTAKE_KEY = "intake"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake(Record):
    """The front page of a case; there is exactly one.

    Attributes:
        working_name: pseudonym of the child, chosen by the chair.
        question: main question of the group (hoofdvraag).
        reason: why this case now (aanleiding).
        rules: on which rules the organisations take part (spelregels, step 0).
        is_sample: an invented case that ships with the product.
    """

    working_name: str
    region: str = ""
    municipality: str = ""
    reason: str = ""
    question: str = ""
    rules: str = ""
    planned_on: date | None = None
    state: CaseState = CaseState.PREPARING
    archived_at: datetime | None = None
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """An organisation around the family.

    Attributes:
        takes_part: it agreed beforehand to take part (step 0).
        alias: name in a pseudonymised report; empty means a name made from its kind.
    """

    name: str
    kind: OrganisationKind = OrganisationKind.OTHER
    takes_part: bool = False
    alias: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Professional(Record):
    """Somebody who is or was involved by profession.

    Attributes:
        organisation: key of an `Organisation`, or empty.
        alias: name in a pseudonymised report; empty means a name made from the function.
    """

    name: str
    function: str = ""
    organisation: str = ""
    alias: str = ""
