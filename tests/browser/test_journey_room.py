"""A half-day in the room: chair, note-taker, beamer and five phones, and what goes wrong.

The tests follow each other: every window stays open from the first to the last.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from casusanalyse.content.text import page as content
from tests.browser.network import PHONE, Chair, pair
from tests.browser.server import until
from tests.browser.window import Window

pytestmark = pytest.mark.browser

ROOM = (1920, 1080)
SOON = 6000
ARRIVING, WHERE, HOME = "Hoe is het om hier te zijn?", "Hoe staan we?", "Wat neem je mee?"
STOP = content("beamer")["stop_questions"]
PLACES = ("2012 tot 2019 thuis bij Mirjam", "2019 tot 2021 pleeggezin", "sinds 2021 gezinshuis")
LATE = "Tijdens de stilte typte ik door."
ASLEEP_MS = 25_000
"""Longer than the line to the server lives without a sign."""


class Day:
    """Everybody's windows, and where to look for what the room sees."""

    def __init__(self, network, browser) -> None:
        self.network, self.browser = network, browser
        self.chair = Chair(browser, network, network.server.begin("Kwikstaart"))
        self.reference = self.chair.reference
        self.note_taker = Window(browser, network.there, self.reference)
        self.beamer = Window(browser, network.there, self.reference, size=ROOM)
        self.phones: list[Window] = []

    def phone(self, code: str) -> None:
        """Bring one more phone to the table."""
        phone = Window(self.browser, self.network.there, size=PHONE)
        phone.page.goto(f"{self.network.there}/telefoon#{code.replace(' ', '')}")
        self.phones.append(phone)

    def close(self) -> None:
        for window in (self.chair, self.note_taker, self.beamer, *self.phones):
            window.close()

    def shows(self, words: str, *, seconds: float = 3.0) -> None:
        """See that the room sees these words."""
        milliseconds = seconds * 1000
        expect(self.beamer.page.locator("#says")).to_contain_text(words, timeout=milliseconds)

    def hides(self, words: str) -> None:
        expect(self.beamer.page.locator("#says")).not_to_contain_text(words, timeout=SOON)

    def keeps(self, *words: str, seconds: float = 8.0) -> None:
        self.network.server.keeps(self.reference, *words, seconds=seconds)


@pytest.fixture(scope="module")
def day(network, browser):
    day = Day(network, browser)
    yield day
    day.close()


def asks(phone: Window, heading: str) -> None:
    found = phone.page.get_by_role("heading", name=heading, level=1)
    expect(found).to_be_visible(timeout=SOON)


def send(page: Page) -> None:
    page.get_by_role("button", name="Versturen").click()


def test_a_beamer_and_a_note_taker_come_in_with_a_code(day):
    pair(day.beamer.page, day.network.there, day.chair.code_for("beamer"))
    day.beamer.page.get_by_role("link", name="Verder").click()
    pair(day.note_taker.page, day.network.there, day.chair.code_for("notulist"))
    day.note_taker.page.get_by_role("link", name="Verder").click()
    day.note_taker.at("inchecken")
    day.shows("Stap 1")


def test_five_phones_bring_a_word_that_the_chair_shows(day):
    code = day.chair.open_phones()
    for _ in range(5):
        day.phone(code)
    day.chair.ask(ARRIVING)
    for number, phone in enumerate(day.phones):
        asks(phone, ARRIVING)
        phone.page.get_by_label("Jouw woord").fill(f"woord {number}")
        send(phone.page)
        asks(phone, "Dank je.")
    day.hides("woord")
    day.chair.press(f"Laat zien: {ARRIVING}")
    for number in range(5):
        day.shows(f"woord {number}")


def test_the_chair_begins_the_plan_while_the_note_taker_writes_who_is_there(day):
    day.chair.page.keyboard.press("Escape")
    day.chair.press("Begin het dagdeel")
    day.note_taker.put("Nieuwe deelnemer", "Fatima, jeugdbeschermer, GI Midden")
    day.note_taker.put("Nieuwe deelnemer", "Joris, gezinswerker, Wijkteam Noord")
    expect(day.chair.card("Joris")).to_be_visible(timeout=SOON)


def test_the_note_taker_stops_the_room_and_the_chair_goes_on_at_the_same_spot(day):
    day.chair.page.keyboard.press("Alt+2")
    day.chair.at("samen")
    day.shows("Stap 2")
    day.note_taker.page.keyboard.press("Alt+s")
    day.shows(STOP[0], seconds=1.5)
    question = day.chair.page.locator("dialog[open] h2")
    expect(question).to_have_text(STOP[0], timeout=SOON)
    day.chair.press("Verder")
    day.shows("Stap 2")
    expect(question).to_have_count(0)


def test_five_phones_take_a_place_on_the_line(day):
    day.chair.unfold_devices()
    day.chair.ask(WHERE)
    for phone, place in zip(day.phones, ("naast elkaar", "tegenover elkaar") * 3, strict=False):
        asks(phone, WHERE)
        phone.page.get_by_text(place, exact=True).click()
        send(phone.page)
    day.chair.press(f"Laat zien: {WHERE}")
    day.shows("naast elkaar")
    day.chair.page.keyboard.press("Escape")


def test_the_family_is_drawn_on_the_beamer_while_it_is_typed(day):
    day.chair.page.keyboard.press("Alt+3")
    day.chair.at("gezin")
    day.chair.put("Iemand erbij", "Kwikstaart, 2012")
    day.chair.put("Iemand erbij", "Mirjam, moeder")
    day.shows("Mirjam")


def test_two_people_type_the_line_and_the_beamer_stands_around_one_event(day):
    for window in (day.chair, day.note_taker):
        window.page.keyboard.press("Alt+4")
        window.at("tijdlijn")
    day.chair.put("Nieuwe gebeurtenis", "mei 2019 naar een pleeggezin")
    day.note_taker.put("Nieuwe gebeurtenis", "voorjaar 2021 naar het gezinshuis")
    for window in (day.chair, day.note_taker):
        for title in ("naar een pleeggezin", "naar het gezinshuis"):
            expect(window.item(title)).to_be_visible(timeout=SOON)
    day.chair.open("naar een pleeggezin")
    day.shows("aar een pleeggezin. mei 2019")


def test_the_long_line_comes_layer_by_layer_and_the_same_key_returns_to_the_event(day):
    note = day.note_taker
    note.choose("Periodes")
    for line in PLACES:
        note.put("Nieuwe periode", line)
    day.chair.page.keyboard.press("Alt+l")
    day.shows("De grote lijn")
    expect(day.chair.page.get_by_role("heading", name="De grote lijn")).to_be_visible()
    day.chair.page.keyboard.press("ArrowRight")
    day.shows("drie plekken")
    day.chair.page.keyboard.press("Alt+l")
    day.shows("aar een pleeggezin. mei 2019")
    assert "gebeurtenis=" in day.chair.page.url


def test_a_beamer_that_was_shut_is_opened_again_and_shows_the_same(day):
    day.beamer.page.close()
    day.beamer.page = day.beamer.context.new_page()
    day.beamer.page.goto(f"{day.network.there}/beamer?casus={day.reference}")
    day.shows("aar een pleeggezin. mei 2019")


def test_the_server_is_killed_and_everybody_goes_on(day):
    server, note = day.network.server, day.note_taker
    until(lambda: _opens(note), lambda: "the moment stays shut", seconds=30)
    note.field("Wat gebeurde er?").click()
    server.kill()
    note.page.keyboard.type(LATE, delay=20)
    expect(day.beamer.page.locator("#says")).to_contain_text("aar een pleeggezin")
    server.start()
    day.keeps(LATE, seconds=30)
    until(lambda: _goes(day.chair, 5, "inzichten"), lambda: "the chair stays", seconds=30)
    day.shows("Stap 5")
    expect(day.phones[0].page.locator("#offline")).to_be_hidden(timeout=3 * SOON)


def _opens(note: Window) -> bool:
    """Open a moment; a key on a line that others just changed may come too early."""
    note.open("naar het gezinshuis")
    return note.field("Wat gebeurde er?").is_visible()


def test_a_laptop_that_slept_wakes_up_with_what_others_wrote(day):
    chair, note = day.chair, day.note_taker
    sleep = chair.context.new_cdp_session(chair.page)
    chair.context.set_offline(True)
    sleep.send("Page.setWebLifecycleState", {"state": "frozen"})
    note.page.keyboard.press("Alt+1")
    note.at("inchecken")
    note.write("Wat hopen we samen voor vandaag?", "Rust aan tafel.")
    day.keeps("Rust aan tafel.")
    note.page.wait_for_timeout(ASLEEP_MS)
    sleep.send("Page.setWebLifecycleState", {"state": "active"})
    chair.context.set_offline(False)
    day.shows("Stap 5")
    until(lambda: _goes(chair, 1, "inchecken"), lambda: "the chair sleeps on", seconds=30)
    expect(chair.field("Wat hopen we samen voor vandaag?")).to_have_value("Rust aan tafel.")


def _goes(window: Window, step: int, screen: str) -> bool:
    """Press the key of a step; a window that just lost the server may not hear the first."""
    window.page.keyboard.press(f"Alt+{step}")
    window.page.wait_for_timeout(1000)
    return f"/{screen}?" in window.page.url


def test_the_phones_say_goodbye_and_what_they_sent_is_gone(day):
    day.chair.unfold_devices()
    day.chair.ask(HOME)
    asks(day.phones[0], HOME)
    day.phones[0].page.get_by_label("Jouw woord").fill("moed")
    send(day.phones[0].page)
    asks(day.phones[0], "Dank je.")
    day.chair.press(f"Laat zien: {HOME}")
    day.shows("moed")
    day.chair.press("Telefoons sluiten")
    for phone in day.phones:
        asks(phone, "Dank je wel.")
    day.hides("moed")


def test_nobody_saw_a_mistake_and_nothing_left_the_room(day):
    inside = {re.sub(r"^https?://|:\d+$", "", day.network.there), "127.0.0.1"}
    for window in (day.chair, day.note_taker, day.beamer, *day.phones):
        assert window.hosts <= inside
        away = (
            "ERR_CONNECTION_REFUSED",
            "ERR_INTERNET_DISCONNECTED",
            "WebSocket",
            "Failed to fetch",
            "disconnected from server",
        )
        told = [one for one in window.complaints if not any(word in one for word in away)]
        assert told == []
