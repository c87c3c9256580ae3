"""On a phone every screen can be read by scrolling down only."""

import pytest
from playwright.sync_api import expect

from tests.browser import screen as on_screen
from tests.browser.window import REGION_SCREENS, SCREENS

pytestmark = pytest.mark.browser

PHONE = (390, 844)


@pytest.mark.parametrize("name", ["", *SCREENS, *REGION_SCREENS])
def test_nothing_sticks_out_and_nothing_is_cut_off(look, name):
    window = look(size=PHONE)
    window.go(name)
    expect(window.page.get_by_role("heading").first).to_be_visible()
    on_screen.unfold_all(window.page)
    window.calm()
    assert on_screen.too_wide(window.page) == []
    assert on_screen.cut_off(window.page) == []


def test_an_empty_family_asks_who_belongs_without_scrolling(windows, server):
    window = windows(server, server.begin("Kwikstaart"), size=PHONE)
    window.go("gezin")
    drawing, words = window.page.locator(".picture"), window.page.locator(".picture text")
    expect(words).to_have_text("Wie hoort erbij?")
    frame, said = drawing.bounding_box(), words.bounding_box()
    for side, size in (("x", "width"), ("y", "height")):
        assert frame[side] < said[side] < said[side] + said[size] < frame[side] + frame[size]
    assert drawing.evaluate("(it) => { it.scrollTo(999, 999); return it.scrollLeft; }") == 0
    assert 12 < said["height"] < frame["height"] < PHONE[1] / 3


def test_somebody_can_check_in_on_a_phone(windows, server):
    window = windows(server, server.begin("Kwikstaart"), size=PHONE)
    window.go("inchecken")
    window.put("Nieuwe deelnemer", "Fatima, jeugdbeschermer, GI Midden")
    window.write("Hoe zit je hier?", "Met een vol hoofd.")
    server.keeps(window.reference, "Met een vol hoofd.")
    window.page.get_by_role("button", name="4 Tijdlijn").click()
    window.at("tijdlijn")
