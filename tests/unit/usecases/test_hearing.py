from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from casusanalyse.domain.intake import Organisation
from casusanalyse.domain.participant import Participant
from casusanalyse.domain.problems import Refusal
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.hearing import at_the_table
from casusanalyse.usecases.sitting import hear, sitting_of
from tests.builders import a_case
from tests.unit.usecases.family_desk import a_desk

CASE = a_case(
    organisations=(
        Organisation(key="gi", name="GI Midden", takes_part=True),
        Organisation(key="school", name="De Wilg"),
        Organisation(key="ggz", name="De Brug"),
    ),
    participants=(
        Participant(key="p1", name="Ida", organisation="de wilg"),
        Participant(key="p2", name="Kees", organisation="Wijkteam"),
        Participant(key="p3", name="Moeder"),
    ),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, CASE) as desk:
        yield desk


def test_at_the_table_is_who_agreed_and_who_came() -> None:
    assert at_the_table(CASE) == {
        "gi": "GI Midden",
        "school": "De Wilg",
        "wijkteam": "Wijkteam",
    }


def test_a_tick_can_be_taken_back(desk: Desk) -> None:
    hear(desk, "gi", step=1)
    hear(desk, "school", step=1)
    hear(desk, "gi", step=1)
    assert sitting_of(desk).heard == ("school",)


def test_another_step_begins_without_ticks(desk: Desk) -> None:
    hear(desk, "gi", step=1)
    hear(desk, "school", step=2)
    assert sitting_of(desk).heard == ("school",)


def test_ticks_are_of_the_chair_and_no_work_on_the_case(desk: Desk) -> None:
    before = desk.cases.version(desk.reference)
    hear(desk, "gi", step=1)
    with pytest.raises(Refusal) as found:
        hear(replace(desk, who="notulist"), "gi", step=1)
    assert found.value.code == "chair_only"
    assert desk.cases.version(desk.reference) == before
