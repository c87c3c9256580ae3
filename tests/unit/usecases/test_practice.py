"""What is invented and what is real never stand in one region together."""

from collections.abc import Iterator
from dataclasses import replace

from casusanalyse.domain.snapshot import Rules
from casusanalyse.domain.summary import Summary, is_invented
from casusanalyse.settings import Settings
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.cases import (
    archive_case,
    destroy_case,
    export_case,
    import_case,
    open_store,
)
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.exchange import export_snapshot
from casusanalyse.usecases.invented import invented_summaries, take_invented_away
from casusanalyse.usecases.region import RegionDesk
from casusanalyse.usecases.release import has_released, offer, release, withdraw, withdraw_all
from casusanalyse.usecases.snapshot import make_snapshot
from tests.refusals import refusal
from tests.stores import NOW
from tests.unit.report.full_case import full_case
from tests.unit.usecases.finished import a_finished_case, finish

HERE = "Zuiderkust"
RULES = Rules()


def a_sample(store: CaseStore) -> Desk:
    case = full_case(events=4)
    sample = replace(case, key="vb1", intake=replace(case.intake, is_sample=True))
    return a_finished_case(store, sample)


def give(desk: Desk) -> None:
    release(desk, [line for line in offer(desk) if line.id == "about/stay"])


def practised(store: CaseStore, number: int, region: str = HERE) -> None:
    store.summaries.add(region, invented_summaries(number=number, seed=3, region_number=1))


def real(number: int) -> Iterator[Summary]:
    return (Summary(key=f"r{at:03}", quarter="2026-3") for at in range(number))


def region(store: CaseStore, *, national: bool = False) -> RegionDesk:
    return RegionDesk(cases=store, region=HERE, national=national, now=NOW)


def told(_share: float) -> None:
    """Nobody looks on."""


def kinds(store: CaseStore) -> list[bool]:
    return [is_invented(one.key) for one in store.summaries.all(HERE)]


def test_a_sample_is_practice_and_stands_beside_other_practice(store) -> None:
    practised(store, 2)
    give(a_sample(store))
    assert kinds(store) == [True, True, True]


def test_a_sample_does_not_go_to_a_region_with_real_cases(store) -> None:
    give(a_finished_case(store))
    sample = a_sample(store)
    assert refusal(give, sample) == "practice_beside_real"
    assert (kinds(store), has_released(sample)) == ([False], False)


def test_a_real_case_waits_until_practice_is_taken_away(store) -> None:
    give(a_sample(store))
    desk = a_finished_case(store)
    assert refusal(give, desk) == "real_beside_practice"
    store.practice.take_away(HERE)
    give(desk)
    assert kinds(store) == [False]


def test_what_is_with_a_region_can_always_be_taken_back(store) -> None:
    """Also when the two stand together there from an earlier time."""
    desk = a_finished_case(store)
    release(desk, [one for one in offer(desk) if one.id in {"about/stay", "code/SH6"}])
    store.summaries.add("Elders", invented_summaries(number=1, seed=1, region_number=1))
    with store._database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE summary SET region = '{HERE}'")
    withdraw(desk, ["code/SH6"])
    withdraw_all(desk)
    assert kinds(store) == [True]


def test_a_real_case_does_not_follow_on_a_snapshot_of_practice(store) -> None:
    sample = a_sample(store)
    practised(store, 12)
    give(sample)
    make_snapshot(region(store), RULES, told)
    with store._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM summary")
    desk = a_finished_case(store)
    assert refusal(give, desk) == "real_beside_practice"
    store.practice.take_away(HERE)
    assert store.snapshots.all(HERE) == ()


def test_the_country_makes_no_snapshot_of_practice_and_real_cases_together(store) -> None:
    practised(store, 12, region="Voorbeeldregio 1")
    store.summaries.add(HERE, real(12))
    assert refusal(make_snapshot, region(store, national=True), RULES, told) == "practice_mixed"
    store.practice.take_away("Voorbeeldregio 1")
    assert make_snapshot(region(store, national=True), RULES, told).number == 1


def test_a_snapshot_of_practice_does_not_go_to_other_regions(store, tmp_path) -> None:
    practised(store, 12)
    make_snapshot(region(store), RULES, told)
    assert refusal(export_snapshot, region(store), tmp_path) == "practice_stays"


def test_a_case_that_was_destroyed_and_brought_back_counts_once(store) -> None:
    desk = a_finished_case(store)
    kept = export_case(store, desk.reference)
    give(desk)
    archive_case(desk)
    destroy_case(desk)

    back = replace(desk, reference=import_case(store, kept, NOW).reference)
    finish(back)
    give(back)
    assert len(kinds(store)) == 1
    withdraw_all(back)
    assert kinds(store) == []


def test_taking_practice_away_leaves_every_real_case_and_the_samples(tmp_path) -> None:
    settings = Settings(
        data_folder=tmp_path, database_url=f"sqlite:///{tmp_path / 'casussen.db'}"
    )
    store = open_store(settings)
    store.summaries.add("Gooi", real(3))
    practised(store, 12)
    sample = a_sample(store)
    give(sample)
    make_snapshot(region(store), RULES, told)
    names: list[str] = []

    take_invented_away(settings, tell=names.append)

    assert names == [HERE]
    assert [one.key for one in store.summaries.all(None)] == ["r000", "r001", "r002"]
    assert store.snapshots.all(HERE) == ()
    assert not has_released(sample)
    assert sample.case().intake.is_sample
    give(sample)
    store.close()
