"""What people type as a date, and what is understood."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.content.date_calendar import roughly, school_years, year_parts
from casusanalyse.content.date_reading import Line, read_line, read_when
from casusanalyse.content.date_words import say_span
from casusanalyse.domain.dates import (
    Precision,
    Span,
    VagueDate,
    exactly,
    whole_month,
    whole_year,
)

TODAY = date(2026, 11, 22)
BORN_MAY_2012 = whole_month(2012, 5)
DAY, MONTH, SEASON = Precision.DAY, Precision.MONTH, Precision.SEASON
PART, SCHOOL, YEAR = Precision.PART_OF_YEAR, Precision.SCHOOL_YEAR, Precision.YEAR


def read(words: str) -> Span | None:
    return read_when(words, birth=BORN_MAY_2012, today=TODAY)


def line(words: str) -> Line:
    return read_line(words, birth=BORN_MAY_2012, today=TODAY)


def vague(first: str, last: str, precision: Precision, **soft: bool) -> VagueDate:
    first_day, last_day = date.fromisoformat(first), date.fromisoformat(last)
    return VagueDate(first=first_day, last=last_day, precision=precision, **soft)


MOMENTS = [
    ("2019", "2019-01-01", "2019-12-31", YEAR),
    ("'19", "2019-01-01", "2019-12-31", YEAR),
    ("’98", "1998-01-01", "1998-12-31", YEAR),
    ("in 2019", "2019-01-01", "2019-12-31", YEAR),
    ("in het jaar 2019", "2019-01-01", "2019-12-31", YEAR),
    ("mrt 2019", "2019-03-01", "2019-03-31", MONTH),
    ("Mrt. 2019", "2019-03-01", "2019-03-31", MONTH),
    ("maart 2019", "2019-03-01", "2019-03-31", MONTH),
    ("maart van 2019", "2019-03-01", "2019-03-31", MONTH),
    ("MAART  2019 ", "2019-03-01", "2019-03-31", MONTH),
    ("sept 2019", "2019-09-01", "2019-09-30", MONTH),
    ("feb '20", "2020-02-01", "2020-02-29", MONTH),
    ("mei 2019", "2019-05-01", "2019-05-31", MONTH),
    ("3-2019", "2019-03-01", "2019-03-31", MONTH),
    ("03/2019", "2019-03-01", "2019-03-31", MONTH),
    ("2019-03", "2019-03-01", "2019-03-31", MONTH),
    ("12-3-2019", "2019-03-12", "2019-03-12", DAY),
    ("12/3/2019", "2019-03-12", "2019-03-12", DAY),
    ("12.3.19", "2019-03-12", "2019-03-12", DAY),
    ("12-03-2019", "2019-03-12", "2019-03-12", DAY),
    ("12 - 3 - 2019", "2019-03-12", "2019-03-12", DAY),
    ("2019-03-12", "2019-03-12", "2019-03-12", DAY),
    ("12 maart 2019", "2019-03-12", "2019-03-12", DAY),
    ("12 mrt. 2019", "2019-03-12", "2019-03-12", DAY),
    ("12 mrt 19", "2019-03-12", "2019-03-12", DAY),
    ("12-mrt-2019", "2019-03-12", "2019-03-12", DAY),
    ("1e mei 2019", "2019-05-01", "2019-05-01", DAY),
    ("op 3 mei 2019", "2019-05-03", "2019-05-03", DAY),
    ("per 1 januari 2020", "2020-01-01", "2020-01-01", DAY),
    ("vrijdag 3 mei 2019", "2019-05-03", "2019-05-03", DAY),
    ("op vr. 3 mei 2019", "2019-05-03", "2019-05-03", DAY),
    ("29-2-2020", "2020-02-29", "2020-02-29", DAY),
    ("12 mrt", "2026-03-12", "2026-03-12", DAY),
    ("12 december", "2025-12-12", "2025-12-12", DAY),
    ("29 feb", "2024-02-29", "2024-02-29", DAY),
    ("voorjaar 2019", "2019-03-01", "2019-05-31", SEASON),
    ("lente 2019", "2019-03-01", "2019-05-31", SEASON),
    ("zomer 2018", "2018-06-01", "2018-08-31", SEASON),
    ("in de zomer van 2018", "2018-06-01", "2018-08-31", SEASON),
    ("najaar 2017", "2017-09-01", "2017-11-30", SEASON),
    ("herfst '17", "2017-09-01", "2017-11-30", SEASON),
    ("winter 2018-2019", "2018-12-01", "2019-02-28", SEASON),
    ("winter 2018/'19", "2018-12-01", "2019-02-28", SEASON),
    ("winter 2018/19", "2018-12-01", "2019-02-28", SEASON),
    ("winter 2019", "2018-12-01", "2019-02-28", SEASON),
    ("winter 2020", "2019-12-01", "2020-02-29", SEASON),
    ("begin 2019", "2019-01-01", "2019-03-31", PART),
    ("begin van 2019", "2019-01-01", "2019-03-31", PART),
    ("midden 2018", "2018-05-01", "2018-08-31", PART),
    ("half 2018", "2018-05-01", "2018-08-31", PART),
    ("medio 2018", "2018-05-01", "2018-08-31", PART),
    ("eind 2017", "2017-10-01", "2017-12-31", PART),
    ("tweede helft van 2018", "2018-07-01", "2018-12-31", PART),
    ("3e kwartaal 2019", "2019-07-01", "2019-09-30", PART),
    ("tweede kwartaal van 2019", "2019-04-01", "2019-06-30", PART),
    ("Q4 2019", "2019-10-01", "2019-12-31", PART),
    ("begin mei 2019", "2019-05-01", "2019-05-10", MONTH),
    ("half mei 2019", "2019-05-11", "2019-05-20", MONTH),
    ("eind feb 2019", "2019-02-21", "2019-02-28", MONTH),
    ("kerst 2018", "2018-12-24", "2018-12-26", DAY),
    ("kerstvakantie 2018", "2018-12-20", "2019-01-08", MONTH),
    ("oud en nieuw 2018", "2018-12-31", "2019-01-01", DAY),
    ("zomervakantie 2019", "2019-07-01", "2019-08-31", SEASON),
    ("schooljaar 2019-2020", "2019-09-01", "2020-07-31", SCHOOL),
    ("schooljaar 2019/20", "2019-09-01", "2020-07-31", SCHOOL),
    ("schooljaar 2019", "2019-09-01", "2020-07-31", SCHOOL),
    ("groep 1", "2016-09-01", "2017-07-31", SCHOOL),
    ("groep 4", "2019-09-01", "2020-07-31", SCHOOL),
    ("in groep acht", "2023-09-01", "2024-07-31", SCHOOL),
    ("klas 1", "2024-09-01", "2025-07-31", SCHOOL),
    ("2e klas", "2025-09-01", "2026-07-31", SCHOOL),
    ("brugklas", "2024-09-01", "2025-07-31", SCHOOL),
    ("2 vmbo", "2025-09-01", "2026-07-31", SCHOOL),
    ("havo 2", "2025-09-01", "2026-07-31", SCHOOL),
    ("toen Noor 6 was", "2018-05-01", "2019-05-31", YEAR),
    ("toen zij zes jaar was", "2018-05-01", "2019-05-31", YEAR),
    ("toen ze 6 werd", "2018-05-01", "2019-05-31", YEAR),
    ("op haar zesde", "2018-05-01", "2019-05-31", YEAR),
    ("op zijn 6e", "2018-05-01", "2019-05-31", YEAR),
    ("6 jaar oud", "2018-05-01", "2019-05-31", YEAR),
    ("op 6-jarige leeftijd", "2018-05-01", "2019-05-31", YEAR),
    ("als 6-jarige", "2018-05-01", "2019-05-31", YEAR),
    ("peuter", "2014-05-01", "2016-05-31", YEAR),
    ("als kleuter", "2016-05-01", "2018-05-31", YEAR),
    ("in haar peutertijd", "2014-05-01", "2016-05-31", YEAR),
    ("toen zij peuter was", "2014-05-01", "2016-05-31", YEAR),
    ("bij de geboorte", "2012-05-01", "2012-05-31", MONTH),
    ("haar geboorte", "2012-05-01", "2012-05-31", MONTH),
    ("nu", "2026-11-22", "2026-11-22", DAY),
    ("vandaag", "2026-11-22", "2026-11-22", DAY),
    ("gisteren", "2026-11-21", "2026-11-21", DAY),
    ("4 dagen geleden", "2026-11-18", "2026-11-18", DAY),
    ("deze week", "2026-11-16", "2026-11-22", MONTH),
    ("vorige week", "2026-11-09", "2026-11-15", MONTH),
    ("deze maand", "2026-11-01", "2026-11-30", MONTH),
    ("vorige maand", "2026-10-01", "2026-10-31", MONTH),
    ("dit jaar", "2026-01-01", "2026-12-31", YEAR),
    ("vorig jaar", "2025-01-01", "2025-12-31", YEAR),
    ("dit schooljaar", "2026-09-01", "2027-07-31", SCHOOL),
    ("afgelopen zomer", "2026-06-01", "2026-08-31", SEASON),
    ("tussen 2017 en 2019", "2017-01-01", "2019-12-31", YEAR),
    ("2017 of 2018", "2017-01-01", "2018-12-31", YEAR),
    ("12 of 13 mei 2019", "2019-05-12", "2019-05-13", DAY),
    ("groep 3 of 4", "2018-09-01", "2020-07-31", SCHOOL),
    ("tussen mrt 2018 en mei 2019", "2018-03-01", "2019-05-31", MONTH),
    ("tussen maart en mei 2019", "2019-03-01", "2019-05-31", MONTH),
    ("tussen 3 en 8 mei 2019", "2019-05-03", "2019-05-08", DAY),
    ("tussen zomer en kerst 2018", "2018-06-01", "2018-12-26", SEASON),
]


@pytest.mark.parametrize(("words", "first", "last", "precision"), MOMENTS)
def test_a_moment_is_understood(words: str, first: str, last: str, precision: Precision):
    assert read(words) == Span(since=vague(first, last, precision))


SOFT = [
    ("± 2018", "2017-07-01", "2019-06-30", YEAR, {"about": True}),
    ("±2018", "2017-07-01", "2019-06-30", YEAR, {"about": True}),
    ("ca. 2018", "2017-07-01", "2019-06-30", YEAR, {"about": True}),
    ("circa 2018", "2017-07-01", "2019-06-30", YEAR, {"about": True}),
    ("rond 2018", "2017-07-01", "2019-06-30", YEAR, {"about": True}),
    ("ongeveer 2018", "2017-07-01", "2019-06-30", YEAR, {"about": True}),
    ("omstreeks mei 2019", "2019-04-01", "2019-06-30", MONTH, {"about": True}),
    ("rond de zomer van 2018", "2018-05-01", "2018-09-30", SEASON, {"about": True}),
    ("rond 12-3-2019", "2019-03-05", "2019-03-19", DAY, {"about": True}),
    ("2 jaar geleden", "2023-07-01", "2025-06-30", YEAR, {"about": True}),
    ("drie maanden geleden", "2026-07-01", "2026-09-30", MONTH, {"about": True}),
    ("12-3-2019?", "2019-03-12", "2019-03-12", DAY, {"doubt": True}),
    ("2019 ?", "2019-01-01", "2019-12-31", YEAR, {"doubt": True}),
    ("mei 2019 (?)", "2019-05-01", "2019-05-31", MONTH, {"doubt": True}),
    ("misschien 2019", "2019-01-01", "2019-12-31", YEAR, {"doubt": True}),
    ("vermoedelijk voorjaar 2019", "2019-03-01", "2019-05-31", SEASON, {"doubt": True}),
    ("waarschijnlijk in mei 2019", "2019-05-01", "2019-05-31", MONTH, {"doubt": True}),
    ("12 mrt 2019, niet zeker", "2019-03-12", "2019-03-12", DAY, {"doubt": True}),
    ("2019 denk ik", "2019-01-01", "2019-12-31", YEAR, {"doubt": True}),
    ("rond 2018?", "2017-07-01", "2019-06-30", YEAR, {"about": True, "doubt": True}),
    ("misschien rond 2018", "2017-07-01", "2019-06-30", YEAR, {"about": True, "doubt": True}),
    ("groep 4?", "2019-09-01", "2020-07-31", SCHOOL, {"doubt": True}),
]


@pytest.mark.parametrize(("words", "first", "last", "precision", "soft"), SOFT)
def test_roughly_widens_and_doubt_is_kept(
    words: str, first: str, last: str, precision: Precision, soft: dict[str, bool]
):
    assert read(words) == Span(since=vague(first, last, precision, **soft))


Y2017, Y2019, Y2020 = whole_year(2017), whole_year(2019), whole_year(2020)
STRETCHES = [
    ("2017-2019", Span(since=Y2017, until=Y2019)),
    ("2017 - 2019", Span(since=Y2017, until=Y2019)),
    ("2017–2019", Span(since=Y2017, until=Y2019)),
    ("2017/2019", Span(since=Y2017, until=Y2019)),
    ("2017-19", Span(since=Y2017, until=Y2019)),
    ("'17-'19", Span(since=Y2017, until=Y2019)),
    ("2017 tot 2019", Span(since=Y2017, until=Y2019)),
    ("2017 t/m 2019", Span(since=Y2017, until=Y2019)),
    ("van 2017 tot en met 2019", Span(since=Y2017, until=Y2019)),
    ("mrt 2018 t/m mei 2019", Span(since=whole_month(2018, 3), until=whole_month(2019, 5))),
    ("maart-mei 2019", Span(since=whole_month(2019, 3), until=whole_month(2019, 5))),
    ("van maart tot mei 2019", Span(since=whole_month(2019, 3), until=whole_month(2019, 5))),
    ("3-8 mei 2019", Span(since=exactly(date(2019, 5, 3)), until=exactly(date(2019, 5, 8)))),
    (
        "3 maart - 8 mei 2019",
        Span(since=exactly(date(2019, 3, 3)), until=exactly(date(2019, 5, 8))),
    ),
    (
        "12-3-2019 - 15-4-2019",
        Span(since=exactly(date(2019, 3, 12)), until=exactly(date(2019, 4, 15))),
    ),
    ("groep 3-5", Span(since=school_years(2018, 2018), until=school_years(2020, 2020))),
    (
        "groep 3 t/m groep 5",
        Span(since=school_years(2018, 2018), until=school_years(2020, 2020)),
    ),
    ("sinds 2020", Span(since=Y2020, ongoing=True)),
    ("vanaf mei 2019", Span(since=whole_month(2019, 5), ongoing=True)),
    ("sinds gisteren", Span(since=exactly(date(2026, 11, 21)), ongoing=True)),
    ("sinds 2 jaar", Span(since=roughly(whole_year(2024)), ongoing=True)),
    ("sinds haar geboorte", Span(since=BORN_MAY_2012, ongoing=True)),
    ("2020-heden", Span(since=Y2020, ongoing=True)),
    ("2020 tot nu", Span(since=Y2020, ongoing=True)),
    ("van 2020 tot vandaag", Span(since=Y2020, ongoing=True)),
    ("sinds rond 2018", Span(since=roughly(whole_year(2018)), ongoing=True)),
    ("tot 2019", Span(until=Y2019)),
    ("t/m 2019", Span(until=Y2019)),
    ("tot en met mei 2019", Span(until=whole_month(2019, 5))),
    ("zomer 2018-2019", Span(since=vague("2018-06-01", "2018-08-31", SEASON), until=Y2019)),
    ("tot haar zesde", Span(until=vague("2018-05-01", "2019-05-31", YEAR))),
    (
        "van haar derde tot haar zesde",
        Span(
            since=vague("2015-05-01", "2016-05-31", YEAR),
            until=vague("2018-05-01", "2019-05-31", YEAR),
        ),
    ),
]


@pytest.mark.parametrize(("words", "span"), STRETCHES)
def test_a_stretch_is_understood(words: str, span: Span):
    assert read(words) == span


def test_doubt_at_the_end_of_a_stretch_belongs_to_its_end():
    doubted = vague("2019-01-01", "2019-12-31", YEAR, doubt=True)
    assert read("2017-2019?") == Span(since=Y2017, until=doubted)


NOT_DATES = [
    "",
    "   ",
    "?",
    "toen oma ziek was",
    "toen oma 60 was",
    "Mei",
    "mei",
    "zomer",
    "4 dagen",
    "3 kinderen",
    "groep collega's",
    "groep 9",
    "groep 0",
    "klas 7",
    "12",
    "12-3",
    "31-2-2019",
    "29 februari 2019",
    "12-13-2019",
    "0-3-2019",
    "1850",
    "1899",
    "2032",
    "20190",
    "eind jaren",
    "eind jaren 90",
    "Kerkstraat 12",
    "2019-2017",
    "tussen 2019 en 2017",
    "tot nu",
    "tot nu toe",
    "sinds",
    "rond",
    "haar zesde",
    "06-12345678",
    "1234 AB",
]


@pytest.mark.parametrize("words", NOT_DATES)
def test_other_words_are_not_a_date(words: str):
    assert read(words) is None


LINES = [
    ("voorjaar 2019 Noor gaat naar oma Truus", "voorjaar 2019", "Noor gaat naar oma Truus"),
    ("12-3-2019? ruzie", "12-3-2019?", "Ruzie"),
    ("2017-2019: wonen bij oma", "2017-2019", "Wonen bij oma"),
    ("sinds 2020 thuis", "sinds 2020", "Thuis"),
    ("groep 4 valt uit", "groep 4", "Valt uit"),
    ("op 3 mei 2019 gesprek op school", "op 3 mei 2019", "Gesprek op school"),
    ("Noor naar oma (zomer 2018)", "zomer 2018", "Noor naar oma"),
    ("Noor naar oma, zomer 2018.", "zomer 2018", "Noor naar oma"),
    ("2019 - Noor naar oma", "2019", "Noor naar oma"),
    ("2019:Noor naar oma", "2019", "Noor naar oma"),
    ("(2019) naar oma.", "2019", "Naar oma"),
    ("2017 tot 2019 bij oma", "2017 tot 2019", "Bij oma"),
    ("tot 2019 bij oma", "tot 2019", "Bij oma"),
    ("rond de zomer van 2018 verhuisd", "rond de zomer van 2018", "Verhuisd"),
    ("toen Noor 6 was ging opa dood", "toen Noor 6 was", "Ging opa dood"),
    ("als peuter bij oma", "als peuter", "Bij oma"),
    ("12 mrt 19 kinderen op straat", "12 mrt", "19 kinderen op straat"),
    ("2019 kinderen uit huis", "2019", "Kinderen uit huis"),
    ("mei 2019 2 weken logeren", "mei 2019", "2 weken logeren"),
    ("2019 tot oma ziek werd", "2019", "Tot oma ziek werd"),
    ("begin mei 2019, het gaat beter!", "begin mei 2019", "Het gaat beter!"),
    ("2019", "2019", ""),
    ("Noor komt thuis", "", "Noor komt thuis"),
    ("toen oma ziek was", "", "Toen oma ziek was"),
    ("2000 euro schuld", "", "2000 euro schuld"),
    ("groep 4 kinderen", "", "Groep 4 kinderen"),
    ("groep collega's komt langs", "", "Groep collega's komt langs"),
    ("Mei komt logeren", "", "Mei komt logeren"),
    ("Kerkstraat 12, derde etage", "", "Kerkstraat 12, derde etage"),
    ("peuter valt van de trap", "", "Peuter valt van de trap"),
    ("bij de geboorte van Sam", "", "Bij de geboorte van Sam"),
    ("haar zesde school", "", "Haar zesde school"),
    ("Nieuwe school, weer een juf", "", "Nieuwe school, weer een juf"),
    ("en toen...", "", "En toen..."),
    ("", "", ""),
]


@pytest.mark.parametrize(("words", "said", "rest"), LINES)
def test_a_line_is_split_into_its_date_and_its_title(words: str, said: str, rest: str):
    found = line(words)
    assert (found.said, found.rest) == (said, rest)
    assert found.when == read(said)


def test_school_groups_are_unknown_without_a_birth():
    assert read_when("groep 4", birth=None, today=TODAY) is None
    assert read_when("op haar zesde", birth=None, today=TODAY) is None


def test_an_autumn_child_may_be_in_either_school_year():
    born = exactly(date(2012, 10, 1))
    found = read_when("groep 4", birth=born, today=TODAY)
    assert found == Span(since=school_years(2019, 2020))


def test_a_child_of_september_is_in_one_school_year():
    born = exactly(date(2012, 9, 30))
    found = read_when("groep 4", birth=born, today=TODAY)
    assert found == Span(since=school_years(2019, 2019))


def test_a_birth_known_to_the_year_widens_the_school_year():
    found = read_when("groep 4", birth=whole_year(2012), today=TODAY)
    assert found == Span(since=school_years(2019, 2020))


def test_an_age_ends_the_day_before_the_next_birthday():
    born = exactly(date(2012, 5, 12))
    found = read_when("toen zij 6 was", birth=born, today=TODAY)
    assert found == Span(since=vague("2018-05-12", "2019-05-11", YEAR))


def days(first_year: int = 1950, last_year: int = 2026) -> st.SearchStrategy[date]:
    return st.dates(date(first_year, 1, 1), date(last_year, 12, 31))


def centres() -> st.SearchStrategy[VagueDate]:
    years = st.integers(1950, 2026)
    return st.one_of(
        days().map(exactly),
        years.map(whole_year),
        st.builds(whole_month, years, st.integers(1, 12)),
        years.map(lambda year: school_years(year, year)),
        st.builds(
            lambda part, year: part.beginning_in(year), st.sampled_from(year_parts()), years
        ),
        st.builds(
            lambda one, other, how: VagueDate(
                first=min(one, other), last=max(one, other), precision=how
            ),
            days(),
            days(),
            st.sampled_from(Precision),
        ),
    )


def moments() -> st.SearchStrategy[VagueDate]:
    return st.builds(
        lambda moment, rough, doubt: VagueDate(
            first=(roughly(moment) if rough else moment).first,
            last=(roughly(moment) if rough else moment).last,
            precision=moment.precision,
            about=rough,
            doubt=doubt,
        ),
        centres(),
        st.booleans(),
        st.booleans(),
    )


def spans() -> st.SearchStrategy[Span]:
    def ordered(one: VagueDate, other: VagueDate) -> Span:
        early, late = sorted((one, other), key=lambda moment: moment.first)
        return Span(since=early, until=late)

    return st.one_of(
        st.builds(lambda moment: Span(since=moment), moments()),
        st.builds(lambda moment: Span(since=moment, ongoing=True), moments()),
        st.builds(lambda moment: Span(until=moment), moments()),
        st.builds(ordered, moments(), moments()),
    )


def bounds(span: Span | None) -> object:
    ends = (span.since, span.until) if span else ()
    return [end and (end.first, end.last, end.doubt) for end in ends], span and span.ongoing


@given(spans())
@settings(max_examples=400, deadline=None)
def test_reading_what_is_said_gives_the_same_bounds(span: Span):
    assert bounds(read(say_span(span))) == bounds(span)


TOLD = """2019 '19 3 12-3-2019 mei maart voorjaar winter begin half rond ± ca. ? misschien
    tussen en tot t/m - – sinds vanaf groep klas toen was jaar oud haar zesde nu vorig
    schooljaar ( ) , . : ; de van geboorte geleden kwartaal 9999 0 Noor"""
PIECES = st.sampled_from(TOLD.split())


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join)))
@settings(max_examples=400, deadline=None)
def test_no_line_is_ever_refused(words: str):
    found = line(words)
    assert (found.when is None) == (found.said == "")


@given(st.lists(PIECES, max_size=12).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_what_is_said_is_read_the_same_on_its_own(words: str):
    found = line(words)
    assert found.when == read(found.said)


def test_reading_a_line_costs_little():
    for words, _, _ in LINES:
        line(words)
    start = perf_counter()
    for words, _, _ in LINES:
        line(words)
    assert (perf_counter() - start) / len(LINES) < 0.003
