"""The connection to SQLite or PostgreSQL: one short transaction per thing done."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError

from casusanalyse.domain.problems import Refusal
from casusanalyse.store.isolation import work_for

BUSY_MS = 10_000
"""How long a writer waits for another writer of the same SQLite file, in milliseconds."""

PRAGMAS = (
    f"busy_timeout={BUSY_MS}",
    "journal_mode=WAL",
    "synchronous=FULL",  # in WAL, NORMAL loses acknowledged writes when the power fails
    "foreign_keys=ON",
    "secure_delete=ON",  # a destroyed case leaves no text behind in free pages
    "trusted_schema=OFF",
    "temp_store=MEMORY",
    "cache_size=-32000",
)


REFUSALS = {
    sqlite3.SQLITE_BUSY: "database_busy",
    sqlite3.SQLITE_READONLY: "database_read_only",
    sqlite3.SQLITE_CORRUPT: "database_damaged",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_NOTADB: "database_damaged",
}
"""What a person can do something about; every other error is a bug."""

_NOT_ALLOWED = "42501"
"""What PostgreSQL says of a row of another region, and of a role without rights."""


class Database:
    """A pool of connections; each block is one transaction, undone when it raises.

    Attributes:
        region: for which it works; a server shows the rows of no other.
    """

    def __init__(self, address: str, region: str = "") -> None:
        self.engine = _engine(address)
        self.region = region
        if not is_sqlite(self.engine):
            event.listen(self.engine, "begin", lambda begun: work_for(begun, region))

    @property
    def file(self) -> Path | None:
        """The database file; None on a server."""
        name = self.engine.url.database
        return Path(name) if is_sqlite(self.engine) and name else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that only reads, and never holds up a writer."""
        with _refusing(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that writes; on SQLite there is one at a time."""
        with _refusing(), self.engine.connect() as connection:
            writer = connection.execution_options(writes=True)
            with writer.begin():
                yield writer

    def flush_log(self) -> None:
        """Write SQLite's write-ahead log into the file and empty it; elsewhere do nothing."""
        if self.file:
            with _refusing(), self.engine.connect() as connection:
                connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def is_sqlite(engine: Engine) -> bool:
    """Tell the embedded database from a server."""
    return engine.dialect.name == "sqlite"


@contextmanager
def _refusing() -> Iterator[None]:
    """Turn what a person can do something about into a refusal.

    Raises:
        Refusal: one of `REFUSALS`, or `not_this_region`.
    """
    try:
        yield
    except DBAPIError as error:
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF  # extended codes add high bits
        if getattr(error.orig, "sqlstate", "") == _NOT_ALLOWED:
            raise Refusal("not_this_region") from error
        if code not in REFUSALS:
            raise
        raise Refusal(REFUSALS[code]) from error


def _engine(address: str) -> Engine:
    url = make_url(address)
    if url.get_backend_name() != "sqlite":
        return create_engine(url, hide_parameters=True, pool_pre_ping=True)
    if url.database:
        Path(url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(
        url,
        hide_parameters=True,  # an error text must never quote a case
        poolclass=QueuePool,  # every rerun of a screen is another thread
        connect_args={"isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the bare driver
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A deferred transaction that turns into a writer fails at once when somebody else wrote
    # in between, however long the busy timeout: writers take the lock before they read.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
