"""The words a region wrote around the figures of its snapshots."""

from collections.abc import Callable

import msgspec
from sqlalchemy import Select, insert, select, update

from casusanalyse.domain.piece import Piece
from casusanalyse.store.body import packed
from casusanalyse.store.database import Database
from casusanalyse.store.region_tables import PIECE

_PIECE = msgspec.json.Decoder(Piece)


class Pieces:
    """The pieces of all regions here; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, region: str, number: int) -> Piece:
        """Return the words around a snapshot; an empty piece when nobody wrote any."""
        with self._database.reading() as connection:
            body = connection.execute(_own(region, number)).scalar()
        return _PIECE.decode(body) if body else Piece()

    def change(self, region: str, number: int, alter: Callable[[Piece], Piece]) -> Piece:
        """Change the words; two who do so at once wait for each other.

        Raises:
            Refusal: what `alter` refuses.
        """
        here = (PIECE.c.region == region) & (PIECE.c.number == number)
        with self._database.writing() as connection:
            body = connection.execute(_own(region, number).with_for_update()).scalar()
            after = alter(_PIECE.decode(body) if body else Piece())
            if body:
                values = {"version": PIECE.c.version + 1, "body": packed(after)}
                connection.execute(update(PIECE).where(here).values(**values))
            else:
                new = {"region": region, "number": number, "version": 1}
                connection.execute(insert(PIECE).values(**new, body=packed(after)))
        return after


def _own(region: str, number: int) -> Select[str]:
    return select(PIECE.c.body).where(PIECE.c.region == region, PIECE.c.number == number)
