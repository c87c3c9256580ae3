"""What of one finished case may reach the region: codes and classes, no names, no dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from casusanalyse.domain.vocabulary import FREE_FRAMES, FrameKind, Layer, StayKind

_MONTHS_PER_QUARTER = 3
_QUARTERS_PER_YEAR = 4


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year; `number` runs from 1 to 4."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}-{self.number}"

    @property
    def after(self) -> "Quarter":
        """The next one."""
        last = self.number == _QUARTERS_PER_YEAR
        return Quarter(self.year + last, 1 if last else self.number + 1)

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """Return the quarter a day lies in."""
        return cls(day.year, (day.month - 1) // _MONTHS_PER_QUARTER + 1)

    @classmethod
    def read(cls, said: str) -> "Quarter":
        """Return the quarter written as `2026-4`.

        Raises:
            ValueError: it is not written so.
        """
        year, number = said.split("-")
        return cls(int(year), int(number))


INVENTED = "invented-"
"""How the key begins of every summary that is invented: of a sample, or to practise with."""


def is_invented(key: str) -> bool:
    """Tell whether a summary with this key is of no real child."""
    return key.startswith(INVENTED)


class MunicipalityKind(StrEnum):
    """How large the municipality is, never which one: from 100,000, from 50,000, or fewer."""

    LARGE = "large"
    MIDDLE = "middle"
    SMALL = "small"
    UNTOLD = "untold"


class StayGroup(StrEnum):
    """Where the child lived when the group looked back, in few groups."""

    HOME = "home"
    FAMILY = "family"
    RESIDENTIAL = "residential"
    HEAVY = "heavy"
    OTHER = "other"
    UNTOLD = "untold"


class FrameGroup(StrEnum):
    """Whether a court was involved when the group looked back."""

    FREE = "free"
    COMPULSORY = "compulsory"
    UNTOLD = "untold"


_STAYS: Mapping[StayGroup, frozenset[StayKind]] = {
    StayGroup.HOME: frozenset({StayKind.HOME, StayKind.KIN, StayKind.RESPITE}),
    StayGroup.FAMILY: frozenset({StayKind.FOSTER_FAMILY, StayKind.FAMILY_HOUSE}),
    StayGroup.RESIDENTIAL: frozenset({StayKind.SMALL_SCALE, StayKind.OPEN_GROUP}),
    StayGroup.HEAVY: frozenset(
        {StayKind.CRISIS_SHELTER, StayKind.PSYCHIATRIC, StayKind.CLOSED, StayKind.CUSTODY}
    ),
}


def stay_group(kind: StayKind) -> StayGroup:
    """Return the group a kind of stay belongs to."""
    return next((group for group, kinds in _STAYS.items() if kind in kinds), StayGroup.OTHER)


def frame_group(kind: FrameKind) -> FrameGroup:
    """Return whether a frame is with or without a court."""
    return FrameGroup.FREE if kind in FREE_FRAMES else FrameGroup.COMPULSORY


UNSURE = "unsure"
"""The class of a figure whose bounds lie in two classes."""

FIGURE_CLASSES: Mapping[str, tuple[tuple[int, int | None], ...]] = {
    "places_lived": ((0, 1), (2, 4), (5, None)),
    "professionals_met": ((0, 19), (20, 64), (65, None)),
    "steps_up": ((0, 0), (1, 2), (3, None)),
    "times_without_director": ((0, 0), (1, 2), (3, None)),
    "frame_changes": ((0, 0), (1, 1), (2, None)),
    "crises": ((0, 1), (2, 4), (5, None)),
    "organisations_at_once": ((0, 2), (3, 5), (6, None)),
}
"""Figures of the long line that may leave a case, each with its classes (lowest, highest).

Classes of places and of professionals follow what is known nationally. Source: domain
vocabulary, section 6 (Leloux-Opmeer 2017; Het Vergeten Kind 2020).
"""


def class_name(bounds: tuple[int, int | None]) -> str:
    """Return how a class is written: `0-1`, `3`, `5+`."""
    low, high = bounds
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}-{high}"


def class_of(figure: str, low: float, high: float) -> str:
    """Return the class a figure lies in, `UNSURE` when its bounds lie in two.

    Args:
        figure: one of `FIGURE_CLASSES`.
        low: lowest value the figure can have.
        high: highest value.
    """
    for bounds in FIGURE_CLASSES[figure]:
        lowest, highest = bounds
        if lowest <= low and (highest is None or high <= highest):
            return class_name(bounds)
    return UNSURE


class WordsKind(StrEnum):
    """What was written for the region."""

    INSIGHT = "insight"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenCode:
    """A code that was released.

    Attributes:
        evidence: number of events that show it; None when that was not released.
        helped: ids of working elements and conditions that helped to break this pattern.
    """

    code: str
    layer: Layer
    evidence: int | None = None
    helped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionWords:
    """A sentence written for the region, confirmed by hand; codes are those it explains."""

    key: str
    kind: WordsKind
    text: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One finished case as the region has it: the only thing that feeds the region.

    Attributes:
        key: says nothing, and not the key of the case. `INVENTED` begins it when the case is.
        quarter: in which the report became final, such as `2026-4`.
        figures: class of a figure, by its code; see `FIGURE_CLASSES`.
    """

    key: str
    quarter: str
    municipality: MunicipalityKind = MunicipalityKind.UNTOLD
    stay: StayGroup = StayGroup.UNTOLD
    frame: FrameGroup = FrameGroup.UNTOLD
    codes: tuple[SeenCode, ...] = ()
    figures: Mapping[str, str] = field(default_factory=dict)
    words: tuple[RegionWords, ...] = ()
