"""Load cases as whole values; write, undo and redo record by record."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, delete, func, insert, select

from casusanalyse.domain.case import Case, shelves
from casusanalyse.domain.change import Change, Deed, Put
from casusanalyse.domain.intake import Intake
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.record import Record
from casusanalyse.store import log
from casusanalyse.store.body import body_of, record_of
from casusanalyse.store.devices import Devices
from casusanalyse.store.foreign import ForeignSnapshots
from casusanalyse.store.kept import Kept
from casusanalyse.store.phones import PhoneSessions
from casusanalyse.store.pieces import Pieces
from casusanalyse.store.practice import Practice
from casusanalyse.store.readings import Readings
from casusanalyse.store.records import Place, apply, restore
from casusanalyse.store.reference import next_reference, register
from casusanalyse.store.region_codes import RegionCodes
from casusanalyse.store.rounds import Rounds
from casusanalyse.store.schema import open_database
from casusanalyse.store.sittings import Sittings
from casusanalyse.store.snapshots import Snapshots
from casusanalyse.store.summaries import Summaries
from casusanalyse.store.tables import CASE, DEED, RECORD

MOST_KEPT = 64
"""Cases whose list of deeds stays loaded. What a case says is never kept: see decision 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """One line in the list of cases.

    Attributes:
        changed_at: when somebody last did something to it; aware, UTC.
    """

    reference: str
    intake: Intake
    changed_at: datetime


class CaseStore:
    """The cases of one installation. Every method is one transaction.

    Any thread may use it; two writers of one case wait for each other.

    Raises:
        Refusal: `newer_database`, `database_unreadable`; every method also those of a database
            that is damaged, full, busy or read-only.
    """

    def __init__(self, database_url: str, region: str = "") -> None:
        self._database = open_database(database_url, region=region)
        self._deeds: Kept[tuple[Deed, ...]] = Kept(MOST_KEPT)
        self.sittings = Sittings(self._database)
        self.devices = Devices(self._database)
        self.phones = PhoneSessions(self._database)
        self.rounds = Rounds(self._database)
        self.readings = Readings(self._database)
        self.summaries = Summaries(self._database)
        self.snapshots = Snapshots(self._database)
        self.practice = Practice(self._database)
        self.foreign = ForeignSnapshots(self._database)
        self.pieces = Pieces(self._database)
        self.region_codes = RegionCodes(self._database)

    def close(self) -> None:
        """Let go of all connections."""
        self._database.engine.dispose()

    def create(self, case: Case, deed: Deed) -> Case:
        """Save a whole new case; its deed is the first line of the log, without changes.

        Returns:
            The case as saved: versions start at 1, and when the reference was taken it gets
            the next free one of that year.

        Raises:
            Refusal: `already_there` with the `reference` of a case with the same key;
                `already_elsewhere` when another region has it.
        """
        with self._database.writing() as connection:
            reference = register(connection, case, self._database.region)
            connection.execute(insert(RECORD), list(_rows(case)))
            log.append(connection, case.key, deed, ())
        return self.get(reference)

    def get(self, reference: str) -> Case:
        """Load a case with everything in it; each shelf by rank, then key.

        Raises:
            Refusal: `unknown_case`.
        """
        with self._database.reading() as connection:
            return _loaded(connection, reference)

    def has(self, key: str) -> bool:
        """Tell whether a case with this key is here, under whatever reference."""
        with self._database.reading() as connection:
            here = connection.execute(select(CASE.c.key).where(CASE.c.key == key)).first()
        return here is not None

    def intakes(self) -> tuple[CaseLine, ...]:
        """Return one line per case, highest reference first."""
        own = DEED.alias()
        newest = select(func.max(own.c.number)).where(own.c.case_key == CASE.c.key)
        lines = (
            select(CASE.c.reference, RECORD.c.body, DEED.c.at)
            .join(RECORD, RECORD.c.case_key == CASE.c.key)
            .join(DEED, DEED.c.number == newest.scalar_subquery())
            .where(RECORD.c.shelf == "intake")
            .order_by(CASE.c.reference.desc())
        )
        with self._database.reading() as connection:
            rows = connection.execute(lines).all()
        return tuple(_line(reference, body, at) for reference, body, at in rows)

    def next_reference(self, year: int) -> str:
        """Return the reference a new case of this year would get, such as `2026-0014`."""
        with self._database.reading() as connection:
            return next_reference(connection, f"{year:04}")

    def write(self, reference: str, deed: Deed, *changes: Change) -> tuple[Record, ...]:
        """Carry out all changes as one deed, or none of them.

        Returns:
            The records that were put, with their new versions. A deed that changes nothing
            leaves no trace.

        Raises:
            Refusal: `unknown_case`, `changed_elsewhere`, `gone`.
        """
        with self._database.writing() as connection:
            case_key = _claim(connection, reference)
            done = [(change, *apply(connection, case_key, change)) for change in changes]
            traces = [trace for _, _, trace in done if trace]
            if traces:
                log.append(connection, case_key, deed, traces)
        return tuple(record for change, record, _ in done if isinstance(change, Put))

    def version(self, reference: str) -> int:
        """Return the number of the newest deed; cheap enough to ask every second.

        Raises:
            Refusal: `unknown_case`.
        """
        with self._database.reading() as connection:
            return _newest(connection, reference)

    def deeds(self, reference: str, limit: int = 500) -> tuple[Deed, ...]:
        """Return the newest lines of the change log, newest first.

        Raises:
            Refusal: `unknown_case`.
        """
        with self._database.reading() as connection:
            newest = _newest(connection, reference)
            return self._deeds.get(
                (newest, limit),
                lambda: log.deeds(connection, _key(connection, reference), limit),
            )

    def take_back(self, reference: str, step: int, deed: Deed) -> None:
        """Restore what was there before a step; taking back an undo is a redo.

        Raises:
            Refusal: `unknown_case`; `nothing_to_undo` when the step changed nothing;
                `changed_elsewhere` when a record is no longer as the step left it.
        """
        with self._database.writing() as connection:
            case_key = _claim(connection, reference)
            steps = log.step_traces(connection, case_key, step)
            if not steps:
                raise Refusal("nothing_to_undo")
            traces = [
                restore(Place(connection, case_key, old.shelf, old.key), old.after, old.before)
                for old in steps
            ]
            log.append(connection, case_key, replace(deed, undoes=step), traces)

    def destroy(self, reference: str) -> None:
        """Erase a case with its records and its log; nothing brings it back.

        Raises:
            Refusal: `unknown_case`.
        """
        with self._database.writing() as connection:
            case_key = _claim(connection, reference)
            connection.execute(delete(CASE).where(CASE.c.key == case_key))
        self._database.flush_log()


def _newest(connection: Connection, reference: str) -> int:
    newest = select(func.max(DEED.c.number)).join(CASE).where(CASE.c.reference == reference)
    number: int | None = connection.execute(newest).scalar()
    if number is None:
        raise Refusal("unknown_case")
    return number


def _loaded(connection: Connection, reference: str) -> Case:
    whole = (
        select(CASE.c.key, RECORD.c.shelf, RECORD.c.body)
        .join(RECORD, RECORD.c.case_key == CASE.c.key)
        .where(CASE.c.reference == reference, RECORD.c.body.is_not(None))
    )
    rows = connection.execute(whole).all()
    if not rows:
        raise Refusal("unknown_case")
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for _, shelf, body in rows:
        found[shelf].append(record_of(shelf, body))
    return _case(rows[0].key, reference, found)


def _claim(connection: Connection, reference: str) -> str:
    """Lock the case until the transaction ends; return its key."""
    case = select(CASE.c.key).where(CASE.c.reference == reference).with_for_update()
    return _known(connection.execute(case).scalar())


def _key(connection: Connection, reference: str) -> str:
    case = select(CASE.c.key).where(CASE.c.reference == reference)
    return _known(connection.execute(case).scalar())


def _known(key: str | None) -> str:
    if key is None:
        raise Refusal("unknown_case")
    return key


def _rows(case: Case) -> Iterator[dict[str, Any]]:
    for shelf in shelves():
        inside = getattr(case, shelf)
        for record in (inside,) if isinstance(inside, Record) else inside:
            saved = replace(record, version=max(record.version, 1))
            yield {
                "case_key": case.key,
                "shelf": shelf,
                "key": record.key,
                "version": saved.version,
                "body": body_of(saved),
            }


def _case(key: str, reference: str, found: dict[str, list[Record]]) -> Case:
    (intake,) = found.pop("intake")
    lists = {shelf: tuple(sorted(records, key=_place)) for shelf, records in found.items()}
    inside: dict[str, Any] = {"intake": intake, **lists}
    return Case(key=key, reference=reference, **inside)


def _place(record: Record) -> tuple[float, str]:
    return record.rank, record.key


def _line(reference: str, body: str, at: datetime) -> CaseLine:
    intake = cast("Intake", record_of("intake", body))
    return CaseLine(reference=reference, intake=intake, changed_at=at)
