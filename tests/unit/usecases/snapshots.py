"""Snapshots of invented regions, written down as they would be published."""

from datetime import UTC, datetime
from pathlib import Path

from casusanalyse.domain.snapshot import EVERYTHING, Count, Cut, Snapshot, What
from casusanalyse.store.cases import CaseStore
from casusanalyse.store.region_key import RegionKey, open_key
from casusanalyse.store.snapshot_file import write_signed
from casusanalyse.usecases.region import RegionDesk

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CODES = ("RO3", "KG5", "W9")
PARTS = {Cut.YEAR: ("2025", "2026"), Cut.QUARTER: ("2026-3", "2026-4")}


def a_snapshot(region: str = "Elders", number: int = 1, **fields: object) -> Snapshot:
    """A snapshot in which RO3 is seen 20 times and KG5 is hidden."""
    shown = {EVERYTHING: 40, Count(What.CODE, "RO3"): 20, Count(What.CODE, "W9"): 15}
    given = {
        "region": region,
        "number": number,
        "made_at": NOW,
        "quarter": "2026-4",
        "codes": CODES,
        "parts": PARTS,
        "shown": {str(count): value for count, value in shown.items()},
    }
    return Snapshot(**(given | fields))


def a_desk(store: CaseStore, region: str = "", *, national: bool = False) -> RegionDesk:
    return RegionDesk(cases=store, region=region, national=national, now=NOW)


def a_key(folder: Path, region: str = "Elders") -> RegionKey:
    """The key of another region, in a folder of its own."""
    return open_key(folder / region, region)


def a_file(folder: Path, snapshot: Snapshot | None = None) -> bytes:
    """A file as another region would send it."""
    sent = snapshot or a_snapshot()
    return write_signed(sent, a_key(folder, sent.region)).text.encode()
