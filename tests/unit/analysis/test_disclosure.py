"""What a region shows: rounded, from the threshold on, and never more than it needs to hide."""

from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.analysis.disclosure import candidate, disclosed, large_enough
from casusanalyse.analysis.tally import tally
from casusanalyse.domain.snapshot import EVERYTHING, Rules, What
from casusanalyse.domain.summary import SeenCode, Summary
from casusanalyse.domain.vocabulary import Layer
from tests.unit.analysis.regions import QUARTER, careless, counted, safe, some_cases, told


@settings(deadline=None, max_examples=15)
@given(number=st.integers(0, 150), seed=st.integers(0, 1_000))
def test_every_shown_number_is_a_multiple_of_five_from_ten_on(number: int, seed: int) -> None:
    numbers = counted(some_cases(number, seed))
    shown = disclosed(candidate(numbers, QUARTER, Rules()), (), told)
    assert all(value >= 10 and value % 5 == 0 for value in shown.values())
    assert all(numbers.numbers[count] >= 10 for count in shown)


def test_nine_cases_show_nothing_at_all() -> None:
    assert safe(some_cases(9, 1)).shown == {}


def test_one_more_case_moves_no_number_by_more_than_one_step() -> None:
    cases = some_cases(121, 1)
    before, after = (large_enough(counted(some), Rules()) for some in (cases[:-1], cases))
    moved = {after[count] - before[count] for count in before}
    assert moved <= {0, 5}


def test_hiding_leaves_nearly_everything_and_all_cases_to_see() -> None:
    cases = some_cases(300, 2)
    large, shown = large_enough(counted(cases), Rules()), safe(cases).shown
    assert shown.keys() <= large.keys()
    assert EVERYTHING in shown
    assert len(shown) > 0.9 * len(large)


def test_the_same_cases_always_show_the_same() -> None:
    cases = some_cases(150, 5)
    first = safe(cases[:130])
    assert safe(cases, first).shown == safe(cases, first).shown


def test_progress_is_told_as_a_growing_share() -> None:
    heard: list[float] = []
    disclosed(careless(some_cases(200, 1)), (), heard.append)
    assert heard == sorted(heard)
    assert 0 <= heard[0] <= heard[-1] <= 1


def test_who_knows_how_many_cases_there_are_does_not_learn_that_all_show_a_code() -> None:
    """Thirteen of thirteen: both are said as 15, and 13 is the least that 15 can be."""
    seen = (SeenCode(code="RO3", layer=Layer.FAMILY),)
    cases = [Summary(key=f"s{at}", quarter=QUARTER, codes=seen) for at in range(13)]
    shown = disclosed(candidate(tally(cases, ["RO3"]), QUARTER, Rules()), (), told)
    assert [count for count in shown if count.what is What.CODE] == []
    assert shown[EVERYTHING] == 15
