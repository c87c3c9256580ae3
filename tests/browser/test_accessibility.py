"""Every screen of the fullest case by the rules of WCAG 2.2 A and AA."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from casusanalyse.domain.sitting import Scene, SceneKind, Sitting
from tests.browser import screen as on_screen
from tests.browser.window import PARTS, REGION_SCREENS, SCREENS

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


@pytest.mark.parametrize("name", ["", *SCREENS, *REGION_SCREENS])
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


def test_the_open_panel_of_the_session_breaks_no_rule(look):
    window = look()
    window.go("samen")
    window.unfold("Kies wat de zaal ziet")
    window.press("Plan aanpassen")
    expect(window.button("Plan is klaar")).to_be_visible()
    assert mistakes(window.page) == []
    window.press("Plan is klaar")


def test_the_long_line_breaks_no_rule(look):
    window = look()
    window.go("tijdlijn")
    window.page.keyboard.press("Alt+l")
    expect(window.button("Terug naar de tijdlijn")).to_be_visible()
    on_screen.unfold_all(window.page)
    window.calm()
    assert mistakes(window.page) == []
    window.page.keyboard.press("Alt+l")
    expect(window.button("De grote lijn")).to_be_visible()


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", list(SceneKind))
def test_the_beamer_breaks_no_rule(look, full_server, kind, is_dark):
    window = look((1920, 1080))
    event = full_server.case(window.reference).events[0].key
    scene = Scene(kind=kind, step=4, event=event, page=1)
    full_server.cases.sittings.change(
        window.reference, lambda _: Sitting(scene=scene, dim=is_dark)
    )
    window.page.goto(f"{window.address}/beamer?casus={window.reference}")
    expect(window.page.locator("svg")).to_have_count(1)
    assert mistakes(window.page) == []
    full_server.cases.sittings.change(window.reference, lambda _: Sitting())


def test_the_way_in_for_another_machine_breaks_no_rule(look):
    window = look()
    window.page.goto(f"{window.address}/koppelen")
    expect(window.page.get_by_role("heading").first).to_be_visible()
    assert mistakes(window.page) == []
    window.page.get_by_role("textbox").fill("ZZZ ZZZ")
    window.page.get_by_role("button").first.click()
    expect(window.page.get_by_role("alert")).to_be_visible()
    assert mistakes(window.page) == []


def test_the_page_says_it_is_dutch(look):
    window = look()
    window.go("inchecken")
    assert window.page.locator("html").get_attribute("lang") == "nl"
