"""Everything can be reached without a mouse, and it shows where you are."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import screen as on_screen
from tests.browser.window import STEPS

pytestmark = pytest.mark.browser

MANY_TABS = 45


def _focus(window) -> str:
    return on_screen.focus(window.page)[0]


def test_arrows_walk_along_the_line_and_enter_opens_an_event(look):
    window = look()
    window.go("tijdlijn")
    window.choose("Hele lijn")
    window.item("Robin stuurt een kaart").focus()
    first = _focus(window)
    window.page.keyboard.press("ArrowLeft")
    before = _focus(window)
    assert before != first
    window.page.keyboard.press("ArrowRight")
    assert _focus(window) == first
    window.page.keyboard.press("ArrowUp")
    above = _focus(window)
    assert above not in {first, before}
    window.page.keyboard.press("End")
    window.page.keyboard.press("Home")
    assert _focus(window) != above
    window.item("Robin stuurt een kaart").focus()
    window.page.keyboard.press("Enter")
    expect(window.page).to_have_url(re.compile("gebeurtenis="))
    heading = window.page.get_by_role("heading", name="Robin stuurt een kaart")
    expect(heading).to_be_visible()
    assert "Robin stuurt een kaart" in _focus(window)
    window.page.keyboard.press("Escape")
    expect(window.entry("Nieuwe gebeurtenis")).to_be_focused()


def test_the_cursor_waits_in_the_line_where_one_types(look):
    window = look()
    window.go("tijdlijn")
    expect(window.entry("Nieuwe gebeurtenis")).to_be_focused()


def test_alt_and_a_number_opens_a_step(look):
    window = look()
    window.go("inchecken")
    for number in (4, 2, 5, 3, 1):
        window.page.keyboard.press(f"Alt+Digit{number}")
        window.at(STEPS[number - 1])


def test_somebody_of_the_family_moves_with_shift_and_an_arrow(windows, server):
    window = windows(server, server.begin("Kwikstaart"))
    window.go("gezin")
    window.put("Iemand erbij", "Kwikstaart, 2012")
    window.put("Iemand erbij", "Truus, oma")
    window.item("Truus").focus()
    window.page.keyboard.press("Shift+ArrowRight")
    undo = window.page.get_by_role(
        "button", name=re.compile("^Ongedaan maken: gezinslid verplaatst")
    )
    expect(undo).to_be_visible()
    person = next(one for one in server.case(window.reference).people if one.name == "Truus")
    assert person.x is not None


@pytest.mark.parametrize("screen", ["inchecken", "gezin", "tijdlijn", "inzichten", "verslag"])
def test_tab_goes_on_and_always_shows_where_it_is(look, screen):
    window = look()
    window.go(screen)
    stops = []
    for _ in range(MANY_TABS):
        window.page.keyboard.press("Tab")
        stops.append(on_screen.focus(window.page))
    assert [name for name, is_seen in stops if not is_seen] == []
    assert len(set(stops)) > 15
