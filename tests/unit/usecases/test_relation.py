from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from casusanalyse.domain.family import Person
from casusanalyse.domain.vocabulary import KinshipKind, RelationWord
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.relation import set_kinship, set_relation
from tests.builders import a_case
from tests.refusals import refusal
from tests.unit.usecases.family_desk import a_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    people = tuple(Person(key=key, name=key.title()) for key in ("noor", "liv", "erik"))
    with a_desk(tmp_path, a_case(people=people)) as desk:
        yield desk


def relations(desk: Desk) -> list[tuple[str, str, RelationWord, str, int]]:
    return [(one.a, one.b, one.word, one.words, one.version) for one in desk.case().relations]


def test_a_pair_has_one_word_whichever_way_it_is_said(desk: Desk) -> None:
    set_relation(desk, "noor", "liv", RelationWord.WARM)
    set_relation(desk, "liv", "noor", RelationWord.CARES_FOR, "leest voor")
    set_relation(desk, "noor", "erik", RelationWord.TENSE)
    assert sorted(relations(desk)) == [
        ("liv", "noor", RelationWord.CARES_FOR, "leest voor", 2),
        ("noor", "erik", RelationWord.TENSE, "", 1),
    ]


def test_the_same_word_again_is_not_written(desk: Desk) -> None:
    set_relation(desk, "noor", "liv", RelationWord.WARM)
    set_relation(desk, "noor", "liv", RelationWord.WARM)
    assert relations(desk) == [("noor", "liv", RelationWord.WARM, "", 1)]


def test_no_word_takes_the_relation_away(desk: Desk) -> None:
    set_relation(desk, "noor", "liv", RelationWord.WARM)
    set_relation(desk, "liv", "noor", None)
    set_relation(desk, "liv", "noor", None)
    assert relations(desk) == []


def test_a_pair_has_one_family_line(desk: Desk) -> None:
    set_kinship(desk, "erik", "noor", KinshipKind.STEP_PARENT)
    set_kinship(desk, "noor", "erik", KinshipKind.PARENT)
    assert [(one.a, one.b, one.kind, one.version) for one in desk.case().kinships] == [
        ("noor", "erik", KinshipKind.PARENT, 2)
    ]
    set_kinship(desk, "erik", "noor", None)
    assert desk.case().kinships == ()


@pytest.mark.parametrize("act", [set_relation, set_kinship])
def test_a_pair_is_two_people_who_are_there(desk: Desk, act: Callable[..., None]) -> None:
    assert refusal(lambda: act(desk, "noor", "noor", None)) == "same_person"
    assert refusal(lambda: act(desk, "noor", "weg", None)) == "unknown_person"
    assert refusal(lambda: act(desk, "weg", "noor", None)) == "unknown_person"
