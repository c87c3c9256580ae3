"""On PostgreSQL: the rows of one region are not there for another.

Every transaction says for which region it works; row level security keeps the rest away,
also from a query that forgets to ask. It guards against our own mistakes: who holds the
password of the database can name any region. On SQLite a region has a file of its own.
"""

from sqlalchemy import Connection, Table, inspect, text

from casusanalyse.domain.problems import Refusal
from casusanalyse.store.tables import METADATA

ALL_REGIONS = "*"
"""Who works for all regions together: reads every summary and snapshot, and no case."""

SHARED = ("summary", "summary_words", "snapshot")
"""Tables that somebody who works for all regions together reads whole."""

_SAID = "current_setting('casusanalyse.region', true)"
_OWN = f"region = (SELECT substring(nullif({_SAID}, '') FROM 2))"  # noqa: S608 - our own words
_NATIONAL = f"(SELECT {_SAID}) = '={ALL_REGIONS}'"

_SEES_ALL = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"


def work_for(connection: Connection, region: str) -> None:
    """Let the open transaction see the rows of one region.

    A sign before its name tells the region without a name from who said nothing.
    """
    connection.exec_driver_sql(
        "SELECT set_config('casusanalyse.region', %s, true)", (f"={region}",)
    )


def refuse_all_seeing(connection: Connection) -> None:
    """Let only a role work for a named region that policies hold for.

    Raises:
        Refusal: `role_sees_all`.
    """
    if connection.exec_driver_sql(_SEES_ALL).scalar():
        raise Refusal("role_sees_all")


def isolate(connection: Connection) -> None:
    """Give every table its policies; the owner of the tables is bound by them too."""
    for table in METADATA.sorted_tables:
        quoted = f'"{table.name}"'
        rule = _rule(table)
        for order in (
            f"ALTER TABLE {quoted} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {quoted} FORCE ROW LEVEL SECURITY",
            f"DROP POLICY IF EXISTS own_region ON {quoted}",
            f"CREATE POLICY own_region ON {quoted} USING ({rule}) WITH CHECK ({rule})",
        ):
            connection.execute(text(order))
    for name in SHARED:
        connection.execute(text(f"DROP POLICY IF EXISTS all_regions ON {name}"))
        shared = f"CREATE POLICY all_regions ON {name} FOR SELECT USING ({_NATIONAL})"
        connection.execute(text(shared))


def lift(connection: Connection) -> None:
    """Let the owner of the tables reach all rows until `isolate`: a migration changes all."""
    for name in inspect(connection).get_table_names():
        connection.execute(text(f'ALTER TABLE "{name}" NO FORCE ROW LEVEL SECURITY'))


def _rule(table: Table) -> str:
    """Return which rows belong to the region: by their own column, or by what they hang on."""
    if "region" in table.c:
        return f"{_OWN} AND region <> '{ALL_REGIONS}'" if table.name == "case" else _OWN
    above, column, key = _hangs_on(table)
    same = f'one."{key}" = "{table.name}"."{column}"'
    return f'EXISTS (SELECT 1 FROM "{above}" one WHERE {same})'  # noqa: S608 - our own names


def _hangs_on(table: Table) -> tuple[str, str, str]:
    """Return the table this one hangs on, our column and its key; the case when we can."""
    if "case_key" in table.c:
        return "case", "case_key", "key"
    (link,) = table.foreign_keys
    return link.column.table.name, link.parent.name, link.column.name
