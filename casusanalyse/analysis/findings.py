"""What a snapshot says, read from its published numbers only.

A hidden number is None; hidden ones stand in the order of the code book, so that their place
tells nothing.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casusanalyse.analysis.tally import fixed_counts
from casusanalyse.domain.snapshot import EVERYTHING, Count, Cut, Snapshot, What
from casusanalyse.domain.summary import FIGURE_CLASSES, UNSURE, class_name
from casusanalyse.domain.vocabulary import Layer


class Part(NamedTuple):
    """Which analyses are counted: all, or one part of one cut."""

    cut: Cut | None = None
    part: str = ""


WHOLE = Part()


class Counted(NamedTuple):
    """In how many analyses something is seen; None when that is hidden.

    Attributes:
        name: id of a code, or the name of a layer, a class or a part.
    """

    name: str
    number: int | None


def number_in(snapshot: Snapshot, part: Part) -> int | None:
    """Return how many analyses there are in a part."""
    return snapshot.get(Count(What.ALL, cut=part.cut, part=part.part))


def seen(snapshot: Snapshot, code: str, part: Part = WHOLE) -> int | None:
    """Return in how many analyses of a part a code is seen."""
    return snapshot.get(Count(What.CODE, code, cut=part.cut, part=part.part))


def most_seen(
    snapshot: Snapshot, codes: Sequence[str], part: Part = WHOLE
) -> tuple[Counted, ...]:
    """Return the codes with the one that is seen most first, and the hidden ones last.

    Args:
        snapshot: that counted them.
        codes: in the order of the code book.
        part: which analyses.
    """
    return _ranked(Counted(code, seen(snapshot, code, part)) for code in codes)


def both(snapshot: Snapshot, one: str, other: str) -> int | None:
    """Return in how many analyses two codes are both seen."""
    first, second = sorted((one, other), key=snapshot.codes.index)
    return snapshot.get(Count(What.PAIR, first, second))


def neighbours(snapshot: Snapshot, code: str) -> tuple[Counted, ...]:
    """Return with which codes a code is seen together; only what is published."""
    if code not in snapshot.codes:
        return ()
    found = (
        Counted(other, both(snapshot, code, other)) for other in snapshot.codes if other != code
    )
    return tuple(one for one in _ranked(found) if one.number is not None)


def helped(snapshot: Snapshot, pattern: str, others: Sequence[str]) -> tuple[Counted, ...]:
    """Return what helped against a pattern, among these working elements and conditions."""
    return _ranked(
        Counted(other, snapshot.get(Count(What.HELPED, pattern, other))) for other in others
    )


def helped_against(
    snapshot: Snapshot, code: str, patterns: Sequence[str]
) -> tuple[Counted, ...]:
    """Return against which patterns a working element or condition helped."""
    return _ranked(
        Counted(pattern, snapshot.get(Count(What.HELPED, pattern, code)))
        for pattern in patterns
    )


def in_layers(snapshot: Snapshot, code: str) -> tuple[Counted, ...]:
    """Return in which layers a code is seen, in the order of the layers."""
    return tuple(
        Counted(layer.value, snapshot.get(Count(What.LAYER, code, layer.value)))
        for layer in Layer
    )


def over_time(snapshot: Snapshot, code: str, cut: Cut) -> tuple[Counted, ...]:
    """Return a code per year or per quarter, in order of time."""
    return tuple(
        Counted(part, seen(snapshot, code, Part(cut, part)))
        for part in snapshot.parts.get(cut, ())
    )


def in_classes(snapshot: Snapshot, figure: str) -> tuple[Counted, ...]:
    """Return a figure of the long line in its classes, the unsure ones last."""
    names = [*map(class_name, FIGURE_CLASSES[figure]), UNSURE]
    return tuple(
        Counted(name, snapshot.get(Count(What.FIGURE, figure, name))) for name in names
    )


def published(snapshot: Snapshot) -> Iterator[tuple[Count, int | None]]:
    """Yield the counts of the fixed tables, hidden ones as None.

    Of pairs only those with two codes that are shown, of what helped only what is shown: all
    others are hidden.
    """
    shown = {code for code in snapshot.codes if seen(snapshot, code) is not None}
    for count in fixed_counts(snapshot.codes, snapshot.parts):
        if count.what is not What.PAIR or {count.a, count.b} <= shown:
            yield count, snapshot.get(count)
    for count in map(Count.read, snapshot.shown):
        if count.what is What.HELPED:
            yield count, snapshot.get(count)


def _ranked(found: Iterator[Counted]) -> tuple[Counted, ...]:
    """Put the largest first; equal and hidden ones stay in the order they came."""
    return tuple(sorted(found, key=lambda one: -(one.number or 0)))


def whole_number(snapshot: Snapshot) -> int | None:
    """Return how many analyses the snapshot counted."""
    return snapshot.get(EVERYTHING)
