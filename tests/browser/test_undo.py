"""Undo and redo, with the keys and with the buttons, from one step to the next."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def window(windows, server):
    opened = windows(server, server.begin("Kwikstaart"))
    opened.go("inchecken")
    return opened


def _names(window):
    return window.page.locator("section.block.card h3")


def _back(window, word):
    return window.page.get_by_role("button", name=re.compile(f"^{word}"))


def test_the_keys_take_back_and_do_again_what_was_added(window):
    window.put("Nieuwe deelnemer", "Fatima, jeugdbeschermer, GI Midden")
    window.put("Nieuwe deelnemer", "Joris, gezinswerker, Wijkteam Noord")
    expect(_names(window)).to_have_text(["Fatima", "Joris"])
    window.page.keyboard.press("Alt+z")
    expect(_names(window)).to_have_text(["Fatima"])
    window.page.keyboard.press("Alt+z")
    expect(_names(window)).to_have_count(0)
    window.page.keyboard.press("Alt+y")
    expect(_names(window)).to_have_text(["Fatima"])
    window.page.keyboard.press("Alt+y")
    expect(_names(window)).to_have_text(["Fatima", "Joris"])


def test_the_buttons_say_what_they_take_back_also_in_another_step(window):
    window.put("Nieuwe deelnemer", "Fatima, jeugdbeschermer, GI Midden")
    window.page.keyboard.press("Alt+Digit4")
    window.at("tijdlijn")
    window.put("Nieuwe gebeurtenis", "mei 2020 naar een andere school")
    expect(window.item("aar een andere school")).to_be_visible()
    window.press("Ongedaan maken: gebeurtenis toegevoegd (Alt Z)")
    expect(window.item("aar een andere school")).to_have_count(0)
    window.press("Ongedaan maken: deelnemer toegevoegd (Alt Z)")
    expect(_back(window, "Er is niets om ongedaan te maken")).to_be_disabled()
    _back(window, "Opnieuw doen").click()
    _back(window, "Opnieuw doen").click()
    expect(window.item("aar een andere school")).to_be_visible()
    expect(_back(window, "Er is niets om opnieuw te doen")).to_be_disabled()


def test_words_just_typed_are_taken_back_and_come_back(window):
    field = window.field("Wat hopen we samen voor vandaag?")
    field.click()
    window.page.keyboard.type("Rust aan tafel.")
    expect(_back(window, "Ongedaan maken: antwoord gewijzigd")).to_be_enabled()
    window.page.keyboard.press("Alt+z")
    expect(field).to_have_value("")
    window.page.keyboard.press("Alt+y")
    expect(field).to_have_value("Rust aan tafel.")


def test_what_was_taken_away_comes_back_whole(window):
    window.put("Nieuwe deelnemer", "Fatima, jeugdbeschermer, GI Midden")
    window.write("Hoe zit je hier?", "Met een vol hoofd.")
    window.press("Gegevens van Fatima")
    window.press("Weghalen")
    expect(_names(window)).to_have_count(0)
    window.page.keyboard.press("Alt+z")
    expect(_names(window)).to_have_text(["Fatima"])
    expect(window.field("Hoe zit je hier?")).to_have_value("Met een vol hoofd.")
