"""Find the paragraphs of one list back in another, in order, also when some have changed."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

NEAREST = 0.75
"""How alike words must be, from 0 to 1, to be the same paragraph that was changed."""

_SHORTEST = 12
"""Letters under which words say too little to be recognised when they are changed."""

_LONGEST = 1_000
_MOST_PAIRS = 250_000
"""Two stretches that both hold many unknown paragraphs are not compared pair by pair."""

_MOST_ALIKE = 2_500

Pairs = dict[int, int]


def aligned(
    old: Sequence[str], new: Sequence[str], known: Mapping[int, int]
) -> tuple[Pairs, Pairs]:
    """Return which new paragraph is which old one, numbers of old ones by new ones.

    Args:
        old: words of the paragraphs; empty ones are never matched.
        new: the same.
        known: pairs that are certain already, old numbers by new ones.

    Returns:
        The pairs with equal words, and those whose words are merely alike.
    """
    equal = _unique(old, new, known)
    for here, there in _gaps(old, new, {**equal, **known}, shortest=1):
        equal |= _equal(old, new, here, there)
    alike: Pairs = {}
    for here, there in _gaps(old, new, {**equal, **known}, shortest=_SHORTEST):
        alike |= _alike(old, new, here, there)
    return equal, alike


def _unique(old: Sequence[str], new: Sequence[str], known: Mapping[int, int]) -> Pairs:
    """Return the pairs of words that stand exactly once in both."""
    taken = set(known.values())
    times_old, times_new = Counter(old), Counter(new)
    places = {words: number for number, words in enumerate(old) if number not in taken}
    return {
        number: places[words]
        for number, words in enumerate(new)
        if words
        and number not in known
        and words in places
        and times_old[words] == times_new[words] == 1
    }


def _rising(pairs: Mapping[int, int]) -> Pairs:
    """Return the longest part of the pairs in which both numbers rise."""
    numbers = sorted(pairs)
    ends: list[int] = []
    at: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        place = bisect_left(ends, pairs[number])
        before[number] = at[place - 1] if place else None
        ends[place : place + 1] = [pairs[number]]
        at[place : place + 1] = [number]
    kept: list[int] = []
    last = at[-1] if at else None
    while last is not None:
        kept.append(last)
        last = before[last]
    return {number: pairs[number] for number in reversed(kept)}


def _gaps(
    old: Sequence[str], new: Sequence[str], pairs: Pairs, *, shortest: int
) -> Iterator[tuple[list[int], list[int]]]:
    """Return per stretch between pairs the old and new ones that are still alone."""
    taken = set(pairs.values())
    ends = [*_rising(pairs).items(), (len(new), len(old))]
    begin_old, begin_new = 0, 0
    for number, pair in ends:
        olds, news = range(begin_old, pair), range(begin_new, number)
        yield (
            [one for one in olds if one not in taken and len(old[one]) >= shortest],
            [one for one in news if one not in pairs and len(new[one]) >= shortest],
        )
        begin_old, begin_new = pair + 1, number + 1


def _equal(old: Sequence[str], new: Sequence[str], here: list[int], there: list[int]) -> Pairs:
    if len(here) * len(there) > _MOST_PAIRS:
        return {}
    words_old, words_new = [old[one] for one in here], [new[one] for one in there]
    found = SequenceMatcher(None, words_old, words_new, autojunk=False).get_matching_blocks()
    return {
        there[block.b + step]: here[block.a + step]
        for block in found
        for step in range(block.size)
    }


def _alike(old: Sequence[str], new: Sequence[str], here: list[int], there: list[int]) -> Pairs:
    """Return the nearest pairs that are near enough, each paragraph once."""
    if len(here) * len(there) > _MOST_ALIKE:
        return {}
    scored = sorted(
        ((likeness(old[a], new[b]), a, b) for a in here for b in there), reverse=True
    )
    found: Pairs = {}
    for score, a, b in scored:
        if score >= NEAREST and b not in found and a not in found.values():
            found[b] = a
    return found


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1; 0 also when that is clear at a glance."""
    matcher = SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False)
    if matcher.real_quick_ratio() < NEAREST or matcher.quick_ratio() < NEAREST:
        return 0.0
    return matcher.ratio()
