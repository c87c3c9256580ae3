"""What a region lays beside the code book of the method: own codes, explanations, merges.

The meaning of a code of the method never changes. What a region changes is first a draft; it
counts from the edition of the book in which it is published, and what stood there before stays.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from casusanalyse.domain.problems import Refusal

CodeKind = Literal["pattern", "belief", "element", "condition"]

_ID = re.compile(r"([A-Z]{2,6})-([1-9][0-9]{0,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeWords:
    """What a code says; of a code of the method only what the region explains beside it."""

    label: str = ""
    explanation: str = ""
    helping: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeEdition:
    """How a code stands in the book, from one edition of the book on.

    Attributes:
        edition: number of the edition; 0 while it is a draft.
        at: when it was published, or last changed while it is a draft; aware, UTC.
        retired: no longer offered.
        into: id of the code it was merged into; empty while it is not.
    """

    edition: int = 0
    at: datetime
    words: CodeWords = field(default_factory=CodeWords)
    retired: bool = False
    into: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionCode:
    """A code of the region, or what the region does with a code of the method.

    Attributes:
        id: for an own code the letters of the region and a number, such as `GV-1`.
        editions: the oldest first; only the last one can be a draft.
        elsewhere: taken over from another region, whose words it keeps.
    """

    id: str
    kind: CodeKind
    editions: tuple[CodeEdition, ...] = ()
    elsewhere: bool = False

    @property
    def newest(self) -> CodeEdition | None:
        """How it stands with the draft, if there is one."""
        return self.editions[-1] if self.editions else None

    @property
    def published(self) -> CodeEdition | None:
        """How it stands for every analysis; None while all of it is a draft."""
        return next((one for one in reversed(self.editions) if one.edition), None)

    @property
    def is_draft(self) -> bool:
        """Whether something waits for the next edition."""
        return self.newest is not None and not self.newest.edition


@dataclass(frozen=True, slots=True)
class CodeShelf:
    """What a region has beside the book of the method.

    Attributes:
        method: kind of every code of the method, by id.
        codes: in the order in which they came.
    """

    method: Mapping[str, CodeKind]
    codes: tuple[RegionCode, ...] = ()

    @property
    def prefix(self) -> str:
        """The letters of the region; empty before its first code."""
        own = (one.id for one in self.codes if one.id not in self.method and not one.elsewhere)
        return next((letters_of(id_) for id_ in own), "")

    @property
    def edition(self) -> int:
        """Number of the newest edition; 0 is the book of the method alone."""
        return max((one.edition for code in self.codes for one in code.editions), default=0)

    def find(self, id_: str) -> RegionCode:
        """Return what the region has under an id; nothing yet for a code of the method.

        Raises:
            Refusal: `unknown_code`.
        """
        known = next((one for one in self.codes if one.id == id_), None)
        if known is None and id_ not in self.method:
            raise Refusal("unknown_code")
        return known or RegionCode(id=id_, kind=self.method[id_])

    def with_code(self, code: RegionCode) -> "CodeShelf":
        """Return the shelf with a code put in its place, or taken off when it says nothing."""
        ids = [one.id for one in self.codes]
        if code.id not in ids:
            codes: Iterable[RegionCode] = (*self.codes, code)
        else:
            codes = (code if one.id == code.id else one for one in self.codes)
        return CodeShelf(self.method, tuple(one for one in codes if one.editions))


def letters_of(id_: str) -> str:
    """Return the letters before the number of a region's code; empty when it is no such id."""
    found = _ID.fullmatch(id_)
    return found[1] if found else ""
