"""The week after the session: the round of a case, and what was frozen on the way."""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Column, Connection, insert, select, update

from casusanalyse.domain.change import Deed
from casusanalyse.domain.draft import Draft
from casusanalyse.domain.final import FinalReport
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.round import Round
from casusanalyse.store import log
from casusanalyse.store.body import packed
from casusanalyse.store.database import Database
from casusanalyse.store.key import key_of
from casusanalyse.store.tables import CASE, ROUND

_ROUND = msgspec.json.Decoder(Round)
_DRAFT = msgspec.json.Decoder(Draft)
_FINAL = msgspec.json.Decoder(FinalReport)
_Kind = TypeVar("_Kind")


class Rounds:
    """The rounds of all cases; every method is one transaction.

    Raises:
        Refusal: `unknown_case`, and those of a database that is damaged, full or busy.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, reference: str) -> Round | None:
        """Return the round of a case; None while there is no concept."""
        return self._read(reference, ROUND.c.body, _ROUND.decode)

    def draft(self, reference: str) -> Draft | None:
        """Return the draft as it was frozen for the readers."""
        return self._read(reference, ROUND.c.draft, _DRAFT.decode)

    def draft_file(self, reference: str) -> bytes | None:
        """Return the frozen draft as a .docx."""
        return self._read(reference, ROUND.c.draft_file, bytes)

    def final(self, reference: str) -> FinalReport | None:
        """Return the newest final report; None before there is one."""
        return self._read(reference, ROUND.c.final, _FINAL.decode)

    def final_file(self, reference: str) -> bytes | None:
        """Return the newest final report as a .docx."""
        return self._read(reference, ROUND.c.final_file, bytes)

    def _read(
        self,
        reference: str,
        column: Column[Any],
        decode: Callable[[Any], _Kind],
    ) -> _Kind | None:
        own = select(column).join(CASE).where(CASE.c.reference == reference)
        with self._database.reading() as connection:
            found = connection.execute(own).scalar()
        return None if found is None else decode(found)

    def lay_draft(
        self, reference: str, week: Round, draft: tuple[Draft, bytes], deed: Deed
    ) -> None:
        """Freeze a draft and its .docx, in the place of an earlier one."""
        values = {"body": packed(week), "draft": packed(draft[0]), "draft_file": draft[1]}
        with self._database.writing() as connection:
            case_key = key_of(connection, reference, claim=True)
            if _round(connection, case_key) is None:
                connection.execute(insert(ROUND).values(case_key=case_key, **values))
            else:
                _set(connection, case_key, **values)
            log.append(connection, case_key, deed, ())

    def change(self, reference: str, alter: Callable[[Round], Round], deed: Deed) -> Round:
        """Change the round and log it; two who do so at once wait for each other.

        Raises:
            Refusal: `no_concept`, and what `alter` refuses.
        """
        with self._database.writing() as connection:
            case_key = key_of(connection, reference, claim=True)
            before = _round(connection, case_key)
            if before is None:
                raise Refusal("no_concept")
            after = alter(before)
            _set(connection, case_key, body=packed(after))
            log.append(connection, case_key, deed, ())
        return after

    def lay_final(
        self,
        reference: str,
        weeks: tuple[Round, Round],
        final: tuple[FinalReport, bytes],
        deed: Deed,
    ) -> None:
        """Freeze the final report and its .docx.

        Args:
            reference: of the case.
            weeks: the round the report was made in, and as it becomes.
            final: the report, and the same as a .docx.
            deed: for the change log.

        Raises:
            Refusal: `changed_elsewhere` when the round changed while the report was made.
        """
        values = {"final": packed(final[0]), "final_file": final[1]}
        seen, after = weeks
        with self._database.writing() as connection:
            case_key = key_of(connection, reference, claim=True)
            if _round(connection, case_key) != seen:
                raise Refusal("changed_elsewhere")
            _set(connection, case_key, body=packed(after), **values)
            log.append(connection, case_key, deed, ())


def _round(connection: Connection, case_key: str) -> Round | None:
    own = select(ROUND.c.body).where(ROUND.c.case_key == case_key)
    body = connection.execute(own).scalar()
    return _ROUND.decode(body) if body else None


def _set(connection: Connection, case_key: str, **values: object) -> None:
    connection.execute(update(ROUND).where(ROUND.c.case_key == case_key).values(**values))
