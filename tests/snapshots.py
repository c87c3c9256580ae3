"""A published snapshot by hand: only the numbers a test is about."""

from collections.abc import Mapping
from datetime import UTC, datetime

from casusanalyse.content.codebook import codes
from casusanalyse.domain.snapshot import EVERYTHING, Count, Cut, Snapshot, What
from casusanalyse.domain.summary import FrameGroup, MunicipalityKind, StayGroup

CODES = tuple(code.id for code in codes())
PARTS = {
    Cut.YEAR: ("2025", "2026"),
    Cut.QUARTER: ("2025-3", "2025-4", "2026-1", "2026-2"),
    Cut.MUNICIPALITY: tuple(MunicipalityKind),
    Cut.STAY: tuple(StayGroup),
    Cut.FRAME: tuple(FrameGroup),
}


def a_snapshot(
    *,
    cases: int = 40,
    seen: Mapping[str, int] | None = None,
    pairs: Mapping[tuple[str, str], int] | None = None,
    more: Mapping[Count, int] | None = None,
) -> Snapshot:
    """A snapshot with the codes of the method.

    Args:
        cases: analyses in all, as published.
        seen: analyses per code.
        pairs: analyses with two codes, the first of the book first.
        more: any other number.
    """
    shown = {EVERYTHING: cases}
    shown |= {Count(What.CODE, code): number for code, number in (seen or {}).items()}
    shown |= {Count(What.PAIR, *both): number for both, number in (pairs or {}).items()}
    shown |= more or {}
    return Snapshot(
        region="",
        number=1,
        made_at=datetime(2026, 7, 6, 9, tzinfo=UTC),
        quarter="2026-2",
        codes=CODES,
        parts=PARTS,
        shown={str(count): number for count, number in shown.items()},
    )


REGION = a_snapshot(
    seen={"KG5": 25, "RO3": 25, "SH7": 20, "AK1": 20, "SH2": 15, "D13": 20, "W8": 15, "C5": 10},
    pairs={
        ("KG5", "RO3"): 20,
        ("RO3", "W8"): 15,
        ("AK1", "RO3"): 15,
        ("SH7", "RO3"): 15,
        ("KG5", "SH7"): 15,
        ("AK1", "SH7"): 10,
    },
    more={
        Count(What.HELPED, "KG5", "W8"): 15,
        Count(What.HELPED, "RO3", "W8"): 15,
        Count(What.LAYER, "KG5", "family"): 15,
        Count(What.CODE, "KG5", cut=Cut.YEAR, part="2025"): 10,
        Count(What.CODE, "KG5", cut=Cut.YEAR, part="2026"): 15,
        Count(What.ALL, cut=Cut.YEAR, part="2026"): 20,
        Count(What.FIGURE, "places_lived", "2-4"): 15,
        Count(What.FIGURE, "places_lived", "5+"): 20,
        Count(What.FIGURE, "crises", "0-1"): 10,
        Count(What.FIGURE, "crises", "2-4"): 15,
        Count(What.FIGURE, "crises", "5+"): 10,
        Count(What.FIGURE, "crises", "unsure"): 10,
    },
)
"""About forty analyses, in which a gap in the direction and moving house go together."""
