"""Every Dutch sentence somebody asks for exists, and every sentence is asked for."""

import string

import pytest

from casusanalyse.domain.case import shelves
from tests.house.sentences import (
    first_words,
    is_used,
    keys,
    rooms_that_read,
    sentences,
    told_as,
    where,
    written_in_full,
)
from tests.house.source import PRODUCT, calls, meant, named, quoted, strings

COLLECTED = {"entry", "history", "problem", "refusal"}
"""Pages whose keys are collected one by one; the code puts these keys together."""

MADE_IN_STEPS = {
    *("together.no_agreement_today", "together.no_agreement_afterwards"),
    *("template.place_header", "template.place_footer", "template.place_footnotes"),
    *("network.person_function", "network.person_status", "network.person_function_status"),
}
"""Keys put together out of parts that are put together themselves."""

LISTED = {"generation"}
"""Pages of which all lines are shown, whatever their keys."""

SMALL_WORDS = {
    *("aan", "bij", "dat", "de", "deze", "dit", "geen", "het", "hier", "hoe", "je", "jullie"),
    *("naar", "niet", "nog", "ook", "van", "voor", "wat", "wordt", "zijn"),
}
"""Small words of Dutch that are no words of English."""


def test_every_sentence_asked_for_in_full_exists() -> None:
    asked = {key for _, key in written_in_full() if not rooms_that_read(key.partition(".")[0])}
    assert asked - sentences().keys() == set()


def test_every_sentence_that_counts_has_one_for_one() -> None:
    counted = {key for key in first_words("counted") if not key.startswith("report.")}
    assert {f"{key}_one" for key in counted} - sentences().keys() == set()


def test_every_refusal_has_its_sentence() -> None:
    assert first_words("Refusal") | first_words("_refuse") <= keys("refusal")


def test_every_sentence_of_a_refusal_is_said() -> None:
    codes = {word for module in PRODUCT for word in quoted(module)}
    assert keys("refusal") - codes == set()


def test_every_open_point_has_its_sentence_and_no_other() -> None:
    assert first_words("Problem") == keys("problem")


def test_every_deed_has_its_words_and_no_other() -> None:
    computed = {f"write_{shelf}" for shelf in shelves()} | {
        "give_position",
        "give_position_after",
    }
    assert told_as("verb") | {"undone", "redone"} | computed == keys("history")


def test_every_line_to_type_on_has_its_four_sentences_and_no_other() -> None:
    entries = first_words("entry") | {"agreement_today", "agreement_afterwards"}
    parts = ("label", "says", "placeholder", "button")
    assert {f"{entry}_{part}" for entry in entries for part in parts} == keys("entry")


def test_every_sentence_is_used() -> None:
    elsewhere = COLLECTED | LISTED
    others = {key for key in sentences() if key.partition(".")[0] not in elsewhere}
    assert {key for key in others if not is_used(key)} - MADE_IN_STEPS == set()
    assert others >= MADE_IN_STEPS


def facts_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("module", PRODUCT, ids=named)
def test_every_sentence_gets_the_facts_it_names(module) -> None:
    wrong = []
    for call in [*calls(module, "text"), *calls(module, "counted")]:
        given = {word.arg for word in call.keywords} | (
            {"number"} if len(call.args) > 1 else set()
        )
        for key in meant(call.args[0], module) & sentences().keys() if call.args else ():
            unmet = facts_in(sentences()[key]) - given
            if unmet and None not in given:
                wrong.append(f"{where(module, call)} {key} misses {sorted(unmet)}")
    assert wrong == []


@pytest.mark.parametrize("module", PRODUCT, ids=named)
def test_there_is_no_dutch_sentence_in_python(module) -> None:
    said = ((node, set(node.value.casefold().split())) for node in strings(module))
    assert [where(module, node) for node, words in said if len(words & SMALL_WORDS) > 1] == []
