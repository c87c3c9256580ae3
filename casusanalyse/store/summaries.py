"""What finished cases told their region: one row per case, and the line of its releases."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from casusanalyse.domain.change import Deed
from casusanalyse.domain.release import Release
from casusanalyse.domain.summary import RegionWords, Summary, WordsKind
from casusanalyse.store import log
from casusanalyse.store.body import packed
from casusanalyse.store.database import Database
from casusanalyse.store.key import key_of
from casusanalyse.store.practice import refuse_mixed
from casusanalyse.store.region_tables import RELEASE, SUMMARY, SUMMARY_WORDS
from casusanalyse.store.tables import CASE

_SUMMARY = msgspec.json.Decoder(Summary)
_RELEASE = msgspec.json.Decoder(Release)
_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Lettered:
    """What a release becomes: the release itself, and the row the region gets, if any."""

    release: Release
    summary: Summary | None


class Summaries:
    """The summaries of all regions here; every method is one transaction.

    Raises:
        Refusal: `unknown_case`, and those of a database that is damaged, full or busy.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def release(self, reference: str) -> Release | None:
        """Return what of a case is with the region; None when nothing ever went."""
        own = select(RELEASE.c.body).join(CASE).where(CASE.c.reference == reference)
        with self._database.reading() as connection:
            body = connection.execute(own).scalar()
        return _RELEASE.decode(body) if body else None

    def change(
        self,
        reference: str,
        region: str,
        alter: Callable[[Release | None], Lettered],
        deed: Deed,
    ) -> Release:
        """Release or withdraw: the row of the region and the line of the case move together.

        Args:
            reference: of the case.
            region: that gets the row.
            alter: gives what it becomes; without a summary the region's row goes.
            deed: for the change log.

        Raises:
            Refusal: those of `refuse_mixed`.
        """
        with self._database.writing() as connection:
            case_key = key_of(connection, reference, claim=True)
            after = alter(_release(connection, case_key))
            _lay_release(connection, case_key, after.release)
            own = delete(SUMMARY).where(SUMMARY.c.key == after.release.summary)
            was_there = connection.execute(own).rowcount
            if after.summary:
                if not was_there:
                    refuse_mixed(connection, region, after.summary.key)
                _lay(connection, region, [after.summary])
            log.append(connection, case_key, deed, ())
        return after.release

    def add(self, region: str, summaries: Iterator[Summary]) -> None:
        """Add summaries without a case, such as those of an invented region.

        Raises:
            Refusal: those of `refuse_mixed`.
        """
        rows = list(summaries)
        with self._database.writing() as connection:
            for one in rows[:1]:  # whoever adds, adds of one kind
                refuse_mixed(connection, region, one.key)
            for start in range(0, len(rows), _AT_ONCE):
                _lay(connection, region, rows[start : start + _AT_ONCE])

    def all(self, region: str | None) -> Iterator[Summary]:
        """Yield the summaries of a region, or of all regions, in order of their keys."""
        asked = select(SUMMARY.c.body).order_by(SUMMARY.c.key)
        if region is not None:
            asked = asked.where(SUMMARY.c.region == region)
        with self._database.reading() as connection:
            found = connection.execution_options(yield_per=_AT_ONCE).execute(asked)
            for row in found:
                yield _SUMMARY.decode(row.body)

    def regions(self) -> tuple[str, ...]:
        """Return the names of all regions that have summaries here, in order."""
        asked = select(SUMMARY.c.region).distinct().order_by(SUMMARY.c.region)
        with self._database.reading() as connection:
            return tuple(connection.execute(asked).scalars())

    def keys(self, region: str | None) -> tuple[str, ...]:
        """Return the keys of the summaries of a region, or of all regions, in order."""
        asked = select(SUMMARY.c.key).order_by(SUMMARY.c.key)
        if region is not None:
            asked = asked.where(SUMMARY.c.region == region)
        with self._database.reading() as connection:
            return tuple(connection.execute(asked).scalars())

    def words(self, region: str | None, code: str, *, most: int) -> tuple[RegionWords, ...]:
        """Return the sentences that explain a code, by text, every text once.

        Args:
            region: None for all regions.
            code: its id.
            most: so many at most.
        """
        told = SUMMARY_WORDS.c
        asked = select(told.kind, told.text).where(told.code == code).distinct()
        if region is not None:
            asked = asked.where(told.region == region)
        with self._database.reading() as connection:
            rows = connection.execute(asked.order_by(told.text).limit(most))
            return tuple(
                RegionWords(key="", kind=WordsKind(row.kind), text=row.text, codes=(code,))
                for row in rows
            )

    def number(self, region: str | None, beginning: str = "") -> int:
        """Return how many cases a region, or all regions, have with keys that begin so."""
        asked = select(func.count()).where(SUMMARY.c.key.startswith(beginning))
        if region is not None:
            asked = asked.where(SUMMARY.c.region == region)
        with self._database.reading() as connection:
            return connection.execute(asked).scalar_one()


def _release(connection: Connection, case_key: str) -> Release | None:
    own = select(RELEASE.c.body).where(RELEASE.c.case_key == case_key)
    body = connection.execute(own).scalar()
    return _RELEASE.decode(body) if body else None


def _lay_release(connection: Connection, case_key: str, release: Release) -> None:
    own = update(RELEASE).where(RELEASE.c.case_key == case_key).values(body=packed(release))
    if connection.execute(own).rowcount == 0:
        values = {"case_key": case_key, "body": packed(release)}
        connection.execute(insert(RELEASE).values(**values))


def _lay(connection: Connection, region: str, summaries: Sequence[Summary]) -> None:
    connection.execute(insert(SUMMARY), [_row(region, one) for one in summaries])
    words = [row for one in summaries for row in _words(region, one)]
    if words:
        connection.execute(insert(SUMMARY_WORDS), words)


def _words(region: str, summary: Summary) -> Iterator[dict[str, str | int]]:
    for number, told in enumerate(summary.words):
        for code in dict.fromkeys(told.codes):
            yield {
                "summary": summary.key,
                "number": number,
                "code": code,
                "region": region,
                "kind": told.kind.value,
                "text": told.text,
            }


def _row(region: str, summary: Summary) -> dict[str, str]:
    quarter = summary.quarter
    return {
        "key": summary.key,
        "region": region,
        "quarter": quarter,
        "body": packed(summary),
    }
