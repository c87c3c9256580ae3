from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.region_code import CodeEdition, CodeWords, RegionCode
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.history import past_of, undo
from casusanalyse.usecases.insights import (
    add_insight,
    choose_code,
    coding_of,
    drop_code,
    remove_insight,
    set_helped,
    tie_insight,
    toggled,
)
from tests.builders import a_case, an_event
from tests.unit.usecases.family_desk import a_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    case = a_case(an_event("2021-05-02", key="e1"), an_event("2021-05-03", key="e2"))
    with a_desk(tmp_path, case) as desk:
        yield desk


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as found:
        act()
    return found.value.code


def test_an_insight_is_tied_to_the_moment_that_is_open(desk: Desk) -> None:
    add_insight(desk, " Samen gaat het beter ", "e1")
    add_insight(desk, "Rust helpt")
    found = [(one.text, one.evidence, one.rank) for one in desk.case().insights]
    assert found == [("Samen gaat het beter", ("e1",), 1.0), ("Rust helpt", (), 2.0)]


def test_an_insight_is_a_sentence_about_a_moment_that_is_there(desk: Desk) -> None:
    assert refusal(lambda: add_insight(desk, "  ")) == "insight_empty"
    assert refusal(lambda: add_insight(desk, "Rust helpt", "weg")) == "gone"
    assert desk.case().insights == ()


def test_an_insight_is_tied_and_untied(desk: Desk) -> None:
    add_insight(desk, "Rust helpt", "e1")
    key = desk.case().insights[0].key
    tie_insight(desk, key, "e2")
    assert desk.case().insights[0].evidence == ("e1", "e2")
    tie_insight(desk, key, "e1")
    assert desk.case().insights[0].evidence == ("e2",)


@pytest.mark.parametrize("event", ["weg", ""])
def test_an_insight_is_tied_to_nothing_else(desk: Desk, event: str) -> None:
    add_insight(desk, "Rust helpt")
    key = desk.case().insights[0].key
    assert refusal(lambda: tie_insight(desk, key, event)) == "gone"
    assert refusal(lambda: tie_insight(desk, "weg", "e1")) == "gone"
    assert desk.case().insights[0].evidence == ()


def test_a_removed_insight_comes_back_with_undo(desk: Desk) -> None:
    add_insight(desk, "Rust helpt", "e1")
    remove_insight(desk, desk.case().insights[0].key)
    assert desk.case().insights == ()
    undo(desk)
    assert [(one.text, one.evidence) for one in desk.case().insights] == [
        ("Rust helpt", ("e1",))
    ]


def test_a_code_is_recognised_once_and_gains_and_loses_evidence(desk: Desk) -> None:
    choose_code(desk, "RO3", "e1")
    choose_code(desk, "RO3", "e2")
    assert [one.evidence for one in desk.case().codings] == [("e1", "e2")]
    choose_code(desk, "RO3", "e1")
    assert coding_of(desk.case(), "RO3").evidence == ("e2",)


def test_a_code_that_is_chosen_again_without_a_moment_stays_as_it_is(desk: Desk) -> None:
    choose_code(desk, "RO3", "e1")
    newest = past_of(desk).newest
    choose_code(desk, "RO3")
    assert past_of(desk).newest == newest


def test_only_codes_of_the_book_and_moments_that_are_there_are_chosen(desk: Desk) -> None:
    assert refusal(lambda: choose_code(desk, "ZZ9")) == "unknown_code"
    assert refusal(lambda: choose_code(desk, "RO3", "weg")) == "gone"
    assert desk.case().codings == ()


def test_a_code_is_dropped_and_comes_back_with_undo(desk: Desk) -> None:
    choose_code(desk, "RO3", "e1")
    drop_code(desk, desk.case().codings[0].key)
    assert coding_of(desk.case(), "RO3") is None
    undo(desk)
    assert coding_of(desk.case(), "RO3").evidence == ("e1",)


def test_what_helped_is_kept_in_the_order_of_the_book_and_undone(desk: Desk) -> None:
    choose_code(desk, "RO3")
    key = desk.case().codings[0].key
    set_helped(desk, key, ["C4", "W10", "W9"])
    assert coding_of(desk.case(), "RO3").helped == ("W9", "W10", "C4")
    assert past_of(desk).newest.verb == "set_helped"
    undo(desk)
    assert coding_of(desk.case(), "RO3").helped == ()


def test_choosing_the_same_again_is_no_step(desk: Desk) -> None:
    choose_code(desk, "RO3")
    set_helped(desk, desk.case().codings[0].key, [])
    assert past_of(desk).newest.verb == "choose_code"


@pytest.mark.parametrize("helped", [["SH6"], ["D1"], ["ZZ9"], ["W9", "ZZ9"]])
def test_only_working_elements_and_conditions_help(desk: Desk, helped: list[str]) -> None:
    choose_code(desk, "RO3")
    key = desk.case().codings[0].key
    assert refusal(lambda: set_helped(desk, key, helped)) == "unknown_code"
    assert refusal(lambda: set_helped(desk, "weg", ["W9"])) == "gone"
    assert coding_of(desk.case(), "RO3").helped == ()


def test_what_helped_and_left_the_book_stays(desk: Desk) -> None:
    choose_code(desk, "RO3")
    key = desk.case().codings[0].key
    set_helped(desk, key, ["W9"])
    words = CodeWords(label="")
    edition = CodeEdition(edition=1, at=desk.now, words=words, retired=True)
    retired = RegionCode(id="W9", kind="element", editions=(edition,))
    desk.cases.region_codes.change("", lambda _: (retired,))
    set_helped(desk, key, ["W9", "W10"])
    assert coding_of(desk.case(), "RO3").helped == ("W9", "W10")
    set_helped(desk, key, ["W10"])
    assert refusal(lambda: set_helped(desk, key, ["W9", "W10"])) == "unknown_code"


KEYS = st.lists(st.sampled_from("abcd"), unique=True).map(tuple)


@given(KEYS, st.sampled_from("abcd"))
def test_a_second_toggle_takes_the_first_one_back(keys: tuple[str, ...], key: str) -> None:
    once = toggled(keys, key)
    assert (key in once) != (key in keys)
    assert set(toggled(once, key)) == set(keys)
