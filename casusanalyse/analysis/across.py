"""What one number of the country gives away beside the same number of its regions.

The attack holds all tables at once, but leaves out of a region the codes of which it never
showed a number. This looks at every number by itself, and leaves nothing out.
"""

from collections.abc import Mapping, Sequence
from math import inf

from casusanalyse.analysis.attack_tables import Published
from casusanalyse.analysis.rounding import bounds_of
from casusanalyse.domain.snapshot import EVERYTHING, Count, Rules

Span = tuple[float, float]
"""The lowest and the highest a number can be."""


def narrowing(
    shown: Mapping[Count, int], rules: Rules, regions: Sequence[Published]
) -> frozenset[Count]:
    """Return the numbers of the country by which a small number of a region is known too well.

    The country is the sum of its regions: who takes away what the others published, is left
    with what the rest hides together.

    Args:
        shown: what the country would publish.
        rules: of the country.
        regions: what every region published last, of which the truth is known. It tells how
            many cases there are, which other hidden numbers are below the threshold, and
            nothing more.
    """
    return frozenset(
        count for count, number in shown.items() if _narrows(count, number, rules, regions)
    )


def _narrows(count: Count, number: int, rules: Rules, regions: Sequence[Published]) -> bool:
    spans = [_span(one, count) for one in regions if count in one.truth]
    whole = bounds_of(number, rules)
    least, most = (sum(ends) for ends in zip((0, 0), *spans, strict=True))
    return any(
        _width(whole, (low, high), (least - low, most - high)) < rules.width
        for low, high in spans
        if low == 0 < high < inf
    )


def _span(one: Published, count: Count) -> Span:
    if count == EVERYTHING:
        return one.truth[count], one.truth[count]
    if count in one.shown:
        return bounds_of(one.shown[count], one.rules)
    return 0, one.rules.threshold - 1 if one.truth[count] < one.rules.threshold else inf


def _width(whole: Span, own: Span, others: Span) -> float:
    """Return how many values a hidden number can have, when the others are taken away."""
    low = max(own[0], whole[0] - others[1])
    return min(own[1], whole[1] - others[0]) - low + 1
