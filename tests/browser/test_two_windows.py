"""Chair and note-taker work on one case at the same time."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SOON = 3000
"""Milliseconds in which one sees what the other wrote."""

WHO = "Fatima, jeugdbeschermer, GI Midden"
CHECK_IN, HOPE = "Hoe zit je hier?", "Wat hoop je voor vandaag?"


@pytest.fixture
def both(server, windows):
    """Two windows on the check-in of one new case with one participant."""
    reference = server.begin("Kwikstaart")
    one, other = windows(server, reference), windows(server, reference)
    one.go("inchecken")
    one.put("Nieuwe deelnemer", WHO)
    other.go("inchecken")
    expect(other.field(CHECK_IN)).to_be_visible()
    expect(one.field(CHECK_IN)).to_be_visible()
    return one, other


def test_what_one_wrote_the_other_soon_sees(both):
    one, other = both
    one.write(CHECK_IN, "Met een vol hoofd.")
    expect(other.field(CHECK_IN)).to_have_value("Met een vol hoofd.", timeout=SOON)


def test_a_new_event_soon_stands_on_the_line_of_the_other(both):
    one, other = both
    one.go("tijdlijn")
    other.go("tijdlijn")
    one.put("Nieuwe gebeurtenis", "mei 2020 naar een andere school")
    expect(other.item("aar een andere school")).to_be_visible(timeout=SOON)


def test_typing_goes_on_undisturbed_while_the_other_writes(both):
    one, other = both
    other.field(HOPE).click()
    other.page.keyboard.type("Dat we ", delay=60)
    one.write(CHECK_IN, "Rustig.")
    other.page.keyboard.type("naast elkaar blijven zitten, ook straks.", delay=90)
    expect(other.field(CHECK_IN)).to_have_value("Rustig.", timeout=SOON)
    sentence = "Dat we naast elkaar blijven zitten, ook straks."
    assert other.field(HOPE).input_value() == sentence
    expect(one.field(HOPE)).to_have_value(sentence, timeout=SOON + 1000)


def test_two_fields_of_one_record_both_stay(both, server):
    one, other = both
    _at_once(both, (CHECK_IN, "Rustig."), (HOPE, "Een goed gesprek."))
    server.keeps(one.reference, "Rustig.", "Een goed gesprek.")
    expect(one.field(HOPE)).to_have_value("Een goed gesprek.", timeout=SOON)
    expect(other.field(CHECK_IN)).to_have_value("Rustig.", timeout=SOON)
    assert one.page.locator(".clash").count() == other.page.locator(".clash").count() == 0


def test_one_field_by_two_hands_shows_both_texts_and_keeps_both(both, server):
    one, other = both
    _at_once(both, (CHECK_IN, "Rustig."), (CHECK_IN, "Met haast."))
    clash = other.page.locator(".clash")
    expect(clash).to_contain_text("Hier schreven twee mensen tegelijk. Niets is weg.")
    expect(clash).to_contain_text("Met haast.")
    expect(clash).to_contain_text("Rustig.")
    assert other.field(CHECK_IN).input_value() == "Met haast."
    other.press("Houd allebei")
    server.keeps(one.reference, "Rustig.\\nMet haast.")
    expect(clash).to_have_count(0)
    expect(one.field(CHECK_IN)).to_have_value("Rustig.\nMet haast.", timeout=SOON)


def test_of_one_field_by_two_hands_one_can_take_that_of_the_other(both, server):
    one, other = both
    _at_once(both, (CHECK_IN, "Rustig."), (CHECK_IN, "Met haast."))
    other.press("Die van de ander")
    expect(other.field(CHECK_IN)).to_have_value("Rustig.")
    expect(other.page.locator(".clash")).to_have_count(0)
    assert server.lacks(one.reference, "Met haast.") == ["Met haast."]


def _at_once(both, told, other_told):
    """Both type before either sees the other; the first leaves the field at once."""
    for window, (label, words) in zip(reversed(both), (other_told, told), strict=True):
        window.field(label).click()
        window.page.keyboard.insert_text(words)
    both[0].page.keyboard.press("Tab")
