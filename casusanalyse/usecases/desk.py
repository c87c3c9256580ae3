"""The desk somebody works at: on which case, as who, and when."""

import secrets
import string
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Change, Deed
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.record import Record
from casusanalyse.store.cases import CaseStore

CHAIR = "voorzitter"
"""Who somebody is at the desk unless they said otherwise."""

NOTE_TAKER = "notulist"
"""Who works at a second computer: writes everything, but does not lead the session."""

KEY_LENGTH = 8
KEY_SIGNS = string.ascii_lowercase + string.digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who works on which case, and when.

    Attributes:
        reference: of the case on the desk.
        who: role, such as "voorzitter"; undo and redo take back only one's own work.
        now: moment of this click; aware, UTC.
        region: whose code book lies on the desk; empty on a computer that serves one region
            only.
    """

    cases: CaseStore
    reference: str
    who: str = CHAIR
    now: datetime
    region: str = ""

    def case(self) -> Case:
        """Return the whole case as it is now.

        Raises:
            Refusal: `unknown_case`.
        """
        return self.cases.get(self.reference)

    def refuse_others(self) -> None:
        """Let only the chair go on.

        Raises:
            Refusal: `chair_only`.
        """
        if self.who != CHAIR:
            raise Refusal("chair_only")

    def deed(self, verb: str) -> Deed:
        """Return a deed of this person at this moment, not yet saved."""
        return Deed(who=self.who, at=self.now, verb=verb)

    def write(self, verb: str, *changes: Change) -> tuple[Record, ...]:
        """Carry out all changes in one go; return the records put, with new versions.

        Args:
            verb: key of the sentence in `history.toml` that says what was done.
            *changes: carried out in this order; all or none.

        Raises:
            Refusal: `unknown_case`, `changed_elsewhere`, `gone`.
        """
        return self.cases.write(self.reference, self.deed(verb), *changes)


def new_key() -> str:
    """Return a random key for a new record; says nothing about what it holds."""
    return "".join(secrets.choice(KEY_SIGNS) for _ in range(KEY_LENGTH))


def next_rank(records: Sequence[Record]) -> float:
    """Return the rank that puts a new record last on its shelf."""
    return max((record.rank for record in records), default=0.0) + 1.0
