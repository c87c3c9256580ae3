"""What the chair lets go of a finished case to the region, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

RELEASE_VERBS = frozenset({"lines_released", "lines_withdrawn"})
"""Deeds of a release; they are in the change log, and are no step to undo."""

QUARTER_LINE = "about/quarter"
"""The line that goes along with every other one."""

REGION_NOTE = "region-"
"""How the keys of notes begin in which the chair writes for the region."""

MUNICIPALITY_NOTE = f"{REGION_NOTE}municipality"


class LineKind(StrEnum):
    """What one line of a release is about."""

    ABOUT = "about"
    CODE = "code"
    FIGURE = "figure"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseLine:
    """One line that can leave the case.

    Attributes:
        id: stable, such as `about/stay`, `code/RO3`, `figure/crises`, `words/<insight key>`.
        value: exactly what would leave: a class, a layer, or words, as it stands in the
            summary.
        evidence: number of events that show a code; 0 for other kinds.
        helped: for a pattern, ids of what helped to break it.
        codes: for words, the codes they explain.
    """

    id: str
    kind: LineKind
    value: str
    evidence: int = 0
    helped: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseDeed:
    """One time the chair released or withdrew.

    Attributes:
        at: aware, UTC.
        released, withdrawn: ids of lines.
    """

    at: datetime
    released: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What of one case is with the region now, and how that came about.

    Attributes:
        summary: key of the summary row; kept when everything is withdrawn, so that releasing
            again counts as the same case.
        fingerprint: of the final report the lines come from.
        lines: as they were released, by id.
        counted: ids of codes of which the number of events went along.
        confirmed: for each line of words, what was marked in it and confirmed by hand.
    """

    summary: str
    fingerprint: str = ""
    lines: Mapping[str, ReleaseLine] = field(default_factory=dict)
    counted: tuple[str, ...] = ()
    confirmed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    deeds: tuple[ReleaseDeed, ...] = ()
