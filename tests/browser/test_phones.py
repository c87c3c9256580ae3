"""Phones at the table: optional, one question at a time, hidden until the chair shows it."""

import re

import pytest
from playwright.sync_api import expect

from casusanalyse.usecases.cases import export_case
from tests.browser.network import PHONE, Chair
from tests.browser.test_accessibility import mistakes

pytestmark = pytest.mark.browser

ARRIVING, WHERE, HOPE = "Hoe is het om hier te zijn?", "Hoe staan we?", "Wat neem je mee?"
SOON = 6000
"""Milliseconds in which a phone, the chair and the beamer notice something."""
SMALLEST = 46
"""Pixels of the smallest thing a finger hits."""


@pytest.fixture
def chair(network, browser):
    window = Chair(browser, network, network.server.begin("Kwikstaart"))
    yield window
    window.close()


@pytest.fixture
def phones(network, browser):
    """Give a phone the address it scans; it has no script when it is not allowed one."""
    opened = []

    def phone(code="", *, scripts=True):
        width, height = PHONE
        size = {"width": width, "height": height}
        context = browser.new_context(viewport=size, java_script_enabled=scripts)
        context.set_default_timeout(SOON)
        opened.append(context)
        page = context.new_page()
        page.goto(f"{network.there}/telefoon{'#' + code.replace(' ', '') if code else ''}")
        return page

    yield phone
    for context in opened:
        context.close()


@pytest.fixture
def beamer(browser, chair):
    context = browser.new_context(viewport={"width": 1920, "height": 1080})
    page = context.new_page()
    page.goto(f"{chair.address}/beamer?casus={chair.reference}")
    yield page
    context.close()


def asks(page, heading: str) -> None:
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible(timeout=SOON)


def say(page, words: str) -> None:
    page.get_by_label("Jouw woord").fill(words)
    page.get_by_role("button", name="Versturen").click()
    asks(page, "Dank je.")


def shows(beamer, words: str) -> None:
    expect(beamer.locator("#says")).to_contain_text(words, timeout=SOON)


def lacks(beamer, words: str) -> None:
    expect(beamer.locator("#says")).not_to_contain_text(words, timeout=SOON)


def small(page) -> list[str]:
    """What is smaller than a finger."""
    targets = page.locator("button:visible, a:visible, .in:visible, .place:visible").all()
    return [one.inner_text() for one in targets if one.bounding_box()["height"] < SMALLEST]


def test_five_phones_send_words_that_the_chair_shows(network, chair, phones, beamer):
    code = chair.open_phones()
    shows(beamer, code)
    five = [phones(code) for _ in range(5)]
    for one in five:
        asks(one, "Je doet mee.")
        assert one.url == f"{network.there}/telefoon"
    chair.ask(ARRIVING)
    for number, one in enumerate(five[:4]):
        asks(one, ARRIVING)
        say(one, f"woord nummer {number}")
    five[4].get_by_role("button", name="Liever niet, dat is ook goed").click()
    asks(five[4], "Dat is ook goed.")
    expect(chair.says("4 antwoorden, nog voor niemand te zien")).to_be_visible(timeout=SOON)
    assert "woord nummer" not in chair.page.content()
    lacks(beamer, "woord nummer")
    chair.press(f"Laat zien: {ARRIVING}")
    for number in range(4):
        shows(beamer, f"woord nummer {number}")
    chair.press("Laat ‘woord nummer 2’ weg")
    lacks(beamer, "woord nummer 2")
    shows(beamer, "woord nummer 3")
    five[3].get_by_role("button", name="Terugnemen").click()
    lacks(beamer, "woord nummer 3")
    assert b"woord nummer" not in export_case(network.server.cases, chair.reference)
    chair.press("Telefoons sluiten")
    for one in five:
        asks(one, "Dank je wel.")
    lacks(beamer, "woord nummer")


def test_there_is_no_room_for_a_sixth_phone_without_participants(chair, phones):
    code = chair.open_phones()
    for _ in range(5):
        asks(phones(code), "Je doet mee.")
    sixth = phones(code)
    asks(sixth, "Er doen al genoeg telefoons mee.")
    expect(sixth.get_by_text("Zeg het gerust hardop.", exact=True)).to_be_visible()


def test_places_come_on_the_line_of_the_beamer(chair, phones, beamer):
    phone = phones(chair.open_phones())
    chair.ask(WHERE)
    asks(phone, WHERE)
    phone.get_by_text("naast elkaar", exact=True).click()
    phone.get_by_role("button", name="Versturen").click()
    expect(phone.get_by_text("Je koos: naast elkaar")).to_be_visible()
    lacks(beamer, "naast elkaar")
    chair.press(f"Laat zien: {WHERE}")
    shows(beamer, "naast elkaar")


def test_without_a_script_the_code_is_typed_and_the_form_works(chair, phones):
    code = chair.open_phones()
    chair.ask(HOPE)
    phone = phones(scripts=False)
    phone.get_by_label("De code van het scherm").fill(code.lower())
    phone.get_by_role("button", name="Meedoen").click()
    asks(phone, HOPE)
    say(phone, "moed")


def test_a_phone_without_a_connection_is_kind_and_comes_back(chair, phones):
    phone = phones(chair.open_phones())
    chair.ask(ARRIVING)
    asks(phone, ARRIVING)
    phone.get_by_label("Jouw woord").fill("met een vol hoofd")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Versturen").click()
    aloud = phone.get_by_text("Geen verbinding. Zeg het gerust hardop.")
    expect(aloud).to_be_visible(timeout=SOON)
    expect(phone.get_by_label("Jouw woord")).to_have_value("met een vol hoofd")
    phone.context.set_offline(False)
    expect(aloud).to_be_hidden(timeout=2 * SOON)
    say(phone, "met een vol hoofd")


def test_a_word_half_typed_is_not_taken_away_by_the_next_question(chair, phones):
    phone = phones(chair.open_phones())
    chair.ask(ARRIVING)
    asks(phone, ARRIVING)
    phone.get_by_label("Jouw woord").press_sequentially("met een vol", delay=20)
    chair.ask(HOPE)
    phone.wait_for_timeout(4000)
    expect(phone.get_by_label("Jouw woord")).to_have_value("met een vol")
    phone.get_by_role("button", name="Versturen").click()
    asks(phone, HOPE)


def test_every_state_is_fit_for_a_finger_and_a_screen_reader(chair, phones):
    stranger = phones()
    assert (small(stranger), mistakes(stranger)) == ([], [])
    phone = phones(chair.open_phones())
    asks(phone, "Je doet mee.")
    assert mistakes(phone) == []
    chair.ask(ARRIVING)
    asks(phone, ARRIVING)
    phone.get_by_role("button", name="Versturen").click()
    expect(phone.get_by_text(re.compile("^Schrijf één woord"))).to_be_visible()
    expect(phone.get_by_label("Jouw woord")).to_be_focused()
    expect(phone.get_by_label("Jouw woord")).to_have_accessible_description(
        re.compile("Schrijf één woord.*Nog 40 tekens over.*zonder naam")
    )
    assert (small(phone), mistakes(phone)) == ([], [])
    say(phone, "w" * 40)
    assert (small(phone), mistakes(phone)) == ([], [])
    expect(phone.get_by_role("heading", name="Dank je.")).to_be_focused()
    chair.ask(WHERE)
    asks(phone, WHERE)
    expect(phone.get_by_role("radio")).to_have_count(5)
    assert (small(phone), mistakes(phone)) == ([], [])
    wide = phone.evaluate("document.documentElement.scrollWidth")
    assert wide == PHONE[0]
