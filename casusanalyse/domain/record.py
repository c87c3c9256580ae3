"""What every record of a case has in common."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The smallest thing that is saved, refused or undone as one.

    Attributes:
        key: unique within its shelf of one case; letters, digits and `-`.
        version: 0 until it is saved; every save adds 1. A save that names an older version
            than the one on disk is refused.
        rank: place in its list; equal ranks are ordered by key.
    """

    key: str
    version: int = 0
    rank: float = 0.0
