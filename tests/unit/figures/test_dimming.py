import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.figures import palette
from casusanalyse.figures.dimming import contrast, dim, dimmed
from casusanalyse.figures.palette import (
    DIM_GROUND,
    DIM_INK,
    DIM_INK_SOFT,
    INK,
    INK_SOFT,
    PAPER,
    PRIMARY,
    SURFACE,
)
from casusanalyse.figures.svg import picture, tag, words

COLOURS = sorted(set(re.findall("#[0-9A-F]{6}", Path(palette.__file__).read_text("utf-8"))))
"""Every colour of the palette."""
ALMOST = 0.93
"""Colours are whole numbers, so a contrast can be a little less than it was on paper."""

MOST = 16.0
"""More than this the dark ground does not give."""


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#000000", "#FFFFFF") == 21
    assert contrast("#777777", "#777777") == 1
    assert round(contrast("#FFFFFF", "#767676"), 2) == 4.54


def test_paper_and_ink_have_the_chosen_colours_of_the_dark():
    assert [dim(PAPER), dim(INK), dim(INK_SOFT)] == [DIM_GROUND, DIM_INK, DIM_INK_SOFT]


@pytest.mark.parametrize("colour", COLOURS)
def test_every_colour_stands_off_in_the_dark_as_it_did_on_paper(colour):
    light = min(contrast(colour, PAPER), MOST)
    assert contrast(dim(colour), DIM_GROUND) >= ALMOST * light


@given(st.integers(0, 0xFFFFFF))
def test_so_does_any_other_colour_as_far_as_there_is_light(number):
    colour = f"#{number:06X}"
    wanted = min(contrast(colour, PAPER), MOST)
    assert contrast(dim(colour), DIM_GROUND) >= ALMOST * wanted


def test_what_lies_on_a_filled_shape_can_still_be_read():
    assert contrast(dim(SURFACE), dim(PRIMARY)) >= 7


def test_words_and_everything_else_stay_as_they_were():
    light = picture(
        [tag("rect", fill=PAPER), words(f'zaak {INK} en ="{INK}"', fill=INK, stroke="none")],
        width=1920,
        height=1080,
        alt="Een zaak.",
    )
    dark = dimmed(light)
    assert dark.alt == light.alt
    assert re.sub(DIM_INK, INK, re.sub(DIM_GROUND, PAPER, dark.svg)) == light.svg
    assert dark.svg.count(INK) == 2
