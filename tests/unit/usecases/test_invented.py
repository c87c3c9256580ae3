"""Invented regions: deterministic, in known codes, with themes one can see."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from casusanalyse.content.codebook import codes
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.summary import (
    FIGURE_CLASSES,
    INVENTED,
    UNSURE,
    Quarter,
    Summary,
    class_name,
)
from casusanalyse.settings import Settings
from casusanalyse.usecases.cases import open_store
from casusanalyse.usecases.invented import (
    FIRST,
    QUARTERS,
    invent_regions,
    invented_summaries,
)

MANY = tuple(invented_summaries(number=600, seed=7, region_number=3))


def seen(*wanted: str) -> int:
    return sum({*wanted} <= {one.code for one in summary.codes} for summary in MANY)


def test_the_same_numbers_give_the_same_summaries_and_others_give_others() -> None:
    assert tuple(invented_summaries(number=600, seed=7, region_number=3)) == MANY
    others = [
        *invented_summaries(number=600, seed=8, region_number=3),
        *invented_summaries(number=600, seed=7, region_number=4),
    ]
    keys = {one.key for one in (*MANY, *others)}
    assert len(keys) == 1800
    assert {key[: len(INVENTED)] for key in keys} == {INVENTED}


def test_codes_stand_in_the_order_of_the_book_and_only_patterns_were_helped() -> None:
    book = [code.id for code in codes()]
    kinds = {code.id: code.kind for code in codes()}
    for summary in MANY:
        ids = [one.code for one in summary.codes]
        assert ids == sorted(set(ids), key=book.index)
        helped = {one.code: one.helped for one in summary.codes if one.helped}
        assert {kinds[code] for code in helped} <= {"pattern"}
        assert {kinds[one] for by in helped.values() for one in by} <= {"element", "condition"}


def test_codes_of_one_theme_are_seen_together_far_more_often_than_by_chance() -> None:
    by_chance = seen("RO3") * seen("KG5") / len(MANY)
    assert seen("RO3", "KG5") > 1.5 * by_chance
    counted = Counter(one.code for summary in MANY for one in summary.codes)
    numbers = [number for _, number in counted.most_common()]
    assert numbers[0] > 10 * numbers[-1]


def test_figures_are_classes_and_quarters_lie_in_five_years() -> None:
    for summary in MANY:
        for figure, told in summary.figures.items():
            assert told in {UNSURE, *map(class_name, FIGURE_CLASSES[figure])}
    quarters = sorted({Quarter.read(one.quarter) for one in MANY})
    assert len(quarters) == QUARTERS
    assert (quarters[0], quarters[-1]) == (FIRST, Quarter(2026, 3))


def test_every_sentence_for_the_region_is_said_once() -> None:
    said = [one.text for summary in MANY for one in summary.words]
    assert len(said) == len(set(said)) == 16


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_folder=tmp_path, database_url=f"sqlite:///{tmp_path / 'casussen.db'}")


def filled(settings: Settings, regions: int, cases: int, *, anyway: bool = False) -> list[str]:
    told: list[str] = []
    invent_regions(
        settings, regions=regions, cases=cases, over_real_ones=anyway, tell=told.append
    )
    return told


def test_filling_again_takes_the_place_of_what_was_invented_before(settings: Settings) -> None:
    assert filled(settings, 2, 30) == ["Voorbeeldregio 1", "Voorbeeldregio 2"]
    filled(settings, 2, 20)
    store = open_store(settings)
    assert store.summaries.number("Voorbeeldregio 1") == 20
    assert store.summaries.number(None) == 40
    store.close()


def test_real_summaries_are_not_mixed_with_invented_ones_unasked(settings: Settings) -> None:
    store = open_store(settings)
    real = Summary(key="echt", quarter="2026-4")
    store.summaries.add("Gooi", iter([real, replace(real, key="ook")]))
    with pytest.raises(Refusal) as found:
        filled(settings, 1, 5)
    assert (found.value.code, found.value.facts) == ("real_summaries", {"number": 2})
    assert store.summaries.number(None) == 2
    filled(settings, 1, 5, anyway=True)
    assert store.summaries.number(None) == 7
    store.close()
