import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from casusanalyse.domain.family import Household, Person
from casusanalyse.domain.intake import INTAKE_KEY, Intake, Organisation, Professional
from casusanalyse.domain.participant import Participant
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import Bond, Lane, OrganisationKind
from casusanalyse.usecases.identifying import known_names, marks_in
from tests.builders import a_case

SENTENCES = Path(__file__).parent / "identifying_sentences.toml"
PEOPLE = {
    "het kind": "Jayden Verhoeven",
    "moeder": "Miriam Verhoeven-de Wit",
    "vader": "Abdelkarim El Amrani",
    "zus": "Mei Verhoeven",
    "oma": "Truus de Wit",
    "stiefvader": "Ben Bakker",
}
WORKERS = {
    "jeugdbeschermer": "Anouk van den Berg",
    "ambulant hulpverlener": "Renée Çelik",
    "leerkracht": "Hans-Peter de Graaf",
}
ORGANISATIONS = {
    "Stichting De Vuurtoren": OrganisationKind.CARE_PROVIDER,
    "Jeugdbescherming Vechtland": OrganisationKind.CERTIFIED_INSTITUTION,
    "Basisschool De Vlieger": OrganisationKind.EDUCATION,
    "GGZ Waterkant": OrganisationKind.MENTAL_HEALTH,
}


def _person(kin: str, name: str) -> Person:
    bond = Bond.CHILD if kin == "het kind" else Bond.OWN
    return Person(key=kin, name=name, kin=kin, bond=bond)


CASE = a_case(
    intake=Intake(
        key=INTAKE_KEY,
        working_name="Ster",
        municipality="Hilversum",
        region="Gooi en Vechtstreek",
    ),
    people=tuple(_person(kin, name) for kin, name in PEOPLE.items()),
    professionals=tuple(
        Professional(key=name, name=name, function=function)
        for function, name in WORKERS.items()
    ),
    participants=(Participant(key="h", name="S.M. Jansen", function="huisarts"),),
    organisations=tuple(
        Organisation(key=name, name=name, kind=kind) for name, kind in ORGANISATIONS.items()
    ),
)


class Tally:
    """What was found, missed and falsely marked in some sentences, in words."""

    def __init__(self, *, held_out: bool) -> None:
        self.found: list[str] = []
        self.missed: list[str] = []
        self.false: list[str] = []
        self.sentences = 0
        for told in tomllib.loads(SENTENCES.read_text("utf-8"))["sentence"]:
            if told.get("held_out", False) is held_out:
                self._count(told["text"])

    def _count(self, written: str) -> None:
        self.sentences += 1
        said = written.replace("{", "").replace("}", "")
        meant = list(_meant(written))
        marked = [(mark.start, mark.end) for mark in marks_in(CASE, said)]
        covered = {place for start, end in marked for place in range(start, end)}
        for start, end in meant:
            whole = covered >= set(range(start, end))
            (self.found if whole else self.missed).append(said[start:end])
        self.false += [
            said[start:end]
            for start, end in marked
            if not any(start < last and first < end for first, last in meant)
        ]


def _meant(written: str) -> Iterator[tuple[int, int]]:
    """The stretches between braces, counted without the braces."""
    for at, found in enumerate(re.finditer(r"\{([^}]*)\}", written)):
        start = found.start() - 2 * at
        yield start, start + len(found[1])


def _told(tally: Tally) -> tuple[int, int, int, int]:
    counts = len(tally.found), len(tally.missed), len(tally.false)
    print(
        f"{tally.sentences} sentences: {counts[0]} found, {counts[1]} missed, {counts[2]} false"
    )
    print("missed:", tally.missed, "false:", tally.false)
    return tally.sentences, *counts


def test_the_sentences_the_patterns_were_made_with() -> None:
    assert _told(Tally(held_out=False)) == (30, 47, 0, 0)


def test_the_sentences_that_were_held_out() -> None:
    tally = Tally(held_out=True)
    assert _told(tally) == (20, 27, 2, 0)
    assert tally.missed == ["Gooi- en Eemlander", "mei"]


def test_ten_of_the_sentences_hold_nothing() -> None:
    told = tomllib.loads(SENTENCES.read_text("utf-8"))["sentence"]
    assert sum("{" not in one["text"] for one in told) == 10


def _said(sentence: str) -> list[tuple[str, str]]:
    return [(sentence[one.start : one.end], one.label) for one in marks_in(CASE, sentence)]


@pytest.mark.parametrize(("label", "name"), [*PEOPLE.items(), *WORKERS.items()])
def test_everybody_in_the_case_is_found_by_their_whole_name(label: str, name: str) -> None:
    assert _said(f"Toen belde {name} weer.") == [(name, label)]


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_every_organisation_is_found_by_its_name(name: str) -> None:
    assert [said for said, _ in _said(f"Toen belde {name} weer.")] == [name]


def test_the_working_name_of_the_child_is_found_too() -> None:
    assert _said("Wat had Ster nodig?") == [("Ster", "het kind")]


def test_schools_and_houses_of_the_line_are_found_by_their_capitals() -> None:
    case = replace(
        CASE,
        periods=(
            Period(key="1", lane=Lane.STAY, title="leefgroep Zwaluwhof"),
            Period(key="2", lane=Lane.EDUCATION, title="De Kiek, halve dagen"),
            Period(key="3", lane=Lane.FRAME, title="Toezicht"),
        ),
        households=(Household(key="h", name="Bij Miriam"),),
    )
    sentence = "Zwaluwhof en Kiek zwegen. Thuis was het stil. Toezicht bleef. Bij Miriam ook."
    found = [(sentence[one.start : one.end], one.label) for one in marks_in(case, sentence)]
    assert found == [("Zwaluwhof", "plek"), ("Kiek", "school"), ("Miriam", "moeder")]


def test_an_empty_case_knows_only_the_working_name() -> None:
    assert [one.name for one in known_names(a_case())] == ["Vlinder"]


def test_a_word_that_points_to_nobody_is_no_known_name() -> None:
    nameless = Professional(key="x", name="Politie", function="wijkagent")
    assert [one.name for one in known_names(a_case(professionals=(nameless,)))] == ["Vlinder"]
