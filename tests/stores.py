"""Fixtures with a real database; tests that ask for one run on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete

from casusanalyse.store.cases import CaseStore
from casusanalyse.store.region_tables import (
    FOREIGN_SNAPSHOT,
    PIECE,
    REGION_CODE,
    SNAPSHOT,
    SUMMARY,
)
from casusanalyse.store.tables import WRONG_CODE
from casusanalyse.usecases.cases import new_case
from casusanalyse.usecases.desk import Desk
from tests.postgres import OWNER, Server, running_server

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""The moment on the desk."""

KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server for the whole run."""
    with running_server() as server:
        yield server


@pytest.fixture(scope="session")
def shared_address(postgres: Server) -> str:
    """One PostgreSQL database for the whole run; every test leaves it empty."""
    return postgres.new_database(OWNER)


@pytest.fixture(params=KINDS)
def empty_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without any table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'casussen.db'}"
    return request.getfixturevalue("postgres").new_database()


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CaseStore]:
    """An empty store."""
    if request.param == "sqlite":
        store = CaseStore(f"sqlite:///{tmp_path / 'casussen.db'}")
    else:
        store = CaseStore(request.getfixturevalue("shared_address"))
    yield store
    if request.param == "postgres":
        empty(store)
    store.close()


@pytest.fixture
def desk(store: CaseStore) -> Desk:
    """The chair at work in a new case."""
    case = new_case(store, working_name="Vlinder", now=NOW)
    return Desk(cases=store, reference=case.reference, now=NOW)


def empty(store: CaseStore) -> None:
    """Take every case out of a store, with what stands beside the cases."""
    for line in store.intakes():
        store.destroy(line.reference)
    with store._database.writing() as connection:
        for beside in (WRONG_CODE, SUMMARY, SNAPSHOT, FOREIGN_SNAPSHOT, REGION_CODE, PIECE):
            connection.execute(delete(beside))
