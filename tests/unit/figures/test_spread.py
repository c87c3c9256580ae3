import re
from itertools import permutations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.domain.participant import POSITIONS
from casusanalyse.figures.spread import spread_picture

STOPS = ["tegenover elkaar", "eerder tegenover", "ertussenin", "eerder naast", "naast elkaar"]
PLACES = st.lists(st.sampled_from(POSITIONS), max_size=8)


def drawn(places):
    return spread_picture(places, STOPS, alt="Vijf mensen staan verspreid.")


def dots(places) -> list[tuple[str, str]]:
    return re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', drawn(places).svg)


@given(PLACES)
def test_there_is_one_dot_for_every_voice_and_none_hides_another(places):
    assert len(set(dots(places))) == len(places)


def test_the_order_in_which_people_answered_is_not_shown():
    assert len({drawn(places) for places in permutations([0, 0, 3, 4])}) == 1


@given(PLACES)
def test_a_dot_stands_above_its_own_word(places):
    columns = [x for place in POSITIONS for x, _ in dots([place])]
    expected = sorted(columns[place] for place in places)
    assert sorted(x for x, _ in dots(places)) == expected


def test_all_five_words_stand_under_the_line_from_left_to_right():
    svg = drawn([]).svg
    assert [svg.index(stop) for stop in STOPS] == sorted(svg.index(stop) for stop in STOPS)
    assert dots([]) == []


@given(PLACES)
def test_every_dot_lies_within_the_picture(places):
    picture = drawn(places)
    assert all(8 <= float(y) <= picture.height - 40 for _, y in dots(places))


def test_the_picture_says_the_same_in_words():
    assert "Vijf mensen staan verspreid." in drawn([1, 2]).svg


@pytest.mark.parametrize("word", ["<b>", "a & b", '"x"', "</svg>"])
def test_words_are_never_marks(word):
    svg = spread_picture([0], [word, *STOPS[1:]], alt=word).svg
    assert word in {one.text for one in ElementTree.fromstring(svg).iter()}
