"""Freezing a snapshot: with enough cases, enough new ones, and nothing below the threshold."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.snapshot import EVERYTHING, Count, Rules, What
from casusanalyse.domain.summary import SeenCode, Summary
from casusanalyse.domain.vocabulary import Layer
from casusanalyse.settings import Settings
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.invented import invented_summaries
from casusanalyse.usecases.region import RegionDesk
from casusanalyse.usecases.snapshot import make_snapshot, readiness, rules_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
RULES = Rules()


@pytest.fixture
def desk(store: CaseStore) -> RegionDesk:
    return RegionDesk(cases=store, region="Gooi", now=NOW)


def add(desk: RegionDesk, number: int, *, seed: int = 1) -> tuple[Summary, ...]:
    summaries = tuple(invented_summaries(number=number, seed=seed, region_number=1))
    desk.cases.summaries.add(desk.region, iter(summaries))
    return summaries


def refused(desk: RegionDesk, rules: Rules = RULES) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refusal) as found:
        make_snapshot(desk, rules, told)
    return found.value.code, found.value.facts


def told(_share: float) -> None:
    """Nobody looks on."""


def with_code(number: int, code: str, *, of: int) -> Iterable[Summary]:
    seen = (SeenCode(code=code, layer=Layer.FAMILY),)
    for at in range(of):
        yield Summary(key=f"s{at:03}", quarter="2026-3", codes=seen if at < number else ())


def test_nine_cases_are_too_few_and_nothing_is_kept(desk: RegionDesk) -> None:
    add(desk, 9)
    assert refused(desk) == ("too_few_cases", {"missing": 1})
    assert desk.cases.snapshots.all("Gooi") == ()


def test_ten_cases_are_enough_and_what_is_shown_is_rounded(desk: RegionDesk) -> None:
    desk.cases.summaries.add("Gooi", iter(with_code(5, "RO3", of=22)))
    snapshot = make_snapshot(desk, RULES, told)
    assert snapshot.get(EVERYTHING) == 20
    assert snapshot.get(Count(What.CODE, "RO3")) is None
    assert (snapshot.number, snapshot.quarter) == (1, "2026-4")
    assert desk.cases.snapshots.all("Gooi") == (snapshot,)


def test_cases_of_another_region_do_not_count(desk: RegionDesk) -> None:
    add(replace(desk, region="Elders"), 40)
    assert refused(desk) == ("too_few_cases", {"missing": 10})


def test_all_regions_together_count_every_case(desk: RegionDesk) -> None:
    for seed, region in enumerate(("Gooi", "Elders")):
        add(replace(desk, region=region), 8, seed=seed)
    together = replace(desk, national=True)
    assert make_snapshot(together, RULES, told).get(EVERYTHING) == 15
    assert desk.cases.snapshots.all("Gooi") == ()


def test_a_next_snapshot_waits_for_ten_new_cases(desk: RegionDesk) -> None:
    add(desk, 30)
    first = make_snapshot(desk, RULES, told)
    add(desk, 9, seed=2)
    assert refused(desk) == ("too_few_new", {"missing": 1})
    assert desk.cases.snapshots.all("Gooi") == (first,)
    add(desk, 1, seed=3)
    assert make_snapshot(desk, RULES, told).number == 2


def test_readiness_says_how_many_are_new_and_missing(desk: RegionDesk) -> None:
    add(desk, 12)
    make_snapshot(desk, RULES, told)
    add(desk, 4, seed=2)
    ready = readiness(desk, RULES)
    assert (ready.cases, ready.new, ready.missing) == (16, 4, 6)


def test_a_merged_code_counts_as_what_it_was_merged_into(desk: RegionDesk) -> None:
    """Without a code book of its own the region has nothing merged: every code is itself."""
    desk.cases.summaries.add("Gooi", iter(with_code(15, "RO3", of=30)))
    snapshot = make_snapshot(desk, RULES, told)
    assert snapshot.get(Count(What.CODE, "RO3")) == 15
    assert snapshot.get(Count(What.LAYER, "RO3", Layer.FAMILY)) == 15


def test_a_region_can_be_stricter(desk: RegionDesk) -> None:
    strict = Rules(threshold=20, rounding=10, batch=15)
    add(desk, 19)
    assert refused(desk, strict) == ("too_few_cases", {"missing": 1})
    add(desk, 20, seed=2)
    assert {number % 10 for number in make_snapshot(desk, strict, told).shown.values()} == {0}


def test_the_settings_of_an_installation_are_followed_and_looser_ones_refused() -> None:
    stored = Settings(data_folder=Path("/nowhere"), database_url="sqlite://")
    assert rules_of(stored) == RULES
    assert rules_of(replace(stored, threshold=15)) == Rules(threshold=15)
    for looser in ({"threshold": 5}, {"rounding": 1}, {"batch": 9}, {"rounding": 7}):
        with pytest.raises(Refusal, match="rules_looser"):
            rules_of(replace(stored, **looser))
