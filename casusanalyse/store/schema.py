"""Bring a database to the schema of this release, with a backup first."""

from contextlib import ExitStack
from itertools import count
from pathlib import Path

from sqlalchemy import inspect
from sqlalchemy.exc import SQLAlchemyError

from casusanalyse.domain.problems import Refusal
from casusanalyse.store.database import Database, is_sqlite
from casusanalyse.store.isolation import refuse_all_seeing

MIGRATIONS = Path(__file__).parent / "migrations"


def open_database(address: str, migrations: Path = MIGRATIONS, *, region: str = "") -> Database:
    """Open a database and bring it up to date; a new one gets its tables.

    Args:
        address: of the database.
        migrations: folder that holds them.
        region: for which it is opened.

    Raises:
        Refusal: `newer_database` when a later release wrote it; `database_unreadable` when
            it cannot be reached; `database_damaged` when it is no database; `role_sees_all`
            when a server would not keep a named region apart from the others.
    """
    with ExitStack() as failing:
        try:
            database = Database(address, region)
            failing.callback(database.engine.dispose)
            here = _revision(database)
        except (SQLAlchemyError, OSError) as error:
            raise Refusal("database_unreadable") from error
        if region and not is_sqlite(database.engine):
            with database.reading() as connection:
                refuse_all_seeing(connection)
        _bring_up_to_date(database, here, migrations)
        failing.pop_all()
    return database


def _revision(database: Database) -> str:
    """Return the revision of the database; empty when it has no tables yet."""
    with database.reading() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return ""
        row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
        return row[0] if row else ""


def _bring_up_to_date(database: Database, here: str, migrations: Path) -> None:
    """Run the migrations that this database has not seen; usually none."""
    newest = _newest(migrations)
    if here == newest:
        return
    if here > newest:
        raise Refusal("newer_database")
    if here and database.file:
        _back_up(database, database.file, here)
    _migrate(database, migrations)


def _newest(migrations: Path) -> str:
    """Return the newest revision; its number stands in the file name, as in `v0001_...`."""
    return max(file.name[1:5] for file in migrations.glob("versions/v*.py"))


def _back_up(database: Database, file: Path, revision: str) -> None:
    names = (file.with_name(f"{file.stem}-{revision}-{number}.db") for number in count(1))
    backup = next(name for name in names if not name.exists())
    unfinished = backup.with_suffix(".deel")
    unfinished.unlink(missing_ok=True)
    with database.engine.connect() as connection:
        driver = connection.connection.cursor()
        driver.execute("VACUUM INTO ?", (str(unfinished),))
    unfinished.replace(backup)


def _migrate(database: Database, migrations: Path) -> None:
    from alembic import command  # noqa: PLC0415 - takes 0.2 s and is seldom needed
    from alembic.config import Config  # noqa: PLC0415 - same

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["engine"] = database.engine
    config.attributes["region"] = database.region
    command.upgrade(config, "head")
