"""The invented cases that tests and benches of size use."""

import pytest

from casusanalyse.content.date_reading import read_when
from casusanalyse.domain.case import shelves
from casusanalyse.domain.vocabulary import Lane
from casusanalyse.store.casefile import read_case, write_case
from tests.generator import TODAY, a_generated_case


def test_the_same_size_and_seed_give_the_same_case():
    assert a_generated_case(events=80, seed=3) == a_generated_case(events=80, seed=3)
    assert a_generated_case(events=80, seed=3) != a_generated_case(events=80, seed=4)


def test_five_hundred_events_have_a_case_around_them():
    case = a_generated_case(events=500)
    counts = {
        "events": len(case.events),
        "professionals": len(case.professionals),
        "organisations": len(case.organisations),
        "periods": len(case.periods),
        "people": len(case.people),
    }
    assert counts == {
        "events": 500,
        "professionals": 60,
        "organisations": 15,
        "periods": 80,
        "people": 12,
    }


@pytest.mark.parametrize("events", [50, 500, 5000])
def test_every_shelf_is_filled_and_the_file_reads_back(events: int):
    case = a_generated_case(events=events)
    empty = [name for name in shelves() if name != "intake" and not getattr(case, name)]
    assert empty == []
    assert {period.lane for period in case.periods} == set(Lane)
    assert read_case(write_case(case)) == case


def test_what_was_said_reads_as_the_date_of_the_event():
    case = a_generated_case(events=200)
    child = case.child
    assert child is not None
    read = [read_when(event.said, birth=child.birth, today=TODAY) for event in case.events]
    assert read == [event.when for event in case.events]
