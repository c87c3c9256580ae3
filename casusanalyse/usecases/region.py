"""The desk of a region: which region, and when; no case can be opened from it."""

from dataclasses import dataclass
from datetime import datetime

from casusanalyse.domain.snapshot import Snapshot
from casusanalyse.store.cases import CaseStore
from casusanalyse.store.isolation import ALL_REGIONS

__all__ = ["ALL_REGIONS", "RegionDesk", "newest_snapshot", "number_of_cases"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionDesk:
    """Who looks across cases.

    Attributes:
        region: name of the region; empty on a computer that serves one region only.
        national: all regions together.
        now: moment of this click; aware, UTC.
    """

    cases: CaseStore
    region: str
    national: bool = False
    now: datetime

    @property
    def keeper(self) -> str:
        """Under which name snapshots, codes and pieces are kept."""
        return ALL_REGIONS if self.national else self.region

    @property
    def feeders(self) -> str | None:
        """The region whose summaries count; None for all."""
        return None if self.national else self.region


def newest_snapshot(desk: RegionDesk) -> Snapshot | None:
    """Return what was last published; None before the first time."""
    return desk.cases.snapshots.newest(desk.keeper)


def number_of_cases(desk: RegionDesk) -> int:
    """Return how many cases released something."""
    return desk.cases.summaries.number(desk.feeders)
