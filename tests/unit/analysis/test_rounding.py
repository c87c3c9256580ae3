"""Which number is shown for a count, and what a shown number gives away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.analysis.rounding import bounds_of, rounded
from casusanalyse.domain.snapshot import Rules

RULES = st.sampled_from([Rules(), Rules(threshold=15), Rules(threshold=20, rounding=10)])


@pytest.mark.parametrize(
    ("number", "shown"),
    [(0, None), (9, None), (10, 10), (12, 10), (13, 15), (17, 15), (18, 20), (1_002, 1_000)],
)
def test_small_numbers_are_hidden_and_others_rounded_to_five(number: int, shown: int) -> None:
    assert rounded(number, Rules()) == shown


@given(rules=RULES, number=st.integers(0, 100_000))
def test_a_shown_number_is_a_multiple_and_not_below_the_threshold(
    rules: Rules, number: int
) -> None:
    shown = rounded(number, rules)
    assert (shown is None) == (number < rules.threshold)
    if shown is not None:
        assert shown % rules.rounding == 0
        assert shown >= rules.threshold


@given(rules=RULES, number=st.integers(0, 10_000))
def test_a_shown_number_gives_away_its_bounds_and_no_more(rules: Rules, number: int) -> None:
    shown = rounded(number, rules)
    if shown is not None:
        low, high = bounds_of(shown, rules)
        assert low <= number <= high
        assert rounded(low, rules) == rounded(high, rules) == shown
        assert rounded(low - 1, rules) != shown != rounded(high + 1, rules)
