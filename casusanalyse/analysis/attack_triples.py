"""What three published pairs of codes say about each other."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from casusanalyse.analysis.attack_rows import ENDLESS, Row
from casusanalyse.domain.snapshot import EVERYTHING, Count, What

Bounds = Mapping[Count, tuple[float, float]]


def triples(codes: Sequence[str], shown: Mapping[Count, int], bounds: Bounds) -> Iterator[Row]:
    """Yield what holds for three codes of which all three pairs are published.

    Who has a with b, or a with c, has a; who has both is counted with b and c. And all who have
    any of the three are no more than everybody. What the bounds of the single numbers say
    already is left out.

    Args:
        codes: in the order of the code book.
        shown: the published numbers.
        bounds: lowest and highest of every count by itself.
    """
    partners = {code: set[str]() for code in codes}
    for one in shown:
        if one.what is What.PAIR:
            partners[one.a].add(one.b)
    for a, b in ((one.a, one.b) for one in shown if one.what is What.PAIR):
        for c in partners[a] & partners[b]:
            for row in _triple(a, b, c):
                if _least(row, bounds) < row.low:
                    yield row


def _triple(a: str, b: str, c: str) -> Iterator[Row]:
    one, two, three = (Count(What.CODE, code) for code in (a, b, c))
    ab, ac, bc = (Count(What.PAIR, *pair) for pair in combinations((a, b, c), 2))
    yield Row(((one, 1), (ab, -1), (ac, -1), (bc, 1)), 0, ENDLESS)
    yield Row(((two, 1), (ab, -1), (bc, -1), (ac, 1)), 0, ENDLESS)
    yield Row(((three, 1), (ac, -1), (bc, -1), (ab, 1)), 0, ENDLESS)
    singles = ((one, -1.0), (two, -1.0), (three, -1.0))
    yield Row(((EVERYTHING, 1), *singles, (ab, 1), (ac, 1), (bc, 1)), 0, ENDLESS)


def _least(row: Row, bounds: Bounds) -> float:
    return sum(weight * bounds[count][0 if weight > 0 else 1] for count, weight in row.terms)
