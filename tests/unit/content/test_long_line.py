import pytest

from casusanalyse.analysis.long_line import _FIGURES
from casusanalyse.content.long_line import figure_reference, say_figure
from casusanalyse.content.text import page

BOOKKEEPING = {"between", "at_most", "about", "none", "numbers", "units", "reference"}
FIGURES = sorted(set(page("long_line")) - BOOKKEEPING)


def sentence(code, low, high, **facts):
    return say_figure(code, low, high, name="Noor", **facts).sentence


def test_every_figure_has_words_and_all_words_have_a_figure():
    assert sorted(figure.__name__ for figure in _FIGURES) == FIGURES


@pytest.mark.parametrize("code", FIGURES)
@pytest.mark.parametrize("bounds", [(0, 0), (0, 1), (1, 1), (3, 3), (6, 8), (400, 900)])
def test_every_figure_can_be_said(code, bounds):
    words = say_figure(code, *bounds, name="Noor", out_of=4)
    assert words.sentence.endswith(".")
    assert "{" not in words.title + words.count + words.sentence + words.definition


def test_numbers_up_to_twelve_are_words():
    assert sentence("places_lived", 6, 8) == "Noor woonde op zes tot acht plekken."
    assert sentence("places_lived", 12, 13) == "Noor woonde op twaalf tot 13 plekken."


def test_one_is_singular_and_two_is_plural():
    assert sentence("steps_up", 1, 1) == "Er was één stap naar een zwaardere plek."
    assert sentence("steps_up", 2, 2) == "Er waren twee stappen naar een zwaardere plek."


def test_from_none_is_said_as_at_most():
    assert say_figure("farewells", 0, 2, name="Noor").count == "hooguit twee keer"


def test_none_has_its_own_sentence():
    assert sentence("direction_changes", 0, 0) == "De regie bleef bij dezelfde."


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (1, 1, "één dag"),
        (40, 45, "40 tot 45 dagen"),
        (210, 215, "ongeveer zeven maanden"),
        (210, 300, "ongeveer zeven tot tien maanden"),
        (0, 95, "hooguit vier maanden"),
        (1859, 1859, "ongeveer vijf jaar"),
    ],
)
def test_days_are_said_as_days_months_or_years(low, high, said):
    assert say_figure("days_without_director", low, high, name="Noor").count == said


def test_a_part_says_of_how_many():
    assert sentence("crises_then_move", 2, 4, out_of=4) == (
        "Er waren vier crises met een datum; twee tot vier keer volgde binnen drie maanden"
        " een verhuizing."
    )


def test_a_national_number_has_its_source_and_year():
    found = figure_reference("professionals_met")
    assert found is not None
    assert (found.year, "64,6" in found.text) == (2020, True)
    assert figure_reference("") is None
