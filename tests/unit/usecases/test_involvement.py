from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.timeline import Involved
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.history import past_of, undo
from casusanalyse.usecases.involvement import meet_unknown, read_who, who_in_words
from casusanalyse.usecases.writing import FieldName, write_field
from tests.builders import a_case, an_event
from tests.unit.usecases.family_desk import a_desk

CASE = a_case(
    an_event("2021-05-02", key="e1"),
    people=(Person(key="oma", name="Truus"),),
    professionals=(Professional(key="p1", name="Kees Smit"),),
    organisations=(Organisation(key="o1", name="Wijkteam (Noord)"),),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, CASE) as desk:
        yield desk


def type_who(desk: Desk, who: str) -> None:
    event = desk.case().events[0]
    name = FieldName(shelf="events", key="e1", field="who")
    write_field(desk, name, who, base=event.who, version=event.version)


@pytest.mark.parametrize(
    ("words", "involved", "unknown"),
    [
        ("", (), ()),
        ("Truus", (Involved("oma"),), ()),
        ("TRUUS; kees smit", (Involved("oma"), Involved("p1")), ()),
        ("Kees Smit (voogd)", (Involved("p1", "voogd"),), ()),
        (
            "Kees Smit (voogd, tot mei), Truus",
            (Involved("p1", "voogd, tot mei"), Involved("oma")),
            (),
        ),
        ("Wijkteam (Noord)", (Involved("o1"),), ()),
        ("Wijkteam (Noord) (regie)", (Involved("o1", "regie"),), ()),
        ("Truus, Truus (oma)", (Involved("oma"),), ()),
        ("de buurvrouw (zag het), Truus", (Involved("oma"),), ("de buurvrouw",)),
        ("Ida, ida, Ida (school)", (), ("Ida",)),
        ("Jan (met (haakjes))", (), ("Jan (met (haakjes))",)),
        (" , ;\n,", (), ()),
        ("(zonder naam)", (), ("(zonder naam)",)),
    ],
)
def test_names_are_recognised_with_their_role(
    words: str, involved: tuple[Involved, ...], unknown: tuple[str, ...]
) -> None:
    assert read_who(CASE, words) == (involved, unknown)


ROLES = st.text(alphabet="abc ,;é", max_size=8).map(str.strip)
PARTIES = st.lists(
    st.builds(Involved, st.sampled_from(["oma", "p1", "o1"]), ROLES),
    unique_by=lambda one: one.party,
)


@given(PARTIES)
def test_parties_in_words_are_read_back_the_same(parties: list[Involved]) -> None:
    involved = tuple(parties)
    assert read_who(CASE, who_in_words(CASE, involved)) == (involved, ())


def test_a_party_that_is_gone_is_not_named() -> None:
    assert who_in_words(CASE, (Involved("weg"), Involved("oma"))) == "Truus"


@given(st.text(max_size=40))
def test_no_name_somebody_typed_is_lost(words: str) -> None:
    involved, unknown = read_who(CASE, words)
    bare = words.replace(",", "").replace(";", "").strip()
    assert bool(involved or unknown) == bool(bare)


def test_names_nobody_knows_become_professionals_at_the_event(desk: Desk) -> None:
    type_who(desk, "Ida (school), Truus, ida, Bram")
    meet_unknown(desk, "e1")
    case = desk.case()
    _, ida, bram = case.professionals
    assert [(one.name, one.function) for one in (ida, bram)] == [
        ("Ida", "school"),
        ("Bram", ""),
    ]
    assert case.events[0].involved == (
        Involved(ida.key, "school"),
        Involved("oma"),
        Involved(bram.key),
    )


def test_meeting_names_is_one_step_to_undo(desk: Desk) -> None:
    type_who(desk, "Ida, Bram")
    meet_unknown(desk, "e1")
    undo(desk)
    case = desk.case()
    assert [one.name for one in case.professionals] == ["Kees Smit"]
    assert (case.events[0].who, case.events[0].involved) == ("Ida, Bram", ())


def test_meeting_twice_adds_nobody_twice(desk: Desk) -> None:
    type_who(desk, "Ida")
    meet_unknown(desk, "e1")
    newest = past_of(desk).newest
    meet_unknown(desk, "e1")
    meet_unknown(desk, "weg")
    assert past_of(desk).newest == newest
