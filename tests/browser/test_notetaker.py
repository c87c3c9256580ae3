"""A second computer: let in by a code, for one case, with less to say than the chair."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from casusanalyse.domain.devices import DeviceRole
from casusanalyse.usecases.devices import DEVICE_COOKIE
from tests.browser.network import Chair, pair
from tests.browser.window import Window

pytestmark = pytest.mark.browser

SOON = 6000
WHO = "Fatima, jeugdbeschermer, GI Midden"


@pytest.fixture
def chair(network, browser):
    window = Chair(browser, network, network.server.begin("Kwikstaart"))
    yield window
    window.close()


@pytest.fixture
def other(network, browser, chair):
    """A window of another machine, not let in yet."""
    window = Window(browser, network.there, chair.reference)
    yield window
    window.close()


def test_a_stranger_sees_nothing_but_the_page_for_codes(network, chair, other):
    for path in ("", "/casussen", f"/tijdlijn?casus={chair.reference}", "/beamer"):
        other.page.goto(f"{network.there}{path}")
        assert other.page.url == f"{network.there}/koppelen"
    line = network.there.replace("http", "ws") + "/_stcore/stream"
    closed = other.page.evaluate(
        "(line) => new Promise((done) => { const one = new WebSocket(line);"
        "one.onopen = () => done('open'); one.onclose = () => done('closed'); })",
        line,
    )
    assert closed == "closed"


def test_a_wrong_code_gets_one_kind_sentence(network, other):
    pair(other.page, network.there, "ZZZ ZZZ")
    expect(other.page.get_by_role("alert")).to_contain_text("Deze code klopt niet")


def test_a_note_taker_writes_in_the_one_case_and_leads_nothing(network, chair, other):
    elsewhere = network.server.begin("Merel")
    pair(other.page, network.there, chair.code_for("notulist"))
    other.page.get_by_role("link", name="Verder").click()
    other.at("inchecken")
    other.put("Nieuwe deelnemer", WHO)
    expect(chair.card("Fatima")).to_be_visible(timeout=SOON)
    expect(other.page.get_by_role("button", name="Apparaten")).to_have_count(0)
    expect(other.button("Op de beamer")).to_have_count(0)
    other.page.goto(f"{network.there}/inchecken?casus={elsewhere}")
    assert other.page.url == f"{network.there}/koppelen"
    other.go("tijdlijn")
    other.put("Nieuwe gebeurtenis", "mei 2020 naar een andere school")
    case = network.server.case(chair.reference)
    assert [one.name for one in case.participants] == ["Fatima"]
    deeds = network.server.cases.deeds(chair.reference)
    assert {one.who for one in deeds if one.verb == "add_event"} == {"notulist"}


def test_the_panel_of_the_note_taker_leads_nothing_and_shows_no_ticks(network, chair, other):
    heard = chair.page.get_by_role("heading", name="Nog niet gehoord in deze stap")
    pair(other.page, network.there, chair.code_for("notulist"))
    chair.page.keyboard.press("Escape")
    chair.put("Nieuwe deelnemer", WHO)
    expect(heard).to_be_visible(timeout=SOON)
    for screen in ("inchecken", "samen", "inzichten"):
        other.go(screen)
        expect(other.says("Vraag voor nu")).to_be_visible()
        expect(other.button("Andere vraag")).to_be_visible()
        for leads in ("Op de beamer", "Nog niet gehoord in deze stap"):
            expect(other.page.get_by_text(leads, exact=True)).to_have_count(0)
        expect(other.page.get_by_text("Kies wat de zaal ziet")).to_have_count(0)
        expect(
            other.page.get_by_role("link", name="Beamer in een tweede venster")
        ).to_have_count(0)
    assert network.server.cases.sittings.get(chair.reference).scene.step == 1


def test_the_note_taker_leaves_the_template_of_the_region_alone(network, chair, other):
    template = "Sjabloon van de regio"
    pair(other.page, network.there, chair.code_for("notulist"))
    for window, found in ((chair, 1), (other, 0)):
        window.go("verslag")
        expect(window.button("Download het conceptverslag")).to_be_visible()
        expect(window.page.get_by_text(template)).to_have_count(found)


def test_the_note_taker_stops_the_room_and_goes_on(network, chair, other):
    pair(other.page, network.there, chair.code_for("notulist"))
    other.go("tijdlijn")
    other.page.keyboard.press("Alt+s")
    asked = chair.page.locator("dialog[open] h2")
    expect(asked).to_have_text("Wat gebeurt er nu tussen ons?", timeout=SOON)
    expect(other.button("Verder")).to_be_visible()
    expect(other.button("Andere vraag")).to_have_count(0)
    expect(chair.button("Andere vraag", chair.page.locator("dialog[open]"))).to_be_visible()
    other.press("Iemand wil dit vasthouden")
    other.page.keyboard.type("We gingen harder praten.")
    other.press("Bewaar")
    network.server.keeps(chair.reference, "We gingen harder praten.")
    other.press("Verder")
    expect(asked).to_have_count(0, timeout=SOON)
    expect(other.page.locator("dialog[open]")).to_have_count(0)


def test_everybody_takes_back_their_own_work(network, chair, other):
    pair(other.page, network.there, chair.code_for("notulist"))
    other.go("inchecken")
    chair.page.keyboard.press("Escape")
    chair.put("Nieuwe deelnemer", "Van de voorzitter")
    other.put("Nieuwe deelnemer", "Van de notulist")
    expect(other.card("Van de voorzitter")).to_be_visible(timeout=SOON)
    other.page.keyboard.press("Alt+z")
    expect(other.card("Van de notulist")).to_have_count(0)
    expect(other.card("Van de voorzitter")).to_be_visible()


def test_who_is_sent_away_is_out_at_once(network, chair, other):
    pair(other.page, network.there, chair.code_for("notulist"))
    other.go("inchecken")
    away = chair.page.get_by_role("button", name="loskoppelen")
    expect(away).to_be_visible(timeout=SOON)
    away.click()
    expect(away).to_have_count(0)
    other.page.get_by_role("button", name="Samen").click()
    expect(other.page.get_by_text("niet (meer) gekoppeld").first).to_be_visible()
    other.page.reload()
    assert other.page.url == f"{network.there}/koppelen"


def test_a_beamer_on_another_machine_shows_and_does_nothing_else(network, chair, other):
    pair(other.page, network.there, chair.code_for("beamer"))
    other.page.get_by_role("link", name="Verder").click()
    expect(other.page.locator("#says")).not_to_be_empty()
    assert other.page.url == f"{network.there}/beamer?casus={chair.reference}"
    other.page.goto(f"{network.there}/tijdlijn?casus={chair.reference}")
    assert other.page.url == f"{network.there}/koppelen"


def test_a_browser_on_the_same_computer_can_be_the_note_taker(network, chair, windows):
    here = windows(network.server, chair.reference)
    pair(here.page, f"{network.server.address}/koppelen", chair.code_for("notulist"))
    here.page.goto(network.server.address)
    here.at("inchecken")
    here.put("Nieuwe deelnemer", WHO)
    (cookie,) = [one for one in here.context.cookies() if one["name"] == DEVICE_COOKIE]
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    (device,) = network.server.cases.devices.of(chair.reference, datetime.now(UTC))
    assert device.role is DeviceRole.NOTE_TAKER
