import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.content.problem_words import aside, problem_words_in


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Raakt op slot als het hard gaat, dan boos", ("boos",)),
        ("BOOS en agressieve buien, vaak boos", ("BOOS", "agressieve")),
        ("verslaafd, met verslavingsproblematiek", ("verslaafd", "verslavingsproblematiek")),
        ("ádhd en hechtingsproblematiek", ("ádhd", "hechtingsproblematiek")),
        ("loopt   weg als het spannend wordt", ("loopt   weg",)),
        (
            "zwakbegaafd; manipulatief. Onhandelbaar!",
            ("zwakbegaafd", "manipulatief", "Onhandelbaar"),
        ),
        ("ziet alles, zacht, trouw, droge humor", ()),
        ("lastigvallen kent zij niet, en boosten wel", ()),
        ("druk, eerlijk", ()),
        ("helpt graag op de stal en drinkt thee met oma", ()),
        ("", ()),
    ],
)
def test_whole_problem_words_are_found_as_they_were_written(
    words: str, found: tuple[str, ...]
) -> None:
    assert problem_words_in(words) == found


def test_a_letter_with_a_loose_accent_is_the_same_letter() -> None:
    assert problem_words_in("bo\u0301os") == ("bóos",)


@given(st.text(alphabet="abcé B.,", max_size=60), st.text(alphabet="xyzü Q!", max_size=60))
def test_a_problem_word_is_found_wherever_it_stands(before: str, after: str) -> None:
    assert problem_words_in(f"{before} Boze {after}") == ("Boze",)


@given(st.text(max_size=80))
def test_any_text_can_be_looked_at(words: str) -> None:
    composed = unicodedata.normalize("NFC", words)
    assert [word for word in problem_words_in(words) if word not in composed] == []


def test_the_question_turns_back_to_the_person() -> None:
    assert aside("boos", "Noor") == "“Boos” zegt wat er gebeurt. Wat zegt het over wie Noor is?"
    assert aside("ADHD", "Noor") == (
        "“ADHD” is een naam die anderen gaven. Wat zegt het over wie Noor is?"
    )
    assert aside("lastig") == "“Lastig” zegt wat er gebeurt. Wat zegt het over wie dit is?"
