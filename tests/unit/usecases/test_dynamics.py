from collections.abc import Iterator
from pathlib import Path

import pytest

from casusanalyse.domain.participant import DynamicMoment
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.vocabulary import Dynamic
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.dynamics import LONGEST_LINE, keep_dynamic, remove_dynamic
from casusanalyse.usecases.history import undo
from casusanalyse.usecases.sitting import go_on, press_stop
from tests.builders import a_case
from tests.unit.usecases.family_desk import NOW, a_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, a_case()) as desk:
        yield desk


def refusal(*given) -> str:
    with pytest.raises(Refusal) as found:
        keep_dynamic(*given)
    return found.value.code


def test_one_line_of_a_stop_is_kept_without_a_star(desk: Desk) -> None:
    key = keep_dynamic(desk, 4, "  we gingen   sneller praten ", (Dynamic.HASTE,))
    assert desk.case().dynamics == (
        DynamicMoment(
            key=key,
            version=1,
            rank=1.0,
            at=NOW,
            step=4,
            line="we gingen sneller praten",
            tags=(Dynamic.HASTE,),
            starred=False,
        ),
    )


def test_a_word_alone_is_enough(desk: Desk) -> None:
    keep_dynamic(desk, 2, "", (Dynamic.SILENCE,))
    assert desk.case().dynamics[0].tags == (Dynamic.SILENCE,)


def test_nothing_at_all_is_not_kept(desk: Desk) -> None:
    assert refusal(desk, 2, "   ") == "dynamic_empty"


def test_it_stays_one_line(desk: Desk) -> None:
    keep_dynamic(desk, 2, "a" * LONGEST_LINE)
    assert refusal(desk, 2, "a" * (LONGEST_LINE + 1)) == "dynamic_long"


def test_what_was_kept_goes_and_comes_back(desk: Desk) -> None:
    key = keep_dynamic(desk, 2, "stil")
    remove_dynamic(desk, key)
    assert desk.case().dynamics == ()
    undo(desk)
    assert [one.line for one in desk.case().dynamics] == ["stil"]


def test_a_stop_by_itself_notes_nothing(desk: Desk) -> None:
    before = desk.cases.version(desk.reference)
    press_stop(desk)
    go_on(desk)
    assert desk.cases.version(desk.reference) == before
