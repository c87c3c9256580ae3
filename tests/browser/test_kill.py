"""Nothing typed is lost: not when the browser dies, not when the server does."""

import os
import signal

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import open_browser
from tests.browser.window import Window

pytestmark = pytest.mark.browser

FIELD = "Wat hopen we samen voor vandaag?"
WORDS = "We hopen op rust aan tafel, en op een lach."
LINE = "mei 2020 naar een andere"


@pytest.fixture
def reference(server):
    return server.begin("Kwikstaart")


@pytest.fixture
def window(windows, server, reference):
    opened = windows(server, reference)
    opened.go("inchecken")
    return opened


def test_text_is_on_disk_within_three_seconds_while_somebody_goes_on_typing(window, server):
    window.field(FIELD).click()
    window.page.keyboard.type("Eerste woorden. ")
    begun = "Eerste woorden."
    for word in ("En ", "zo ", "gaat ", "het ", "door ", "en ", "door "):
        window.page.keyboard.type(word, delay=80)
    server.keeps(window.reference, begun, seconds=1)


def test_browser_and_server_killed_and_the_text_is_there(playwright, server, reference):
    doomed = open_browser(playwright)
    window = Window(doomed, server.address, reference)
    window.go("inchecken")
    window.field(FIELD).click()
    window.page.keyboard.type(WORDS)
    window.page.wait_for_timeout(3000)
    _kill(doomed)
    server.kill()
    server.start()
    with open_browser(playwright) as fresh:
        again = Window(fresh, server.address, reference)
        again.go("inchecken")
        expect(again.field(FIELD)).to_have_value(WORDS)


def test_typing_through_a_dead_server_all_arrives_by_itself(window, server):
    window.field(FIELD).click()
    window.page.keyboard.type("Voor de stilte. ")
    undo = window.page.get_by_role("button", name="Ongedaan maken: antwoord gewijzigd")
    expect(undo).to_be_enabled()
    server.kill()
    window.page.keyboard.type("Tijdens de stilte. ", delay=60)
    server.start()
    window.page.keyboard.type("Na de stilte.", delay=60)
    told = "Voor de stilte. Tijdens de stilte. Na de stilte."
    server.keeps(window.reference, told, seconds=45)
    expect(window.field(FIELD)).to_have_value(told)


@pytest.mark.parametrize("how", ["server dies", "reload"])
def test_an_answer_that_got_lost_is_no_clash_with_oneself(windows, server, reference, how):
    window = windows(server, reference)
    window.deafen()
    window.go("inchecken")
    window.field(FIELD).click()
    window.deaf = True
    window.page.keyboard.type("Voor de stilte. ")
    window.page.wait_for_timeout(2000)  # what is kept back goes through this very thread
    server.keeps(reference, "Voor de stilte.")
    if how == "server dies":
        server.kill()
        server.start()
        window.deaf = False
    window.page.keyboard.type("Na de stilte.")
    if how == "reload":
        window.deaf = False
        window.page.reload()
        window.ready()
    window.page.wait_for_timeout(5000)
    server.keeps(reference, "Voor de stilte. Na de stilte.")
    expect(window.page.locator(".clash")).to_have_count(0)


def test_words_typed_while_the_server_was_away_arrive_without_another_key(window, server):
    window.field(FIELD).click()
    server.kill()
    window.page.keyboard.type(WORDS)
    window.page.wait_for_timeout(1500)
    server.start()
    server.keeps(window.reference, WORDS, seconds=45)


def test_a_reload_in_the_middle_of_a_word_loses_nothing(window, server):
    window.field(FIELD).click()
    window.page.keyboard.type(WORDS)
    window.page.reload()
    expect(window.field(FIELD)).to_have_value(WORDS)
    server.keeps(window.reference, WORDS)


def test_a_half_typed_event_survives_a_reload_and_a_new_browser(window, windows, server):
    window.go("tijdlijn")
    window.entry("Nieuwe gebeurtenis").click()
    window.page.keyboard.type(LINE)
    window.page.reload()
    expect(window.entry("Nieuwe gebeurtenis")).to_have_value(LINE)
    server.keeps(window.reference, LINE)
    other = windows(server, window.reference)
    other.go("tijdlijn")
    expect(other.entry("Nieuwe gebeurtenis")).to_have_value(LINE)


def _kill(browser) -> None:
    """End this browser at once, as a flat battery does."""
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    main = next(one["id"] for one in told["processInfo"] if one["type"] == "browser")
    os.kill(main, signal.SIGKILL)
