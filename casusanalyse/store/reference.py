"""The number people call a case by: the next one free in its year, in its region."""

from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import IntegrityError

from casusanalyse.domain.case import Case
from casusanalyse.domain.problems import Refusal
from casusanalyse.store.tables import CASE


def register(connection: Connection, case: Case, region: str) -> str:
    """Give a new case its row; return its reference.

    Raises:
        Refusal: `already_there` with the `reference` of a case with the same key;
            `already_elsewhere` when another region has it.
    """
    _queue_up(connection)
    _refuse_known(connection, case.key)
    reference = _free_reference(connection, case.reference)
    row = insert(CASE).values(key=case.key, reference=reference, region=region)
    try:
        connection.execute(row)
    except IntegrityError:  # the key is taken by a case that is not shown to us
        raise Refusal("already_elsewhere") from None
    return reference


def next_reference(connection: Connection, year: str) -> str:
    """Return the reference a new case of this year gets, such as `2026-0014`."""
    mine = select(CASE.c.reference).where(CASE.c.reference.startswith(f"{year}-"))
    numbers = (reference[5:] for reference in connection.execute(mine).scalars())
    highest = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return f"{year}-{highest + 1:04}"


def _queue_up(connection: Connection) -> None:
    """Let one new case at a time choose its reference; on SQLite every writer already waits."""
    if connection.dialect.name == "postgresql":
        connection.execute(text('LOCK TABLE "case" IN SHARE ROW EXCLUSIVE MODE'))


def _refuse_known(connection: Connection, key: str) -> None:
    known = connection.execute(select(CASE.c.reference).where(CASE.c.key == key)).scalar()
    if known is not None:
        raise Refusal("already_there", reference=known)


def _free_reference(connection: Connection, reference: str) -> str:
    taken = select(CASE.c.key).where(CASE.c.reference == reference)
    if connection.execute(taken).first() is None:
        return reference
    return next_reference(connection, reference[:4])
