"""A mark in a sentence: something that can point to somebody, and what is known beforehand."""

from dataclasses import dataclass
from enum import StrEnum


class MarkKind(StrEnum):
    """What sort of thing can point to somebody."""

    NAME = "name"
    ORGANISATION = "organisation"
    SCHOOL = "school"
    PLACE = "place"
    ADDRESS = "address"
    DATE = "date"
    AGE = "age"
    CONTACT = "contact"
    NUMBER = "number"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of a sentence that can point to somebody.

    Attributes:
        start, end: places in the composed sentence; `end` lies behind the last letter.
        label: what stands beside it: who it is in the case, or what sort of thing.
    """

    start: int
    end: int
    kind: MarkKind
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody or something with a name in the case.

    Attributes:
        label: who or what it is, such as "moeder"; stands beside the mark.
        name: in full, as it was written down.
        others: parts of the name that may stand alone, the first name first.
        kind: NAME for a human; then also initials and shortened forms are found.
    """

    label: str
    name: str
    others: tuple[str, ...] = ()
    kind: MarkKind = MarkKind.NAME
