"""Between regions: send a snapshot, take one in, and see several regions together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from casusanalyse.analysis.pooling import pooled
from casusanalyse.content.codebook import codes, kinds
from casusanalyse.content.region import say_number
from casusanalyse.content.text import text
from casusanalyse.domain.exchange import Pool, SignedSnapshot, fingerprint, region_name
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.region_code import CodeKind
from casusanalyse.domain.snapshot import EVERYTHING, Count, Snapshot, What
from casusanalyse.domain.summary import is_invented
from casusanalyse.report.table_file import as_csv
from casusanalyse.store.region_key import kept_key, open_key
from casusanalyse.store.snapshot_file import LARGEST_SNAPSHOT, read_signed, write_signed
from casusanalyse.usecases.region import RegionDesk, newest_snapshot

__all__ = ["LARGEST_SNAPSHOT"]  # the store's own name: screens and commands do not know it


@dataclass(frozen=True, slots=True, kw_only=True)
class PooledCode:
    """A line of the pooled table.

    Attributes:
        code: its id.
    """

    code: str
    label: str
    pool: Pool


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Several regions together.

    Attributes:
        regions: how many.
        all: analyses in all of them.
        lines: codes of the method of one kind, most seen first.
        own: ids of codes that regions added themselves; those are not summed.
    """

    regions: int
    all: Pool
    lines: tuple[PooledCode, ...]
    own: tuple[str, ...]


def name_of_region(desk: RegionDesk, folder: Path) -> str:
    """Return by which name others know this region; empty while it has none.

    Raises:
        Refusal: `region_key_damaged`.
    """
    kept = kept_key(folder)
    return desk.region or (kept.region if kept else "")


def own_fingerprint(folder: Path) -> str:
    """Return the fingerprint of our key; empty before the first use."""
    kept = kept_key(folder)
    return fingerprint(kept.public_key) if kept else ""


def export_snapshot(desk: RegionDesk, folder: Path, name: str = "") -> SignedSnapshot:
    """Return the newest snapshot, signed by this region.

    Args:
        desk: of the region.
        folder: with its data; its key is kept there, and made the first time.
        name: by which others will know it; only for a region without a name.

    Raises:
        Refusal: `no_snapshot`, `practice_stays`, `exchange_national`; `region_name_missing`,
            `region_name_odd`; those of the key.
    """
    if desk.national:
        raise Refusal("exchange_national")
    snapshot = newest_snapshot(desk)
    if snapshot is None:
        raise Refusal("no_snapshot")
    if is_practice(desk):
        raise Refusal("practice_stays")
    own = region_name(name_of_region(desk, folder) or name)
    return write_signed(replace(snapshot, region=own), open_key(folder, own))


def is_practice(desk: RegionDesk) -> bool:
    """Tell whether the newest snapshot counted invented cases: such a one stays here."""
    newest = desk.cases.snapshots.members(desk.keeper)[-1:]
    return any(is_invented(key) for members in newest for key in members)


def unknown_sender(desk: RegionDesk, folder: Path, data: bytes) -> SignedSnapshot | None:
    """Return what is in a file when its region is not known yet; None when it is.

    Raises:
        Refusal: as `take_in`.
    """
    signed = _read(folder, data)
    known = desk.cases.foreign.key_of(desk.keeper, signed.snapshot.region)
    return None if known else signed


def take_in(desk: RegionDesk, folder: Path, data: bytes, heard: str = "") -> Snapshot:
    """Keep a snapshot of another region; all of it or nothing.

    Args:
        desk: of the region.
        folder: with its data.
        data: the whole file.
        heard: the fingerprint as the other region told it; for a region not known yet.

    Raises:
        Refusal: `exchange_unheard` with `region` and `fingerprint` when that is not right;
            `exchange_own`, `exchange_here` with `region` and `number`, and those of
            `read_signed` and of the store.
    """
    signed = _read(folder, data)
    sender = signed.snapshot.region
    told = fingerprint(signed.public_key)
    known = desk.cases.foreign.key_of(desk.keeper, sender)
    if known is None and "".join(heard.split()).lower() != told.replace(" ", ""):
        raise Refusal("exchange_unheard", region=sender, fingerprint=told)
    if not desk.cases.foreign.add(desk.keeper, signed):
        raise Refusal("exchange_here", region=sender, number=signed.snapshot.number)
    return signed.snapshot


def neighbours(desk: RegionDesk) -> tuple[SignedSnapshot, ...]:
    """Return the newest snapshot of every other region that came in, by name."""
    return desk.cases.foreign.newest(desk.keeper)


def leave_out(desk: RegionDesk, sender: str) -> None:
    """Forget a region; when it comes in again it is a stranger."""
    desk.cases.foreign.leave_out(desk.keeper, sender)


def together(desk: RegionDesk, kind: CodeKind) -> Together:
    """Return this region and those that came in as one, for one kind of code."""
    snapshots = _snapshots(desk)
    lines = [
        PooledCode(code=one.id, label=one.label, pool=_pool(snapshots, one.id))
        for one in codes()
        if one.kind == kind
    ]
    return Together(
        regions=len(snapshots),
        all=pooled(snapshots, EVERYTHING),
        lines=tuple(sorted(lines, key=lambda one: -one.pool.at_least)),
        own=tuple(_own_codes(snapshots)),
    )


def together_file(desk: RegionDesk) -> bytes:
    """Return the pooled numbers of every kind as a file for a spreadsheet."""
    head = [text(f"exchange.column_{one}") for one in ("kind", "code", "at_least", "hidden")]
    rows: list[list[str | int]] = [
        [name, f"{one.code} {one.label}", _cell(one.pool), one.pool.hidden]
        for kind, name in kinds().items()
        for one in together(desk, kind).lines
    ]
    return as_csv([head, *rows])


def say_pool(pool: Pool) -> str:
    """Return how many it are at least; that it is hidden when no region shows it."""
    if not pool.shown:
        return text("exchange.hidden")
    return say_number(pool.at_least)


def _cell(pool: Pool) -> str | int:
    return pool.at_least if pool.shown else text("exchange.hidden")


def _read(folder: Path, data: bytes) -> SignedSnapshot:
    signed = read_signed(data)
    own = kept_key(folder)
    if own and own.public_key == signed.public_key:
        raise Refusal("exchange_own")
    return signed


def _snapshots(desk: RegionDesk) -> Sequence[Snapshot]:
    own = newest_snapshot(desk)
    return [*([own] if own else []), *(one.snapshot for one in neighbours(desk))]


def _pool(snapshots: Sequence[Snapshot], code: str) -> Pool:
    return pooled(snapshots, Count(What.CODE, code))


def _own_codes(snapshots: Sequence[Snapshot]) -> Iterator[str]:
    """Yield what regions count that is not in the book of the method."""
    method = {one.id for one in codes()}
    for one in snapshots:
        own = (code for code in one.codes if code not in method)
        yield from (code for code in own if one.get(Count(What.CODE, code)) is not None)
