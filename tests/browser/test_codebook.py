"""A region makes its own code, publishes it, and takes over the book of another region."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from pyrefiqda import RefiCodebook

from tests.browser.test_accessibility import mistakes

pytestmark = pytest.mark.browser

THEIRS = "nummer;soort;woord;uitleg\nFL-1;patroon;Wachten op een brief;Post duurt lang.\n"


def opened(windows, server, size=(1366, 768)):
    window = windows(server, size=size)
    window.go("codeboek")
    return window


def test_a_region_adds_a_code_and_publishes_it(windows, server, tmp_path: Path) -> None:
    window = opened(windows, server)
    expect(window.says("Dit is het codeboek van de methode.")).to_be_visible()
    assert mistakes(window.page) == []
    window.page.get_by_label("Letters van jullie regio").fill("GV")
    window.entry("Nieuwe code van onze regio").fill("Wachten op elkaar")
    window.page.keyboard.press("Enter")
    window.field("Wat betekent dit?").fill("Niemand begint.")
    window.field("Bron").click()
    expect(window.says("Eén code is nog niet vastgesteld")).to_be_visible()
    window.calm()
    window.button("Uitgave 1 vaststellen").click()
    expect(window.says("Uitgave 1 is vastgesteld.")).to_be_visible()
    assert mistakes(window.page) == []
    with window.page.expect_download() as waiting:
        window.button("Voor onderzoek (REFI-QDA, .qdc)").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.name == "codeboek-uitgave-1.qdc"
    codes = [code for group in RefiCodebook.load(file).codes.code for code in group.code]
    (own,) = [code for code in codes if code.name.startswith("GV-1")]
    assert (own.name, own.description.split("\n")[0]) == (
        "GV-1 Wachten op elkaar",
        "Niemand begint.",
    )


def test_a_book_of_another_region_is_looked_at_first(windows, server) -> None:
    window = opened(windows, server)
    given = {"name": "theirs.csv", "mimeType": "text/csv", "buffer": THEIRS.encode()}
    window.page.locator("input[type=file]").set_input_files(given)
    expect(window.says("Nieuw: 1 code")).to_be_visible()
    expect(window.says("Wachten op een brief")).to_be_visible()
    window.button("Overnemen als concept").click()
    expect(window.says("Overgenomen: 1 code.")).to_be_visible()
    expect(window.card("Wachten op een brief")).to_be_visible()
    assert mistakes(window.page) == []


def test_typing_survives_a_reload_and_a_small_screen_shows_all(windows, server) -> None:
    window = opened(windows, server, (390, 844))
    window.page.get_by_role("button", name="Openen: Geen of late brede analyse").click()
    window.field("Uitleg van onze regio").fill("Bij ons vaak pas bij de rechter.")
    window.field("Zoek een woord").click()
    window.calm()
    window.page.reload()
    window.ready()
    expect(window.card("Geen of late brede analyse")).to_contain_text("Onze uitleg: Bij ons")
    wide = window.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    assert mistakes(window.page) == []
    assert window.complaints == []
