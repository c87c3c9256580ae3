"""Two regions and the country on one PostgreSQL server: nobody sees what is not theirs."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from casusanalyse.domain.change import Deed, Put
from casusanalyse.domain.devices import DeviceRole
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.summary import Summary
from casusanalyse.settings import Settings
from casusanalyse.store.cases import CaseStore
from casusanalyse.store.database import Database
from casusanalyse.store.isolation import ALL_REGIONS, SHARED
from casusanalyse.store.schema import MIGRATIONS, open_database
from casusanalyse.store.tables import METADATA
from casusanalyse.usecases.cases import open_store
from casusanalyse.usecases.devices import make_code
from casusanalyse.usecases.phones import open_phones
from tests.builders import a_case
from tests.postgres import OWNER, Server
from tests.unit.usecases.week import RATHER, SESSION, an_open_round, said

pytestmark = pytest.mark.postgres

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BEGIN = Deed(who="voorzitter", at=NOW, verb="case_created")
TABLES = sorted(METADATA.tables)
SOMETHING: dict[type, Any] = {str: "x", int: 1, datetime: NOW, bytes: b"x", bool: True}


def something(column: sa.Column[Any]) -> Any:
    """A value for a column, so that every key in one table leads to the row in another."""
    plain = getattr(column.type, "impl_instance", column.type)
    return SOMETHING[plain.python_type]


@pytest.fixture(scope="module")
def address(postgres: Server) -> str:
    """A server on which Gooi has one row in every table there is."""
    where = postgres.new_database()
    gooi = open_database(where, region="Gooi")
    with gooi.writing() as connection:
        for table in METADATA.sorted_tables:
            row = {column.name: something(column) for column in table.c}
            named = {"region": "Gooi"} if "region" in row else {}
            connection.execute(sa.insert(table).values(**row | named))
    gooi.engine.dispose()
    return where


def rows(address: str, region: str | None) -> dict[str, int]:
    """How many rows of every table a region sees; None says no region at all."""
    engine = sa.create_engine(address)
    if region is not None:
        engine.dispose()
        engine = Database(address, region).engine
    with engine.connect() as connection, connection.begin():
        names = set(sa.inspect(connection).get_table_names()) - {"alembic_version"}
        found = {
            name: connection.execute(sa.text(f'SELECT count(*) FROM "{name}"')).scalar_one()
            for name in sorted(names)
        }
    engine.dispose()
    return found


def test_a_region_sees_its_own_rows_in_every_table(address: str) -> None:
    assert rows(address, "Gooi") == dict.fromkeys(TABLES, 1)


@pytest.mark.parametrize("region", ["Elders", "", "gooi", "=Gooi"])
def test_another_region_sees_no_row_in_any_table(address: str, region: str) -> None:
    assert rows(address, region) == dict.fromkeys(TABLES, 0)


def test_who_says_no_region_sees_no_row_in_any_table(address: str) -> None:
    assert rows(address, None) == dict.fromkeys(TABLES, 0)


def test_the_country_sees_summaries_and_snapshots_and_nothing_of_a_case(address: str) -> None:
    everything = {name: int(name in SHARED) for name in TABLES}
    assert rows(address, ALL_REGIONS) == everything


def test_a_connection_forgets_its_region_when_the_transaction_ends(address: str) -> None:
    """A pool hands the same connection to the next one."""
    engine = sa.create_engine(address)
    count = sa.text('SELECT count(*) FROM "case"')
    said = sa.text("SELECT set_config('casusanalyse.region', '=Gooi', true)")
    with engine.connect() as connection:
        with connection.begin():
            connection.execute(said)
            assert connection.execute(count).scalar() == 1
        with connection.begin():
            assert connection.execute(count).scalar() == 0
    engine.dispose()


def refused(address: str, region: str, order: str) -> str:
    database = Database(address, region)
    with pytest.raises(Refusal) as found, database.writing() as connection:
        connection.execute(sa.text(order))
    database.engine.dispose()
    return found.value.code


@pytest.mark.parametrize("table", [one for one in TABLES if "region" in METADATA.tables[one].c])
def test_no_row_moves_to_another_region(address: str, table: str) -> None:
    order = f"UPDATE \"{table}\" SET region = 'Elders'"
    assert refused(address, "Gooi", order) == "not_this_region"


def test_nothing_is_hung_on_a_case_of_another_region(address: str) -> None:
    order = "INSERT INTO record VALUES ('x', 'events', 'e1', 1, '{}')"
    assert refused(address, "Elders", order) == "not_this_region"


def test_the_country_adds_no_case_and_changes_no_summary(address: str) -> None:
    order = f"INSERT INTO \"case\" VALUES ('k', '2026-0001', '{ALL_REGIONS}')"
    assert refused(address, ALL_REGIONS, order) == "not_this_region"
    country = Database(address, ALL_REGIONS)
    with country.writing() as connection:
        changed = connection.execute(sa.text("UPDATE summary SET quarter = '1-1'"))
        gone = connection.execute(sa.text("DELETE FROM snapshot"))
    country.engine.dispose()
    assert (changed.rowcount, gone.rowcount) == (0, 0)


def test_regions_number_their_cases_each_for_itself(postgres: Server) -> None:
    where = postgres.new_database()
    gooi, elders = CaseStore(where, "Gooi"), CaseStore(where, "Elders")
    mine = gooi.create(a_case(key="mine"), BEGIN)
    theirs = elders.create(a_case(key="theirs"), BEGIN)
    assert (mine.reference, theirs.reference) == ("2026-0001", "2026-0001")
    assert (gooi.get("2026-0001"), elders.get("2026-0001")) == (mine, theirs)
    assert [line.reference for line in elders.intakes()] == ["2026-0001"]
    with pytest.raises(Refusal) as found:
        elders.create(a_case(key="mine"), BEGIN)
    assert found.value.code == "already_elsewhere"
    gooi.destroy("2026-0001")
    assert elders.get("2026-0001") == theirs
    gooi.close()
    elders.close()


def test_the_settings_say_for_whom_the_store_is_opened(
    postgres: Server, tmp_path: Path
) -> None:
    where = postgres.new_database()
    gooi = Settings(data_folder=tmp_path, database_url=where, region="Gooi")
    country = Settings(data_folder=tmp_path, database_url=where, national=True)
    own, all_of_them = open_store(gooi), open_store(country)
    own.summaries.add("Gooi", iter([Summary(key="a", quarter="2026-4")]))
    assert (own.summaries.number(None), all_of_them.summaries.number(None)) == (1, 1)
    with pytest.raises(Refusal) as found:
        own.summaries.add("Elders", iter([Summary(key="b", quarter="2026-4")]))
    assert found.value.code == "not_this_region"
    own.close()
    all_of_them.close()


def test_a_role_that_policies_do_not_hold_for_works_for_no_named_region(
    postgres: Server,
) -> None:
    where = postgres.new_database(OWNER)
    CaseStore(where).close()
    for region in ("Gooi", ALL_REGIONS):
        with pytest.raises(Refusal) as found:
            CaseStore(where, region)
        assert found.value.code == "role_sees_all"


def test_no_region_takes_the_name_of_all_together(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as found:
        open_store(Settings(data_folder=tmp_path, database_url="sqlite://", region=ALL_REGIONS))
    assert found.value.code == "region_name_odd"


def an_earlier_release(folder: Path) -> Path:
    """The migrations of before there were regions."""
    copy = folder / "earlier"
    shutil.copytree(
        MIGRATIONS, copy, ignore=shutil.ignore_patterns("__pycache__", "v000[6-9]*")
    )
    env = copy / "env.py"
    env.write_text(env.read_text().replace("isolate(connection)", "pass"))
    return copy


@pytest.mark.parametrize("region", ["", "Gooi"])
def test_the_cases_of_before_belong_to_the_region_that_works_there(
    postgres: Server, tmp_path: Path, region: str
) -> None:
    where = postgres.new_database()
    before = open_database(where, an_earlier_release(tmp_path))
    with before.writing() as connection:
        connection.execute(sa.text("INSERT INTO \"case\" VALUES ('k', '2026-0001')"))
    before.engine.dispose()

    now = CaseStore(where, region)
    assert now.has("k")
    now.close()
    other = CaseStore(where, "Elders")
    assert not other.has("k")
    other.close()


def test_a_region_works_on_a_case_from_begin_to_end_and_another_meets_none_of_it(
    postgres: Server,
) -> None:
    where = postgres.new_database()
    gooi, elders = CaseStore(where, "Gooi"), CaseStore(where, "Elders")
    desk = an_open_round(gooi)
    said(gooi, RATHER)
    phones = open_phones(desk, "http://192.0.2.1:8501")
    code = make_code(desk, DeviceRole.BEAMER)
    deed = desk.deed("write_events")
    event = desk.case().events[0]
    gooi.write(desk.reference, deed, Put(replace(event, title="Gesprek")))
    gooi.take_back(desk.reference, gooi.deeds(desk.reference)[0].step, deed)
    assert desk.case().events[0].title == event.title
    assert len(gooi.readings.remarks(desk.reference)) == 1

    assert elders.intakes() == ()
    assert elders.phones.find(phones.code, SESSION) is None
    assert elders.devices.spend_code(code, "token", "k", SESSION) is None
    assert gooi.phones.find(phones.code, SESSION) == desk.reference
    with pytest.raises(Refusal) as found:
        elders.get(desk.reference)
    assert found.value.code == "unknown_case"

    gooi.destroy(desk.reference)
    assert set(rows(where, "Gooi").values()) == {0}
    gooi.close()
    elders.close()
