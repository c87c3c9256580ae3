"""The code book is complete, its ids are fixed, and searching it forgives spelling."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.content.codebook import code, codes, find_codes, kinds
from casusanalyse.content.text import page


def numbered(letters, last):
    return [f"{letters}{number}" for number in range(1, last + 1)]


def test_every_code_of_the_method_stands_in_the_book_once_and_in_order():
    patterns = [*numbered("AK", 6), *numbered("KG", 6), *numbered("SH", 8), *numbered("RO", 12)]
    rest = [*numbered("D", 17), *numbered("W", 20), *numbered("C", 9)]
    assert [code.id for code in codes()] == patterns + rest


def test_the_letters_of_an_id_tell_its_kind():
    letters = {
        kind: {re.sub(r"\d", "", c.id) for c in codes() if c.kind == kind} for kind in kinds()
    }
    assert letters == {
        "pattern": {"AK", "KG", "SH", "RO"},
        "belief": {"D"},
        "element": {"W"},
        "condition": {"C"},
    }


def test_every_limiting_belief_has_a_helping_one_and_nothing_else_has():
    assert {code.id for code in codes() if code.helping} == set(numbered("D", 17))


def test_a_helping_belief_stands_against_its_own_limiting_one():
    assert code("D13").label == "Er mag geen crisis zijn"
    assert code("D13").helping == "Ik hoef niemand te beheersen"


def test_every_explanation_is_one_sentence():
    assert [c.id for c in codes() if not re.fullmatch(r"[A-Z][^.!?]*\.", c.explanation)] == []


def test_labels_are_short_and_told_apart():
    assert [c.id for c in codes() if len(c.label) > 60] == []
    assert len({c.label for c in codes()}) == len(codes())


def test_every_code_names_its_source():
    assert {c.source for c in codes()} == {
        "Hopmans 2024, §3",
        "Hopmans 2024, §3.4 en §5.1",
        "Hopmans 2024, §5.2",
        "Hopmans 2024, §5.4 en §6",
    }


def test_no_text_asks_why_or_speaks_of_guilt():
    assert (
        re.findall(r"\bwaarom\b|\bschuldig\b|\bschuld\b|\bfalen", str(page("codebook"))) == []
    )


def test_an_unknown_code_is_a_bug():
    with pytest.raises(KeyError):
        code("ZZ1")


def test_searching_forgives_accents_and_capitals():
    assert [c.id for c in find_codes("OKE helpen")] == ["D16"]


def test_searching_looks_in_the_explanation_and_the_helping_belief_too():
    assert [c.id for c in find_codes("aardappel")] == ["RO1"]
    assert [c.id for c in find_codes("gereedschap")] == ["D10"]


def test_every_word_must_be_there_in_any_order():
    assert [c.id for c in find_codes("wisseling regie")] == ["RO3"]
    assert find_codes("wisseling pannenkoek") == ()


def test_searching_by_id_finds_the_code():
    assert [c.id for c in find_codes("w17")] == ["W17"]


def test_a_kind_narrows_the_search():
    assert [c.id for c in find_codes("stil", "pattern")] == ["SH4"]
    assert [c.id for c in find_codes("stil", "element")] == ["W15"]


def test_no_words_find_the_whole_book():
    assert find_codes("  ") == codes()
    assert find_codes("", "condition") == tuple(c for c in codes() if c.kind == "condition")


@given(st.text(max_size=30), st.text(max_size=30))
def test_more_words_never_find_more(words, extra):
    assert set(find_codes(f"{words} {extra}")) <= set(find_codes(words))
