"""What groups in the region saw before, beside what this group found by itself (step 5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casusanalyse.analysis.findings import (
    Counted,
    helped,
    most_seen,
    seen,
    whole_number,
)
from casusanalyse.content.codebook import Book
from casusanalyse.domain.case import Case
from casusanalyse.domain.release import LineKind
from casusanalyse.domain.snapshot import Rules, Snapshot
from casusanalyse.domain.summary import RegionWords
from casusanalyse.usecases.codebook import book, helping
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.findings import region_words, words_about
from casusanalyse.usecases.region import RegionDesk, newest_snapshot

MOST_OTHERS, MOST_HELPED, MOST_WORDS = 3, 3, 3
_OFTEN = 3
"""Seen in one of so many analyses, a code is seen often."""

_ASKED = frozenset({"pattern", "belief"})
"""Kinds of codes a group may be asked about when it did not name them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A code, with what the region saw of it before.

    Attributes:
        own_words: how the group says it; empty when it did not, or did not name the code.
        number: of analyses in which it is seen; None when that is hidden.
        helped: what helped to break a pattern, by label; published numbers only.
        words: sentences other groups released about it, by text.
    """

    label: str
    own_words: str = ""
    number: int | None = None
    helped: tuple[Counted, ...] = ()
    words: tuple[RegionWords, ...] = ()

    @property
    def tells(self) -> bool:
        """There is something to lay beside it."""
        return self.number is not None or bool(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The findings of the region beside those of one group.

    Attributes:
        whole: number of analyses; None while there are too few for any number.
        threshold: a number below it is hidden.
        ours: codes the group recognised, in its own order.
        others: codes that are often seen in the region and that the group did not name.
    """

    whole: int | None
    threshold: int
    ours: tuple[Beside, ...]
    others: tuple[Beside, ...]


def seen_earlier(desk: Desk) -> Earlier | None:
    """Return what was seen before; None while the group has no insight of its own.

    Nothing is kept of it.

    Raises:
        Refusal: `chair_only`.
    """
    desk.refuse_others()
    case = desk.case()
    if not case.insights:
        return None
    region = RegionDesk(cases=desk.cases, region=desk.region, now=desk.now)
    snapshot, here = newest_snapshot(region), book(desk)
    if snapshot and whole_number(snapshot) is None:
        snapshot = None
    own = _own_words(case, here)
    words = _words_of_others(desk, region_words(region))
    return Earlier(
        whole=whole_number(snapshot) if snapshot else None,
        threshold=(snapshot.rules if snapshot else Rules()).threshold,
        ours=tuple(_beside(code, said, snapshot, here, words) for code, said in own.items()),
        others=tuple(_others(snapshot, here, own)) if snapshot else (),
    )


def _own_words(case: Case, here: Book) -> dict[str, str]:
    """Return the codes the group recognised as they count now, with its own words."""
    found: dict[str, str] = {}
    for coding in case.codings:
        code = here.current(coding.code)
        found[code] = found.get(code) or coding.own_words.strip()
    for insight in case.insights:
        for key in insight.codes:
            found.setdefault(here.current(key), "")
    return found


def _words_of_others(desk: Desk, words: Sequence[RegionWords]) -> tuple[RegionWords, ...]:
    """Leave out what this group released itself."""
    release = desk.cases.summaries.release(desk.reference)
    lines = release.lines.values() if release else ()
    own = {line.value for line in lines if line.kind is LineKind.WORDS}
    return tuple(one for one in words if one.text not in own)


def _beside(
    code: str, said: str, snapshot: Snapshot | None, here: Book, words: Sequence[RegionWords]
) -> Beside:
    return Beside(
        label=here.label(code),
        own_words=said,
        number=seen(snapshot, code) if snapshot else None,
        helped=_helped(snapshot, code, here) if snapshot else (),
        words=words_about(words, code)[:MOST_WORDS],
    )


def _helped(snapshot: Snapshot, code: str, here: Book) -> tuple[Counted, ...]:
    offered = [one.id for one in helping(here)]
    known = (one for one in helped(snapshot, code, offered) if one.number is not None)
    return tuple(Counted(here.label(one.name), one.number) for one in known)[:MOST_HELPED]


def _others(snapshot: Snapshot, here: Book, own: Iterable[str]) -> list[Beside]:
    """Return what is seen often and was not named, the most seen first."""
    named, whole = set(own), whole_number(snapshot) or 0
    asked = [one.id for one in here.offered if one.kind in _ASKED and one.id not in named]
    often = (
        one
        for one in most_seen(snapshot, asked)
        if one.number is not None and one.number * _OFTEN >= whole
    )
    found = [Beside(label=here.label(one.name), number=one.number) for one in often]
    return found[:MOST_OTHERS]
