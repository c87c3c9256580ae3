"""Invented analyses and real ones: never in one region together, where they would add up."""

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, select

from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.release import Release
from casusanalyse.domain.summary import INVENTED, is_invented
from casusanalyse.store.database import Database
from casusanalyse.store.region_tables import PIECE, RELEASE, SNAPSHOT, SUMMARY

_RELEASE = msgspec.json.Decoder(Release)
_MEMBERS = msgspec.json.Decoder(frozenset[str])


class Practice:
    """What is invented in the regions here; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def regions(self) -> tuple[str, ...]:
        """Return the names of the regions with something invented that can be read here."""
        practised = select(SUMMARY.c.region).where(SUMMARY.c.key.startswith(INVENTED))
        with self._database.reading() as connection:
            filled = connection.execute(practised.distinct()).scalars().all()
            rows = connection.execute(select(SNAPSHOT.c.region, SNAPSHOT.c.members)).all()
        counted = (row.region for row in rows if _is_practice(row.members))
        return tuple(sorted({*filled, *counted}))

    def take_away(self, region: str) -> None:
        """Take away what is invented in a region, with the snapshots that counted it."""
        with self._database.writing() as connection:
            own = (SUMMARY.c.region == region) & SUMMARY.c.key.startswith(INVENTED)
            keys = connection.execute(select(SUMMARY.c.key).where(own)).scalars()
            _forget_releases(connection, frozenset(keys))
            connection.execute(delete(SUMMARY).where(own))
            for number in _practised(connection, region):
                for table in (SNAPSHOT, PIECE):
                    here = (table.c.region == region) & (table.c.number == number)
                    connection.execute(delete(table).where(here))


def refuse_mixed(connection: Connection, region: str, key: str) -> None:
    """Refuse a summary in a region that has summaries of the other kind.

    Raises:
        Refusal: `practice_beside_real`, `real_beside_practice`.
    """
    invented: ColumnElement[bool] = SUMMARY.c.key.startswith(INVENTED)
    others = ~invented if is_invented(key) else invented
    there = select(SUMMARY.c.key).where(SUMMARY.c.region == region, others).limit(1)
    if connection.execute(there).first() or _has_other_snapshots(connection, region, key):
        raise Refusal("practice_beside_real" if is_invented(key) else "real_beside_practice")


def _has_other_snapshots(connection: Connection, region: str, key: str) -> bool:
    """Tell whether real cases would follow on a snapshot of invented ones."""
    return not is_invented(key) and bool(_practised(connection, region))


def _practised(connection: Connection, region: str) -> list[int]:
    asked = select(SNAPSHOT.c.number, SNAPSHOT.c.members).where(SNAPSHOT.c.region == region)
    rows = connection.execute(asked).all()
    return [row.number for row in rows if _is_practice(row.members)]


def _is_practice(members: str) -> bool:
    return any(map(is_invented, _MEMBERS.decode(members)))


def _forget_releases(connection: Connection, keys: frozenset[str]) -> None:
    """Let the cases these summaries are of be as if nothing ever left them."""
    for row in connection.execute(select(RELEASE)).all():
        if _RELEASE.decode(row.body).summary in keys:
            connection.execute(delete(RELEASE).where(RELEASE.c.case_key == row.case_key))
