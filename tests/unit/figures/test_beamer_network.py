"""The network on the beamer."""

import re
from datetime import date
from pathlib import Path

import pytest

from casusanalyse.analysis.network_presets import Preset
from casusanalyse.analysis.network_stops import stop_before, stops
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.projection import Viewer, as_seen
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.domain.timeline import Period, Tie
from casusanalyse.domain.vocabulary import Bond, Lane, TieKind
from casusanalyse.figures import palette
from casusanalyse.figures.beamer_network import network_scene
from casusanalyse.figures.network_people import Cast
from casusanalyse.figures.network_track import say_period
from casusanalyse.figures.network_zones import MOST, MOST_ASIDE, zones
from casusanalyse.store.casefile import read_case
from tests.builders import a_case, a_span
from tests.generator import a_generated_case

TODAY = date(2026, 11, 24)
SAMPLE = Path(__file__).parents[3] / "sample_cases" / "lange-lijn.json"
NOOR = Person(key="noor", name="Noor", bond=Bond.CHILD, nature="Tekent en voelt alles aan")
OMA = Person(key="oma", name="Truus", kin="oma")


def there(party, first, last=None):
    when = a_span(first, last, ongoing=last is None)
    return Period(key=f"{party}{first}", lane=Lane.INVOLVEMENT, party=party, when=when)


def a_circle(**shelves):
    given = {
        "people": (NOOR, OMA),
        "organisations": (Organisation(key="gi", name="GI Midden"),),
        "professionals": (
            Professional(key="ine", name="Ine", function="jeugdbeschermer", organisation="gi"),
            Professional(key="kees", name="Kees", function="mentor"),
        ),
        "periods": (
            there("ine", "2018-01-01", "2019-01-01"),
            there("kees", "2016-01-01", "2017-01-01"),
            there("kees", "2019-01-01"),
        ),
        "ties": (Tie(key="t1", a="oma", b="noor", kind=TieKind.SUPPORT),),
    }
    return a_case(**(given | shelves))


def scene(before, day, page=0):
    return Scene(
        kind=SceneKind.NETWORK,
        step=4,
        page=page,
        day=date.fromisoformat(day) if day else None,
        before=date.fromisoformat(before) if before else None,
    )


def drawn(case, before="2018-06-01", day="2019-06-01", page=0):
    return network_scene(case, scene(before, day, page), TODAY)


def said(picture):
    return re.findall(r"<text[^>]*>([^<]*)</text>", picture.svg)


def test_three_zones_tell_who_left_who_stayed_and_who_came_with_the_role_first():
    assert drawn(a_circle()).alt == (
        "jun 2018 tot jun 2019. Eén ging weg, één kwam erbij; oma bleef. "
        "Ging weg: GI Midden. Bleef: Oma. Kwam erbij: Mentor."
    )


def test_who_came_back_says_so_under_the_name():
    words = said(drawn(a_circle()))
    assert words[words.index("Mentor") + 1] == "terug"


def test_the_question_of_the_view_and_the_nature_of_the_child_stay_on_the_beamer():
    words = said(drawn(a_circle(), page=list(Preset).index(Preset.SUPPORT_AND_TENSION)))
    assert words[:2] == [
        "Wie nam afscheid van Noor, en hoe ging dat?",
        "Tekent en voelt alles aan",
    ]


def test_the_first_day_has_no_zone_of_who_left():
    words = said(drawn(a_circle(), before="2018-06-01", day="2018-06-01"))
    assert {"ging weg", "bleef", "kwam erbij"} & set(words) == set()
    assert {"Hier begint de lijn.", "om Noor heen"} <= set(words)


def test_a_day_on_which_nothing_changed_has_only_who_stayed():
    words = said(drawn(a_circle(), before="2018-06-01", day="2018-07-01"))
    assert "Dit bleef zo." in words
    assert {"ging weg", "kwam erbij"} & set(words) == set()


def test_without_days_it_is_the_last_stop_up_to_today():
    picture = drawn(a_circle(), before="", day="")
    assert picture.alt.startswith("jan 2019 tot nov 2026. ")


def test_only_the_lines_that_are_drawn_are_explained():
    words = said(drawn(a_circle(), before="2018-06-01", day="2018-07-01"))
    assert {"steun", "contact"} <= set(words)
    assert {"spanning", "contact verbroken", "regie"} & set(words) == set()


def test_a_case_with_nobody_shows_the_child():
    picture = drawn(a_case(), before="", day="")
    assert {"Vlinder", "Hier begint de lijn."} <= set(said(picture))


LONG = as_seen(read_case(SAMPLE.read_bytes()), Viewer.BEAMER)
FULL = a_generated_case(events=500)
SOME = [(case, day) for case in (LONG, FULL) for day in stops(case, TODAY)[::9]]


@pytest.mark.parametrize("preset", Preset)
def test_at_most_nine_names_stand_around_the_child(preset):
    for case, day in SOME:
        cast = Cast(case, day=day, before=stops(case, TODAY)[0], preset=preset.value)
        found = zones(cast)
        sizes = [len(found.left), len(found.stayed), len(found.came)]
        assert sum(sizes) <= MOST
        assert max(sizes[0], sizes[2]) <= MOST_ASIDE


COLOURS = {value for value in vars(palette).values() if isinstance(value, str)}


@pytest.mark.parametrize("place", range(0, len(SOME), 4))
def test_it_is_large_keeps_to_the_palette_and_has_nothing_to_click(place):
    case, day = SOME[place]
    before = stop_before(stops(case, TODAY), day)
    svg = network_scene(case, scene(before.isoformat(), day.isoformat()), TODAY).svg
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', svg)]
    assert min(sizes) >= 28
    assert set(re.findall("#[0-9A-Fa-f]{6}", svg)) <= COLOURS
    assert 'class="item"' not in svg


def test_hidden_periods_are_not_shown_to_the_room():
    periods = (there("ine", "2018-01-01"), there("kees", "2016-01-01"))
    hidden = tuple(
        Period(key=p.key, lane=p.lane, party=p.party, when=p.when, hidden=True) for p in periods
    )
    case = as_seen(a_circle(periods=hidden), Viewer.BEAMER)
    assert {"Mentor", "GI Midden"} & set(said(drawn(case))) == set()


def test_a_period_is_said_in_months():
    assert say_period(date(2024, 1, 5), date(2024, 9, 1)) == "jan–sep 2024"
    assert say_period(date(2024, 9, 2), date(2024, 9, 20)) == "september 2024"
    assert say_period(date(2023, 9, 2), date(2024, 9, 20)) == "sep 2023 tot sep 2024"


LONG_NAMES = (
    Organisation(
        key="gi", name="Gecertificeerde Instelling Jeugdbescherming Regio Midden-Nederland"
    ),
    Organisation(
        key="swv", name="Samenwerkingsverband Passend Onderwijs Eemland en Vechtstreek"
    ),
)


def a_circle_of_long_names():
    return a_circle(
        organisations=LONG_NAMES,
        professionals=(
            Professional(
                key="ine", name="Ine", function="gezinsvoogdijwerker", organisation="gi"
            ),
            Professional(
                key="kees", name="Kees", function="jeugdbeschermer", organisation="gi"
            ),
            Professional(key="piet", name="Piet", function="mentor", organisation="swv"),
        ),
        periods=(
            there("ine", "2019-01-01"),
            there("kees", "2015-01-01"),
            there("piet", "2016-01-01"),
        ),
    )


SCHOOLS = ["Samenwerkingsverband", "Passend Onderwijs", "Eemland en…", "mentor"]


def test_a_long_name_goes_on_in_the_next_line_and_ends_after_a_whole_word():
    words = said(drawn(a_circle_of_long_names()))
    under = words.index("Gezinsvoogdijwerker") + 1
    assert words[under : under + 2] == ["Gecertificeerde Instelling", "Jeugdbescherming…"]
    school = words.index(SCHOOLS[0])
    assert words[school : school + 4] == SCHOOLS


@pytest.mark.parametrize(
    ("function", "lines"),
    [
        ("orthopedagoog-generalist", ["Orthopedagoog-", "generalist"]),
        ("jeugdbeschermingsmedewerkster", ["Jeugdbeschermingsm…"]),
        ("oud-mentor", ["Oud-mentor"]),
    ],
)
def test_a_word_is_broken_only_where_it_is_too_wide(function, lines):
    kees = Professional(key="kees", name="Kees", function=function)
    words = said(drawn(a_circle(professionals=(kees,), periods=(there("kees", "2019-01-01"),))))
    assert words[words.index("Oma") + 1 : words.index("Noor")] == lines


CARD = re.compile(r'd="M([\d.]+) ([\d.]+)a10[^"]*V([\d.]+)a')
LINE = re.compile(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)<')
CORNER, TAIL = 10, 8
"""What a card is higher than its straight sides, and a letter lower than its line."""


def test_a_card_is_as_high_as_its_words_and_stays_between_the_zones_and_the_legend():
    svg = drawn(a_circle_of_long_names()).svg
    lines = {words: (float(x), float(y)) for x, y, words in LINE.findall(svg)}
    cards = [[float(part) for part in found] for found in CARD.findall(svg)]
    x, first, last = (*lines[SCHOOLS[0]], lines[SCHOOLS[-1]][1])
    (school,) = [one for one in cards if one[0] < x < one[0] + 352 and one[1] < last < one[2]]
    assert school[1] - CORNER < first - 28
    assert last + TAIL < school[2] + CORNER
    assert lines["bleef"][1] + TAIL < min(top for _, top, _ in cards) - CORNER
    assert max(bottom for _, _, bottom in cards) + CORNER < lines["contact"][1] - 28


def test_hostile_words_stay_words():
    picture = drawn(a_circle(people=(NOOR, Person(key="x", name="<b>", kin="<script>"))))
    assert "<script>" not in picture.svg
    assert "&lt;script&gt;" in picture.svg
