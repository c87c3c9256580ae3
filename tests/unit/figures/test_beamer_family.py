"""The family on the beamer: who they are first, and nothing over anybody's name."""

from dataclasses import replace
from datetime import date

import pytest

from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Dwelling, Household, Kinship, Person, Relation
from casusanalyse.domain.sitting import Scene
from casusanalyse.domain.vocabulary import Bond, KinshipKind, RelationWord
from casusanalyse.figures.beamer_family import family_scene
from casusanalyse.figures.svg import Picture
from tests.builders import a_case, a_span
from tests.unit.figures.beamer_sheet import words_on, wrong

TODAY = date(2026, 11, 24)
NOOR = Person(key="noor", name="Noor", bond=Bond.CHILD, birth=a_span("2012-04-01").since)
GENERATIONS = (-1, -1, -1, 0, 0, 0, -2, -2, 0, 0, -1)
KINS = ("moeder", "stiefvader", "pleegmoeder", "broer", "halfzus", "stiefbroer", "oma")


def lines(picture: Picture) -> list[str]:
    return [one.said for one in words_on(picture)]


def a_family(number: int, *, homes: int, name: str) -> Case:
    """A family with a word between the child and everybody else."""
    people = [NOOR]
    for at in range(number - 1):
        generation, kin = GENERATIONS[at % len(GENERATIONS)], KINS[at % len(KINS)]
        person = Person(
            key=f"p{at:02}", name=f"{name}{at}", kin=kin, generation=generation, nature="Stil."
        )
        people.append(person)
    words = list(RelationWord)
    return a_case(
        people=tuple(people),
        households=tuple(Household(key=f"h{at}", name=f"Bij {name}") for at in range(homes)),
        dwellings=tuple(
            Dwelling(key=f"d{at}", person=one.key, household=f"h{at % homes}")
            for at, one in enumerate(people)
            if homes
        ),
        kinships=tuple(
            Kinship(key=f"k{one.key}", a="p00", b=one.key, kind=KinshipKind.PARENT)
            for one in people[1:]
            if one.generation == 0
        ),
        relations=tuple(
            Relation(key=f"r{at}", a="noor", b=one.key, word=words[at % len(words)])
            for at, one in enumerate(people[1:])
        ),
    )


def test_only_the_lines_of_the_child_say_their_word():
    mother = Person(key="moeder", name="Mirjam", kin="moeder", generation=-1)
    granny = Person(key="oma", name="Truus", kin="oma", generation=-2)
    relations = (
        Relation(key="1", a="noor", b="oma", word=RelationWord.WARM),
        Relation(key="2", a="moeder", b="oma", word=RelationWord.TENSE),
    )
    case = a_case(people=(NOOR, mother, granny), relations=relations)
    said = lines(family_scene(case, Scene(step=3), TODAY))
    assert {"warm", "gespannen"} & set(said) == {"warm"}
    assert {"Noor, 14", "Mirjam", "Truus"} <= set(said)


def test_a_nature_that_does_not_fit_ends_after_a_word():
    child = replace(
        NOOR, nature="Zacht, trouw, eigenwijs, houdt van water en van lange dagen buiten."
    )
    said = lines(family_scene(a_case(people=(child,)), Scene(step=3), TODAY))
    assert "Zacht, trouw," in said
    assert not [one for one in said if "…" in one]


def test_a_family_that_is_not_there_yet_is_invited():
    said = lines(family_scene(a_case(), Scene(step=3), TODAY))
    assert said == ["De gezinsleden in beeld", text("family_picture.empty")]


@pytest.mark.parametrize("number", [1, 2, 5, 14, 16, 20, 30])
@pytest.mark.parametrize("homes", [0, 1, 3, 5])
@pytest.mark.parametrize("name", ["Bo", "Willemijntje", "Anna-Margaretha van der Meulen-"])
def test_however_large_a_family_is_every_word_can_be_read(number, homes, name):
    picture = family_scene(a_family(number, homes=homes, name=name), Scene(step=3), TODAY)
    assert wrong(picture) == []


def test_in_a_family_of_fourteen_everybody_has_a_name_and_a_kin_word():
    said = lines(family_scene(a_family(14, homes=3, name="Bo"), Scene(step=3), TODAY))
    assert {f"Bo{at}" for at in range(13)} <= set(said)
    assert [said.count(kin) for kin in KINS] == [2, 2, 2, 2, 2, 2, 1]
