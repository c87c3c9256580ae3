"""The screens across cases once there are numbers: Dutch, whole, and by the rules."""

import pytest
from playwright.sync_api import expect

from casusanalyse.domain.summary import RegionWords, Summary, WordsKind
from tests.browser import screen as on_screen
from tests.browser.server import HOST
from tests.browser.test_accessibility import mistakes
from tests.browser.test_journey_full import english
from tests.browser.window import REGION_SCREENS
from tests.snapshots import REGION

pytestmark = pytest.mark.browser

SIZES = [(1366, 768), (1920, 1080), (390, 844)]


@pytest.fixture(scope="module")
def region(server):
    """A server whose region has a snapshot and one sentence."""
    said = RegionWords(key="w", kind=WordsKind.INSIGHT, text="We wachtten op elkaar.")
    row = Summary(key="s", quarter="2026-2", words=(said,))
    server.cases.summaries.add("", iter([row]))
    server.cases.snapshots.add("", REGION, frozenset({"s"}))
    return server


@pytest.mark.parametrize("size", SIZES, ids=["laptop", "projector", "phone"])
@pytest.mark.parametrize("name", REGION_SCREENS)
def test_a_screen_with_numbers_is_dutch_and_breaks_no_rule(region, windows, name, size):
    window = windows(region, size=size)
    window.go(name)
    expect(window.page.get_by_role("heading", level=1)).to_be_visible()
    on_screen.unfold_all(window.page)
    window.calm()
    assert window.page.get_by_test_id("stException").count() == 0
    assert on_screen.too_wide(window.page) == []
    assert english(window.page) == []
    assert mistakes(window.page) == []
    assert window.complaints == []
    assert window.hosts == {HOST}
