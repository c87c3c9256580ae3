"""Alembic's way in: runs the migrations on the engine it is handed, all or nothing."""

from typing import Literal

from alembic import context
from sqlalchemy import Connection, Engine, text

from casusanalyse.settings import read_settings
from casusanalyse.store.database import Database, is_sqlite
from casusanalyse.store.isolation import isolate, lift
from casusanalyse.store.tables import METADATA


def render_item(kind: str, item: object, _autogenerate: object) -> str | Literal[False]:
    """Write plain SQLAlchemy types in a new migration, not SQLModel's own."""
    name = type(item).__name__
    if kind == "type" and name == "AutoString":
        return "sa.String()"
    if kind == "type" and name == "UTCDateTime":
        return "sa.DateTime(timezone=True)"
    return False


def migrate(engine: Engine) -> None:
    with engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        driver = connection.connection.cursor()
        # Batch mode drops and rebuilds tables: with foreign keys on, that would cascade into
        # every record. The pragma does nothing inside a transaction, so it comes first.
        if is_sqlite(engine):
            driver.execute("PRAGMA foreign_keys=OFF")
        try:
            run(connection)
        finally:
            if is_sqlite(engine):
                driver.execute("PRAGMA foreign_keys=ON")


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,
        compare_server_default=True,
        render_item=render_item,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":  # two servers may start at once
            connection.execute(text("SELECT pg_advisory_xact_lock(20260001)"))
            lift(connection)
        context.run_migrations()
        if connection.dialect.name == "postgresql":
            isolate(connection)
        broken = (
            connection.dialect.name == "sqlite"
            and connection.execute(text("PRAGMA foreign_key_check")).all()
        )
        if broken:
            raise RuntimeError(f"the migration breaks {len(broken)} references")


migrate(
    context.config.attributes.get("engine") or Database(read_settings().database_url).engine
)
