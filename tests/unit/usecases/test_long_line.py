import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from docx import Document
from PIL import Image

from casusanalyse.domain.family import Person
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import Bond, EventKind, Lane, StayKind
from casusanalyse.usecases.beamer import beamer_picture
from casusanalyse.usecases.desk import NOTE_TAKER, Desk
from casusanalyse.usecases.long_line import (
    leave_line,
    line_as_png,
    line_as_svg,
    line_as_word,
    line_file_name,
    show_line,
    shown_page,
)
from casusanalyse.usecases.sitting import let_follow, show, sitting_of
from tests.builders import a_case, a_span, an_event
from tests.unit.usecases.family_desk import a_desk

TODAY = date(2026, 11, 24)
GRANNY = Person(key="p2", name="Truus", kin="oma", bond=Bond.OWN)
HOME, AWAY = a_span("2012-01-01", "2019-01-01"), a_span("2019-01-01", ongoing=True)
CASE = a_case(
    an_event("2020-01-01", "zwemmen met Truus", key="e1", kind=EventKind.GOOD_MOMENT),
    an_event("2021-01-01", "verdwenen", key="e2", kind=EventKind.GOOD_MOMENT, hidden=True),
    people=(Person(key="p1", name="Noor", bond=Bond.CHILD), GRANNY),
    periods=(
        Period(key="q1", lane=Lane.STAY, kind=StayKind.HOME, when=HOME),
        Period(key="q2", lane=Lane.STAY, kind=StayKind.KIN, party="p2", when=AWAY),
    ),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, CASE) as desk:
        yield desk


def test_the_line_comes_on_the_beamer_page_by_page(desk) -> None:
    show_line(desk, 0, "e1")
    alone = beamer_picture(desk).picture.alt
    show_line(desk, 1, "e1")
    assert (shown_page(desk), alone != beamer_picture(desk).picture.alt) == (1, True)
    assert sitting_of(desk).scene == Scene(kind=SceneKind.LONG_LINE, step=4, page=1, event="e1")


@pytest.mark.parametrize("follows", [True, False])
def test_leaving_brings_back_the_exact_event_and_lets_the_beamer_follow_as_before(
    desk, follows
) -> None:
    let_follow(desk, follows=follows)
    show_line(desk, 3, "e1")
    leave_line(desk, "e1")
    sitting = sitting_of(desk)
    assert sitting.scene == Scene(kind=SceneKind.EVENT, step=4, event="e1")
    assert (sitting.follows, shown_page(desk)) == (follows, 0)


def test_without_an_event_the_question_of_the_step_comes_back(desk) -> None:
    leave_line(desk, "")
    assert sitting_of(desk).scene == Scene(kind=SceneKind.QUESTION, step=4)


def test_the_note_taker_looks_alone(desk) -> None:
    before = show(desk, Scene(kind=SceneKind.FAMILY, step=3)).scene
    writer = replace(desk, who=NOTE_TAKER)
    show_line(writer, 4, "e1")
    leave_line(writer, "e1")
    assert sitting_of(desk).scene == before


@pytest.mark.parametrize(("names", "told"), [(False, "oma"), (True, "Truus")])
def test_names_only_go_into_a_file_when_asked_for(names, told) -> None:
    svg = line_as_svg(CASE, today=TODAY, names=names).decode()
    assert [name for name in ("zwemmen met Truus", "zwemmen met oma") if name in svg] == [
        f"zwemmen met {told}"
    ]


def test_what_is_hidden_is_in_no_file() -> None:
    svg = line_as_svg(CASE, today=TODAY, names=True).decode()
    alt = line_as_word(CASE, today=TODAY, names=True)
    assert "verdwenen" not in svg + words_in(alt)


def test_the_picture_is_sharp_enough_for_a_page() -> None:
    with Image.open(io.BytesIO(line_as_png(CASE, today=TODAY))) as image:
        assert image.size == (2880, 1620)


def test_the_drawing_is_a_whole_svg() -> None:
    root = ET.fromstring(line_as_svg(CASE, today=TODAY))
    assert (root.tag.rpartition("}")[2], root.get("width")) == ("svg", "1920")


def words_in(report: bytes) -> str:
    return "\n".join(one.text for one in Document(io.BytesIO(report)).paragraphs)


def test_the_page_in_word_holds_the_sentences_in_order() -> None:
    lines = words_in(line_as_word(CASE, today=TODAY)).split("\n")
    assert lines == [
        "De grote lijn van Vlinder",
        "Casus 2026-0001 · 24 november 2026 · vertrouwelijk",
        "",
        "Vlinder woonde op twee plekken.",
        "Vlinder woonde ongeveer zeven jaar thuis.",
        "Eén keer ging Vlinder naar een zwaardere plek.",
        "Er was ook één goed moment.",
        "Staat er 'tot' tussen twee getallen, dan laten de datums meer dan één antwoord toe."
        " Stippellijn: dit weten we niet zeker.",
    ]


def test_a_file_name_says_nothing_about_the_child() -> None:
    assert line_file_name(CASE) == "grote-lijn-2026-0001"
