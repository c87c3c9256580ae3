"""What was published, as the attacker on the country finds it."""

from collections.abc import Sequence

import pytest

from casusanalyse.analysis.attack import Attack
from casusanalyse.analysis.attack_tables import Published
from casusanalyse.domain.snapshot import EVERYTHING, Count, Rules, Snapshot, What
from casusanalyse.domain.summary import INVENTED, SeenCode, Summary
from casusanalyse.domain.vocabulary import Layer
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.invented import invented_summaries
from casusanalyse.usecases.published import beside, counted
from casusanalyse.usecases.region import RegionDesk
from casusanalyse.usecases.region_codes import add_code, merge_code, publish_codes
from casusanalyse.usecases.snapshot import make_snapshot
from tests.unit.usecases.snapshots import a_desk

RULES = Rules()


@pytest.fixture
def country(store: CaseStore) -> RegionDesk:
    return a_desk(store, national=True)


def add(store: CaseStore, region: str, number: int, *, seed: int) -> None:
    summaries = invented_summaries(number=number, seed=seed, region_number=seed)
    store.summaries.add(region, summaries)


def publish_of(store: CaseStore, region: str) -> Snapshot:
    return make_snapshot(a_desk(store, region), RULES, lambda _share: None)


def rows(country: RegionDesk) -> list[Sequence[Published]]:
    return [*beside(country, book(country), "2026-4", RULES)]


def test_a_region_that_published_all_it_has_is_its_newest_snapshot(
    store: CaseStore, country: RegionDesk
) -> None:
    add(store, "Gooi", 30, seed=1)
    snapshot = publish_of(store, "Gooi")
    ((only,),) = rows(country)
    assert {str(count): number for count, number in only.shown.items()} == dict(snapshot.shown)
    assert only.truth[EVERYTHING] == 30


def test_cases_since_the_snapshot_are_a_row_of_their_own(
    store: CaseStore, country: RegionDesk
) -> None:
    add(store, "Gooi", 30, seed=1)
    publish_of(store, "Gooi")
    add(store, "Gooi", 4, seed=2)
    ((before, now),) = rows(country)
    assert (before.truth[EVERYTHING], now.truth[EVERYTHING]) == (30, 34)
    assert now.shown == {EVERYTHING: 35}, "whoever counts meetings knows how many there are"


def test_a_region_below_the_threshold_tells_nothing_and_counts(
    store: CaseStore, country: RegionDesk
) -> None:
    add(store, "Gooi", 8, seed=1)
    add(store, "Elders", 12, seed=2)
    (large,), (small,) = rows(country)
    assert (large.truth[EVERYTHING], small.truth[EVERYTHING]) == (12, 8)
    assert small.shown == {}


def test_the_country_publishes_nothing_by_which_a_region_is_known(
    store: CaseStore, country: RegionDesk
) -> None:
    for seed, (region, number) in enumerate({"Een": 40, "Twee": 20}.items()):
        add(store, region, number, seed=seed)
        publish_of(store, region)
    add(store, "Twee", 5, seed=9)
    made = make_snapshot(country, RULES, lambda _share: None)
    codes = book(country)
    everybody = counted(store.summaries.all(None), codes)
    published = Published(
        codes=made.codes,
        parts=made.parts,
        quarter=made.quarter,
        shown={Count.read(said): number for said, number in made.shown.items()},
        rules=made.rules,
        truth=everybody.numbers,
    )
    attack = Attack([published], lambda _share: None, rows(country))
    assert [*attack.plain(), *attack.narrow()] == []
    assert len(made.shown) > 100


def test_a_region_that_merged_codes_is_counted_by_the_book_of_the_country(
    store: CaseStore, country: RegionDesk
) -> None:
    desk = a_desk(store, "Gooi")
    own = add_code(desk, "pattern", "Wachten op elkaar", "GO")
    merge_code(desk, own, "RO3")
    publish_codes(desk)
    seen = [*(20 * [own]), *(15 * ["RO3"]), *(15 * ["KG5"])]
    store.summaries.add("Gooi", map(with_code, range(50), seen))
    publish_of(store, "Gooi")
    add(store, "Elders", 40, seed=2)
    publish_of(store, "Elders")
    (_, (before, now)) = rows(country)
    count = Count(What.CODE, "RO3")
    assert (before.shown[count], now.truth[count]) == (35, 15)
    assert make_snapshot(country, RULES, lambda _share: None).get(EVERYTHING) == 90


def with_code(number: int, code: str) -> Summary:
    seen = (SeenCode(code=code, layer=Layer.FAMILY),)
    return Summary(key=f"{INVENTED}{number:03}", quarter="2026-3", codes=seen)
