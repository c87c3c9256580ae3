"""What goes from one region to another: a snapshot, signed by the region that made it."""

import hashlib
from dataclasses import dataclass

from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.snapshot import Snapshot

LONGEST_NAME = 60
"""Of a region, in characters."""

_BLOCK, _BLOCKS = 4, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedSnapshot:
    """A snapshot of a region as it signed it; the snapshot names the region.

    Attributes:
        public_key: of the region, in 64 hexadecimal digits.
        text: the signed file, to the letter.
    """

    snapshot: Snapshot
    public_key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """One count over several regions.

    Attributes:
        at_least: so many cases at least, by what the regions published.
        shown: in how many regions a number is published.
        hidden: in how many it is not.
    """

    at_least: int
    shown: int
    hidden: int


def fingerprint(public_key: str) -> str:
    """Return eight blocks to read aloud: who hears the same ones has the same key."""
    digest = hashlib.sha256(bytes.fromhex(public_key)).hexdigest()
    blocks = (digest[at : at + _BLOCK] for at in range(0, _BLOCK * _BLOCKS, _BLOCK))
    return " ".join(blocks)


def region_name(typed: str) -> str:
    """Return the name of a region as it is kept.

    Raises:
        Refusal: `region_name_missing`, `region_name_odd`.
    """
    name = " ".join(typed.split())
    if not name:
        raise Refusal("region_name_missing")
    if len(name) > LONGEST_NAME or not name.isprintable() or name == "*":
        raise Refusal("region_name_odd")
    return name
