"""The attack: what it computes back when a rule is off, and that it fails when all are on."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.analysis.attack import Narrow
from casusanalyse.analysis.attack_tables import Published
from casusanalyse.domain.snapshot import EVERYTHING, Count, Cut, What
from casusanalyse.domain.summary import FrameGroup, SeenCode, Summary
from casusanalyse.domain.vocabulary import Layer
from tests.unit.analysis.regions import Loose, attacked, careless, safe, some_cases

FREE = Count(What.ALL, cut=Cut.FRAME, part=FrameGroup.FREE)
UNTOLD = Count(What.ALL, cut=Cut.FRAME, part=FrameGroup.UNTOLD)


def with_frames(**numbers: int) -> list[Summary]:
    """Cases that differ in their frame alone."""
    return [
        Summary(key=f"{frame}{at}", quarter="2026-3", frame=FrameGroup(frame))
        for frame, number in numbers.items()
        for at in range(number)
    ]


def with_codes(*told: tuple[int, Sequence[str]]) -> list[Summary]:
    """So many cases with these codes, for every pair that is told."""
    return [
        Summary(
            key="s",
            quarter="2026-3",
            codes=tuple(SeenCode(code=code, layer=Layer.FAMILY) for code in codes),
        )
        for number, codes in told
        for _ in range(number)
    ]


def ends(found: Iterable[Narrow], *said: tuple[Count, float]) -> tuple[int, int] | None:
    """Lowest and highest of one sum among those that are known too well."""
    return next(((one.low, one.high) for one in found if one.said == said), None)


def truth(one: Narrow, snapshot: Published) -> float:
    return sum(weight * snapshot.truth[count] for count, weight in one.said)


def test_without_rounding_a_hidden_part_is_the_whole_less_the_others() -> None:
    loose = Loose(rounding=1)
    found = attacked(careless(with_frames(free=20, compulsory=12, untold=3), loose))
    assert ends(found, (UNTOLD, 1)) == (3, 3)


def test_with_rounding_the_same_part_keeps_enough_values() -> None:
    found = attacked(careless(with_frames(free=20, compulsory=12, untold=3)))
    assert ends(found, (UNTOLD, 1)) is None


def test_rounding_is_not_enough_when_a_whole_barely_exceeds_its_part() -> None:
    cases = with_frames(free=11, untold=1)
    found = attacked(careless(cases))
    assert ends(found, (UNTOLD, 1)) == (0, 2)
    assert attacked(safe(cases)) == []
    assert EVERYTHING in safe(cases).shown
    assert FREE not in safe(cases).shown


def test_three_hidden_parts_of_twenty_seven_must_all_be_nine() -> None:
    cases = with_frames(free=9, compulsory=9, untold=9)
    assert ends(attacked(careless(cases, Loose(rounding=1))), (FREE, 1)) == (9, 9)
    assert ends(attacked(careless(cases)), (FREE, 1)) == (9, 9), "27 can be known by counting"


def test_a_code_without_its_partner_is_looked_at_as_well() -> None:
    cases = with_codes((11, ("KG1", "RO3")), (1, ("KG1",)), (30, ()))
    alone = ((Count(What.CODE, "KG1"), 1), (Count(What.PAIR, "KG1", "RO3"), -1))
    assert ends(attacked(careless(cases)), *alone) == (0, 2)
    assert attacked(safe(cases)) == []


def test_cases_with_neither_of_two_codes_are_looked_at_as_well() -> None:
    cases = with_codes((12, ("KG1",)), (12, ("RO3",)), (11, ("KG1", "RO3")), (2, ()))
    pair, *both = Count(What.PAIR, "KG1", "RO3"), code("KG1"), code("RO3")
    neither = ((EVERYTHING, 1), *((one, -1) for one in both), (pair, 1))
    assert ends(attacked(careless(cases, Loose(rounding=1))), *neither) == (2, 2)


def code(name: str) -> Count:
    return Count(What.CODE, name)


@pytest.mark.parametrize("number", [200, 2_000])
@pytest.mark.parametrize("seed", [1, 2])
def test_of_random_cases_nothing_is_computed_back(number: int, seed: int) -> None:
    assert attacked(safe(some_cases(number, seed))) == []


@pytest.mark.parametrize("number", [200, 2_000])
def test_without_rounding_hidden_numbers_of_random_cases_are_computed_back(number: int) -> None:
    loose = Loose(rounding=1)
    found = attacked(careless(some_cases(number, 1), loose))
    assert any(one.low == one.high for one in found)


def test_without_hiding_more_numbers_of_random_cases_are_known_too_well() -> None:
    assert any(attacked(careless(some_cases(200, seed))) for seed in range(4))


@settings(deadline=None, max_examples=15)
@given(number=st.integers(10, 120), seed=st.integers(0, 1_000))
def test_what_the_attack_says_is_true(number: int, seed: int) -> None:
    snapshot = careless(some_cases(number, seed))
    assert all(one.low <= truth(one, snapshot) <= one.high for one in attacked(snapshot))


@pytest.mark.parametrize("seed", [1, 2])
def test_from_two_successive_snapshots_nothing_is_computed_back(seed: int) -> None:
    cases = some_cases(212, seed)
    first = safe(cases[:200])
    assert attacked(first, safe(cases, first)) == []


def test_two_snapshots_that_do_not_look_at_each_other_give_away_what_came_in() -> None:
    """A batch of one: who knows which case came in knows what was seen in it."""
    loose = Loose(rounding=1, batch=1)
    cases = some_cases(201, 1)
    first, second = safe(cases[:200], rules=loose), safe(cases, rules=loose)
    found = attacked(first, second)
    grown = [one for one in found if len(one.said) > 1 and one.said[0][0] == one.said[1][0]]
    assert any(one.low == one.high for one in grown)


def test_numbers_that_fell_because_cases_were_withdrawn_are_no_contradiction() -> None:
    cases = some_cases(230, 1)
    first = replace(safe(cases[:200]), truth={})
    second = safe(cases[100:], first)
    assert second.shown
    assert attacked(first, second) == []


def test_a_code_that_came_into_the_book_between_two_snapshots_is_safe() -> None:
    cases = some_cases(214, 3)
    whole = safe(cases[:200])
    kept = {count: n for count, n in whole.shown.items() if "C4" not in (count.a, count.b)}
    first = replace(whole, codes=whole.codes[:-1], shown=kept)
    assert attacked(first, safe(cases, first)) == []


def test_a_quarter_that_is_new_has_no_more_cases_than_came_in() -> None:
    old = [replace(one, quarter="2026-3") for one in some_cases(40, 1)]
    new = [replace(one, quarter="2026-4") for one in some_cases(14, 2)]
    first = safe(old)
    assert attacked(first, safe([*old, *new], first)) == []
