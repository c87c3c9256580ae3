"""The network in words."""

from datetime import date

import pytest

from casusanalyse.analysis.network import Status
from casusanalyse.analysis.network_presets import Preset
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.timeline import Involved, Period, Tie
from casusanalyse.domain.vocabulary import Bond, Lane, TieKind
from casusanalyse.figures.network_marks import network_legend
from casusanalyse.figures.network_people import Cast
from casusanalyse.figures.network_words import (
    Changed,
    ChangedGroup,
    network_in_words,
    network_presets,
    network_question,
    say_counts,
    say_since,
)
from tests.builders import a_case, a_span, an_event

NOOR = Person(key="noor", name="Noor", bond=Bond.CHILD)
DAY = date(2021, 6, 1)


def a_term(party, first, last=None, **fields):
    when = a_span(first, last, ongoing=last is None)
    given = {"key": f"{party}-{first}", "lane": Lane.INVOLVEMENT, "party": party, "when": when}
    return Period(**(given | fields))


def a_small_case(**shelves):
    given = {
        "people": (NOOR,),
        "organisations": (
            Organisation(key="gi", rank=1, name="GI Midden"),
            Organisation(key="team", rank=2, name="Wijkteam"),
        ),
        "professionals": (
            Professional(key="ine", rank=1, name="Ine", function="jurist", organisation="gi"),
            Professional(key="tom", rank=2, name="Tom", organisation="gi"),
            Professional(key="bo", rank=3, name="Bo", organisation="team"),
        ),
        "periods": (
            a_term("ine", "2018-01-01"),
            a_term("tom", "2018-01-01", "2020-12-31"),
            a_term("bo", "2021-01-01"),
        ),
    } | shelves
    return a_case(*given.pop("events", ()), **given)


def on(case, day, preset="organisations", **compared):
    return Cast(case, day=day, preset=preset, **compared)


def test_who_is_there_is_counted_in_people_and_organisations():
    assert say_counts(on(a_small_case(), DAY).network) == "nu 2 mensen van 2 organisaties"
    assert (
        say_counts(on(a_small_case(), date(2020, 6, 1)).network)
        == "nu 2 mensen van 1 organisatie"
    )
    assert say_counts(on(a_case(), DAY).network) == "nu 0 mensen van 0 organisaties"


def test_since_the_last_change_names_who_came_and_who_left_with_their_organisation():
    assert say_since(on(a_small_case(), DAY)) == (
        "Sinds 31 dec 2020",
        (
            ChangedGroup(
                Status.NEW, "Nieuw", (Changed("professionals", "bo", "Bo", "Wijkteam"),)
            ),
            ChangedGroup(
                Status.JUST_LEFT,
                "Net weg",
                (Changed("professionals", "tom", "Tom", "GI Midden"),),
            ),
        ),
    )


def test_before_the_first_change_there_is_nothing_to_tell():
    assert say_since(on(a_small_case(), date(2001, 1, 1))) == ("Vanaf het begin", ())


def test_the_words_say_who_is_there_and_that_nobody_holds_the_direction():
    assert network_in_words(on(a_small_case(), DAY, "direction")) == (
        "Op 1 jun 2021: nu 2 mensen van 2 organisaties.",
        "Noor en gezin: Noor.",
        "GI Midden: Ine (jurist), Tom (net weg).",
        "Wijkteam (nieuw): Bo (nieuw).",
        "Op deze dag staat er niemand met de regie op de lijn.",
    )


def test_the_words_say_who_holds_the_direction_and_as_what():
    periods = (
        a_term("ine", "2018-01-01", lane=Lane.DIRECTION, role="casusregie"),
        a_term("bo", "2021-01-01", lane=Lane.DIRECTION),
    )
    said = network_in_words(on(a_small_case(periods=periods), DAY, "direction"))
    assert said[-3:-1] == ("Bo heeft de regie.", "Ine heeft de regie (casusregie).")


def test_the_words_say_every_tie_with_what_the_group_said():
    ties = (
        Tie(key="t1", a="ine", b="bo", kind=TieKind.TENSION, words="wie betaalt?"),
        Tie(key="t2", a="ine", b="noor", kind=TieKind.SUPPORT),
    )
    said = network_in_words(on(a_small_case(ties=ties), DAY, "support_and_tension"))
    assert said[-2:] == ("Ine en Noor: steun.", "Ine en Bo: spanning (‘wie betaalt?’).")


def test_the_words_say_as_what_somebody_is_involved():
    periods = (a_term("ine", "2018-01-01", role="toezicht"),)
    said = network_in_words(on(a_small_case(periods=periods), DAY, "family"))
    assert said[3] == "Ine en Noor: contact (toezicht)."


def test_the_words_name_every_island_of_more_than_one_organisation():
    meeting = an_event("2021-05-01", involved=(Involved("ine"), Involved("bo")))
    said = network_in_words(on(a_small_case(events=(meeting,)), DAY, "islands"))
    assert said[-2:] == (
        "GI Midden en Wijkteam: contact.",
        "Eilandje A: GI Midden, Wijkteam.",
    )


def test_the_words_name_who_has_no_place_in_time_yet():
    said = network_in_words(on(a_small_case(periods=()), DAY, "family"))
    assert said[-1] == "Nog zonder plek in de tijd: Ine, Tom, Bo, GI Midden, Wijkteam."


@pytest.mark.parametrize("preset", list(Preset))
def test_every_view_has_a_name_and_one_question_without_why(preset):
    question = network_question(a_small_case(), preset.value)
    assert (question.count("?"), question.casefold().count("waarom")) == (1, 0)
    assert len(network_presets()[preset.value]) > 0


def test_the_question_of_support_and_tension_names_the_child():
    question = network_question(a_small_case(), "support_and_tension")
    assert question == "Wie nam afscheid van Noor, en hoe ging dat?"


def test_the_legend_explains_every_mark_and_line_in_words():
    assert network_legend().alt == (
        "er al, nieuw, terug, net weg, contact, regie, steun, spanning, contact verbroken, "
        "eilandje: nu geen lijn met een ander"
    )
