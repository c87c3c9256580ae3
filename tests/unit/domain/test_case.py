import dataclasses

import pytest

from casusanalyse.domain.case import shelf_of, shelves
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Intake, Organisation, Professional
from casusanalyse.domain.participant import Note
from casusanalyse.domain.record import Record
from casusanalyse.domain.vocabulary import Bond
from tests.builders import a_case, an_event

NOOR = Person(key="noor", name="Noor", bond=Bond.CHILD)
TRUUS = Person(key="truus", name="Truus")


def test_a_case_has_no_child_until_somebody_names_it():
    assert a_case(people=(TRUUS,)).child is None
    assert a_case(people=(TRUUS, NOOR)).child == NOOR


def test_everybody_around_the_child_can_be_involved():
    kees, wijkteam = (
        Professional(key="p1", name="Kees"),
        Organisation(key="o1", name="Wijkteam"),
    )
    case = a_case(people=(NOOR,), professionals=(kees,), organisations=(wijkteam,))
    assert case.parties() == {"noor": NOOR, "p1": kees, "o1": wijkteam}


def test_a_question_without_an_answer_is_empty():
    case = a_case(notes=(Note(key="hopes", text="rust"),))
    assert (case.note("hopes"), case.note("dynamics")) == ("rust", "")


def test_every_tuple_of_a_case_is_a_shelf():
    names = {field.name for field in dataclasses.fields(a_case())}
    assert shelves().keys() == names - {"key", "reference"}
    assert shelves()["intake"] is Intake
    assert all(issubclass(kind, Record) for kind in shelves().values())


def test_a_record_knows_its_shelf():
    assert shelf_of(an_event("2020-01-01")) == "events"
    assert shelf_of(a_case().intake) == "intake"
    assert len(set(shelves().values())) == len(shelves())


@pytest.mark.parametrize("kind", [*shelves().values()])
def test_a_record_is_frozen(kind):
    required = {
        field.name: "x"
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING
    }
    with pytest.raises(dataclasses.FrozenInstanceError):
        kind(**required).rank = 2.0
