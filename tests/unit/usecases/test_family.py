from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from casusanalyse.domain.dates import Precision, VagueDate, whole_year
from casusanalyse.domain.family import Dwelling, Household, Kinship, Person, Relation
from casusanalyse.domain.participant import Parked
from casusanalyse.domain.timeline import Involved, Period, Tie
from casusanalyse.domain.vocabulary import Bond, KinshipKind, Lane, RelationWord, TieKind
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.family import add_person, place_person, remove_person
from casusanalyse.usecases.history import undo
from tests.builders import a_case, an_event
from tests.refusals import refusal
from tests.unit.usecases.family_desk import a_desk

NOOR = Person(key="noor", name="Noor", bond=Bond.CHILD)
TRUUS = Person(key="truus", name="Truus", kin="oma", generation=-2, rank=1.0)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, a_case()) as desk:
        yield desk


def lines(desk: Desk) -> list[tuple[str, str, KinshipKind]]:
    names = {person.key: person.name for person in desk.case().people}
    return [(names[line.a], names[line.b], line.kind) for line in desk.case().kinships]


def test_the_first_person_without_a_kin_word_is_the_child(desk: Desk) -> None:
    key = add_person(desk, "Noor, 14")
    child = desk.case().child
    assert child == Person(
        key=key,
        version=1,
        rank=1.0,
        name="Noor",
        bond=Bond.CHILD,
        birth=VagueDate(
            first=date(2011, 11, 25), last=date(2012, 11, 24), precision=Precision.YEAR
        ),
    )


def test_there_is_only_one_child(desk: Desk) -> None:
    add_person(desk, "Noor")
    add_person(desk, "Sam")
    add_person(desk, "Liv, kind")
    assert [person.bond for person in desk.case().people] == [Bond.CHILD, Bond.OWN, Bond.OWN]


def test_a_kin_word_gives_bond_generation_and_birth(desk: Desk) -> None:
    key = add_person(desk, "Erik, stiefvader, 1979")
    (erik,) = desk.case().people
    assert erik == Person(
        key=key,
        version=1,
        rank=1.0,
        name="Erik",
        kin="stiefvader",
        bond=Bond.STEP,
        generation=-1,
        birth=whole_year(1979),
    )


def test_a_parent_gets_a_family_line_to_the_child(desk: Desk) -> None:
    add_person(desk, "Noor")
    add_person(desk, "Mirjam, moeder")
    add_person(desk, "Truus, oma")
    add_person(desk, "Bo, dochter")
    assert lines(desk) == [
        ("Mirjam", "Noor", KinshipKind.PARENT),
        ("Noor", "Bo", KinshipKind.PARENT),
    ]


def test_a_child_that_comes_later_gets_lines_from_the_parents_already_there(desk: Desk) -> None:
    add_person(desk, "Anke, pleegmoeder")
    add_person(desk, "Truus, oma")
    add_person(desk, "Noor")
    assert lines(desk) == [("Anke", "Noor", KinshipKind.FOSTER_PARENT)]


def test_a_person_and_the_home_are_one_step_to_undo(tmp_path: Path) -> None:
    case = a_case(households=(Household(key="linde", name="De Linde"),), people=(NOOR,))
    with a_desk(tmp_path, case) as desk:
        key = add_person(desk, "Anke, pleegmoeder", "linde")
        assert [(one.person, one.household) for one in desk.case().dwellings] == [
            (key, "linde")
        ]
        undo(desk)
        after = desk.case()
        assert (len(after.people), after.dwellings, after.kinships) == (1, (), ())


def test_a_line_without_a_good_name_is_refused(desk: Desk) -> None:
    assert refusal(lambda: add_person(desk, " , oma")) == "name_missing"
    assert refusal(lambda: add_person(desk, "a" * 81)) == "name_long"
    assert refusal(lambda: add_person(desk, "Truus, oma", "weg")) == "gone"
    assert desk.case().people == ()


def test_a_removed_person_leaves_nothing_behind_and_undo_brings_all_back(
    tmp_path: Path,
) -> None:
    involved = (Involved("truus"), Involved("noor", "kind"))
    case = a_case(
        an_event("2019-03-12", key="e1", involved=involved),
        people=(NOOR, TRUUS),
        households=(Household(key="huis", name="Bij oma"),),
        dwellings=(Dwelling(key="d1", person="truus", household="huis"),),
        kinships=(Kinship(key="k1", a="truus", b="noor", kind=KinshipKind.FOSTER_PARENT),),
        relations=(Relation(key="r1", a="noor", b="truus", word=RelationWord.WARM),),
        ties=(Tie(key="t1", a="truus", b="noor", kind=TieKind.SUPPORT),),
        periods=(Period(key="p1", lane=Lane.STAY, title="bij oma", party="truus"),),
        parked=(Parked(key="pk1", what="boos", about="truus"),),
    )
    with a_desk(tmp_path, case) as desk:
        remove_person(desk, "truus")

        after = desk.case()
        assert [person.key for person in after.people] == ["noor"]
        assert (after.dwellings, after.kinships, after.relations, after.ties) == ((),) * 4
        assert after.events[0].involved == (Involved("noor", "kind"),)
        assert after.periods[0].party == ""
        assert after.parked[0].about == ""
        assert [house.key for house in after.households] == ["huis"]

        undo(desk)
        back = desk.case()
        assert [person.key for person in back.people] == ["noor", "truus"]
        assert [one.key for one in back.relations] == ["r1"]
        assert back.events[0].involved == involved


def test_a_place_is_kept_inside_the_picture(tmp_path: Path) -> None:
    with a_desk(tmp_path, a_case(people=(NOOR,))) as desk:
        place_person(desk, "noor", 1.4, -0.2)
        (noor,) = desk.case().people
        assert (noor.x, noor.y) == (1.0, 0.0)
        place_person(desk, "noor", 0.25, 0.123456)
        (noor,) = desk.case().people
        assert (noor.x, noor.y) == (0.25, 0.1235)


def test_nobody_and_nowhere_are_refused(tmp_path: Path) -> None:
    with a_desk(tmp_path, a_case(people=(NOOR,))) as desk:
        assert refusal(lambda: place_person(desk, "weg", 0.5, 0.5)) == "unknown_person"
        assert (
            refusal(lambda: place_person(desk, "noor", float("nan"), 0.5)) == "not_understood"
        )
        assert refusal(lambda: remove_person(desk, "weg")) == "unknown_person"
