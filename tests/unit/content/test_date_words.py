"""How dates are said in Dutch."""

from datetime import date

import pytest

from casusanalyse.content.date_reading import read_when
from casusanalyse.content.date_words import (
    say_age,
    say_bounds,
    say_date,
    say_day,
    say_long_day,
    say_span,
)
from casusanalyse.domain.dates import Span, VagueDate, exactly, whole_month, whole_year

TODAY = date(2026, 11, 22)
BORN_MAY_2012 = whole_month(2012, 5)


def read(words: str) -> Span:
    found = read_when(words, birth=BORN_MAY_2012, today=TODAY)
    assert found is not None
    return found


def test_a_day_is_said_short():
    assert say_day(date(2021, 3, 17)) == "17 mrt 2021"


def test_a_long_day_may_name_the_weekday():
    assert say_long_day(date(2026, 11, 17)) == "17 november 2026"
    assert say_long_day(date(2026, 11, 17), weekday=True) == "dinsdag 17 november 2026"


MOMENTS = [
    ("mrt 2019", "maart 2019"),
    ("lente 2019", "voorjaar 2019"),
    ("winter 2019", "winter 2018-2019"),
    ("± 2018", "rond 2018"),
    ("± mrt 2018", "rond maart 2018"),
    ("eind 2017", "eind 2017"),
    ("eind mei 2017", "eind mei 2017"),
    ("12-3-2019?", "12 mrt 2019, niet zeker"),
    ("groep 4", "schooljaar 2019-2020"),
    ("2019", "2019"),
    ("Q2 2019", "2e kwartaal 2019"),
    ("kerst 2018", "kerst 2018"),
    ("tussen 2017 en 2019", "tussen 2017 en 2019"),
    ("toen zij 6 was", "tussen mei 2018 en mei 2019"),
    ("tussen 3 en 8 mei 2019", "tussen 3 mei 2019 en 8 mei 2019"),
    ("2 weken geleden", "tussen 26 okt 2026 en 15 nov 2026"),
]


@pytest.mark.parametrize(("words", "said"), MOMENTS)
def test_a_moment_is_said_as_vague_as_it_is(words: str, said: str):
    since = read(words).since
    assert since is not None
    assert say_date(since) == said


STRETCHES = [
    ("2017-2019", "2017 tot 2019"),
    ("sinds 2020", "sinds 2020"),
    ("tot 2019", "tot 2019"),
    ("maart-mei 2019", "mrt–mei 2019"),
    ("mrt 2018 t/m mei 2019", "mrt 2018 tot mei 2019"),
    ("vanaf mrt 2019", "sinds mrt 2019"),
    ("± 2017 - 2019?", "rond 2017 tot 2019?"),
    ("maart - mei 2019?", "mrt 2019 tot mei 2019?"),
    ("voorjaar 2019", "voorjaar 2019"),
]


@pytest.mark.parametrize(("words", "said"), STRETCHES)
def test_a_stretch_is_said_from_end_to_end(words: str, said: str):
    assert say_span(read(words)) == said


UNDERSTOOD = [
    ("2019", "heel 2019"),
    ("mrt 2019", "maart 2019"),
    ("± 2018", "rond 2018"),
    ("± 2018?", "rond 2018, niet zeker"),
    ("groep 4", "sep 2019 – jul 2020"),
    ("12-3-2019?", "12 mrt 2019, niet zeker"),
    ("sinds 2020", "2020 tot nu"),
    ("2017-2019", "2017 tot 2019"),
    ("tot 2019", "tot 2019"),
    ("maart-mei 2019", "mrt–mei 2019"),
    ("voorjaar 2019", "mrt–mei 2019"),
    ("winter 2019", "dec 2018 – feb 2019"),
    ("begin mei 2019", "1–10 mei 2019"),
    ("tussen 2017 en 2019", "2017 – 2019"),
    ("tussen 28 april en 8 mei 2019", "28 apr – 8 mei 2019"),
    ("misschien 2019", "heel 2019, niet zeker"),
]


@pytest.mark.parametrize(("words", "understood"), UNDERSTOOD)
def test_the_bounds_show_how_words_were_understood(words: str, understood: str):
    assert say_bounds(read(words)) == understood


def test_no_date_is_said_as_well():
    assert say_bounds(None) == "nog zonder datum"


BORN = exactly(date(2012, 5, 12))
AGES = [
    (BORN, date(2019, 5, 11), "6 jaar"),
    (BORN, date(2019, 5, 12), "7 jaar"),
    (BORN, date(2012, 10, 12), "5 mnd"),
    (BORN, date(2014, 5, 11), "23 mnd"),
    (BORN, date(2014, 5, 12), "2 jaar"),
    (BORN, date(2012, 5, 12), "pas geboren"),
    (BORN, date(2012, 5, 11), "voor de geboorte"),
    (BORN_MAY_2012, date(2018, 5, 12), "5 of 6 jaar"),
    (BORN_MAY_2012, date(2012, 10, 12), "4 of 5 mnd"),
    (whole_year(2012), date(2012, 12, 1), "0 tot 11 mnd"),
    (BORN, Span(since=whole_year(2018)), "5 of 6 jaar"),
    (BORN, Span(since=exactly(date(2018, 6, 1)), ongoing=True), "6 jaar"),
    (BORN, Span(until=whole_year(2018)), "5 of 6 jaar"),
    (BORN, Span(since=whole_year(2012)), "0 tot 7 mnd"),
    (
        BORN,
        Span(since=VagueDate(first=date(2016, 1, 1), last=date(2019, 1, 1))),
        "3 tot 6 jaar",
    ),
    (
        BORN,
        Span(since=VagueDate(first=date(2013, 1, 1), last=date(2015, 1, 1))),
        "0 tot 2 jaar",
    ),
]


@pytest.mark.parametrize(("birth", "day", "age"), AGES)
def test_an_age_is_as_vague_as_the_dates_are(birth: VagueDate, day: date | Span, age: str):
    assert say_age(birth, day) == age
