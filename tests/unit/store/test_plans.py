"""What people ask for all day never reads through all records, changes or deeds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from casusanalyse.domain.change import Deed, Put
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case, an_event
from tests.stores import NOW

CASES, RECORDS = 300, 100
MINE = "2026-0001"
LARGE = ("record", "deed", "change")
"""The tables that grow with every event of every case."""

BEGIN = Deed(who="voorzitter", at=datetime(2026, 11, 24, tzinfo=UTC), verb="case_created")

MANY = """
    WITH RECURSIVE
        a(one) AS (SELECT 2 UNION ALL SELECT one + 1 FROM a WHERE one < {cases}),
        b(two) AS (SELECT 1 UNION ALL SELECT two + 1 FROM b WHERE two < {records})
"""
FILL = (
    'INSERT INTO "case" (key, reference, region) {many}'
    " SELECT 'c' || one, 'r' || one, '' FROM a",
    "INSERT INTO record (case_key, shelf, key, version, body) {many}"
    " SELECT 'c' || one, 'events', 'e' || two, 1, '{{}}' FROM a CROSS JOIN b",
    "INSERT INTO deed (number, case_key, step, who, at, verb) {many}"
    " SELECT one * 1000 + two, 'c' || one, one * 1000 + two, 'x', '2026-11-24', 'x'"
    " FROM a CROSS JOIN b",
    "INSERT INTO change (deed_number, position, shelf, record_key) {many}"
    " SELECT one * 1000 + two, 0, 'events', 'e' || two FROM a CROSS JOIN b",
)


@pytest.fixture
def full(empty_address: str) -> Iterator[CaseStore]:
    """Three hundred cases, one of which can be read."""
    store = CaseStore(empty_address)
    with store._database.writing() as connection:
        for order in FILL:
            many = MANY.format(cases=CASES, records=RECORDS)
            connection.execute(sa.text(order.format(many=many)))
    store.create(a_case(*(an_event("2019-03-12") for _ in range(RECORDS))), BEGIN)
    with store._database.engine.connect() as connection:
        own = connection.execution_options(isolation_level="AUTOCOMMIT")
        own.exec_driver_sql("ANALYZE")
    yield store
    store.close()


@contextmanager
def asked(store: CaseStore) -> Iterator[list[tuple[str, Any]]]:
    """Every query that goes to the database meanwhile, with its values."""
    queries: list[tuple[str, Any]] = []

    def note(_connection, _cursor, statement, values, _context, _many) -> None:
        queries.append((statement, values))

    sa.event.listen(store._database.engine, "before_cursor_execute", note)
    yield queries
    sa.event.remove(store._database.engine, "before_cursor_execute", note)


def plan(store: CaseStore, statement: str, values: Any) -> str:
    """How the database would answer a query."""
    on_sqlite = store._database.file is not None
    word = "EXPLAIN QUERY PLAN" if on_sqlite else "EXPLAIN"
    with store._database.reading() as connection:
        lines = connection.exec_driver_sql(f"{word} {statement}", values).all()
    return "\n".join(str(line[-1]) for line in lines)


def read_through(told: str) -> list[str]:
    """The large tables that a plan reads from begin to end."""
    return [
        name
        for name in LARGE
        for line in told.splitlines()
        if f"Seq Scan on {name}" in line or line.startswith(f"SCAN {name}")
    ]


def a_click(store: CaseStore) -> None:
    store.get(MINE)
    store.version(MINE)
    store.deeds(MINE)


def a_change(store: CaseStore) -> None:
    event = store.get(MINE).events[0]
    deed = Deed(who="voorzitter", at=NOW, verb="write_events")
    store.write(MINE, deed, Put(replace(event, title="Gesprek")))
    store.take_back(MINE, store.deeds(MINE)[0].step, deed)


def what_lies_beside_a_case(store: CaseStore) -> None:
    store.sittings.stand(MINE)
    store.rounds.get(MINE)
    store.readings.remarks(MINE)
    store.devices.of(MINE, NOW)
    store.phones.get(MINE, NOW)


def the_region(store: CaseStore) -> None:
    store.summaries.number("Gooi")
    list(store.summaries.all("Gooi"))
    list(store.summaries.all(None))
    store.summaries.release(MINE)
    store.snapshots.newest("Gooi")
    store.snapshots.members("Gooi")
    store.foreign.newest("Gooi")


@pytest.mark.parametrize("ask", [a_click, a_change, what_lies_beside_a_case, the_region])
def test_no_large_table_is_read_from_begin_to_end(
    full: CaseStore, ask: Callable[[CaseStore], None]
) -> None:
    with asked(full) as queries:
        ask(full)
    plans = [
        plan(full, *query) for query in queries if query[0].startswith(("SELECT", "UPDATE"))
    ]
    assert len(plans) > 2
    assert [told for told in plans if read_through(told)] == []


def test_reading_through_would_be_seen(full: CaseStore) -> None:
    told = plan(full, "SELECT count(*) FROM record WHERE body = 'x'", ())
    assert read_through(told) == ["record"]
