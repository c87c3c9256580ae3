"""What regions laid beside the code book of the method; one row per code."""

from collections.abc import Callable

import msgspec
from sqlalchemy import Connection, delete, insert, select, text

from casusanalyse.domain.region_code import RegionCode
from casusanalyse.store.body import packed
from casusanalyse.store.database import Database
from casusanalyse.store.region_tables import REGION_CODE

_CODE = msgspec.json.Decoder(RegionCode)

Codes = tuple[RegionCode, ...]


class RegionCodes:
    """The codes of all regions here; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, region: str) -> Codes:
        """Return the codes of a region, in the order in which they came."""
        with self._database.reading() as connection:
            return _codes(connection, region)

    def change(self, region: str, alter: Callable[[Codes], Codes]) -> Codes:
        """Change the codes of a region; who changes them at the same time waits.

        Args:
            region: whose codes.
            alter: gets the codes as they are, gives them as they become; its refusal leaves
                everything as it was.
        """
        with self._database.writing() as connection:
            _queue_up(connection)
            after = alter(_codes(connection, region))
            own = REGION_CODE.c.region == region
            connection.execute(delete(REGION_CODE).where(own))
            if after:
                rows = [_row(region, place, code) for place, code in enumerate(after)]
                connection.execute(insert(REGION_CODE), rows)
        return after


def _codes(connection: Connection, region: str) -> Codes:
    asked = select(REGION_CODE.c.body).where(REGION_CODE.c.region == region)
    rows = connection.execute(asked.order_by(REGION_CODE.c.position)).scalars()
    return tuple(_CODE.decode(body) for body in rows)


def _row(region: str, position: int, code: RegionCode) -> dict[str, str | int]:
    return {"region": region, "id": code.id, "position": position, "body": packed(code)}


def _queue_up(connection: Connection) -> None:
    """Let one writer at a time change a book; on SQLite every writer already waits."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE region_code IN SHARE ROW EXCLUSIVE MODE"))
