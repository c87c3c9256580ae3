"""Every screen of the fullest case by the rules of WCAG 2.2 A and AA."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import screen as on_screen
from tests.browser.window import PARTS, SCREENS

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}

# Of the platform and not to be mended from outside: rule, part of the place, reason.
ALLOWED: list[tuple[str, str, str]] = []


def mistakes(page) -> list[str]:
    """Return what breaks a rule, with its place; what is of the platform is left out."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]}"
        for rule in found
        for node in rule["nodes"]
        if not any(one == rule["id"] and at in node["html"] for one, at, _ in ALLOWED)
    ]


@pytest.mark.parametrize("name", ["", *SCREENS])
def test_a_full_screen_breaks_no_rule(look, name):
    window = look()
    window.go(name)
    expect(window.page.get_by_role("heading").first).to_be_visible()
    on_screen.unfold_all(window.page)
    window.calm()
    assert mistakes(window.page) == []


def test_an_open_event_breaks_no_rule(look):
    window = look()
    window.go("tijdlijn")
    window.item("Robin stuurt een kaart").click()
    expect(window.field("Wat gebeurde er?")).to_be_visible()
    assert mistakes(window.page) == []


@pytest.mark.parametrize(
    ("choice", "shows"),
    [("Periodes", "choose-lane"), ("Sessie", "parking"), ("Lijst", "event-grid")],
)
def test_the_other_sides_of_the_line_break_no_rule(look, choice, shows):
    window = look()
    window.go("tijdlijn")
    window.choose(choice)
    expect(window.page.locator(f"[class*=st-key-{shows}]").first).to_be_visible()
    assert mistakes(window.page) == []


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_the_last_step_breaks_no_rule(look, part):
    window = look()
    window.go("inzichten")
    window.choose_part(part)
    assert mistakes(window.page) == []


def test_the_page_says_it_is_dutch(look):
    window = look()
    window.go("inchecken")
    assert window.page.locator("html").get_attribute("lang") == "nl"
