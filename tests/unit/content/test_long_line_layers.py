import pytest

from casusanalyse.analysis.long_line_layers import _RESTS_ON, LineLayer
from casusanalyse.content.long_line_layers import Fact, layer_name, say_layer
from casusanalyse.content.text import page


def fact(low, high=None, out_of=0):
    return Fact(low=low, high=low if high is None else high, out_of=out_of)


def said(layer, *, always=False, **facts):
    return say_layer(layer, facts, name="Noor", always=always)


YEAR = 365.25


@pytest.mark.parametrize("layer", LineLayer)
@pytest.mark.parametrize("bounds", [(0, 1), (1, 1), (2, 4), (40, 900)])
def test_every_layer_can_be_said_in_one_sentence(layer, bounds):
    facts = {code: fact(*bounds, out_of=bounds[1]) for code in _RESTS_ON[layer]}
    sentence = say_layer(layer.value, facts, name="Noor")
    assert (sentence[0].islower(), sentence.count("."), sentence[-1]) == (False, 1, ".")
    assert "{" not in sentence + layer_name(layer.value)


@pytest.mark.parametrize("layer", LineLayer)
def test_a_layer_of_which_one_figure_is_known_can_be_said_too(layer):
    for code in _RESTS_ON[layer]:
        if code not in {"first_place", "steps_up", "steps_down"} and "crises_" not in code:
            known = {"directors": fact(2)} if layer is LineLayer.DIRECTION else {}
            assert say_layer(layer.value, known | {code: fact(2)}, name="Noor").endswith(".")


def test_places_have_bounds_and_the_first_years_a_clause():
    assert said("places", places_lived=fact(6, 8), first_place=fact(7.2 * YEAR)) == (
        "Noor woonde op zes tot acht plekken, en de eerste zeven jaar op één."
    )
    assert said(
        "places", places_lived=fact(6, 8), first_place=fact(5.9 * YEAR, 6.1 * YEAR)
    ) == ("Noor woonde op zes tot acht plekken, en de eerste vijf tot zes jaar op één.")


def test_a_short_first_stay_and_a_single_place_have_no_clause():
    assert said("places", places_lived=fact(3), first_place=fact(1.9 * YEAR)) == (
        "Noor woonde op drie plekken."
    )
    assert said("places", places_lived=fact(1), first_place=fact(9 * YEAR)) == (
        "Noor woonde op één plek."
    )


def test_moves_say_only_what_happened():
    assert said("moves", steps_up=fact(4), steps_down=fact(1, 2)) == (
        "Vier keer ging Noor naar een zwaardere plek, en één tot twee keer naar een lichtere."
    )
    assert said("moves", steps_up=fact(0), steps_down=fact(1)) == (
        "Eén keer ging Noor naar een lichtere plek."
    )
    assert said("moves", steps_up=fact(0, 1), steps_down=fact(0)) == (
        "Hooguit één keer ging Noor naar een zwaardere plek."
    )


def test_blanks_in_the_direction_are_named_without_blame():
    assert said("direction", directors=fact(4, out_of=4), times_without_director=fact(3)) == (
        "Vier mensen hadden na elkaar de regie, en drie keer een tijd lang niemand."
    )


def test_who_held_the_direction_need_not_be_a_person():
    assert said("direction", directors=fact(2, out_of=1), times_without_director=fact(0)) == (
        "Twee mensen of organisaties hadden na elkaar de regie."
    )
    assert said("direction", directors=fact(1, out_of=1)) == "Eén mens had de regie."


def test_all_crises_is_only_said_of_all_crises():
    everything = {"crises": fact(3), "crises_then_move": fact(3, out_of=3)}
    assert said("crises", **everything, crises_without_director=fact(3, out_of=3)) == (
        "Elke crisis viel in een tijd zonder regie, en elke keer volgde binnen drie maanden"
        " een andere plek."
    )
    assert said("crises", **everything, crises_without_director=fact(2, 3, out_of=3)) == (
        "Twee tot drie van de drie crises vielen in een tijd zonder regie, en elke keer volgde"
        " binnen drie maanden een andere plek."
    )


def test_a_crisis_that_may_but_need_not_coincide_is_only_counted():
    assert said(
        "crises",
        crises=fact(2),
        crises_without_director=fact(0, 2, out_of=2),
        crises_then_move=fact(0, 1, out_of=2),
    ) == ("Er waren twee crises.")


def test_a_crisis_without_a_date_keeps_the_sentence_from_saying_every():
    assert said("crises", crises=fact(3), crises_then_move=fact(2, out_of=2)) == (
        "Er waren drie crises, en twee keer volgde binnen drie maanden een andere plek."
    )


def test_one_crisis_and_two_have_words_of_their_own():
    assert said("crises", crises=fact(1), crises_without_director=fact(1)) == (
        "De crisis viel in een tijd zonder regie."
    )
    assert said("crises", crises=fact(2), crises_without_director=fact(2)) == (
        "Beide crises vielen in een tijd zonder regie."
    )
    assert said("crises", crises=fact(4), crises_without_director=fact(1)) == (
        "Eén van de vier crises viel in een tijd zonder regie."
    )


def test_good_moments_are_counted_or_always_there():
    assert said("good", good_moments=fact(1)) == "Er was ook één goed moment."
    assert said("good", good_moments=fact(8)) == "Er waren ook acht goede momenten."
    assert said("good", good_moments=fact(8), always=True) == (
        "En al die jaren waren er ook goede momenten."
    )


def test_time_without_any_school_is_said_without_a_number_of_schools():
    assert said("school", times_without_school=fact(1)) == (
        "Noor was één keer een tijd lang zonder school of dagbesteding."
    )
    assert said("school", times_without_school=fact(0)) == "Zo liep het."


def test_every_layer_has_a_name_and_every_name_a_layer():
    assert list(page("long_line_layers")["name"]) == [layer.value for layer in LineLayer]
