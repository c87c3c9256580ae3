"""The network moves with the line: by key, by itself, and on the beamer."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SAMPLE
from tests.browser.server import Server
from tests.browser.window import Window

pytestmark = pytest.mark.browser

PACE = 4500
"""Milliseconds in which the story certainly goes one stop further."""


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """A server of our own: the beamer goes along, so looking changes something here."""
    server = Server(tmp_path_factory.mktemp("play"), samples=True)
    server.start()
    yield server
    server.stop()
    server.check_log()
    server.cases.close()


@pytest.fixture
def network(windows, full) -> Window:
    window = windows(full, SAMPLE)
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


def test_arrows_go_stop_by_stop_and_with_shift_a_year(network):
    press(network, "ArrowLeft")
    assert day(network) == "16 okt 2026"
    expect(network.page.locator(".play .told")).to_have_text(
        re.compile("^Sinds 12 okt 2026. Rond deze tijd in beeld: stagebegeleider.")
    )
    press(network, "Shift+ArrowLeft")
    assert day(network).endswith("2025")
    press(network, "ArrowRight")
    assert day(network).endswith("2025")


def test_the_story_plays_pauses_and_the_page_stays_where_it_is(network):
    for _ in range(4):
        press(network, "ArrowLeft")
    main = network.page.locator('[data-testid="stMain"]')
    top = main.evaluate("(it) => it.scrollTop")
    began = day(network)
    network.page.keyboard.press("Space")
    expect(network.button("Pauze")).to_be_visible()
    expect(network.page.locator(".play .day")).not_to_have_text(began)
    second = day(network)
    expect(network.page.locator(".play .day")).not_to_have_text(second, timeout=PACE)
    network.page.keyboard.press("Space")
    expect(network.button("Speel af")).to_be_visible()
    paused = day(network)
    network.page.wait_for_timeout(PACE)
    assert (day(network), main.evaluate("(it) => it.scrollTop")) == (paused, top)


def test_the_story_stops_at_the_end(network):
    end = day(network)
    press(network, "ArrowLeft")
    network.page.keyboard.press("Space")
    expect(network.page.locator(".play .day")).to_have_text(end)
    expect(network.button("Speel af")).to_be_visible()
    assert network.page.locator('.play [data-name="next"]').is_disabled()


def test_views_are_stepped_through_by_key(network):
    chosen = network.page.locator('.play [aria-checked="true"]')
    expect(chosen).to_have_text("Organisaties")
    network.page.keyboard.press("Alt+PageDown")
    expect(chosen).to_have_text("Eilandjes")
    network.page.keyboard.press("Alt+PageUp")
    expect(chosen).to_have_text("Organisaties")
    network.page.keyboard.press("Alt+PageUp")
    expect(chosen).to_have_text("Steun en spanning")


def test_keys_leave_alone_who_types(network):
    box, began = network.entry("Nieuwe professional"), day(network)
    box.click()
    network.page.keyboard.type("Bo van ")
    network.page.keyboard.press("ArrowLeft")
    network.page.wait_for_timeout(500)
    expect(box).to_have_value("Bo van ")
    assert day(network) == began
    expect(network.button("Speel af")).to_be_visible()
    box.fill("")
    network.calm()


def test_the_line_stands_at_the_nearest_event_and_the_beamer_goes_along(network, full):
    for _ in range(20):
        press(network, "ArrowLeft")
    assert day(network) == "17 mrt 2025"
    assert full.cases.sittings.get(SAMPLE).scene.day.isoformat() == "2025-03-17"
    network.page.keyboard.press("Escape")
    expect(network.page.get_by_role("heading", name="leerplek stopt")).to_be_visible()
    expect(network.page.get_by_text("De dunne lijn is 17 mrt 2025")).to_be_visible()
