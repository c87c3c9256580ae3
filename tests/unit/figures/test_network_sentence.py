"""What changed since the last stop, in one sentence of roles."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.domain.dates import Span, exactly, whole_year
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.timeline import Period, Tie
from casusanalyse.domain.vocabulary import Bond, Lane, TieKind
from casusanalyse.figures.network_people import Cast
from casusanalyse.figures.network_sentence import MOST, say_change
from casusanalyse.figures.network_story import say_story
from tests.builders import a_case, a_span

NOOR = Person(key="noor", name="Noor", bond=Bond.CHILD)
MOTHER = Person(key="mirjam", name="Mirjam", kin="moeder")
OMA = Person(key="oma", name="Truus", kin="oma", bond=Bond.NETWORK)
TEAM = Organisation(key="team", rank=1, name="wijkteam")
SCHOOL = Organisation(key="school", rank=2, name="school")
JORIS = Professional(
    key="joris", rank=1, name="Joris", function="ambulant begeleider", organisation="team"
)
IRIS = Professional(key="iris", rank=2, name="Iris", function="mentor", organisation="school")


def there(party, *terms):
    """A party that is involved from and until these days; no end means still."""
    return tuple(
        Period(
            key=f"{party}-{first}",
            lane=Lane.INVOLVEMENT,
            party=party,
            when=a_span(first, *last, ongoing=not last),
        )
        for first, *last in terms
    )


def circle(*periods, **shelves):
    given_shelves = {
        "people": (NOOR,),
        "organisations": (TEAM, SCHOOL),
        "professionals": (JORIS, IRIS),
        "periods": tuple(period for some in periods for period in some),
    }
    return a_case(**(given_shelves | shelves))


def cast(case, before="2018-01-01", day="2019-01-01"):
    days = {"before": date.fromisoformat(before), "day": date.fromisoformat(day)}
    return Cast(case, preset="organisations", **days)


def told(case, **days):
    return say_change(cast(case, **days))


def test_roles_come_first_and_everything_has_its_own_word():
    case = circle(
        there("school", ("2018-06-01",)),
        there("team", ("2016-01-01",)),
        there("joris", ("2017-01-01", "2018-06-01")),
        there("oma", ("2015-01-01", "2016-01-01"), ("2018-06-01",)),
        people=(NOOR, MOTHER, OMA),
    )
    assert told(case) == (
        "Nieuw: school. Weg: ambulant begeleider. Terug: oma. Dit bleef: het gezin, wijkteam."
    )


def test_nothing_changed_is_said_calmly():
    case = circle(there("team", ("2016-01-01",)))
    assert told(case) == "Dit bleef zo."


def test_the_first_stop_has_nothing_to_compare_with():
    case = circle(there("team", ("2016-01-01",)))
    assert told(case, before="2019-01-01") == "Hier begint de lijn."


def test_people_come_and_go_under_the_name_of_their_organisation():
    case = circle(there("joris", ("2018-06-01",)), there("iris", ("2017-01-01", "2018-06-01")))
    assert told(case) == "Nieuw: wijkteam. Weg: school."


def test_a_first_name_is_said_only_where_two_have_the_same_role():
    other = replace(JORIS, key="sanne", name="Sanne", rank=3)
    case = circle(
        there("team", ("2016-01-01",)),
        there("joris", ("2017-01-01", "2018-06-01")),
        there("sanne", ("2018-06-01",)),
        professionals=(JORIS, other),
    )
    assert told(case) == (
        "Nieuw: ambulant begeleider Sanne. Weg: ambulant begeleider Joris. Dit bleef: wijkteam."
    )


def test_a_vague_date_is_not_claimed_as_new_or_gone():
    year = Span(since=whole_year(2018), ongoing=True)
    ends = Span(since=exactly(date(2016, 1, 1)), until=whole_year(2018))
    periods = (
        Period(key="q1", lane=Lane.INVOLVEMENT, party="team", when=year),
        Period(key="q2", lane=Lane.INVOLVEMENT, party="school", when=ends),
    )
    assert told(circle(periods), day="2018-08-01") == (
        "Rond deze tijd in beeld: wijkteam. Rond deze tijd uit beeld: school."
    )


def test_more_than_four_names_are_counted():
    many = tuple(Organisation(key=f"o{n}", rank=n, name=f"huis {n}") for n in range(MOST + 3))
    case = circle(*(there(one.key, ("2018-06-01",)) for one in many), organisations=many)
    assert told(case) == "Nieuw: huis 0, huis 1, huis 2 en nog 4."


def test_who_supports_the_child_is_named_first_among_those_who_stayed():
    case = circle(
        there("team", ("2016-01-01",)),
        there("iris", ("2016-01-01",)),
        there("joris", ("2018-06-01",)),
        people=(NOOR, MOTHER),
        ties=(Tie(key="t1", a="iris", b="noor", kind=TieKind.SUPPORT),),
    )
    assert told(case) == (
        "Nieuw: ambulant begeleider. Dit bleef: mentor, het gezin, wijkteam, school."
    )


def test_the_beamer_counts_what_is_sure_and_names_two_who_stayed():
    case = circle(
        there("iris", ("2016-01-01",)),
        there("team", ("2018-06-01",)),
        people=(NOOR, MOTHER),
        ties=(Tie(key="t1", a="iris", b="noor", kind=TieKind.SUPPORT),),
    )
    shown = cast(case)
    assert say_story(shown, lambda _: True) == (
        "Eén kwam erbij; mentor Iris en het gezin bleven."
    )
    assert say_story(shown, lambda said: "gezin" not in said) == (
        "Eén kwam erbij; mentor Iris bleef."
    )
    assert say_story(shown, lambda _: False) == "Eén kwam erbij."


def test_the_beamer_counts_who_left_and_who_came_in_words():
    case = circle(
        there("school", ("2018-06-01",)),
        there("team", ("2016-01-01", "2018-06-01")),
        there("oma", ("2015-01-01", "2016-01-01"), ("2018-06-01",)),
        people=(NOOR, OMA),
    )
    assert say_story(cast(case), lambda _: True) == "Eén ging weg, twee kwamen erbij."


def test_the_beamer_does_not_count_what_is_vague():
    year = Period(
        key="q", lane=Lane.INVOLVEMENT, party="team", when=Span(since=whole_year(2018))
    )
    case = circle((year,))
    assert say_story(cast(case, before="2017-06-01", day="2018-08-01"), lambda _: True) == (
        "Rond deze tijd veranderde er iets."
    )


days = st.dates(date(2015, 1, 1), date(2020, 1, 1))
terms = st.lists(st.tuples(days, days).map(sorted), max_size=2)


@given(terms, terms, days, days)
def test_the_sentence_says_that_nothing_changed_exactly_when_nobody_came_or_went(
    joris, iris, one, other
):
    before, day = sorted((one, other))
    spans = {"joris": joris, "iris": iris}
    case = circle(
        *(
            there(key, *((first.isoformat(), last.isoformat()) for first, last in terms))
            for key, terms in spans.items()
        )
    )

    def here(moment):
        return {
            (key, first)
            for key, terms in spans.items()
            for first, last in terms
            if first <= moment <= last
        }

    said = told(case, before=before.isoformat(), day=day.isoformat())
    keys = [{key for key, _ in here(moment)} for moment in (before, day)]
    if before == day:
        assert said == "Hier begint de lijn."
    elif keys[0] != keys[1]:
        assert said != "Dit bleef zo."
    elif here(before) == here(day):
        assert said == "Dit bleef zo."
