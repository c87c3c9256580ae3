import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.content.blame_words import BlameWords, without_quotes
from tests.unit.content.blame_sentences import (
    BLAMELESS,
    BLAMING,
    LATER_BLAMELESS,
    LATER_BLAMING,
    MISSED,
    NAMES,
)

BLAME = BlameWords(NAMES)


def words(said: str) -> list[str]:
    return [found.word for found in BLAME.found_in(said)]


def test_of_48_blaming_sentences_43_are_found_and_5_are_missed() -> None:
    missed = [said for said in BLAMING if not words(said)]
    assert (len(BLAMING), missed) == (48, list(MISSED))


def test_of_40_sentences_without_blame_none_is_marked() -> None:
    assert (len(BLAMELESS), [said for said in BLAMELESS if words(said)]) == (40, [])


def test_of_20_later_sentences_with_blame_13_are_found_and_of_20_without_1_is_marked() -> None:
    found = [said for said in LATER_BLAMING if words(said)]
    marked = [said for said in LATER_BLAMELESS if words(said)]
    assert (len(LATER_BLAMING), len(found)) == (20, 13)
    assert (len(LATER_BLAMELESS), marked) == (20, ["Sanne moest om haar eigen verhaal huilen."])


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("MOEDER MOET meewerken", ["MOEDER MOET"]),
        ("Ouders   weigeren", ["weigeren"]),
        ("Vader wéígert", ["wéígert"]),
        ("Vader liegt, is onwillig en weigert.", ["liegt", "onwillig", "weigert"]),
        ("Hij weigert. Zij weigert.", ["weigert", "weigert"]),
        ("Hij weigert en weigert.", ["weigert"]),
        ("wil heeft niets gedaan", []),
        ("Wil heeft niets gedaan", ["Wil heeft niets gedaan"]),
        ("Bram zag het. Er is niets gedaan.", []),
        ("Bram belde, en toen is er lang niets gedaan.", []),
        ("Vader belt en moeder moet gewoon wachten", ["moeder moet"]),
        ("Dat moeder haar kind dan moet missen", ["moeder haar kind dan moet"]),
        ("De weigering staat in het dossier", []),
        ("", []),
    ],
)
def test_words_are_found_as_they_were_written(said: str, found: list[str]) -> None:
    assert words(said) == found


def test_an_aside_is_gentle_and_offers_another_way() -> None:
    (found,) = BLAME.found_in("Het ging goed. Vader weigert hulp. Toen niet meer.")
    assert found.sentence == "Vader weigert hulp."
    assert found.aside == (
        "“weigert” kan als verwijt klinken. Wat gebeurde er? Bijvoorbeeld: ‘zei nee’ of ‘kwam"
        " niet’. Wat was er nodig om ja te kunnen zeggen?"
    )


def test_a_long_sentence_is_told_in_short() -> None:
    (found,) = BLAME.found_in("Vader weigert " + "en zo verder " * 50)
    assert len(found.sentence) <= 221
    assert found.sentence.endswith("…")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("zij zei “ik moet” en ging", "zij zei           en ging"),
        ("zei ‘ik moet’ en", "zei           en"),
        ("zei 'ik moet' en", "zei           en"),
        ('zei "ik moet" en', "zei           en"),
        ("‘s avonds, 's nachts, foto's en foto’s", "‘s avonds, 's nachts, foto's en foto’s"),
        ("nog niet “dicht\nmaar hier wel", "nog niet       \nmaar hier wel"),
        ("“een” en “twee”", "      en       "),
    ],
)
def test_what_stands_between_quotation_marks_is_left_out(said: str, left: str) -> None:
    assert without_quotes(said) == left


@given(st.text(max_size=80))
def test_any_text_can_be_looked_at_and_is_quoted_as_written(said: str) -> None:
    composed = " ".join(unicodedata.normalize("NFC", said).split())
    assert [word for word in words(said) if word not in composed] == []
    assert len(without_quotes(said)) == len(said)


@given(st.text(st.characters(exclude_characters="“”„«»"), max_size=60))
def test_nothing_is_found_inside_a_quotation(said: str) -> None:
    line = " ".join(said.split())
    assert words(f"“{line} Vader weigert.”") == []


@given(st.text("abc de.,", max_size=40), st.text("xyz q.,", max_size=40))
def test_a_word_is_found_wherever_it_stands(before: str, after: str) -> None:
    assert words(f"{before} weigert {after}") == ["weigert"]
