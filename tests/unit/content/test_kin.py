from datetime import date

import pytest

from casusanalyse.content.kin import Kin, Newcomer, read_kin, read_newcomer
from casusanalyse.domain.dates import Precision, VagueDate, age_on, exactly, whole_year
from casusanalyse.domain.vocabulary import Bond, KinshipKind

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("words", "kin"),
    [
        ("moeder", Kin(bond=Bond.OWN, generation=-1, parent=KinshipKind.PARENT)),
        ("Stiefvader", Kin(bond=Bond.STEP, generation=-1, parent=KinshipKind.STEP_PARENT)),
        ("pleegmoeder", Kin(bond=Bond.FOSTER, generation=-1, parent=KinshipKind.FOSTER_PARENT)),
        (
            "gezinshuisvader",
            Kin(bond=Bond.FOSTER, generation=-1, parent=KinshipKind.FOSTER_PARENT),
        ),
        (
            "adoptief-ouder",
            Kin(bond=Bond.ADOPTIVE, generation=-1, parent=KinshipKind.ADOPTIVE_PARENT),
        ),
        ("halfzus", Kin(bond=Bond.HALF)),
        ("pleegbroertje", Kin(bond=Bond.FOSTER)),
        ("stiefoma", Kin(bond=Bond.STEP, generation=-2)),
        ("biologische vader", Kin(bond=Bond.OWN, generation=-1, parent=KinshipKind.PARENT)),
        ("oma van moederskant", Kin(bond=Bond.OWN, generation=-2)),
        ("zus van moeder", Kin(bond=Bond.OWN, generation=-1)),
        ("moeder van stiefvader", Kin(bond=Bond.STEP, generation=-2)),
        ("nieuwe partner van vader", Kin(bond=Bond.NETWORK, generation=-1)),
        ("buurvrouw van opa", Kin(bond=Bond.NETWORK, generation=-2)),
        ("beste vriendin", Kin(bond=Bond.NETWORK)),
        ("peettante", Kin(bond=Bond.NETWORK, generation=-1)),
        ("dochter", Kin(bond=Bond.OWN, generation=1, is_offspring=True)),
        ("het kind zelf", Kin(bond=Bond.CHILD)),
        ("iemand van vroeger", Kin(bond=Bond.NETWORK)),
        ("", Kin(bond=Bond.NETWORK)),
    ],
)
def test_a_kin_word_says_bond_and_generation(words: str, kin: Kin) -> None:
    assert read_kin(words) == kin


@pytest.mark.parametrize(
    ("line", "newcomer"),
    [
        ("Truus, oma", Newcomer(name="Truus", kin="oma")),
        (
            " Erik ,  stiefvader , 1979 ",
            Newcomer(name="Erik", kin="stiefvader", birth=whole_year(1979)),
        ),
        (
            "Liv, 4-5-2020, halfzus",
            Newcomer(name="Liv", kin="halfzus", birth=exactly(date(2020, 5, 4))),
        ),
        (
            "Henk, opa, geb. 1944, overleden 2019",
            Newcomer(name="Henk", kin="opa", birth=whole_year(1944), died=whole_year(2019)),
        ),
        ("Henk, opa, †2019", Newcomer(name="Henk", kin="opa", died=whole_year(2019))),
        ("Ria, oma, overleden", Newcomer(name="Ria", kin="oma, overleden")),
        ("Ans, buurvrouw, op nummer 14", Newcomer(name="Ans", kin="buurvrouw, op nummer 14")),
        ("Noor", Newcomer(name="Noor")),
        (", oma", Newcomer(name="", kin="oma")),
    ],
)
def test_a_line_is_a_name_with_kin_word_birth_and_death(line: str, newcomer: Newcomer) -> None:
    assert read_newcomer(line, today=TODAY) == newcomer


@pytest.mark.parametrize("line", ["Noor, 14", "Noor, 14 jaar", "Noor, 14 jr."])
def test_an_age_gives_exactly_the_birthdays_that_fit(line: str) -> None:
    birth = read_newcomer(line, today=TODAY).birth
    assert birth == VagueDate(
        first=date(2011, 11, 25), last=date(2012, 11, 24), precision=Precision.YEAR
    )
    assert age_on(birth, TODAY) == (14, 14)


def test_an_age_can_be_said_on_a_leap_day() -> None:
    birth = read_newcomer("Noor, 3", today=date(2028, 2, 29)).birth
    assert birth == VagueDate(
        first=date(2024, 2, 29), last=date(2025, 2, 28), precision=Precision.YEAR
    )
