import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.domain.family import Person
from casusanalyse.domain.insight import Coding
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.domain.timeline import Mirror
from casusanalyse.domain.vocabulary import Bond, Dynamic, Layer
from casusanalyse.figures import palette
from casusanalyse.figures.beamer_frame import HEIGHT, MARGIN, WIDTH
from casusanalyse.figures.beamer_mirror import mirror_pages, mirror_scene
from casusanalyse.figures.dimming import contrast
from casusanalyse.figures.lettering import width
from tests.builders import a_case, an_event

TODAY = date(2026, 11, 22)
SVG = "{http://www.w3.org/2000/svg}"
EVENTS = (
    an_event("2020-01-01", "loopt weg", key="f"),
    an_event("2020-02-01", "overleg", key="t", effect="Iedereen belde, niemand kwam."),
    an_event("2020-03-01", "wachtlijst", key="o"),
)
CHILD = Person(key="p", name="Noor", bond=Bond.CHILD, nature="Ziet alles.")
FEAR, TRUST = Dynamic.FEAR, Dynamic.TRUST


def a_mirror(key: str = "m", family: Dynamic = FEAR, **fields) -> Mirror:
    given = {"family_event": "f", "team_event": "t", "team": family, "rank": float(ord(key[0]))}
    return Mirror(key=key, family=family, **(given | fields))


def scene(case, page: int = 99):
    return mirror_scene(case, Scene(kind=SceneKind.MIRROR, page=page), TODAY)


def room(*mirrors: Mirror, **fields):
    return a_case(*EVENTS, mirrors=mirrors, people=(CHILD,), **fields)


def texts(picture) -> list[ET.Element]:
    return list(ET.fromstring(picture.svg).iter(f"{SVG}text"))


def said(picture) -> str:
    return " ".join("".join(one.itertext()) for one in texts(picture))


def test_an_untouched_mirror_shows_the_question_and_the_three_sides() -> None:
    picture = scene(room())
    assert mirror_pages(room()) == 1
    assert said(picture) == (
        "Parallelspiegel Noor: ziet alles Wat zien we in het gezin, en herkennen we bij"
        " onszelf? Het gezin Wij, de professionals Organisatie en beleid"
    )


def test_it_is_revealed_stage_by_stage() -> None:
    echoed = a_mirror("a", organisation_event="o", organisation=FEAR)
    case = room(echoed, a_mirror("b", TRUST, words="houvast"))
    revealed = [said(scene(case, page)) for page in range(mirror_pages(case))]
    first = "Het gezin"
    new = [
        set(after.split()) - set(before.split()) for before, after in pairwise(["", *revealed])
    ]
    assert len(revealed) == 6
    assert first in revealed[0]
    assert {"Loopt", "weg"} <= new[0]
    assert new[1:] == [
        {"Iedereen", "belde,", "niemand", "kwam."},
        {"angst"},
        {"houvast"},
        {"Wachtlijst"},
        {"Wat", "kan", "hier", "helpen?"} - set(revealed[0].split()),
    ]


def test_beyond_the_last_stage_nothing_more_comes() -> None:
    case = room(a_mirror())
    assert scene(case, mirror_pages(case) - 1) == scene(case, 50)
    assert scene(case, mirror_pages(case) - 2) != scene(case, 50)


def test_a_place_without_a_mirror_asks_what_can_help() -> None:
    open_one = a_mirror("a", team_event="", team=None)
    assert said(scene(room(open_one))).count("helpen?") == 1
    assert mirror_pages(room(open_one)) == 2
    assert said(scene(room(a_mirror("a"), a_mirror("b"), a_mirror("c")))).count("helpen?") == 1
    full = a_mirror(organisation_event="o", organisation=FEAR)
    assert said(scene(room(full))).count("helpen?") == 0


def test_what_carries_is_a_double_line_in_its_own_colour() -> None:
    def curves(mirror: Mirror) -> list[str]:
        paths = ET.fromstring(scene(room(mirror)).svg).iter(f"{SVG}path")
        return [one.get("stroke") for one in paths if "C" in one.get("d", "")]

    assert curves(a_mirror(family=FEAR)) == [palette.INK] * 2
    assert curves(a_mirror(family=TRUST)) == [palette.PRIMARY] * 4


def test_the_words_of_the_group_come_before_those_of_the_book() -> None:
    code = Coding(
        key="c", code="RO3", own_words="Van loket naar loket", layer=Layer.ORGANISATION,
        evidence=("o",),
    )  # fmt: skip
    mirror = a_mirror(organisation_event="o", words="niemand ziet het")
    shown = said(scene(room(mirror, codings=(code,))))
    assert "niemand ziet het" in shown
    assert "Van loket naar loket" in shown
    assert "angst" not in shown


def test_two_words_stand_together_when_the_sides_differ() -> None:
    assert "angst · haast" in said(scene(room(a_mirror(team=Dynamic.HASTE))))


def test_a_hidden_event_takes_its_mirror_along() -> None:
    hidden = (EVENTS[0], an_event("2020-02-01", "geheim", key="t", hidden=True))
    case = a_case(*hidden, mirrors=(a_mirror(),))
    assert "Loopt" not in said(scene(case))


def test_the_words_of_the_picture_say_what_is_revealed() -> None:
    case = room(a_mirror())
    assert scene(case, 0).alt.endswith("Het gezin ‘Loopt weg’.")
    assert scene(case, 2).alt.endswith(
        "angst: Het gezin ‘Loopt weg’, Wij, de professionals ‘Iedereen belde, niemand kwam.’."
    )
    assert scene(case).alt.endswith("Wat kan hier helpen?")


WORDS = st.text(st.characters(categories=["L", "Nd", "Zs", "Po"]), max_size=120)


@settings(max_examples=40, deadline=None)
@given(WORDS, WORDS, st.integers(1, 5), st.sampled_from(Dynamic))
def test_whatever_is_said_stays_large_and_on_the_sheet(words, title, number, dynamic) -> None:
    events = (
        an_event("2020-01-01", title, key="f"),
        an_event("2020-02-01", title, key="t", effect=words),
    )
    mirrors = tuple(a_mirror(key, dynamic, words=words[:60]) for key in "abcde"[:number])
    picture = scene(a_case(*events, mirrors=mirrors, people=(CHILD,)))
    assert (picture.width, picture.height) == (WIDTH, HEIGHT)
    for one in texts(picture):
        size, x, y = (float(one.get(name)) for name in ("font-size", "x", "y"))
        long = width("".join(one.itertext()), size, weight=int(one.get("font-weight")))
        left = {"start": x, "middle": x - long / 2, "end": x - long}[one.get("text-anchor")]
        assert size >= 34
        assert left >= MARGIN - 1
        assert left + long <= WIDTH - MARGIN + 1
        assert 40 < y < HEIGHT - MARGIN / 2


@pytest.mark.parametrize(
    "ground", [palette.FAMILY_SOFT, palette.DIRECTION_SOFT, palette.HELP_SOFT, palette.PAPER]
)
def test_letters_stand_off_from_every_ground(ground) -> None:
    assert contrast(palette.INK, ground) >= 7


@pytest.mark.parametrize(
    "line", [palette.FAMILY_INK, palette.DIRECTION_INK, palette.HELP_INK, palette.PRIMARY]
)
def test_lines_stand_off_from_paper(line) -> None:
    assert contrast(line, palette.PAPER) >= 7


def test_nothing_on_the_sheet_can_be_chosen_and_every_colour_is_of_the_palette() -> None:
    svg = scene(room(a_mirror("a"), a_mirror("b", TRUST), a_mirror("c", team_event=""))).svg
    known = {value for name, value in vars(palette).items() if name.isupper()}
    assert "item" not in svg
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", svg)) - known == set()
