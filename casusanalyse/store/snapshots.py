"""The frozen counts a region published, and those it got from other regions."""

import msgspec
from sqlalchemy import insert, select

from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.snapshot import Snapshot
from casusanalyse.store.body import packed
from casusanalyse.store.database import Database
from casusanalyse.store.region_tables import SNAPSHOT

_SNAPSHOT = msgspec.json.Decoder(Snapshot)
_MEMBERS = msgspec.json.Decoder(frozenset[str])


class Snapshots:
    """The snapshots of all regions here; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, region: str) -> Snapshot | None:
        """Return the newest snapshot of a region; None before the first."""
        asked = select(SNAPSHOT.c.body).where(SNAPSHOT.c.region == region)
        with self._database.reading() as connection:
            newest = asked.order_by(SNAPSHOT.c.number.desc()).limit(1)
            body = connection.execute(newest).scalar()
        return _SNAPSHOT.decode(body) if body else None

    def all(self, region: str) -> tuple[Snapshot, ...]:
        """Return every snapshot of a region, the oldest first."""
        asked = select(SNAPSHOT.c.body).where(SNAPSHOT.c.region == region)
        with self._database.reading() as connection:
            rows = connection.execute(asked.order_by(SNAPSHOT.c.number)).scalars()
            return tuple(_SNAPSHOT.decode(body) for body in rows)

    def members(self, region: str) -> tuple[frozenset[str], ...]:
        """Return the keys of the summaries every snapshot counted, the oldest first."""
        asked = select(SNAPSHOT.c.members).where(SNAPSHOT.c.region == region)
        with self._database.reading() as connection:
            rows = connection.execute(asked.order_by(SNAPSHOT.c.number)).scalars()
            return tuple(_MEMBERS.decode(body) for body in rows)

    def add(self, region: str, snapshot: Snapshot, members: frozenset[str]) -> None:
        """Freeze a snapshot.

        Raises:
            Refusal: `changed_elsewhere` when somebody made one in the meantime.
        """
        newest = select(SNAPSHOT.c.number).where(SNAPSHOT.c.region == region)
        with self._database.writing() as connection:
            before = connection.execute(newest.order_by(SNAPSHOT.c.number.desc())).scalar() or 0
            if snapshot.number != before + 1:
                raise Refusal("changed_elsewhere")
            connection.execute(
                insert(SNAPSHOT).values(
                    region=region,
                    number=snapshot.number,
                    body=packed(snapshot),
                    members=packed(sorted(members)),
                )
            )
