"""The session of a case while it runs: one small row, changed in place, without a log."""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, func, insert, select, update

from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.sitting import Sitting
from casusanalyse.store.database import Database
from casusanalyse.store.key import key_of
from casusanalyse.store.tables import CASE, DEED, SITTING

_READ = msgspec.json.Decoder(Sitting)


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a session and its case are; when both are the same, so is every picture.

    Attributes:
        sitting: number of the newest change of the session, 0 before the first.
        case: number of the newest deed in the case.
    """

    sitting: int
    case: int


class Sittings:
    """The sessions of all cases; every method is one transaction.

    Raises:
        Refusal: `unknown_case`, and those of a database that is damaged, full or busy.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, reference: str) -> Sitting:
        """Return the session of a case as it is now."""
        with self._database.reading() as connection:
            return _sitting(connection, key_of(connection, reference))[1]

    def stand(self, reference: str) -> Stand:
        """Return how far it is; cheap enough to ask several times a second."""
        asked = (
            select(func.coalesce(SITTING.c.number, 0), func.max(DEED.c.number))
            .select_from(CASE)
            .join(DEED, DEED.c.case_key == CASE.c.key)
            .outerjoin(SITTING, SITTING.c.case_key == CASE.c.key)
            .where(CASE.c.reference == reference)
            .group_by(SITTING.c.number)
        )
        with self._database.reading() as connection:
            row = connection.execute(asked).first()
        if row is None:
            raise Refusal("unknown_case")
        return Stand(sitting=row[0], case=row[1])

    def change(self, reference: str, alter: Callable[[Sitting], Sitting]) -> Sitting:
        """Change the session; two who do so at once wait for each other.

        Args:
            reference: of the case.
            alter: gives the session as it becomes; the same value leaves no trace.
        """
        with self._database.writing() as connection:
            case_key = key_of(connection, reference, claim=True)
            number, before = _sitting(connection, case_key)
            after = alter(before)
            if after != before:
                _put(connection, case_key, number + 1, after)
        return after


def _sitting(connection: Connection, case_key: str) -> tuple[int, Sitting]:
    own = select(SITTING.c.number, SITTING.c.body).where(SITTING.c.case_key == case_key)
    row = connection.execute(own).first()
    return (row.number, _READ.decode(row.body)) if row else (0, Sitting())


def _put(connection: Connection, case_key: str, number: int, sitting: Sitting) -> None:
    body = msgspec.json.encode(sitting).decode()
    values = {"number": number, "body": body}
    if number == 1:
        connection.execute(insert(SITTING).values(case_key=case_key, **values))
    else:
        own = update(SITTING).where(SITTING.c.case_key == case_key)
        connection.execute(own.values(**values))
