"""The snapshots other regions signed, as they came in."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from casusanalyse.domain.exchange import SignedSnapshot
from casusanalyse.domain.problems import Refusal
from casusanalyse.store.database import Database
from casusanalyse.store.kept import Kept
from casusanalyse.store.region_tables import FOREIGN_SNAPSHOT
from casusanalyse.store.snapshot_file import kept_signed

_MOST_KEPT = 64
"""Files that stay read."""

_SIGNATURE = 400
"""So many characters from the beginning hold the signature, and that stands for the whole."""


class ForeignSnapshots:
    """What came in from other regions; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._read: Kept[SignedSnapshot] = Kept(_MOST_KEPT)

    def newest(self, keeper: str) -> tuple[SignedSnapshot, ...]:
        """Return the newest snapshot of every other region, by the name of the region.

        Args:
            keeper: who took them in.
        """
        row = FOREIGN_SNAPSHOT.c
        begin = func.substr(row.body, 1, _SIGNATURE).label("begin")
        own = select(row.sender, row.number, begin).where(row.region == keeper)
        with self._database.reading() as connection:
            rows = connection.execute(own.order_by(row.sender, row.number)).all()
            last = {one.sender: one for one in rows}
            whole = ((one, partial(_whole, connection, keeper, one)) for one in last.values())
            return tuple(self._read.get(one.begin, load) for one, load in whole)

    def key_of(self, keeper: str, sender: str) -> str | None:
        """Return the key by which a region is known; None when it is not known yet."""
        with self._database.reading() as connection:
            return _key_of(connection, keeper, sender)

    def add(self, keeper: str, signed: SignedSnapshot) -> bool:
        """Keep a snapshot; tell whether it was new.

        Raises:
            Refusal: `exchange_other_key` with the `region` when it is known by another key;
                `exchange_differs` with its `number` when there is another with that number.
        """
        sender, number = signed.snapshot.region, signed.snapshot.number
        with self._database.writing() as connection:
            known = _key_of(connection, keeper, sender)
            if known not in {None, signed.public_key}:
                raise Refusal("exchange_other_key", region=sender)
            here = _texts(connection, keeper, sender, number)
            if here:
                _refuse_different(here, signed)
                return False
            connection.execute(
                insert(FOREIGN_SNAPSHOT).values(
                    region=keeper,
                    sender=sender,
                    number=number,
                    public_key=signed.public_key,
                    body=signed.text,
                )
            )
        return True

    def leave_out(self, keeper: str, sender: str) -> None:
        """Forget a region: its snapshots, and the key it was known by."""
        row = FOREIGN_SNAPSHOT.c
        own = delete(FOREIGN_SNAPSHOT).where(row.region == keeper, row.sender == sender)
        with self._database.writing() as connection:
            connection.execute(own)


def _key_of(connection: Connection, keeper: str, sender: str) -> str | None:
    row = FOREIGN_SNAPSHOT.c
    own = select(row.public_key).where(row.region == keeper, row.sender == sender)
    return connection.execute(own.limit(1)).scalar()


def _texts(connection: Connection, keeper: str, sender: str, number: int) -> list[str]:
    row = FOREIGN_SNAPSHOT.c
    own = select(row.body).where(row.region == keeper, row.sender == sender)
    return list(connection.execute(own.where(row.number == number)).scalars())


def _whole(connection: Connection, keeper: str, one: Row[Any, Any, Any]) -> SignedSnapshot:
    (text,) = _texts(connection, keeper, one.sender, one.number)
    return kept_signed(text)


def _refuse_different(here: Iterable[str], signed: SignedSnapshot) -> None:
    if any(text != signed.text for text in here):
        facts = {"region": signed.snapshot.region, "number": signed.snapshot.number}
        raise Refusal("exchange_differs", **facts)
