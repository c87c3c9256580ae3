"""From three finished cases to a piece for the region, without a family to be found in it."""

import re
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from casusanalyse.domain.case import Case
from casusanalyse.domain.summary import Summary
from casusanalyse.usecases.cases import load_samples
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.final import make_final
from casusanalyse.usecases.invented import invented_summaries
from casusanalyse.usecases.release import released
from casusanalyse.usecases.round import make_concept, open_round
from tests.browser import screen as on_screen
from tests.browser.server import ROOT, until
from tests.browser.test_journey_full import english
from tests.browser.window import Window
from tests.unit.report.reading import paragraphs

pytestmark = [pytest.mark.browser, pytest.mark.office]

NOW = datetime.now(UTC)
WEEK = timedelta(days=8)
GIVE = re.compile(r"^Geef \d+ regels? vrij$")
OWN = "Jouw zin voor de regio"
SENTENCE = "Bij elke wissel van regie begonnen we opnieuw."
MAY_GO = "Ik las deze zin na. Deze mag naar de regio."
MAKE = "Maak een momentopname"
OTHERS = 37
SLOW = 90_000
"""Milliseconds the attack, and LibreOffice, get on a busy computer."""


@pytest.fixture
def finished(server) -> list[str]:
    """Three cases with a final report; return their references."""
    load_samples(server.cases, ROOT / "sample_cases", NOW)
    references = sorted(line.reference for line in server.cases.intakes())
    for reference in references:
        before = Desk(cases=server.cases, reference=reference, now=NOW - WEEK)
        make_concept(before, today=before.now.date(), names=False)
        open_round(before, today=before.now.date())
        make_final(Desk(cases=server.cases, reference=reference, now=NOW))
    return references


def names_of(case: Case) -> set[str]:
    """Every name in a case that is nobody else's word."""
    everybody = (*case.people, *case.professionals, *case.participants)
    return {one.name.split()[0] for one in everybody if one.name and one.name[0].isupper()}


def summaries(server) -> list[Summary]:
    return list(server.cases.summaries.all(""))


def release(window: Window, reference: str) -> None:
    """Release what is advised."""
    window.reference = reference
    window.go("vrijgeven")
    release_what_is_chosen(window)


def across(window: Window, screen: str) -> None:
    window.page.goto(f"{window.address}/{screen}")
    window.ready()


def whole(window: Window) -> None:
    assert window.page.get_by_test_id("stException").count() == 0
    assert on_screen.too_wide(window.page) == []
    assert english(window.page) == []


def pages_of(file: Path) -> int:
    """Convert a Word file; return how many pages it has."""
    office, info = shutil.which("soffice"), shutil.which("pdfinfo")
    assert office
    assert info
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    told = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", file.parent, file]
    subprocess.run(told, check=True, capture_output=True, timeout=SLOW / 1000)
    said = subprocess.run(
        [info, file.with_suffix(".pdf")], check=True, capture_output=True, text=True
    )
    return int(re.findall(r"^Pages:\s+(\d+)", said.stdout, re.MULTILINE)[0])


def test_from_three_finals_to_the_piece(server, windows, finished, tmp_path) -> None:
    window = windows(server)
    for reference in finished[1:]:
        release(window, reference)
    window.reference = finished[0]
    window.go("vrijgeven")
    window.page.get_by_label(OWN).first.fill(SENTENCE)
    window.page.keyboard.press("Tab")
    window.button(MAY_GO).focus()
    window.page.keyboard.press("Space")
    leaves = window.page.get_by_role("region", name="Dit ziet de regio")
    expect(leaves).to_contain_text(SENTENCE)
    window.calm()
    release_what_is_chosen(window)
    whole(window)
    assert len(summaries(server)) == 3

    take_one_back(server, window, finished[0])
    nothing_of_a_family_left(server, finished)
    refused_under_ten(window)
    a_snapshot_with_enough_cases(server, window)
    the_piece(server, window, finished, tmp_path)
    assert window.complaints == []


def release_what_is_chosen(window: Window) -> None:
    window.page.get_by_role("button", name=GIVE).click()
    given = window.page.get_by_role("heading", name=re.compile("^Vrijgegeven op "))
    expect(given).to_be_visible()
    window.calm()


def take_one_back(server, window: Window, reference: str) -> None:
    """Take the first code back; the region has one code less at once."""
    desk = Desk(cases=server.cases, reference=reference, now=NOW)
    before = released(desk).lines
    code = next(key for key in before if key.startswith("code/"))
    codes = len([one for one in summaries(server) for _ in one.codes])
    window.page.get_by_role("button", name="Neem terug").nth(1).click()
    until(lambda: len(released(desk).lines) == len(before) - 1, lambda: "still there")
    left = released(desk).lines
    gone = {*before} - {*left}
    assert len(gone) == 1
    if gone == {code}:
        assert len([one for one in summaries(server) for _ in one.codes]) == codes - 1


def nothing_of_a_family_left(server, references: list[str]) -> None:
    """No name, and no date finer than a quarter, is in what the region has."""
    told = " ".join(map(repr, summaries(server)))
    for reference in references:
        case = server.case(reference)
        assert [name for name in names_of(case) if re.search(rf"\b{name}\b", told)] == []
        assert reference not in told
        assert case.key not in told
    assert re.findall(r"\d{4}-\d{2}-\d{2}", told) == []
    assert SENTENCE in told


def refused_under_ten(window: Window) -> None:
    across(window, "regio")
    expect(window.says("Nog 7 analyses")).to_be_visible()
    expect(window.page.get_by_role("button", name=MAKE)).to_have_count(0)
    assert window.page.locator(".js-plotly-plot").count() == 0
    expect(window.says(SENTENCE)).to_be_visible()
    whole(window)


def a_snapshot_with_enough_cases(server, window: Window) -> None:
    others = invented_summaries(number=OTHERS, seed=5, region_number=1)
    server.cases.summaries.add("", iter(others))
    across(window, "regio")
    window.press(MAKE)
    expect(window.says("Momentopname 1")).to_be_visible(timeout=SLOW)
    window.calm()
    [snapshot] = server.cases.snapshots.all("")
    assert snapshot.shown["all////"] == 40
    assert min(snapshot.shown.values()) >= 10
    assert {number % 5 for number in snapshot.shown.values()} == {0}
    whole(window)


def the_piece(server, window: Window, references: list[str], folder: Path) -> None:
    across(window, "kwartaalstuk")
    window.write("Vooraf", "Dit is ons eerste stuk.")
    until(lambda: server.cases.pieces.get("", 1).words.get("opening"), lambda: "not kept")
    window.calm()
    whole(window)
    with window.page.expect_download() as begun:
        window.press("Maak het stuk in Word")
    file = folder / "stuk.docx"
    begun.value.save_as(file)
    told = " ".join(paragraphs(file.read_bytes()))
    assert "Dit is ons eerste stuk." in told
    for reference in references:
        names = names_of(server.case(reference))
        assert [name for name in names if re.search(rf"\b{name}\b", told)] == []
    assert pages_of(file) in {2, 3, 4}
