"""What a view shows, in one sentence of facts."""

from datetime import date

import pytest

from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.timeline import Period, Tie
from casusanalyse.domain.vocabulary import Bond, Lane, TieKind
from casusanalyse.figures.network_people import Cast
from casusanalyse.figures.network_view import say_view
from tests.builders import a_case, a_span

ALWAYS = a_span("2010-01-01", ongoing=True)


def a_period(party, lane=Lane.INVOLVEMENT):
    return Period(key=f"{lane}-{party}", lane=lane, party=party, when=ALWAYS)


def circle(*extra, **shelves):
    given = {
        "people": (Person(key="noor", name="Noor", bond=Bond.CHILD),),
        "organisations": tuple(
            Organisation(key=key, name=key.upper()) for key in ("gi", "ggz", "team")
        ),
        "professionals": (
            Professional(key="ine", name="Ine", function="jurist", organisation="gi"),
        ),
        "periods": (*(a_period(key) for key in ("gi", "ggz", "team", "ine")), *extra),
    }
    return a_case(**(given | shelves))


def told(case, preset):
    return say_view(Cast(case, day=date(2020, 1, 1), preset=preset))


def a_tie(a, b, kind):
    return Tie(key=f"{a}-{b}", a=a, b=b, kind=kind)


TIES = (a_tie("gi", "ggz", TieKind.TENSION), a_tie("ine", "noor", TieKind.SUPPORT))


@pytest.mark.parametrize(
    ("preset", "sentence"),
    [
        ("family", "3 lijnen lopen nu naar Noor en het gezin."),
        ("direction", "Op deze dag staat er niemand met de regie op de lijn."),
        ("support_and_tension", "Nu: één lijn van steun en één lijn van spanning."),
        ("organisations", "2 van de 3 organisaties hebben nu een lijn met een andere."),
        ("islands", "Er zijn nu 2 eilandjes zonder lijn met elkaar."),
    ],
)
def test_every_view_says_what_it_shows(preset, sentence):
    assert told(circle(ties=TIES), preset) == sentence


def test_who_holds_the_direction_is_named_alone_or_together():
    one = a_period("ine", Lane.DIRECTION)
    both = a_period("team", Lane.DIRECTION)
    assert told(circle(one), "direction") == "Ine (jurist) heeft nu de regie."
    assert told(circle(one, both), "direction") == (
        "Ine (jurist), TEAM hebben nu samen de regie."
    )


def test_what_is_not_there_is_said_in_words():
    case = circle(ties=TIES[:1])
    assert told(case, "support_and_tension") == (
        "Nu: geen lijnen van steun en één lijn van spanning."
    )
    assert told(circle(), "organisations") == (
        "Geen van de 3 organisaties heeft nu een lijn met een andere."
    )
    assert told(circle(), "support_and_tension") == (
        "Op deze dag zijn er nog geen lijnen om te laten zien."
    )


@pytest.mark.parametrize("preset", ["family", "direction", "organisations", "islands"])
def test_with_nobody_around_the_child_that_is_what_every_view_says(preset):
    assert told(a_case(), preset) == "Er staat nu niemand om Vlinder heen."
