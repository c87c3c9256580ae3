"""Which findings of a snapshot stand out: first what is certain, then what is strongest.

Published numbers are rounded, so every rule asks whether it holds at the worst the rounding
allows. Together is never said to be because.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from casusanalyse.analysis.findings import both, most_seen, seen, whole_number
from casusanalyse.domain.snapshot import Snapshot


class FindingKind(StrEnum):
    """What is found: two codes together, one in most analyses, or the one seen most."""

    TOGETHER = "together"
    COMMON = "common"
    MOST = "most"


class Finding(NamedTuple):
    """A finding about one or two codes.

    Attributes:
        codes: in the order in which they are said.
        number: analyses in which it is seen, as published.
        excess: analyses more than one would expect of two codes that have nothing to do with
            each other; 0 for one code.
    """

    kind: FindingKind
    codes: tuple[str, ...]
    number: int
    excess: float = 0.0


def findings_of(snapshot: Snapshot, codes: Sequence[str]) -> tuple[Finding, ...]:
    """Return all findings among these codes, the one to begin with first.

    Args:
        snapshot: that counted them.
        codes: in the order of the code book, of one kind.
    """
    whole = whole_number(snapshot)
    if whole is None:
        return ()
    slack = snapshot.rules.rounding // 2
    shown = [one.name for one in most_seen(snapshot, codes) if one.number is not None]
    together = sorted(_together(snapshot, shown, whole, slack), key=_strength)
    common = [
        Finding(FindingKind.COMMON, (code,), number)
        for code in shown
        if (number := seen(snapshot, code)) and 2 * (number - slack) > whole + slack
    ]
    return (*together, *common, *_most(snapshot, shown))


def _together(
    snapshot: Snapshot, codes: Sequence[str], whole: int, slack: int
) -> Iterator[Finding]:
    """Yield pairs of which surely at least half of the rarer one is seen with the other."""
    for one, other in combinations(codes, 2):
        pair = both(snapshot, one, other)
        first, second = seen(snapshot, one), seen(snapshot, other)
        if pair is None or first is None or second is None:
            continue
        excess = pair - first * second / whole
        if 2 * (pair - slack) >= min(first, second) + slack and excess > 0:
            yield Finding(FindingKind.TOGETHER, (one, other), pair, excess)


def _strength(finding: Finding) -> tuple[float, int]:
    return -finding.excess, -finding.number


def _most(snapshot: Snapshot, shown: Sequence[str]) -> Iterator[Finding]:
    """Yield what is seen most: one code, or two that the rounding does not tell apart."""
    numbers = {code: seen(snapshot, code) or 0 for code in shown}
    top = [code for code in shown if numbers[code] == numbers[shown[0]]]
    if top:
        yield Finding(FindingKind.MOST, tuple(top[:2]), numbers[top[0]])
