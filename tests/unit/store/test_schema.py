import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from casusanalyse.domain.change import Deed
from casusanalyse.domain.problems import Refusal
from casusanalyse.store.cases import CaseStore
from casusanalyse.store.database import Database
from casusanalyse.store.schema import MIGRATIONS, open_database
from casusanalyse.store.tables import METADATA
from tests.builders import a_case, an_event

BEGIN = Deed(who="voorzitter", at=datetime(2026, 11, 24, tzinfo=UTC), verb="case_created")

HERE = max(file.name[1:5] for file in MIGRATIONS.glob("versions/v*.py"))
LATER = f"{int(HERE) + 1:04}"

NEXT = f"""
import sqlalchemy as sa
from alembic import op

revision = "{LATER}"
down_revision = "{HERE}"

def upgrade() -> None:
    with op.batch_alter_table("case") as batch:
        batch.alter_column("reference", type_=sa.String(100))
        batch.add_column(sa.Column("colour", sa.String(), server_default="geel"))
"""
BREAKS = (
    NEXT
    + """
    raise RuntimeError("halverwege")
"""
)


def a_release(folder: Path, migration: str) -> Path:
    """The migrations of a release after this one."""
    copy = folder / "100% later"
    shutil.copytree(MIGRATIONS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "versions" / f"v{LATER}_next.py").write_text(migration)
    return copy


def picture(engine: sa.Engine) -> dict[str, Any]:
    """Everything about the tables that a program can notice."""
    eye = sa.inspect(engine)
    return {
        name: {
            "columns": [
                {**column, "type": str(column["type"])} for column in eye.get_columns(name)
            ],
            "primary": eye.get_pk_constraint(name),
            "foreign": sorted(eye.get_foreign_keys(name), key=str),
            "unique": sorted(eye.get_unique_constraints(name), key=str),
            "indexes": sorted(eye.get_indexes(name), key=str),
            "checks": [
                (check["name"], re.sub(r"[\s()]", "", check["sqltext"]))
                for check in eye.get_check_constraints(name)
            ],
        }
        for name in eye.get_table_names()
        if name != "alembic_version"
    }


def refused(address: str) -> str:
    with pytest.raises(Refusal) as found:
        CaseStore(address)
    return found.value.code


def test_all_migrations_together_make_the_tables_of_this_release(
    empty_address: str, tmp_path: Path, postgres: Any
) -> None:
    migrated = open_database(empty_address)
    on_sqlite = empty_address.startswith("sqlite")
    other = f"sqlite:///{tmp_path / 'other.db'}" if on_sqlite else postgres.new_database()
    created = Database(other)
    METADATA.create_all(created.engine)

    assert picture(migrated.engine) == picture(created.engine)
    assert picture(migrated.engine)["record"]["checks"] == [
        ("ck_record_version_saved", "version>0")
    ]
    migrated.engine.dispose()
    created.engine.dispose()


def test_an_older_database_is_brought_up_to_date_and_loses_nothing(
    empty_address: str, tmp_path: Path
) -> None:
    store = CaseStore(empty_address)
    case = store.create(a_case(an_event("2019-03-12")), BEGIN)
    store.close()

    later = open_database(empty_address, a_release(tmp_path, NEXT))

    with later.writing() as connection:
        assert connection.execute(sa.text('SELECT colour FROM "case"')).all() == [("geel",)]
        assert _bodies(connection) == 2
        connection.execute(sa.text('DELETE FROM "case"'))
        assert _bodies(connection) == 0, "references are guarded again"
    later.engine.dispose()
    assert case.events[0].version == 1


def _bodies(connection: sa.Connection) -> int:
    return connection.execute(sa.text("SELECT count(*) FROM record")).scalar_one()


def test_a_newer_database_is_refused(empty_address: str, tmp_path: Path) -> None:
    open_database(empty_address, a_release(tmp_path, NEXT)).engine.dispose()
    assert refused(empty_address) == "newer_database"


def test_a_migration_that_fails_changes_nothing(empty_address: str, tmp_path: Path) -> None:
    store = CaseStore(empty_address)
    case = store.create(a_case(an_event("2019-03-12")), BEGIN)
    store.close()

    with pytest.raises(RuntimeError, match="halverwege"):
        open_database(empty_address, a_release(tmp_path, BREAKS))

    store = CaseStore(empty_address)
    assert store.get("2026-0001") == case
    store.close()


def test_an_older_file_is_backed_up_before_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "casussen.db"
    store = CaseStore(f"sqlite:///{file}")
    case = store.create(a_case(an_event("2019-03-12")), BEGIN)
    store.close()
    (tmp_path / f"casussen-{HERE}-1.db").write_bytes(b"an earlier backup")

    open_database(f"sqlite:///{file}", a_release(tmp_path, NEXT)).engine.dispose()

    second = f"casussen-{HERE}-2.db"
    backup = CaseStore(f"sqlite:///{tmp_path / second}")
    assert backup.get("2026-0001") == case
    backup.close()
    assert (tmp_path / f"casussen-{HERE}-1.db").read_bytes() == b"an earlier backup"


def test_a_new_file_and_one_of_this_release_need_no_backup(tmp_path: Path) -> None:
    folder = tmp_path / "new folder"
    for _ in range(2):
        CaseStore(f"sqlite:///{folder / 'casussen.db'}").close()
    assert [file.name for file in folder.glob("*.db")] == ["casussen.db"]


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "casussen.db"
    file.write_bytes(b"een gewone tekst, lang genoeg om te lezen" * 100)
    assert refused(f"sqlite:///{file}") == "database_damaged"
    assert file.read_bytes() == b"een gewone tekst, lang genoeg om te lezen" * 100


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(
            "postgresql+psycopg://x@/x?host=/nowhere", id="a server that is not there"
        ),
        pytest.param("geen adres", id="no address"),
        pytest.param("oracle9://x/y", id="a database nobody knows"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(address: str) -> None:
    assert refused(address) == "database_unreadable"


def test_a_damaged_file_is_refused_when_the_damage_is_met(tmp_path: Path) -> None:
    file = tmp_path / "casussen.db"
    store = CaseStore(f"sqlite:///{file}")
    store.create(a_case(*(an_event("2019-03-12", what="x" * 900) for _ in range(300))), BEGIN)
    store.close()
    data = file.read_bytes()
    half = len(data) // 2
    file.write_bytes(data[:half] + b"\xa5" * (len(data) - half))

    store = CaseStore(f"sqlite:///{file}")
    with pytest.raises(Refusal) as found:
        store.get("2026-0001")
    store.close()
    assert found.value.code == "database_damaged"


def test_a_save_that_waits_too_long_for_another_is_refused(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'casussen.db'}")
    with database.writing(), database.engine.connect() as other:
        other.connection.cursor().execute("PRAGMA busy_timeout=1")
        other.close()
        with pytest.raises(Refusal) as found, database.writing():
            pass
    database.engine.dispose()
    assert found.value.code == "database_busy"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert refused(f"sqlite:///{tmp_path / 'file' / 'casussen.db'}") == "database_unreadable"


def test_every_save_reaches_the_disk_before_it_counts(tmp_path: Path) -> None:
    """Measured elsewhere: with NORMAL, a power cut loses hundreds of acknowledged saves."""
    database = open_database(f"sqlite:///{tmp_path / 'casussen.db'}")
    asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
    with database.reading() as connection:
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    database.engine.dispose()
    assert found == ["wal", 2, 1, 1, 10_000]


def test_the_folder_of_a_new_database_is_closed_to_others(tmp_path: Path) -> None:
    CaseStore(f"sqlite:///{tmp_path / 'mijn' / 'casussen.db'}").close()
    assert (tmp_path / "mijn").stat().st_mode & 0o777 == 0o700
