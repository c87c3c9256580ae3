import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.content.codebook import codes, method_book
from casusanalyse.content.region import (
    figure_classes,
    finding_sentence,
    named,
    question_for,
    say_number,
    say_part,
    say_time,
    share,
    shown,
)
from casusanalyse.content.text import page
from casusanalyse.domain.snapshot import Cut
from casusanalyse.domain.summary import FIGURE_CLASSES, class_name

BOOK = method_book()


def said(kind: str, *ids: str) -> str:
    return finding_sentence(kind, tuple(filter(None, map(BOOK.get, ids))))


@pytest.mark.parametrize(
    ("kind", "ids", "sentence"),
    [
        ("together", ("RO3", "KG5"), "Een gat in de regie en veel verhuizen gaan vaak samen"),
        (
            "together",
            ("D13", "D12"),
            "‘Er mag geen crisis zijn’ en ‘Er moet nu iets gebeuren, "
            "voor voelen en denken is geen tijd’ gaan vaak samen",
        ),
        ("common", ("SH6",), "Meer dan de helft van de groepen herkent meer van hetzelfde"),
        ("most", ("KG5",), "Het vaakst herkend: veel verhuizen"),
        ("most", ("KG5", "RO9"), "Het vaakst herkend: veel verhuizen en overleg op crisis"),
        ("together", (), "Wat zien we als we analyses naast elkaar leggen?"),
    ],
)
def test_a_finding_is_one_sentence(kind, ids, sentence) -> None:
    assert said(kind, *ids) == sentence


def test_every_pattern_of_the_method_has_a_name_for_in_a_sentence() -> None:
    patterns = {code.id for code in codes() if code.kind == "pattern"}
    assert set(page("region_words")["named"]) == patterns
    assert [one for code in codes() if (one := named(code)).endswith(".")] == []


@pytest.mark.parametrize(
    ("number", "whole", "percentage"),
    [
        (10, 400, "<10%"),
        (35, 400, "<10%"),
        (40, 400, "10%"),
        (15, 40, "40%"),
        (20, 40, "50%"),
        (360, 400, "90%"),
        (365, 400, ">90%"),
        (40, 40, ">90%"),
    ],
)
def test_a_share_is_said_in_steps_of_five_and_never_all_or_none(
    number, whole, percentage
) -> None:
    assert share(number, whole) == percentage


@given(st.integers(2, 9_000), st.integers(2, 9_000))
def test_no_share_tells_something_about_every_child(number, whole) -> None:
    said = share(5 * min(number, whole), 5 * whole)
    assert said in {"<10%", ">90%", *(f"{step}%" for step in range(10, 91, 5))}


def test_numbers_have_a_point_between_thousands() -> None:
    assert (say_number(42_000), say_number(995), shown(None)) == ("42.000", "995", "verborgen")


def test_parts_are_said_in_words() -> None:
    assert say_part(Cut.QUARTER, "2026-4") == "vierde kwartaal 2026"
    assert say_part(Cut.YEAR, "2026") == "2026"
    assert say_part(Cut.STAY, "home") == "thuis of bij familie"
    assert say_part(Cut.FRAME, "free") == "zonder rechter"
    assert say_part(Cut.MUNICIPALITY, "large") == "grote gemeente"
    assert say_time(Cut.QUARTER, "2026-4") == ("2026", "k4")
    assert say_time(Cut.YEAR, "2026") == ("2026", "")


@pytest.mark.parametrize("figure", FIGURE_CLASSES)
def test_every_class_of_every_figure_has_a_name(figure) -> None:
    names = [class_name(bounds) for bounds in FIGURE_CLASSES[figure]]
    told = figure_classes(figure)
    assert list(told.classes) == names
    assert set(told.national) <= set(names)
    assert told.question.endswith("?")


def test_a_question_asks_how_what_or_who_and_never_why() -> None:
    questions = page("region_words")["question"].values()
    assert {one.split()[0] for one in questions} <= {"Hoe", "Wat", "Wie"}
    assert question_for("pattern", has_helped=True) != question_for("pattern", has_helped=False)
    assert question_for("belief", has_helped=False).startswith("Hoe")
