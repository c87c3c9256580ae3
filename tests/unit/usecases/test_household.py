from collections.abc import Iterator
from pathlib import Path

import pytest

from casusanalyse.domain.dates import Span, whole_year
from casusanalyse.domain.family import Household, Person
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.household import add_household, move_in, move_out, remove_household
from tests.builders import a_case
from tests.refusals import refusal
from tests.unit.usecases.family_desk import a_desk

SINCE_2020 = Span(since=whole_year(2020), ongoing=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    houses = (
        Household(key="mam", name="Bij mama"),
        Household(key="pap", name="Bij papa", rank=1.0),
    )
    case = a_case(people=(Person(key="sam", name="Sam"),), households=houses)
    with a_desk(tmp_path, case) as desk:
        yield desk


def homes(desk: Desk) -> list[tuple[str, Span | None]]:
    return [(one.household, one.when) for one in desk.case().dwellings]


def test_a_household_begins_empty_with_a_tidy_name(desk: Desk) -> None:
    key = add_household(desk, "  Bij  oma ")
    assert desk.case().households[-1] == Household(key=key, version=1, rank=2.0, name="Bij oma")
    assert refusal(lambda: add_household(desk, " ")) == "name_missing"


def test_somebody_can_have_two_homes(desk: Desk) -> None:
    move_in(desk, "sam", "mam")
    move_in(desk, "sam", "pap", "sinds 2020")
    assert homes(desk) == [("mam", None), ("pap", SINCE_2020)]


def test_moving_in_again_changes_the_date_and_adds_no_second_home(desk: Desk) -> None:
    move_in(desk, "sam", "pap")
    move_in(desk, "sam", "pap", "2020")
    move_in(desk, "sam", "pap")
    assert homes(desk) == [("pap", SINCE_2020)]
    assert desk.case().dwellings[0].version == 2


def test_an_earlier_stay_stands_beside_the_present_one(desk: Desk) -> None:
    move_in(desk, "sam", "pap", "sinds 2020")
    move_in(desk, "sam", "pap", "2014-2016")
    earlier = Span(since=whole_year(2014), until=whole_year(2016))
    assert homes(desk) == [("pap", SINCE_2020), ("pap", earlier)]


def test_moving_out_with_a_date_keeps_the_history(desk: Desk) -> None:
    move_in(desk, "sam", "pap", "sinds 2020")
    move_out(desk, "sam", "pap", "2023")
    assert homes(desk) == [("pap", Span(since=whole_year(2020), until=whole_year(2023)))]


def test_moving_out_without_a_date_takes_the_home_away(desk: Desk) -> None:
    move_in(desk, "sam", "pap")
    move_out(desk, "sam", "pap")
    assert homes(desk) == []


def test_dates_that_cannot_be_are_refused(desk: Desk) -> None:
    move_in(desk, "sam", "pap", "sinds 2020")
    assert refusal(lambda: move_out(desk, "sam", "pap", "2016")) == "ends_before_start"
    assert refusal(lambda: move_in(desk, "sam", "mam", "ooit")) == "date_not_read"
    assert homes(desk) == [("pap", SINCE_2020)]


def test_a_home_needs_somebody_and_somewhere(desk: Desk) -> None:
    assert refusal(lambda: move_in(desk, "weg", "pap")) == "unknown_person"
    assert refusal(lambda: move_in(desk, "sam", "weg")) == "gone"


def test_a_removed_household_leaves_the_people(desk: Desk) -> None:
    move_in(desk, "sam", "pap")
    move_in(desk, "sam", "mam")
    remove_household(desk, "pap")
    assert [house.key for house in desk.case().households] == ["mam"]
    assert homes(desk) == [("mam", None)]
    assert [person.key for person in desk.case().people] == ["sam"]
    assert refusal(lambda: remove_household(desk, "pap")) == "gone"
