"""The country beside its regions: what a region hides cannot be had by subtracting."""

from dataclasses import replace
from random import Random

from casusanalyse.analysis.across import narrowing
from casusanalyse.analysis.attack_tables import Published
from casusanalyse.analysis.rounding import bounds_of, rounded
from casusanalyse.domain.snapshot import EVERYTHING, Count, Rules, What

RULES = Rules()
SEEN = Count(What.CODE, "RO3")


def published(number: int, rules: Rules = RULES, count: Count = SEEN) -> Published:
    shown = rounded(number, rules)
    return Published(
        codes=(),
        parts={},
        quarter="2026-4",
        shown={} if shown is None else {count: shown},
        rules=rules,
        truth={count: number},
    )


def narrow(*numbers: int) -> bool:
    """Whether the sum of these regions may not be shown."""
    total = rounded(sum(numbers), RULES)
    assert total is not None
    regions = [published(one) for one in numbers]
    return narrowing({SEEN: total}, RULES, regions) == {SEEN}


def test_two_that_hide_nine_each_would_be_known_from_their_sum() -> None:
    assert narrow(9, 9)


def test_one_that_hides_beside_one_that_shows_is_known_too_well() -> None:
    assert narrow(22, 9)
    assert narrow(22, 22, 9)


def test_between_many_that_show_one_that_hides_stays_hidden() -> None:
    assert not narrow(20, 20, 20, 20, 20, 20, 5)


def test_without_anything_hidden_there_is_nothing_to_know() -> None:
    assert not narrow(20, 35, 10)


def test_regions_are_judged_by_their_own_rules() -> None:
    wide = published(19, Rules(threshold=20, rounding=10))
    assert narrowing({SEEN: 20}, RULES, [wide]) == {SEEN}
    assert narrowing({SEEN: 20}, RULES, [wide, wide, wide]) == frozenset()


def test_a_region_that_does_not_count_something_hides_nothing_of_it() -> None:
    count = Count(What.CODE, "AK1")
    without, with_it = published(30), published(5, count=count)
    assert narrowing({count: 20}, RULES, [with_it, without]) == {count}
    assert narrowing({count: 15}, RULES, [with_it, with_it, with_it]) == frozenset()


def test_a_region_with_many_cases_that_told_nothing_yet_gives_all_others_room() -> None:
    told_nothing = replace(published(45), shown={})
    assert narrowing({SEEN: 55}, RULES, [published(9), told_nothing]) == frozenset()


def test_how_many_cases_a_region_has_is_no_secret() -> None:
    regions = [published(40, count=EVERYTHING), published(8, count=EVERYTHING)]
    assert narrowing({EVERYTHING: 50}, RULES, regions) == frozenset()


def known(numbers: list[int]) -> int:
    """In how few values somebody who tries everything gets one hidden number."""
    total = bounds_of(rounded(sum(numbers), RULES) or 0, RULES)
    sets = [
        range(10) if one < 10 else range(bounds_of(rounded(one, RULES), RULES)[0], 23)
        for one in numbers
    ]
    fits = [
        (a, b, c)
        for a in sets[0]
        for b in sets[1]
        for c in sets[2]
        if total[0] <= a + b + c <= total[1]
    ]
    hidden = [at for at, one in enumerate(numbers) if one < 10]
    return min(len({one[at] for one in fits}) for at in hidden)


def test_trying_everything_finds_no_more_than_the_rule_allows_and_without_it_does() -> None:
    dice = Random(3)
    left_out = 0
    for _ in range(150):
        numbers = [dice.randint(0, 9), dice.choice((9, 20, 22)), dice.choice((3, 9, 22))]
        if sum(numbers) < 10:
            continue
        if narrow(*numbers):
            left_out += known(numbers) < RULES.width
        else:
            assert known(numbers) >= RULES.width
    assert left_out > 3, "the attack can succeed, so the rule is needed"
