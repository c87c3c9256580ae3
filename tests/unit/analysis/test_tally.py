"""Counting cases: every count of the fixed tables, and nothing twice."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.analysis.tally import tally
from casusanalyse.domain.snapshot import EVERYTHING, Count, Cut, What
from casusanalyse.domain.summary import (
    FrameGroup,
    MunicipalityKind,
    SeenCode,
    StayGroup,
    Summary,
)
from casusanalyse.domain.vocabulary import Layer

LATE = Summary(
    key="a",
    quarter="2026-2",
    stay=StayGroup.HOME,
    codes=(
        SeenCode(code="RO3", layer=Layer.FAMILY, helped=("W5", "W5")),
        SeenCode(code="W5", layer=Layer.REGION),
    ),
    figures={"crises": "2-4"},
)
EARLY = Summary(
    key="b",
    quarter="2025-4",
    frame=FrameGroup.FREE,
    codes=(SeenCode(code="RO3", layer=Layer.FAMILY), SeenCode(code="old", layer=Layer.FAMILY)),
)

summaries = st.lists(
    st.builds(
        Summary,
        key=st.just("s"),
        quarter=st.sampled_from(["2025-1", "2025-3", "2026-1", "2026-2"]),
        municipality=st.sampled_from(MunicipalityKind),
        codes=st.lists(
            st.builds(SeenCode, code=st.sampled_from("abc"), layer=st.sampled_from(Layer)),
            unique_by=lambda one: one.code,
        ).map(tuple),
    ),
    max_size=30,
)


def numbers(cases: Iterable[Summary]) -> dict[Count, int]:
    """What is counted more often than never."""
    return {
        count: number for count, number in tally(cases, ("RO3", "W5")).numbers.items() if number
    }


def test_two_cases_are_counted_in_every_table() -> None:
    found = numbers([LATE, EARLY])
    assert found[EVERYTHING] == 2
    assert found[Count(What.CODE, "RO3")] == 2
    assert found[Count(What.CODE, "RO3", cut=Cut.QUARTER, part="2026-2")] == 1
    assert found[Count(What.LAYER, "RO3", Layer.FAMILY)] == 2
    assert found[Count(What.PAIR, "RO3", "W5")] == 1
    assert found[Count(What.HELPED, "RO3", "W5")] == 1
    assert found[Count(What.FIGURE, "crises", "2-4")] == 1
    assert found[Count(What.ALL, cut=Cut.STAY, part="home")] == 1


def test_a_code_that_is_not_in_the_book_is_not_counted() -> None:
    assert not any("old" in count for count in numbers([EARLY]))


def test_quarters_and_years_run_without_gaps() -> None:
    parts = tally([LATE, EARLY], ()).parts
    assert parts[Cut.QUARTER] == ("2025-4", "2026-1", "2026-2")
    assert parts[Cut.YEAR] == ("2025", "2026")


def test_without_cases_there_are_no_periods_and_every_number_is_nought() -> None:
    empty = tally([], ("RO3",))
    assert (empty.cases, empty.parts[Cut.QUARTER], empty.parts[Cut.YEAR]) == (0, (), ())
    assert set(empty.numbers.values()) == {0}


@settings(deadline=None, max_examples=50)
@given(cases=summaries)
@pytest.mark.parametrize("cut", Cut)
def test_the_parts_of_a_cut_sum_to_the_whole(cut: Cut, cases: list[Summary]) -> None:
    found = tally(cases, "abc")
    for whole in (EVERYTHING, *(Count(What.CODE, code) for code in "abc")):
        parts = (whole._replace(cut=cut, part=part) for part in found.parts[cut])
        assert sum(found.numbers[part] for part in parts) == found.numbers[whole]


@settings(deadline=None, max_examples=50)
@given(cases=summaries)
def test_a_pair_counts_the_cases_that_have_both(cases: list[Summary]) -> None:
    has = [{one.code for one in case.codes} for case in cases]
    found = tally(cases, "abc").numbers
    assert found[Count(What.PAIR, "a", "c")] == sum({"a", "c"} <= codes for codes in has)
