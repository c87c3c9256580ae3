"""The network moves with the line: by key, by itself, and on the beamer."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SAMPLE
from tests.browser.window import Window

pytestmark = pytest.mark.browser

PACE = 4500
"""Milliseconds in which the story certainly goes one stop further."""


@pytest.fixture
def window(windows, own_server) -> Window:
    window = windows(own_server, SAMPLE)
    window.go("netwerk")
    expect(window.page.locator(".play .day")).to_be_visible()
    return window


def day(window: Window) -> str:
    return window.page.locator(".play .day").inner_text()


def press(window: Window, key: str) -> None:
    """Press a key and wait until another day stands there."""
    before = day(window)
    window.page.keyboard.press(key)
    expect(window.page.locator(".play .day")).not_to_have_text(before)
    window.calm()


def test_arrows_go_stop_by_stop_and_with_shift_a_year(window):
    press(window, "ArrowLeft")
    assert day(window) == "16 okt 2026"
    expect(window.page.locator(".play .told")).to_have_text(
        re.compile("^Sinds 12 okt 2026. Rond deze tijd in beeld: stagebegeleider.")
    )
    press(window, "Shift+ArrowLeft")
    assert day(window).endswith("2025")
    press(window, "ArrowRight")
    assert day(window).endswith("2025")


def test_the_story_plays_pauses_and_the_page_stays_where_it_is(window):
    for _ in range(4):
        press(window, "ArrowLeft")
    main = window.page.locator('[data-testid="stMain"]')
    top = main.evaluate("(it) => it.scrollTop")
    began = day(window)
    window.page.keyboard.press("Space")
    expect(window.button("Pauze")).to_be_visible()
    expect(window.page.locator(".play .day")).not_to_have_text(began)
    second = day(window)
    expect(window.page.locator(".play .day")).not_to_have_text(second, timeout=PACE)
    window.page.keyboard.press("Space")
    expect(window.button("Speel af")).to_be_visible()
    paused = day(window)
    window.page.wait_for_timeout(PACE)
    assert (day(window), main.evaluate("(it) => it.scrollTop")) == (paused, top)


def test_the_story_stops_at_the_end(window):
    end = day(window)
    press(window, "ArrowLeft")
    window.page.keyboard.press("Space")
    expect(window.page.locator(".play .day")).to_have_text(end)
    expect(window.button("Speel af")).to_be_visible()
    assert window.page.locator('.play [data-name="next"]').is_disabled()


def test_views_are_stepped_through_by_key(window):
    chosen = window.page.locator('.play [aria-checked="true"]')
    expect(chosen).to_have_text("Organisaties")
    window.page.keyboard.press("Alt+PageDown")
    expect(chosen).to_have_text("Eilandjes")
    window.page.keyboard.press("Alt+PageUp")
    expect(chosen).to_have_text("Organisaties")
    window.page.keyboard.press("Alt+PageUp")
    expect(chosen).to_have_text("Steun en spanning")


def test_keys_leave_alone_who_types(window):
    box, began = window.entry("Nieuwe professional"), day(window)
    box.click()
    window.page.keyboard.type("Bo van ")
    window.page.keyboard.press("ArrowLeft")
    window.page.wait_for_timeout(500)
    expect(box).to_have_value("Bo van ")
    assert day(window) == began
    expect(window.button("Speel af")).to_be_visible()
    box.fill("")
    window.calm()


def test_the_line_stands_at_the_nearest_event_and_the_beamer_goes_along(window, own_server):
    for _ in range(20):
        press(window, "ArrowLeft")
    assert day(window) == "17 mrt 2025"
    assert own_server.cases.sittings.get(SAMPLE).scene.day.isoformat() == "2025-03-17"
    window.page.keyboard.press("Escape")
    expect(window.page.get_by_role("heading", name="leerplek stopt")).to_be_visible()
    expect(window.page.get_by_text("De dunne lijn is 17 mrt 2025")).to_be_visible()
