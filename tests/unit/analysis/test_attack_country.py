"""The country beside its regions: all tables of both in one program."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from casusanalyse.analysis.across import narrowing
from casusanalyse.analysis.attack import Attack, Narrow
from casusanalyse.analysis.attack_tables import Published, lay_together
from casusanalyse.analysis.disclosure import disclosed
from casusanalyse.domain.snapshot import EVERYTHING, Count, What
from casusanalyse.domain.summary import Summary
from casusanalyse.usecases.invented import invented_summaries
from tests.unit.analysis.regions import careless, safe, told

Rows = Sequence[Sequence[Published]]


def some_regions(seed: int, *sizes: int) -> list[list[Summary]]:
    return [
        list(invented_summaries(number=size, seed=seed, region_number=number))
        for number, size in enumerate(sizes, start=1)
    ]


def alone(regions: Sequence[Sequence[Summary]]) -> tuple[Published, Rows]:
    """What the country and its regions publish when neither looks at the other."""
    everybody = [one for cases in regions for one in cases]
    return safe(everybody), [[safe(cases)] for cases in regions]


def found(country: Published, regions: Rows) -> list[Narrow]:
    """What an attacker who starts anew knows too well."""
    attack = Attack([country], told, regions)
    return [*attack.plain(), *attack.narrow()]


def together(country: Published, regions: Rows) -> Published:
    return replace(country, shown=disclosed(country, (), told, regions))


@pytest.mark.parametrize("sizes", [(40, 40), (60, 20, 60), (12, 60), (30, 15), (8, 40, 12)])
def test_what_a_region_hides_cannot_be_computed_from_the_country(sizes: Sequence[int]) -> None:
    country, regions = alone(some_regions(100, *sizes))
    safer = together(country, regions)
    assert found(safer, regions) == []
    assert EVERYTHING in safer.shown
    assert len(safer.shown) > 0.5 * len(country.shown)


def test_without_looking_at_each_other_numbers_of_a_region_are_known_too_well() -> None:
    results = [found(*alone(some_regions(seed, 60, 20, 60))) for seed in (100, 101, 102)]
    assert sum(map(len, results)) > 10


def test_number_by_number_is_not_enough() -> None:
    """Of the same regions the numbers by themselves all seem wide; together they are not."""
    country, regions = alone(some_regions(100, 60, 20, 60))
    known = narrowing(country.shown, country.rules, [row[-1] for row in regions])
    kept = {count: number for count, number in country.shown.items() if count not in known}
    assert found(replace(country, shown=kept), regions) != []


def test_what_was_found_is_true() -> None:
    country, regions = alone(some_regions(100, 60, 20, 60))
    tables = lay_together([country], regions)
    truths = {
        tuple(sorted(str(count) for count, _ in one.said)): (one.low, one.high)
        for one in found(country, regions)
    }
    assert truths
    true = [
        {count: tables.truth[column] for count, column in table.at.items()}
        for table in tables.told
    ]
    for one in found(country, regions):
        numbers = [
            sum(weight * table[count] for count, weight in one.said)
            for table in true
            if all(count in table for count, _ in one.said)
        ]
        assert any(one.low <= number <= one.high for number in numbers)


def test_earlier_snapshots_of_a_region_count_as_well() -> None:
    """What is safe beside the newest snapshots is not beside those before them too."""
    small, large = some_regions(8, 60, 45)
    before = safe(small[:40])
    rows = [[before, safe(small, before)], [safe(large)]]
    country = safe([*small, *large])
    beside_newest = together(country, [row[-1:] for row in rows])
    assert found(beside_newest, rows) != []
    assert found(together(country, rows), rows) == []


def test_a_region_that_has_new_cases_since_its_snapshot_gives_the_country_room() -> None:
    first, second = some_regions(3, 30, 40)
    before = safe(first)
    grown = first + some_regions(4, 25)[0]
    now = careless(grown)
    rows = [[before, replace(now, shown={EVERYTHING: now.shown[EVERYTHING]})], [safe(second)]]
    country = safe([*grown, *second])
    safer = together(country, rows)
    assert found(safer, rows) == []
    assert len(safer.shown) > 0.5 * len(country.shown)


def test_what_a_region_leaves_out_counts_in_the_sum() -> None:
    country, regions = alone(some_regions(5, 40, 9))
    tables = lay_together([country], regions)
    whole = tables.told[0].at
    (links,) = [
        terms
        for terms, low, high in tables.links
        if terms[0] == (whole[Count(What.CODE, "RO3")], 1.0) and (low, high) == (0, 0)
    ]
    assert sum(weight * tables.truth[column] for column, weight in links) == 0
