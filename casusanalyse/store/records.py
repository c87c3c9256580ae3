"""Put and remove single records, each on top of the version that was seen."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from casusanalyse.domain.case import shelf_of
from casusanalyse.domain.change import Change, Put
from casusanalyse.domain.intake import Intake
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.record import Record
from casusanalyse.store.body import body_of, record_of, same
from casusanalyse.store.tables import RECORD


@dataclass(frozen=True, slots=True)
class Trace:
    """What happened to one record; None before it came and after it went."""

    shelf: str
    key: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies; the caller holds the lock on the case."""

    connection: Connection
    case_key: str
    shelf: str
    key: str

    def now(self) -> tuple[int, str | None]:
        """Return its version and body; version 0 when it was never there."""
        columns = select(RECORD.c.version, RECORD.c.body)
        row = self.connection.execute(columns.where(*self._here())).first()
        return (row.version, row.body) if row else (0, None)

    def lay(self, version: int, body: str | None) -> None:
        """Lay down a body, or None for a removed record, over what is there now."""
        values = {"version": version, "body": body}
        if version == 1:
            here = {"case_key": self.case_key, "shelf": self.shelf, "key": self.key}
            self.connection.execute(insert(RECORD).values(**here, **values))
        else:
            self.connection.execute(update(RECORD).where(*self._here()).values(**values))

    def _here(self) -> tuple[ColumnElement[bool], ...]:
        at = RECORD.c
        return at.case_key == self.case_key, at.shelf == self.shelf, at.key == self.key


def apply(connection: Connection, case_key: str, change: Change) -> tuple[Record, Trace | None]:
    """Carry out one change.

    Returns:
        The record as it is now (for a removed one: as it was), and the trace for the log;
        no trace when nothing changed.

    Raises:
        Refusal: `changed_elsewhere`, `gone`.
    """
    record = change.record
    place = Place(connection, case_key, shelf_of(record), record.key)
    version, before = place.now()
    _refuse_stale(record.version, version, before)
    if isinstance(change, Put):
        return _put(place, record, version, before)
    return _remove(place, record, version, before)


def restore(place: Place, left: str | None, earlier: str | None) -> Trace:
    """Bring back an earlier body, provided the record is still as it was left.

    Raises:
        Refusal: `changed_elsewhere`.
    """
    version, body = place.now()
    if not same(place.shelf, body, left):
        raise Refusal("changed_elsewhere")
    if earlier is not None:
        record = record_of(place.shelf, earlier)
        earlier = body_of(replace(record, version=version + 1))
    place.lay(version + 1, earlier)
    return Trace(place.shelf, place.key, body, earlier)


def _refuse_stale(seen: int, version: int, body: str | None) -> None:
    if seen == 0 and body is None:
        return
    if seen and body is None:
        raise Refusal("gone")
    if seen != version:
        raise Refusal("changed_elsewhere")


def _put(
    place: Place, record: Record, version: int, before: str | None
) -> tuple[Record, Trace | None]:
    if before is not None and body_of(record) == before:
        return record_of(place.shelf, before), None
    after = body_of(replace(record, version=version + 1))
    saved = record_of(place.shelf, after)  # what cannot be read back is never written
    place.lay(version + 1, after)
    return saved, Trace(place.shelf, place.key, before, after)


def _remove(
    place: Place, record: Record, version: int, before: str | None
) -> tuple[Record, Trace]:
    if isinstance(record, Intake):
        raise TypeError("a case always has its front page")
    if before is None:
        raise Refusal("gone")
    place.lay(version + 1, None)
    return record, Trace(place.shelf, place.key, before, None)
