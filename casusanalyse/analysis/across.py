"""What the country and its regions give away together, when both publish a number."""

from collections.abc import Iterable, Mapping, Sequence

from casusanalyse.analysis.rounding import bounds_of
from casusanalyse.domain.snapshot import Count, Rules, Snapshot, What


def narrowing(
    shown: Mapping[Count, int], rules: Rules, regions: Sequence[Snapshot]
) -> frozenset[Count]:
    """Return the numbers of the country by which a number a region hides is known too well.

    The country is the sum of its regions: who takes away what the others published, is left
    with what the rest hides together. It is judged as by somebody who takes whatever is hidden
    to lie below the threshold, which makes every interval the narrowest it can be.

    Args:
        shown: what the country would publish.
        rules: of the country.
        regions: what every region published last.
    """
    return frozenset(
        count for count, number in shown.items() if _narrows(count, number, rules, regions)
    )


def _narrows(count: Count, number: int, rules: Rules, regions: Sequence[Snapshot]) -> bool:
    counting = [one for one in regions if _counts(one, count)]
    hidden = [one.rules.threshold - 1 for one in counting if one.get(count) is None]
    low, high = bounds_of(number, rules)
    least, most = _published(count, counting)
    together = (max(0, low - most), high - least)
    return any(_width(together, at, hidden) < rules.width for at in range(len(hidden)))


def _counts(one: Snapshot, count: Count) -> bool:
    """Tell whether a region counts this at all; of what is in no table, everybody knows 0."""
    codes = {
        What.CODE: {count.a},
        What.LAYER: {count.a},
        What.PAIR: {count.a, count.b},
        What.HELPED: {count.a, count.b},
    }.get(count.what, set())
    has_part = count.cut is None or count.part in one.parts.get(count.cut, ())
    return has_part and codes <= set(one.codes)


def _published(count: Count, regions: Iterable[Snapshot]) -> tuple[int, int]:
    """Return between which numbers all that was published of a count must add up."""
    told = [(one.get(count), one.rules) for one in regions]
    bounds = [bounds_of(number, rules) for number, rules in told if number is not None]
    return sum(low for low, _ in bounds), sum(high for _, high in bounds)


def _width(together: tuple[int, int], at: int, hidden: Sequence[int]) -> int:
    """Return how many values one hidden number can have.

    Args:
        together: between which all hidden numbers must add up.
        at: which of the hidden numbers.
        hidden: how large each of them can be.
    """
    low = max(0, together[0] - (sum(hidden) - hidden[at]))
    high = min(hidden[at], together[1])
    return max(0, high - low + 1)
