import tomllib
from pathlib import Path

import pytest

from casusanalyse.content.text import counted, page, text

NL = Path(__file__).parents[3] / "casusanalyse" / "content" / "nl"


def test_a_sentence_is_found_by_page_and_key():
    assert text("refusal.name_missing") == "Begin met een naam."


def test_facts_are_filled_in_and_words_with_braces_stay_as_typed():
    assert text("navigation.saved", time="{10:42}") == page("navigation")["saved"].replace(
        "{time}", "{10:42}"
    )


def test_a_sentence_or_page_that_is_not_there_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        text("refusal.nothing_of_the_kind")
    with pytest.raises(FileNotFoundError):
        text("nothing.of_the_kind")


def test_a_fact_that_is_forgotten_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        text("refusal.already_there", number=1)


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 gaan mee"), (1, "1 gaat mee"), (2, "2 gaan mee"), (21, "21 gaan mee")],
)
def test_one_is_said_in_the_singular_and_none_in_the_plural(number, said):
    assert counted("report_screen.goes_in", number) == said


@pytest.mark.parametrize("file", sorted(NL.glob("*.toml")), ids=lambda file: file.stem)
def test_every_page_can_be_read_whole(file):
    assert page(file.stem) == tomllib.loads(file.read_text("utf-8"))
