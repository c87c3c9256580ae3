"""What a region publishes: fixed counts of cases, frozen, in which no child can be found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from casusanalyse.domain.problems import Refusal

SNAPSHOT_SCHEMA = 1


class What(StrEnum):
    """What is counted: always cases."""

    ALL = "all"
    CODE = "code"
    LAYER = "layer"
    PAIR = "pair"
    HELPED = "helped"
    FIGURE = "figure"


class Cut(StrEnum):
    """The fixed ways in which cases are divided; never two at once."""

    YEAR = "year"
    QUARTER = "quarter"
    MUNICIPALITY = "municipality"
    STAY = "stay"
    FRAME = "frame"


class Count(NamedTuple):
    """Which cases one number counts.

    Attributes:
        a: id of a code, or code of a figure.
        b: the second code of a pair (`a` stands first in the code book), the layer of `a`,
            what helped against pattern `a`, or the class of figure `a`.
        cut, part: only cases in this part of this cut; for ALL and CODE only.
    """

    what: What
    a: str = ""
    b: str = ""
    cut: Cut | None = None
    part: str = ""

    def __str__(self) -> str:
        return "/".join((self.what, self.a, self.b, self.cut or "", self.part))

    @classmethod
    def read(cls, said: str) -> "Count":
        """Return the count written as `str` writes it.

        Raises:
            ValueError: it is not written so.
        """
        what, a, b, cut, part = said.split("/")
        return cls(What(what), a, b, Cut(cut) if cut else None, part)


EVERYTHING = Count(What.ALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How a region hides small numbers; stricter than the method's is allowed, looser never.

    Attributes:
        threshold: a number below it is hidden, 0 too.
        rounding: a number that is shown is a multiple of this.
        batch: so many new cases since the snapshot before.
        width: a hidden number keeps at least so many possible values.

    Raises:
        Refusal: `rules_looser`.
    """

    threshold: int = 10
    rounding: int = 5
    batch: int = 10
    width: int = 5

    def __post_init__(self) -> None:
        least = {"threshold": 10, "rounding": 5, "batch": 10, "width": 5}
        multiple = self.rounding % 5 == 0 and self.threshold % self.rounding == 0
        if not multiple or any(getattr(self, name) < low for name, low in least.items()):
            raise Refusal("rules_looser")


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Frozen counts of one region, or of several together.

    A count that is not in `shown` is hidden; that says nothing about why.

    Attributes:
        region: name; several regions together have a name of their own.
        number: 1 for the first, then one more each time.
        quarter: in which it was made, such as `2026-4`.
        codes: ids in the code book then, in its order.
        parts: of every cut, in order; quarters run without gaps.
        shown: what is published, by `str(Count)`; multiples of the rounding.
        edition: of the code book.
    """

    region: str
    number: int
    made_at: datetime
    quarter: str
    codes: tuple[str, ...]
    parts: Mapping[Cut, tuple[str, ...]]
    shown: Mapping[str, int]
    rules: Rules = field(default_factory=Rules)
    edition: str = ""
    schema: int = SNAPSHOT_SCHEMA

    def get(self, count: Count) -> int | None:
        """Return a published number; None when it is hidden."""
        return self.shown.get(str(count))
