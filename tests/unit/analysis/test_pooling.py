"""Several regions together: true, and never finer than what each of them published."""

from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.analysis.pooling import pooled
from casusanalyse.analysis.rounding import rounded
from casusanalyse.domain.exchange import Pool
from casusanalyse.domain.snapshot import EVERYTHING, Rules
from tests.unit.usecases.snapshots import a_snapshot

RULES = st.sampled_from([Rules(), Rules(threshold=20, rounding=10), Rules(threshold=15)])
NUMBERS = st.lists(st.tuples(st.integers(0, 400), RULES), max_size=42)


def published(number: int, rules: Rules):
    shown = rounded(number, rules)
    return a_snapshot(rules=rules, shown={} if shown is None else {str(EVERYTHING): shown})


def test_hidden_regions_add_nothing_and_are_counted() -> None:
    regions = [published(number, Rules()) for number in (22, 13, 9, 0)]
    assert pooled(regions, EVERYTHING) == Pool(at_least=30, shown=2, hidden=2)


def test_no_region_at_all_is_nothing() -> None:
    assert pooled([], EVERYTHING) == Pool(at_least=0, shown=0, hidden=0)


@given(NUMBERS)
def test_there_are_at_least_as_many_as_it_says(numbers) -> None:
    pool = pooled([published(*one) for one in numbers], EVERYTHING)
    assert pool.at_least <= sum(number for number, _ in numbers)
    assert pool.shown + pool.hidden == len(numbers)


@given(NUMBERS)
def test_it_is_no_finer_than_the_roundest_of_what_was_published(numbers) -> None:
    pool = pooled([published(*one) for one in numbers], EVERYTHING)
    assert pool.at_least % max((rules.rounding for _, rules in numbers), default=5) == 0


@given(NUMBERS)
def test_it_follows_from_what_was_published_alone(numbers) -> None:
    """So who has the files learns nothing from the sum, not even by taking regions away."""
    regions = [published(*one) for one in numbers]
    others = [
        published(one.get(EVERYTHING) or 0, one.rules) if one.shown else one for one in regions
    ]
    assert pooled(others, EVERYTHING) == pooled(regions, EVERYTHING)
