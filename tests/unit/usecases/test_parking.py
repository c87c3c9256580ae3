from collections.abc import Iterator
from pathlib import Path

import pytest

from casusanalyse.domain.family import Person
from casusanalyse.domain.participant import Parked
from casusanalyse.domain.timeline import Event, Involved
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.history import undo
from casusanalyse.usecases.parking import park, park_to_line, unpark
from tests.builders import a_case
from tests.refusals import refusal
from tests.unit.usecases.family_desk import a_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, a_case(people=(Person(key="noor", name="Noor"),))) as desk:
        yield desk


def test_words_wait_on_the_parking_place(desk: Desk) -> None:
    key = park(desk, " weglopen  in de nacht ", "noor")
    assert desk.case().parked == (
        Parked(key=key, version=1, rank=1.0, what="weglopen in de nacht", about="noor"),
    )
    unpark(desk, key)
    assert desk.case().parked == ()


def test_parked_words_become_one_event_without_a_date(desk: Desk) -> None:
    key = park(desk, "weglopen", "noor")
    event = park_to_line(desk, key)
    assert park_to_line(desk, key) == event
    assert desk.case().events == (
        Event(
            key=event,
            version=1,
            rank=1.0,
            title="weglopen",
            who="Noor",
            involved=(Involved("noor"),),
        ),
    )
    assert desk.case().parked[0].event == event


def test_the_event_and_the_mark_on_the_parking_place_are_one_step(desk: Desk) -> None:
    key = park(desk, "weglopen")
    park_to_line(desk, key)
    undo(desk)
    assert desk.case().events == ()
    assert desk.case().parked[0].event == ""


def test_long_words_keep_their_whole_text(desk: Desk) -> None:
    event = park_to_line(desk, park(desk, "a" * 300))
    assert event == desk.case().events[0].key
    assert desk.case().events[0].title == "a" * 200
    assert desk.case().events[0].what == "a" * 300


def test_parking_refuses_what_is_not_there(desk: Desk) -> None:
    assert refusal(lambda: park(desk, "  ")) == "parked_empty"
    assert refusal(lambda: park(desk, "boos", "weg")) == "unknown_person"
    assert refusal(lambda: unpark(desk, "weg")) == "gone"
    assert refusal(lambda: park_to_line(desk, "weg")) == "gone"
