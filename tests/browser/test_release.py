"""A finished case, released line by line in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.release import released
from tests.browser import screen as on_screen
from tests.browser.conftest import SAMPLE
from tests.browser.server import until
from tests.browser.test_accessibility import mistakes
from tests.browser.window import Window
from tests.unit.usecases.finished import FINAL, finish

pytestmark = pytest.mark.browser

OWN = "Jouw zin voor de regio"
NAMED = "Bij elke wissel viel een gat, zag oma Truus."
PLAIN = "Bij elke wissel van regie viel een gat."
MAY_GO = "Ik las deze zin na. Deze mag naar de regio."
GIVE = re.compile(r"^Geef \d+ regels? vrij$")


@pytest.fixture
def desk(own_server) -> Desk:
    desk = Desk(cases=own_server.cases, reference=SAMPLE, now=FINAL)
    finish(desk)
    return desk


def whole(window: Window) -> None:
    assert window.page.get_by_test_id("stException").count() == 0
    assert on_screen.too_wide(window.page) == []
    assert mistakes(window.page) == []


def test_a_case_is_released_line_by_line_and_taken_back(windows, own_server, desk) -> None:
    window = windows(own_server, SAMPLE)
    window.go("vrijgeven")
    whole(window)
    leaves = window.page.get_by_role("region", name="Dit ziet de regio")
    expect(leaves).to_contain_text("Van plek naar plek · laag: gezin")

    window.press("Van plek naar plek · laag: gezin")
    expect(leaves).not_to_contain_text("Van plek naar plek")
    write_a_sentence(window)
    expect(leaves).to_contain_text(PLAIN)
    whole(window)
    window.page.get_by_role("button", name=GIVE).click()
    expect(
        window.page.get_by_role("heading", name=re.compile("^Vrijgegeven op "))
    ).to_be_visible()
    whole(window)

    done = released(desk).lines
    assert "code/KG5" not in done
    assert [line.value for key, line in done.items() if key.startswith("words/")] == [PLAIN]
    row = next(own_server.cases.summaries.all(""))
    assert [words.text for words in row.words] == [PLAIN]
    window.press("Neem alles terug")
    until(lambda: not released(desk).lines, lambda: "not taken back")
    assert list(own_server.cases.summaries.all("")) == []
    assert window.complaints == []


def write_a_sentence(window: Window) -> None:
    """Write a sentence with a name in it; only without, or looked at, it can be chosen."""
    field = window.page.get_by_label(OWN).first
    field.fill(NAMED)
    window.page.keyboard.press("Tab")
    expect(window.button("‘oma Truus’ (oma) wijst niemand aan")).to_be_visible()
    expect(window.button(MAY_GO)).to_have_count(0)
    whole(window)
    field.fill(PLAIN)
    window.page.keyboard.press("Tab")
    expect(window.button(MAY_GO)).to_be_visible()
    window.button(MAY_GO).focus()
    window.page.keyboard.press("Space")


@pytest.mark.parametrize("size", [(390, 844), (1920, 1080)])
def test_the_screen_fits_other_windows(windows, own_server, desk, size) -> None:
    window = windows(own_server, desk.reference, size=size)
    window.go("vrijgeven")
    whole(window)
