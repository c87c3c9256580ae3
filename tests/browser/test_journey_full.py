"""Every screen of the fullest case, on a laptop and on a projector."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import screen as on_screen
from tests.browser.server import until
from tests.browser.window import PARTS, REGION_SCREENS, SCREENS

pytestmark = pytest.mark.browser

LAPTOP, PROJECTOR = (1366, 768), (1920, 1080)

ENGLISH = re.compile(
    r"\b(choose|upload|running|press enter|no results|no options|select(?!ie|eer|ed\b)|selected"
    r"|drag and drop|browse files?|close|search|limit \d+|per file|loading|error|options?|clear"
    r"|remove|delete|empty|skip|view|show|hide|download(?!en| het)|fullscreen|page not found"
    r"|rerun)\b",
    re.IGNORECASE,
)


def english(page) -> list[tuple[str, str]]:
    """Return what reads like English, with where it stands."""
    return [(said[:80], where) for said, where in on_screen.words(page) if ENGLISH.search(said)]


@pytest.mark.parametrize("size", [LAPTOP, PROJECTOR], ids=["laptop", "projector"])
@pytest.mark.parametrize("name", [*SCREENS, *REGION_SCREENS])
def test_a_full_screen_is_whole_dutch_and_stays_at_home(look, name, size):
    window = look(size=size)
    window.go(name)
    expect(window.page.get_by_role("heading").first).to_be_visible()
    on_screen.unfold_all(window.page)
    window.calm()
    assert window.page.get_by_test_id("stException").count() == 0
    assert on_screen.too_wide(window.page) == []
    assert english(window.page) == []
    assert window.complaints == []
    assert window.hosts == {"127.0.0.1"}


def test_the_list_of_cases_is_whole_and_dutch(look):
    window = look()
    window.go_home()
    expect(window.card("Noor")).to_be_visible()
    assert on_screen.too_wide(window.page) == []
    assert english(window.page) == []
    window.press("Open de sessie van Noor")
    window.at("inchecken")
    assert window.complaints == []


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_the_last_step_is_whole(look, part):
    window = look()
    window.go("inzichten")
    window.open("zomer 2017, ouders gaan uit elkaar")
    window.choose_part(part)
    assert window.page.get_by_test_id("stException").count() == 0
    assert on_screen.too_wide(window.page) == []
    assert english(window.page) == []
    assert window.complaints == []


def test_the_side_of_the_line_and_the_list_are_whole(look):
    window = look()
    window.go("tijdlijn")
    window.item("Robin stuurt een kaart").click()
    expect(window.field("Wat gebeurde er?")).to_be_visible()
    for choice in ("Periodes", "Sessie", "Hele lijn", "Lijst"):
        window.choose(choice)
        assert window.page.get_by_test_id("stException").count() == 0
        assert english(window.page) == []
    window.press("Alle soorten")
    expect(window.says("Welke soorten gebeurtenissen in beeld?")).to_be_visible()
    assert english(window.page) == []
    assert window.complaints == []


def _opened(who, options) -> bool:
    """Press the key that opens a list; a page that just arrived may still be waking up."""
    who.focus()
    who.press("ArrowDown")
    who.page.wait_for_timeout(500)
    return options.count() == 1


def test_lists_to_pick_from_speak_dutch(look):
    window = look()
    window.go("gezin")
    options = window.page.get_by_role("listbox")
    who = window.page.get_by_role("combobox", name="Wie", exact=True)
    until(lambda: _opened(who, options), seconds=15, otherwise=lambda: "the list stays shut")
    window.page.keyboard.type("zzz")
    expect(options.get_by_text("Truus")).to_have_count(0)
    assert english(window.page) == []


def test_an_unknown_case_leads_to_the_list_with_a_sentence(look):
    window = look()
    window.page.goto(f"{window.address}/tijdlijn?casus=1999-0001")
    expect(window.says("Deze casus staat hier niet of niet meer")).to_be_visible()
    expect(window.card("Noor")).to_be_visible()
