"""Phones while they are open: a code, a ticket per phone, and what was sent.

Nothing here says whose phone it is; closing takes all of it away.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from casusanalyse.domain.devices import (
    PHONES_LIFETIME,
    PhoneAnswer,
    PhoneQuestion,
    Phones,
)
from casusanalyse.store.database import Database
from casusanalyse.store.devices import print_of
from casusanalyse.store.key import key_of
from casusanalyse.store.tables import ANSWER, CASE, PHONES, TICKET

_ANSWER = tuple(column for column in ANSWER.c if column.name != "ticket")


class PhoneSessions:
    """The open phones of all cases; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, reference: str, now: datetime) -> Phones | None:
        """Return the phones of a case; None while they are closed."""
        own = select(PHONES).join(CASE).where(CASE.c.reference == reference, _is_open(now))
        with self._database.reading() as connection:
            row = connection.execute(own).first()
        return _phones(row) if row else None

    def open(self, reference: str, phones: Phones) -> None:
        """Open the phones anew; what was there of an earlier time is gone.

        Raises:
            Refusal: `unknown_case`.
        """
        with self._database.writing() as connection:
            case_key = key_of(connection, reference, claim=True)
            connection.execute(delete(PHONES).where(PHONES.c.case_key == case_key))
            row = {
                "case_key": case_key,
                "code": phones.code,
                "address": phones.address,
                "question": phones.question or "",
                "opened_at": phones.opened_at,
            }
            connection.execute(insert(PHONES).values(**row))

    def close(self, reference: str) -> None:
        """Close the phones, and take tickets and answers away.

        Raises:
            Refusal: `unknown_case`.
        """
        with self._database.writing() as connection:
            case_key = key_of(connection, reference)
            connection.execute(delete(PHONES).where(PHONES.c.case_key == case_key))

    def ask(self, reference: str, question: PhoneQuestion | None) -> None:
        """Set what is asked now; nothing happens while the phones are closed.

        Raises:
            Refusal: `unknown_case`.
        """
        self._set(reference, question=question or "")

    def move(self, reference: str, address: str) -> None:
        """Set where this computer can be reached, after it moved to another network.

        Raises:
            Refusal: `unknown_case`.
        """
        self._set(reference, address=address)

    def _set(self, reference: str, **values: str) -> None:
        with self._database.writing() as connection:
            case_key = key_of(connection, reference)
            own = update(PHONES).where(PHONES.c.case_key == case_key)
            connection.execute(own.values(**values))

    def find(self, code: str, now: datetime) -> str | None:
        """Return the reference of the case whose phones have this code."""
        own = select(CASE.c.reference).join(PHONES).where(PHONES.c.code == code, _is_open(now))
        with self._database.reading() as connection:
            return connection.execute(own).scalar()

    def join(self, reference: str, token: str, *, most: int) -> bool:
        """Give a phone its ticket; False when there are as many as may be.

        Raises:
            Refusal: `unknown_case`.
        """
        with self._database.writing() as connection:
            case_key = key_of(connection, reference, claim=True)
            given = select(func.count()).where(TICKET.c.case_key == case_key)
            if connection.execute(given).scalar_one() >= most:
                return False
            row = {"print": print_of(token), "case_key": case_key}
            connection.execute(insert(TICKET).values(**row))
        return True

    def of_ticket(self, token: str, now: datetime) -> tuple[str, Phones] | None:
        """Return the case a phone takes part in, and its phones; None once they are closed."""
        own = (
            select(PHONES, CASE.c.reference)
            .join(CASE, CASE.c.key == PHONES.c.case_key)
            .join(TICKET, TICKET.c.case_key == PHONES.c.case_key)
            .where(TICKET.c.print == print_of(token), _is_open(now))
        )
        with self._database.reading() as connection:
            row = connection.execute(own).first()
        return (row.reference, _phones(row)) if row else None

    def answer(self, token: str, question: PhoneQuestion) -> PhoneAnswer | None:
        """Return what this phone sent to a question."""
        own = select(*_ANSWER).where(*_own(token, question))
        with self._database.reading() as connection:
            row = connection.execute(own).first()
        return _answer(row) if row else None

    def put(self, token: str, answer: PhoneAnswer) -> None:
        """Keep an answer in the place of an earlier one; without a ticket nothing is kept."""
        with self._database.writing() as connection:
            if _claimed(connection, token):
                connection.execute(delete(ANSWER).where(*_own(token, answer.question)))
                row = {"ticket": print_of(token), **_row(answer)}
                connection.execute(insert(ANSWER).values(**row))

    def withdraw(self, token: str, question: PhoneQuestion) -> None:
        """Take away what this phone sent to a question."""
        with self._database.writing() as connection:
            connection.execute(delete(ANSWER).where(*_own(token, question)))

    def answers(self, reference: str, now: datetime) -> tuple[PhoneAnswer, ...]:
        """Return everything phones sent; in an order that says nothing about when."""
        own = (
            select(*_ANSWER)
            .join(TICKET, TICKET.c.print == ANSWER.c.ticket)
            .join(PHONES, PHONES.c.case_key == TICKET.c.case_key)
            .join(CASE, CASE.c.key == PHONES.c.case_key)
            .where(CASE.c.reference == reference, _is_open(now))
        )
        with self._database.reading() as connection:
            return tuple(_answer(row) for row in connection.execute(own.order_by(ANSWER.c.key)))

    def show(self, reference: str, question: PhoneQuestion) -> None:
        """Let the group see what was sent to a question so far.

        Raises:
            Refusal: `unknown_case`.
        """
        with self._database.writing() as connection:
            here = _of_case(connection, reference)
            shown = update(ANSWER).where(here, ANSWER.c.question == question.value)
            connection.execute(shown.values(shown=True))

    def leave_out(self, reference: str, key: str, *, left_out: bool) -> None:
        """Take one answer off the screen, or put it back.

        Raises:
            Refusal: `unknown_case`.
        """
        with self._database.writing() as connection:
            here = _of_case(connection, reference)
            one = update(ANSWER).where(here, ANSWER.c.key == key)
            connection.execute(one.values(left_out=left_out))


def _is_open(now: datetime) -> ColumnElement[bool]:
    return PHONES.c.opened_at > now - PHONES_LIFETIME


def _own(token: str, question: PhoneQuestion) -> tuple[ColumnElement[bool], ...]:
    return ANSWER.c.ticket == print_of(token), ANSWER.c.question == question.value


def _of_case(connection: Connection, reference: str) -> ColumnElement[bool]:
    case_key = key_of(connection, reference)
    return ANSWER.c.ticket.in_(select(TICKET.c.print).where(TICKET.c.case_key == case_key))


def _claimed(connection: Connection, token: str) -> bool:
    """Lock the ticket until the transaction ends; tell whether it is there."""
    ticket = select(TICKET.c.print).where(TICKET.c.print == print_of(token))
    return connection.execute(ticket.with_for_update()).first() is not None


def _phones(row: Row[Any]) -> Phones:
    return Phones(
        code=row.code,
        address=row.address,
        question=PhoneQuestion(row.question) if row.question else None,
        opened_at=row.opened_at,
    )


def _row(answer: PhoneAnswer) -> dict[str, object]:
    return {
        "question": answer.question.value,
        "key": answer.key,
        "words": answer.words,
        "place": answer.place,
        "shown": answer.shown,
        "left_out": answer.left_out,
    }


def _answer(row: Row[Any]) -> PhoneAnswer:
    return PhoneAnswer(
        key=row.key,
        question=PhoneQuestion(row.question),
        words=row.words,
        place=row.place,
        shown=row.shown,
        left_out=row.left_out,
    )
