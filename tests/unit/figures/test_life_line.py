from datetime import date
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.domain.dates import Span, exactly
from casusanalyse.domain.family import Person
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import Bond, Lane, StayKind
from casusanalyse.figures.lettering import width
from casusanalyse.figures.life_line import SIZE, life_line_picture
from tests.builders import a_case

TODAY = date(2026, 11, 17)
SVG = "{http://www.w3.org/2000/svg}"
CHILD = Person(key="kid", name="Noor", bond=Bond.CHILD, birth=exactly(date(2012, 3, 4)))


def stays(*rows):
    """Stays one after the other: kind, title and last day."""
    since, periods = date(2012, 3, 4), []
    for at, (kind, title, until) in enumerate(rows):
        when = Span(since=exactly(since), until=exactly(until))
        periods.append(Period(key=f"q{at}", lane=Lane.STAY, kind=kind, title=title, when=when))
        since = until
    return tuple(periods)


def drawn(*rows, people=(CHILD,)):
    return life_line_picture(a_case(periods=stays(*rows), people=people), today=TODAY)


def boxes(picture):
    found = []
    for node in ET.fromstring(picture.svg).iter(f"{SVG}text"):
        left, base = float(node.get("x")), float(node.get("y"))
        right = left + width(node.text, SIZE)
        found.append((node.text, left, base - 0.7 * SIZE, right, base + 0.2 * SIZE))
    return found


def names(picture):
    return [box[0] for box in boxes(picture)]


def collisions(picture):
    found = boxes(picture)
    return [
        (one[0], other[0])
        for at, one in enumerate(found)
        for other in found[at + 1 :]
        if other[1] < one[3] and one[1] < other[3] and one[2] < other[4] and other[2] < one[4]
    ]


def test_without_stays_there_is_an_axis_of_ages():
    picture = drawn()
    assert names(picture)[:3] == ["geboren", "2 jaar", "4 jaar"]
    assert (
        picture.alt == "Staplijn van de plekken waar Noor woonde. Er staan nog geen plekken op."
    )


def test_without_a_birth_the_axis_has_years():
    assert names(drawn((StayKind.HOME, "thuis", TODAY), people=()))[-1] == "2026"


def test_heavier_places_lie_lower_and_are_thicker():
    picture = drawn(
        (StayKind.HOME, "thuis", date(2018, 1, 1)),
        (StayKind.CLOSED, "'t Veld", date(2020, 1, 1)),
        (StayKind.KIN, "oma", date(2026, 11, 17)),
    )
    segments = [
        (float(node.get("d").split()[1].split("H")[0]), float(node.get("stroke-width")))
        for node in ET.fromstring(picture.svg).iter(f"{SVG}path")
        if node.get("stroke-linecap") == "round" and node.get("stroke-dasharray") is None
    ]
    home, closed, kin = segments
    assert home < kin < closed


def test_an_unknown_place_stays_level_and_is_dashed():
    picture = drawn(
        (StayKind.OPEN_GROUP, "De Haven", date(2018, 1, 1)),
        (StayKind.UNKNOWN, "", date(2020, 1, 1)),
        (StayKind.UNKNOWN, "bij een vriend", date(2024, 1, 1)),
    )
    dashed = ET.fromstring(picture.svg).findall(f"{SVG}rect[@stroke-dasharray]")
    assert len({node.get("y") for node in dashed}) == 1
    assert [name for name in names(picture) if "ij" in name or "on" in name] == [
        "bij een vriend?",
        "onbekend",
    ]


def test_a_place_is_named_once_on_its_level():
    picture = drawn(
        (StayKind.HOME, "thuis", date(2018, 1, 1)),
        (StayKind.KIN, "oma", date(2019, 1, 1)),
        (StayKind.HOME, "thuis", date(2026, 11, 17)),
    )
    assert (names(picture).count("thuis"), names(picture).count("oma")) == (1, 1)
    assert picture.alt.endswith("thuis, oma, thuis.")


TITLES = st.text("abcdefghij klmnop", min_size=1, max_size=30)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(StayKind), TITLES, st.integers(5, 900)), max_size=30))
def test_names_never_overlap_nor_leave_the_picture(rows):
    day, dated = date(2012, 3, 4).toordinal(), []
    for kind, title, days in rows:
        day = min(TODAY.toordinal(), day + days)
        dated.append((kind, title, date.fromordinal(day)))
    picture = drawn(*dated)
    assert collisions(picture) == []
    assert [
        box[0]
        for box in boxes(picture)
        if box[1] < -0.5
        or box[3] > picture.width + 0.5
        or box[2] < 0
        or box[4] > picture.height
    ] == []
