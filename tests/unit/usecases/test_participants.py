from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from casusanalyse.domain.participant import Participant
from casusanalyse.domain.vocabulary import AgreementMoment
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.history import past_of, undo
from casusanalyse.usecases.participants import (
    LONGEST_NAME,
    add_agreement,
    add_participant,
    give_position,
    parts_of,
    remove_agreement,
    remove_participant,
)
from tests.builders import a_case
from tests.refusals import refusal
from tests.unit.usecases.family_desk import a_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, a_case(participants=(Participant(key="d1", name="Ida"),))) as desk:
        yield desk


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Kees", ("Kees", "", "")),
        (" Kees ,voogd", ("Kees", "voogd", "")),
        ("Kees, voogd, Wijkteam, Noord", ("Kees", "voogd", "Wijkteam, Noord")),
        ("Kees, , Wijkteam", ("Kees", "", "Wijkteam")),
    ],
)
def test_a_line_splits_at_its_first_two_commas(line: str, parts: tuple[str, str, str]) -> None:
    assert parts_of(line) == parts


@pytest.mark.parametrize("line", ["", "  ", ",", ", voogd"])
def test_somebody_has_a_name(line: str) -> None:
    assert refusal(lambda: parts_of(line)) == "name_missing"


def test_a_name_has_80_letters_at_most() -> None:
    assert refusal(lambda: parts_of("a" * (LONGEST_NAME + 1))) == "name_long"
    assert parts_of("a" * LONGEST_NAME)[0] == "a" * LONGEST_NAME


def test_a_participant_comes_last_on_the_list(desk: Desk) -> None:
    add_participant(desk, "Kees, voogd, Wijkteam")
    kees = desk.case().participants[-1]
    assert (kees.name, kees.function, kees.organisation) == ("Kees", "voogd", "Wijkteam")
    assert kees.position is None


def test_a_removed_participant_comes_back_with_everything_they_said(desk: Desk) -> None:
    give_position(desk, "d1", 4, "position")
    before = desk.case().participants[0]
    remove_participant(desk, "d1")
    assert desk.case().participants == ()
    undo(desk)
    assert replace(desk.case().participants[0], version=before.version) == before


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("name", ["position", "position_after"])
def test_a_place_on_the_line_is_given(desk: Desk, place: int, name: str) -> None:
    give_position(desk, "d1", place, name)
    assert getattr(desk.case().participants[0], name) == place


def test_the_log_says_that_a_place_was_given_and_not_which(desk: Desk) -> None:
    verbs = set()
    for place in range(5):
        give_position(desk, "d1", place, "position")
        verbs.add(past_of(desk).newest.verb)
    assert verbs == {"give_position"}


@pytest.mark.parametrize(
    ("place", "name"), [(5, "position"), (-1, "position"), (0, "name"), (0, "calm")]
)
def test_a_place_that_is_not_on_the_line_is_refused(desk: Desk, place: int, name: str) -> None:
    assert refusal(lambda: give_position(desk, "d1", place, name)) == "not_understood"
    assert desk.case().participants == (Participant(key="d1", version=1, name="Ida"),)


def test_somebody_who_left_gives_no_place(desk: Desk) -> None:
    assert refusal(lambda: give_position(desk, "weg", 0, "position")) == "gone"


@pytest.mark.parametrize("moment", AgreementMoment)
def test_an_agreement_says_what_who_and_by_when(desk: Desk, moment: AgreementMoment) -> None:
    add_agreement(desk, "Bellen met oma; Kees, Ida; voor 1 mei; echt", moment)
    (made,) = desk.case().agreements
    assert (made.what, made.who, made.due) == (
        "Bellen met oma",
        "Kees, Ida",
        "voor 1 mei; echt",
    )
    assert made.moment is moment


def test_an_agreement_needs_words(desk: Desk) -> None:
    for line in ("", " ; Kees"):
        assert refusal(lambda line=line: add_agreement(desk, line, AgreementMoment.TODAY)) == (
            "agreement_missing"
        )


def test_a_removed_agreement_comes_back_with_undo(desk: Desk) -> None:
    add_agreement(desk, "Elkaar uit laten praten", AgreementMoment.TODAY)
    remove_agreement(desk, desk.case().agreements[0].key)
    assert desk.case().agreements == ()
    undo(desk)
    assert [one.what for one in desk.case().agreements] == ["Elkaar uit laten praten"]


def test_removing_somebody_who_is_gone_leaves_no_trace(desk: Desk) -> None:
    newest = past_of(desk).newest
    remove_participant(desk, "weg")
    remove_agreement(desk, "weg")
    assert past_of(desk).newest == newest
