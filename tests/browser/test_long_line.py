"""The long line by keys alone: there, on, and back to the exact event."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SAMPLE

pytestmark = pytest.mark.browser

LINE = "De grote lijn"


@pytest.fixture
def chair(windows, own_server):
    """A window with the long line open over a chosen event."""
    window = windows(own_server, SAMPLE)
    window.go("tijdlijn")
    window.open("Robin stuurt een kaart")
    window.event = window.page.url
    window.page.keyboard.press("Alt+l")
    is_open(window)
    return window


def is_open(window) -> None:
    expect(window.page.get_by_role("heading", name=LINE)).to_be_visible()
    window.calm()


def test_escape_returns_to_the_exact_event(chair):
    chair.page.keyboard.press("Escape")
    expect(chair.page.get_by_role("heading", name=LINE)).to_have_count(0)
    expect(chair.page).to_have_url(chair.event)


def test_escape_leaves_the_line_open_while_somebody_types(chair):
    chair.field("De zin").click()
    chair.page.keyboard.press("Escape")
    chair.page.wait_for_timeout(500)
    is_open(chair)


def test_escape_in_a_question_over_the_line_leaves_the_line_open(chair):
    question = chair.page.locator("dialog[open] h2")
    chair.page.keyboard.press("Alt+s")
    expect(question).to_be_visible()
    chair.page.keyboard.press("Escape")
    chair.page.keyboard.press("Alt+s")
    expect(question).to_have_count(0)
    is_open(chair)
