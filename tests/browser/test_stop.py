"""The stop: one key there, the same key back to the same spot, with everything still there."""

from itertools import combinations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.server import until
from tests.browser.test_accessibility import mistakes
from tests.browser.window import SCREENS, STEPS

pytestmark = pytest.mark.browser

SOON = 3000
"""Milliseconds in which one sees what the other did."""

ENTRY = "Nieuwe gebeurtenis"
HALF = "voorjaar 2019 naar een and"
EARLY = "30 minuten eerder dan gepland"
NEVER_SMALLER = 24
"""Pixels of a target, high and wide."""


@pytest.fixture
def chair(server, windows):
    """A window on the timeline of a new case, with a line half typed."""
    window = windows(server, server.begin("Zwaluw"))
    window.go("tijdlijn")
    window.entry(ENTRY).click()
    window.page.keyboard.type(HALF)
    return window


def question(window) -> Locator:
    return window.page.locator("dialog[open] h2")


def stop(window) -> None:
    window.page.keyboard.press("Alt+s")
    expect(question(window)).to_be_visible()


def go_on(window) -> None:
    window.page.keyboard.press("Alt+s")
    expect(question(window)).to_have_count(0)


def test_after_a_stop_one_types_on_where_one_was(chair):
    stop(chair)
    expect(question(chair)).to_have_text("Wat gebeurt er nu tussen ons?")
    go_on(chair)
    chair.page.keyboard.type("ere school")
    assert chair.entry(ENTRY).input_value() == "voorjaar 2019 naar een andere school"
    assert "/tijdlijn?" in chair.page.url


def test_the_page_stands_where_it_stood(server, windows):
    window = windows(server, server.begin("Merel"), size=(1366, 500))
    window.go("inchecken")
    for name in ("Ida", "Kees", "Noa", "Sam", "Liv", "Max"):
        window.put("Nieuwe deelnemer", name)
    scrolled = "() => document.querySelector('[data-testid=stMain]').scrollTop"
    window.page.mouse.wheel(0, 400)
    until(lambda: window.page.evaluate(scrolled) > 100, lambda: "does not scroll")
    before = window.page.evaluate(scrolled)
    stop(window)
    go_on(window)
    assert window.page.evaluate(scrolled) == before


def test_the_clock_stands_still_and_the_times_of_the_plan_stay(chair):
    chair.go("samen")
    chair.press("Begin het dagdeel")
    expect(chair.says(EARLY)).to_be_visible()
    times = chair.page.get_by_role("list", name="Het plan van het dagdeel").inner_text()
    stop(chair)
    expect(chair.says("· we staan even stil")).to_be_attached()
    go_on(chair)
    expect(chair.says(EARLY)).to_be_visible()
    assert chair.page.get_by_role("list", name="Het plan van het dagdeel").inner_text() == times


def test_a_stop_notes_nothing_by_itself(chair, server):
    stop(chair)
    chair.press("Andere vraag")
    expect(question(chair)).to_have_text("Versterken we het patroon of doorbreken we het?")
    chair.press("Verder")
    expect(question(chair)).to_have_count(0)
    assert server.case(chair.reference).dynamics == ()


def test_what_somebody_asks_to_keep_is_kept_and_seen_at_step_five(chair, server):
    stop(chair)
    chair.press("Iemand wil dit vasthouden")
    chair.page.keyboard.type("We gingen sneller praten.")
    chair.press("haast, brandjes blussen")
    chair.press("Bewaar")
    server.keeps(chair.reference, "We gingen sneller praten.", '"haste"')
    go_on(chair)
    chair.go("inzichten")
    chair.choose("Inzichten")
    expect(chair.says("Momenten waarop we stilstonden")).to_be_visible()
    expect(chair.page.get_by_text("stap 4, Tijdlijn")).to_be_visible()


def test_a_half_written_moment_survives_a_reload(chair):
    stop(chair)
    chair.press("Iemand wil dit vasthouden")
    chair.page.keyboard.type("We werden")
    chair.page.reload()
    expect(chair.page.locator("dialog[open] input")).to_have_value("We werden")
    chair.press("Toch niet")
    go_on(chair)


def test_anybody_at_a_desk_stops_and_goes_on(chair, server, windows):
    other = windows(server, chair.reference)
    other.go("samen")
    stop(other)
    expect(question(chair)).to_be_visible(timeout=SOON)
    go_on(chair)
    expect(question(other)).to_have_count(0, timeout=SOON)
    assert chair.entry(ENTRY).input_value() == HALF


def test_the_list_of_keys_opens_and_closes_without_losing_the_cursor(chair):
    chair.page.keyboard.press("Alt+k")
    expect(chair.page.get_by_role("dialog", name="Toetsen")).to_be_visible()
    chair.page.keyboard.press("Escape")
    expect(chair.page.get_by_role("dialog", name="Toetsen")).to_have_count(0)
    chair.page.keyboard.type("ere school")
    assert chair.entry(ENTRY).input_value() == "voorjaar 2019 naar een andere school"


def test_the_list_of_keys_prints_alone_on_one_page(chair):
    chair.page.keyboard.press("Alt+k")
    chair.page.evaluate("document.documentElement.classList.add('ca-printing')")
    chair.page.emulate_media(media="print")
    assert chair.page.get_by_role("dialog", name="Toetsen").is_visible()
    assert not chair.page.locator(".bar .brand").is_visible()


def test_the_question_over_the_screen_breaks_no_rule(chair):
    stop(chair)
    chair.press("Iemand wil dit vasthouden")
    assert mistakes(chair.page) == []


def test_the_list_of_keys_and_the_open_panel_break_no_rule(chair):
    chair.choose("Sessie")
    chair.press("Begin het dagdeel")
    chair.press("Plan aanpassen")
    chair.unfold("Kies wat de zaal ziet")
    expect(chair.button("Grote lijn")).to_be_visible()
    assert mistakes(chair.page) == []
    chair.page.keyboard.press("Alt+k")
    assert mistakes(chair.page) == []


def overlapping(boxes: list[dict]) -> list[tuple]:
    return [
        (one, other)
        for one, other in combinations(boxes, 2)
        if one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] < other["y"] + other["height"]
        and other["y"] < one["y"] + one["height"]
    ]


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1024, 768), (390, 844)])
def test_the_bar_fits_without_overlap(look, size):
    window = look(size)
    window.go("tijdlijn")
    shown = window.page.locator(".bar button:visible, .bar summary:visible").all()
    boxes = [button.bounding_box() for button in shown]
    assert overlapping(boxes) == []
    assert [box for box in boxes if box["x"] + box["width"] > size[0]] == []
    assert min(min(box["width"], box["height"]) for box in boxes) >= NEVER_SMALLER


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_the_bar_is_one_row_high(look, size):
    window = look(size)
    for step in STEPS:
        window.go(step)
        window.page.evaluate("document.fonts.ready")
        bar = window.page.locator(".bar").bounding_box()
        steps = window.page.locator(".bar nav").bounding_box()
        assert bar["height"] < 1.2 * steps["height"]


def test_every_screen_has_the_stop_and_the_beamer_in_its_bar(look):
    window = look()
    for screen in SCREENS[:-1]:
        window.go(screen)
        expect(window.button("Stop even")).to_be_visible()
        expect(window.button("Beamer")).to_be_visible()
