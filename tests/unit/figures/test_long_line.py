import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.analysis.long_line_layers import LineLayer
from casusanalyse.domain.case import Case
from casusanalyse.domain.participant import Note
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.domain.vocabulary import EventKind
from casusanalyse.figures.beamer_long_line import long_line_scene
from casusanalyse.figures.dimming import contrast
from casusanalyse.figures.long_line import long_line_on_paper, long_line_picture
from casusanalyse.figures.long_line_file import standing_alone
from casusanalyse.figures.long_line_pages import (
    LinePage,
    Shows,
    line_pages,
    page_at,
    told_layers,
)
from casusanalyse.figures.palette import DIRECTION_FADE, INK, STAY_FAR, STAY_SHADES
from casusanalyse.store.casefile import read_case
from tests.builders import a_case, an_event
from tests.generator import a_generated_case
from tests.unit.analysis.readings import TODAY, cases, shuffled
from tests.unit.figures.beamer_sheet import Box, choices, words_on, wrong

SAMPLES = sorted((Path(__file__).parents[3] / "sample_cases").glob("*.json"))
CASES = [
    *(pytest.param(read_case(file.read_bytes()), id=file.stem) for file in SAMPLES),
    *(pytest.param(a_generated_case(events=size), id=f"{size} events") for size in (70, 500)),
]
LONG = read_case(next(file for file in SAMPLES if file.stem == "lange-lijn").read_bytes())


def pages(case: Case) -> tuple[LinePage, ...]:
    return line_pages(told_layers(case, today=TODAY))


def drawn(case: Case, page: int = 99):
    return long_line_picture(case, today=TODAY, page=page)


def said(case: Case, page: int) -> list[str]:
    return [one.said for one in words_on(drawn(case, page))]


def page_of(case: Case, layer: LineLayer, shows: Shows) -> int:
    layers = told_layers(case, today=TODAY)
    newest = next(at for at, one in enumerate(layers) if one.layer is layer)
    return pages(case).index(LinePage(newest, shows))


def treads(picture) -> list[Box]:
    """The bars of the step line; everything thinner is a line."""
    shape = re.compile(r"M([\d.]+) ([\d.]+)H([\d.]+)")
    found = []
    for node in ET.fromstring(picture.svg).iter("{http://www.w3.org/2000/svg}path"):
        place, thick = shape.fullmatch(node.get("d", "")), float(node.get("stroke-width", 0))
        if place and node.get("stroke") in STAY_SHADES and thick > 5:
            left, y, right = (float(one) for one in place.groups())
            found.append(Box(left, y - thick / 2, right, y + thick / 2))
    return found


@pytest.mark.parametrize("case", CASES)
def test_every_page_can_be_read_from_the_back_of_the_room(case) -> None:
    for page in range(len(pages(case))):
        picture = drawn(case, page)
        assert (page, wrong(picture), choices(picture)) == (page, [], [])


@pytest.mark.parametrize("case", CASES)
def test_no_word_lies_across_a_bar(case) -> None:
    for page in range(len(pages(case))):
        picture = drawn(case, page)
        bars = treads(picture)
        across = [
            one.said for one in words_on(picture) if any(one.box.meets(bar) for bar in bars)
        ]
        assert (page, across) == (page, [])


def test_the_bars_of_the_step_line_are_found() -> None:
    assert len(treads(drawn(LONG))) == 10


def test_words_on_the_deepest_tint_keep_their_contrast() -> None:
    over, under = (bytes.fromhex(one[1:]) for one in (DIRECTION_FADE, STAY_FAR))
    strongest = max(
        float(one) for one in re.findall(r'stop-opacity="([\d.]+)"', drawn(LONG).svg)
    )
    mixed = (
        round(a * strongest + b * (1 - strongest)) for a, b in zip(over, under, strict=True)
    )
    tint = "#" + "".join(f"{part:02X}" for part in mixed)
    assert contrast(INK, tint) >= 7


def test_the_drawing_comes_first_then_its_sentence_then_the_national_figure() -> None:
    sentence = told_layers(LONG, today=TODAY)[0].sentence
    joined = [" ".join(said(LONG, page)) for page in range(3)]
    assert [sentence in one for one in joined] == [False, True, True]
    assert ["46%" in one for one in joined] == [False, False, True]


def test_what_was_revealed_stays() -> None:
    before: set[str] = set()
    for page in range(len(pages(LONG))):
        names = {
            one for one in said(LONG, page) if one in {"Regie", "Kader", "School", "Crises"}
        }
        assert before <= names
        before = names
    assert before == {"Regie", "Kader", "School", "Crises"}


def test_the_time_does_not_move_when_the_heights_shrink() -> None:
    places = []
    for layer in (LineLayer.PLACES, LineLayer.DIRECTION, LineLayer.GOOD):
        words = words_on(drawn(LONG, page_of(LONG, layer, Shows.DRAWING)))
        places.append(next(one.box.left for one in words if one.said == "8 jaar"))
    assert len(set(places)) == 1


def test_a_page_that_is_no_longer_there_is_the_last_one() -> None:
    assert drawn(LONG, 99) == drawn(LONG, len(pages(LONG)) - 1)
    assert page_at(told_layers(a_case(), today=TODAY), 0) is None


def test_the_sentence_of_the_chair_comes_before_ours() -> None:
    own = replace(LONG, notes=(Note(key="line-places", text="Noor verhuisde vaak."),))
    empty = replace(LONG, notes=(Note(key="line-places", text="  "),))
    assert "Noor verhuisde vaak." in said(own, 1)
    assert drawn(empty, 1) == drawn(LONG, 1)


def test_names_of_who_held_the_direction_are_not_shown() -> None:
    everything = " ".join(said(LONG, 99))
    holders = [one.title for one in LONG.periods if one.lane.value == "direction"]
    assert [one for one in holders if one in everything] == []


def test_at_most_six_good_moments_are_named() -> None:
    moments = [
        an_event(f"{2000 + at}-01-01", f"moment {at}", kind=EventKind.GOOD_MOMENT)
        for at in range(20)
    ]
    assert len([one for one in said(a_case(*moments), 99) if one.startswith("moment ")]) == 6


def test_a_case_without_anything_invites() -> None:
    picture = drawn(a_case(), 0)
    assert picture.alt == (
        "Zodra er verblijven of gebeurtenissen op de lijn staan, komt hier de grote lijn van"
        " Vlinder."
    )
    assert (picture.width, picture.height) == (1920, 1080)


def test_the_picture_says_in_words_what_it_shows() -> None:
    assert drawn(LONG, 1).alt == (
        "De grote lijn van Noor: het hele leven op één scherm, met plekken. Noor woonde op acht"
        " tot negen plekken, en de eerste vijf tot zes jaar op één."
    )


def test_the_beamer_shows_the_page_of_the_scene() -> None:
    scene = Scene(kind=SceneKind.LONG_LINE, step=4, page=5)
    assert long_line_scene(LONG, scene, TODAY) == drawn(LONG, 5)


def test_on_paper_the_head_is_left_out() -> None:
    picture = long_line_on_paper(LONG, today=TODAY)
    told = [one.said for one in words_on(picture)]
    assert (picture.height, "En al die jaren waren er ook goede momenten." in told) == (
        876,
        False,
    )
    assert "vijf scholen" in told


def test_a_drawing_as_a_file_brings_its_typeface_and_size() -> None:
    svg = standing_alone(drawn(LONG))
    root = ET.fromstring(svg)
    assert (root.get("width"), root.get("height")) == ("1920", "1080")
    assert svg.count("@font-face") == 2
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


def test_a_line_of_a_few_days_can_be_drawn() -> None:
    case = a_case(an_event("2026-11-16", kind=EventKind.CRISIS))
    assert wrong(drawn(case)) == []


@settings(max_examples=60, deadline=None)
@given(cases(), st.integers(0, 30))
def test_any_vague_case_gives_a_sheet_that_can_be_read(case, page) -> None:
    assert wrong(long_line_picture(case, today=TODAY, page=page)) == []


@settings(max_examples=40, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_the_picture_does_not_depend_on_the_order_of_entry(case, chance) -> None:
    assert drawn(shuffled(chance, case)) == drawn(case)
