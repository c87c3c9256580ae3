"""The region's screen: by mouse, by keys, by the rules, and without the internet."""

import pytest
from playwright.sync_api import expect

from casusanalyse.domain.summary import RegionWords, Summary, WordsKind
from tests.browser.server import HOST
from tests.browser.test_accessibility import mistakes
from tests.snapshots import REGION

pytestmark = pytest.mark.browser

SIZES = [(1366, 768), (1920, 1080), (390, 844)]


@pytest.fixture(scope="module")
def region(server):
    """A server whose region has a snapshot and some words."""
    words = [
        RegionWords(key=str(at), kind=WordsKind.INSIGHT, text=f"Zin {at}", codes=("KG5",))
        for at in range(8)
    ]
    server.cases.summaries.add(
        "", iter([Summary(key="s", quarter="2026-2", words=tuple(words))])
    )
    server.cases.snapshots.add("", REGION, frozenset({"s"}))
    return server


def open_region(window):
    window.page.goto(f"{window.address}/regio")
    window.ready()
    expect(window.page.get_by_role("heading", level=1)).to_be_visible()
    return window


def sideways(window) -> int:
    """How far the page can be moved sideways."""
    return window.page.evaluate(
        "(() => { const main = document.querySelector('[data-testid=stMain]');"
        " return main.scrollWidth - main.clientWidth; })()"
    )


def test_before_any_release_the_screen_breaks_no_rule(server, windows):
    window = open_region(windows(server))
    expect(window.says("Nog geen analyse is vrijgegeven aan de regio")).to_be_visible()
    assert mistakes(window.page) == []


@pytest.mark.parametrize("size", SIZES)
def test_the_findings_break_no_rule_and_fit_the_window(region, windows, size):
    window = open_region(windows(region, size=size))
    expect(window.page.locator(".js-plotly-plot")).to_be_visible()
    assert sideways(window) == 0
    assert mistakes(window.page) == []
    window.choose("netwerk")
    window.unfold("Als tabel")
    expect(window.button("Alle getallen als CSV")).to_be_visible()
    assert mistakes(window.page) == []
    assert window.complaints == []
    assert window.hosts == {HOST}


def test_a_bar_is_chosen_with_the_keys(region, windows):
    window = open_region(windows(region))
    first = window.page.get_by_role("button", name="Van plek naar plek 25")
    first.focus()
    window.page.keyboard.press("ArrowDown")
    window.page.keyboard.press("Enter")
    expect(window.says("Over ‘De regie valt weg bij een wisseling’")).to_be_visible()
    chosen = window.page.get_by_role("button", name="De regie valt weg bij een wisseling 25")
    expect(chosen).to_have_attribute("aria-pressed", "true")
    expect(chosen).to_be_focused()


def test_the_file_of_numbers_is_what_it_says(region, windows):
    window = open_region(windows(region))
    window.unfold("Als tabel")
    expect(window.button("Alle getallen als CSV")).to_be_visible()
    window.calm()
    with window.page.expect_download(timeout=20_000) as begun:
        window.press("Alle getallen als CSV")
    file = begun.value
    assert file.suggested_filename == "bevindingen-momentopname-1.csv"
    assert file.path().read_bytes().startswith(b"\xef\xbb\xbfWat;Code;Naam;")


def test_the_other_sentences_are_one_click_away(region, windows):
    window = open_region(windows(region))
    expect(window.says("Zin 5")).to_be_visible()
    window.unfold("Laat er meer zien")
    expect(window.says("Zin 7")).to_be_visible()
