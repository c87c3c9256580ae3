"""A whole week: a concept, three readers, every remark answered, and the final report."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Download, Locator, Page, expect

from casusanalyse.domain.final import fingerprint
from casusanalyse.domain.remark import AnswerKind, Remark, RemarkKind
from casusanalyse.domain.round import dutch_day
from casusanalyse.usecases.cases import load_samples
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.final import final_file, final_of
from casusanalyse.usecases.remarks import remarks_of
from casusanalyse.usecases.round import round_of
from tests.browser import screen as on_screen
from tests.browser.conftest import SAMPLE
from tests.browser.network import PHONE, Network
from tests.browser.server import ROOT, until
from tests.browser.test_journey_full import english
from tests.browser.window import Window
from tests.unit.report.reading import paragraphs, rows
from tests.unit.report.returned.reader import react

pytestmark = [pytest.mark.browser, pytest.mark.office]

LAPTOP = (1366, 768)
SLOW = 90_000
"""Milliseconds LibreOffice gets on a busy computer."""

BY_PHONE, BY_LAPTOP, IN_WORD, SILENT = "g-mirjam", "g-truus", "g-iris", "g-koen"
LEAVING, HELP_STOPS, INSIGHT = "ca_events_e012", "ca_events_e022", "ca_insights_i02"

BY_HAND = "Ik hoorde het van de buurvrouw."
RATHER = "Oma was al die jaren een plek."
GENERAL = "Dank dat mijn tuin erin staat."
IN_THE_MARGIN = "Op school merkten we het pas na de zomer."
ABOUT_A_TITLE = "Mogen wij ook bij elk nummer een jaar?"
NEW_ROW = "Koffie met de mentor"
PLAN = [
    {"do": "comment", "at": "Vader vertrekt op een zondag", "say": IN_THE_MARGIN},
    {"do": "comment", "at": "Wie deden mee", "time": 2, "say": ABOUT_A_TITLE},
    {"do": "replace", "at": "Kleiner en goedkoper", "by": "Goedkoper", "tracked": True},
    {"do": "insert", "at": "Het doel staat op groen.", "say": " Wij niet.", "tracked": True},
    {"do": "delete_row", "at": "Buren melden ruzie", "tracked": True},
    {"do": "insert_row", "at": "Wijkteam komt thuis", "say": NEW_ROW, "tracked": True},
]
WANTED = {
    (LEAVING, RemarkKind.MISSES, BY_HAND),
    (LEAVING, RemarkKind.COMMENT, IN_THE_MARGIN),
    (INSIGHT, RemarkKind.RATHER, RATHER),
    ("", RemarkKind.GENERAL, GENERAL),
    ("", RemarkKind.COMMENT, ABOUT_A_TITLE),
    ("", RemarkKind.REWORDED, f"Nieuwe rij: {NEW_ROW}"),
    ("ca_events_e005", RemarkKind.REWORDED, "‘Kleiner en goedkoper’ wordt ‘Goedkoper’"),
    (HELP_STOPS, RemarkKind.REWORDED, "Erbij: ‘Wij niet.’"),
}
ROW_GONE = "ca_events_e013", RemarkKind.REWORDED
FINAL_WORD = "Download het definitieve verslag (Word)"
REASON = "Dit staat er nu bij, in jouw woorden."
NOW = "Vader vertrekt op een zondag. Noor hoort het van de buurvrouw."


class Week:
    """The case, the window of the chair, and the devices of the readers."""

    def __init__(self, network: Network, browser: Browser) -> None:
        self.server, self.browser = network.server, browser
        self.chair = Window(browser, network.server.address, SAMPLE, size=LAPTOP)
        self.opened: list[Page] = []

    @property
    def desk(self) -> Desk:
        return Desk(cases=self.server.cases, reference=SAMPLE, now=datetime.now(UTC))

    def link(self, person: str) -> str:
        """Have the chair make a link, and read it from the message."""
        shown = self.chair.page.locator("[data-testid=stCode]")
        invite = self.chair.page.locator(f".st-key-invite-{person} button")
        expect(invite).to_have_count(1)
        invite.click()
        expect(shown).to_be_visible()
        self.chair.calm()
        message = shown.inner_text()
        self.chair.press("Klaar, verberg dit")
        expect(shown).to_have_count(0)
        self.chair.calm()
        [link] = re.findall(r"http\S+/lees#\S+", message)
        return link

    def reader(self, link: str, size: tuple[int, int]) -> Page:
        """Follow a link on a device that never saw the product."""
        width, height = size
        context = self.browser.new_context(viewport={"width": width, "height": height})
        context.set_default_timeout(8000)
        page = context.new_page()
        self.opened.append(page)
        page.goto(link)
        expect(page.locator("#reactions")).to_be_visible()
        return page

    def end(self) -> None:
        """Let the last day be yesterday, as it will be by itself."""
        yesterday = dutch_day(self.desk.now) - timedelta(days=1)
        deed = self.desk.deed("last_day_moved")
        alter = self.server.cases.rounds.change
        alter(SAMPLE, lambda week: replace(week, last_day=yesterday), deed)

    def remarks(self) -> list[Remark]:
        return [one for one in remarks_of(self.desk) if one.asks_for_answer]

    def close(self) -> None:
        for page in self.opened:
            page.context.close()
        self.chair.close()


@pytest.fixture
def week(network, browser):
    load_samples(network.server.cases, ROOT / "sample_cases", datetime.now(UTC))
    week = Week(network, browser)
    yield week
    week.close()


def box(page: Page, place: str) -> Locator:
    return page.locator(f'[data-stuk="{place}"]')


def says(page: Page, place: str, choice: str, words: str = "") -> None:
    """Choose how one reacts on a paragraph, with words."""
    box(page, place).get_by_text(choice, exact=True).click()
    if words:
        box(page, place).get_by_role("textbox").fill(words)
    expect(box(page, place).locator(".saved")).to_contain_text("Bewaard om")


def sends(page: Page) -> None:
    page.get_by_role("button", name="Versturen", exact=True).click()
    expect(page.locator("#bar-says")).to_contain_text("Verstuurd om")


def saved(got: Download, folder: Path) -> Path:
    path = folder / got.suggested_filename
    got.save_as(path)
    return path


def download(window: Window, button: str, folder: Path) -> Path:
    """Press a button that makes a file, and keep that file."""
    with window.page.expect_download(timeout=SLOW) as got:
        window.press(button)
    return saved(got.value, folder)


def whole(window: Window) -> None:
    """See that nothing of a screen is broken, cut off or English."""
    assert window.page.get_by_test_id("stException").count() == 0
    assert on_screen.too_wide(window.page) == []
    assert english(window.page) == []


def test_a_week_from_concept_to_final(week, tmp_path):
    chair = week.chair
    make_the_concept(chair)
    links = {person: week.link(person) for person in (BY_PHONE, BY_LAPTOP, IN_WORD, SILENT)}

    phone = react_by_link(week, links)
    bring_back_from_word(week, links[IN_WORD], tmp_path)

    week.end()
    assert_everything_landed(week)
    chair.go("terugkoppeling")
    whole(chair)
    refused(week)
    answer_all(week)
    chair.press("Maak het verslag definitief")
    expect(
        chair.page.get_by_role("heading", name=re.compile("^Definitief op "))
    ).to_be_visible()
    whole(chair)

    told = check_word(week, download(chair, FINAL_WORD, tmp_path))
    check_pdf(told, download(chair, "Download het verslag als PDF (PDF/A)", tmp_path))
    assert download(chair, "Download het verslag als ODT", tmp_path).read_bytes()[:2] == b"PK"
    check_answers(phone)
    assert chair.complaints == []


def react_by_link(week: Week, links: dict[str, str]) -> Page:
    """React on a phone and on a laptop; return the phone."""
    phone = week.reader(links[BY_PHONE], PHONE)
    says(phone, "ca_events_e001", "Klopt")
    says(phone, LEAVING, "Mist iets", BY_HAND)
    phone.get_by_text("Ik herken het verslag").click()
    sends(phone)
    laptop = week.reader(links[BY_LAPTOP], LAPTOP)
    says(laptop, INSIGHT, "Liever zo verwoord", RATHER)
    says(laptop, "geheel", "Ik wil nog iets zeggen", GENERAL)
    sends(laptop)
    return phone


def make_the_concept(chair: Window) -> None:
    chair.go("terugkoppeling")
    expect(chair.says("Zo lezen de deelnemers het")).to_be_visible()
    whole(chair)
    chair.press("Maak het concept")
    expect(chair.says("Tot en met welke dag?")).to_be_visible()
    chair.press("Open het concept voor reacties")
    expect(chair.says("Wie lezen mee")).to_be_visible()
    chair.calm()
    whole(chair)


def bring_back_from_word(week: Week, link: str, folder: Path) -> None:
    """Download the draft by link, react in LibreOffice; the chair brings the file in twice."""
    page = week.reader(link, LAPTOP)
    with page.expect_download() as got:
        page.get_by_role("link", name="Download het concept voor Word").click()
    draft, back = saved(got.value, folder), folder / "terug.docx"
    react(draft, back, PLAN)
    chair = week.chair
    for new in ("6 opmerkingen erbij.", "0 opmerkingen erbij."):
        chair.go("terugkoppeling")
        chair.unfold("Reactie in Word inlezen")
        chair.pick("Van wie is dit bestand?", "Iris")
        whole(chair)
        chair.page.locator("input[type=file]").set_input_files(back)
        expect(chair.says(new)).to_be_visible()


def assert_everything_landed(week: Week) -> None:
    landed = {
        (one.paragraph, one.sent.kind, one.sent.words): one.author for one in week.remarks()
    }
    [gone] = [one for one in landed if one[:2] == ROW_GONE]
    assert gone[2].startswith("Rij weg: 4.13 | 21 sep 2017")
    assert set(landed) - {gone} == WANTED
    assert set(landed.values()) == {"", "Kim de Vries"}


def refused(week: Week) -> None:
    """Final is not possible yet; what still waits is listed with where it is."""
    week.chair.press("Maak het verslag definitief")
    expect(
        week.chair.says("Elke opmerking krijgt eerst een antwoord. Nog te gaan: 9.")
    ).to_be_visible()
    waiting = week.chair.page.get_by_role("button", name=re.compile("nog te doen"))
    places = {one.paragraph for one in week.remarks()}
    expect(waiting).to_have_count(len(places))
    assert round_of(week.desk).final_at is None


def answer_all(week: Week) -> None:
    """Walk through the report, change one text in place, answer everybody, keep one view."""
    places, done = {one.paragraph for one in week.remarks()}, 0
    for at in range(len(places)):
        if at:
            go_on(week.chair)
        done += answer_here(week)
    assert done == len(week.remarks())
    assert [one for one in week.remarks() if one.waits] == []


def go_on(chair: Window) -> None:
    """Go to the next paragraph, and wait until its remarks are there."""
    voice, forward = (chair.page.locator(one) for one in (".ca-voice", ".st-key-remark-next"))
    expect(forward).to_have_count(1)
    before = voice.first.inner_text()
    forward.get_by_role("button").click()
    expect(voice.first).not_to_have_text(before, use_inner_text=True)
    chair.calm()


def answer_here(week: Week) -> int:
    chair = week.chair
    here = chair.page.locator(".ca-voice").all_inner_texts()
    if BY_HAND in "".join(here):
        assert IN_THE_MARGIN in "".join(here)  # two voices beside each other
        chair.field("Wat gebeurde er?").fill(NOW)
        chair.page.keyboard.press("Tab")
        week.server.keeps(SAMPLE, NOW)
    for at, words in enumerate(here):
        before = sum(not one.waits for one in week.remarks())
        kind, reason = ("niet verwerkt", REASON) if RATHER in words else ("verwerkt", "")
        answers(chair, at, kind, reason)
        until(
            lambda: sum(not one.waits for one in week.remarks()) > before,  # noqa: B023 - waits here
            lambda: f"no answer at {words!r}",  # noqa: B023 - same
        )
        if reason:
            keep_the_view(week)
    return len(here)


def answers(chair: Window, at: int, kind: str, reason: str) -> None:
    chair.page.get_by_role("combobox", name=re.compile("^Antwoord")).nth(at).select_option(
        label=kind
    )
    if reason:
        chair.page.get_by_label("Wat deden we ermee?").nth(at).fill(reason)
        chair.page.keyboard.press("Tab")
    chair.calm()


def keep_the_view(week: Week) -> None:
    week.chair.button(
        "Hier kijken we verschillend naar: zet deze woorden in het verslag"
    ).click()
    until(
        lambda: any(one.differs for one in week.remarks()),
        lambda: "the differing view is not kept",
    )


def check_word(week: Week, file: Path) -> str:
    """See in the Word file what was agreed; return the fingerprint it carries."""
    report, final = file.read_bytes(), final_of(week.desk)
    told = round_of(week.desk).fingerprint
    assert report == final_file(week.desk)
    assert fingerprint(final) == told
    expect(week.chair.page.get_by_text(told, exact=True)).to_be_visible()

    said, cells = paragraphs(report), rows(report)
    assert ["Vingerafdruk", told] in cells
    assert ["Traumatherapeut", "geen opmerkingen ontvangen"] in cells
    assert ["Moeder", "herkent het verslag"] in cells
    for heading in ("Hier kijken we verschillend naar", "Reacties en antwoorden"):
        assert said.count(heading) >= 1
    assert f"Oma: ‘{RATHER}’" in said
    assert f"Oma, liever zo verwoord: ‘{RATHER}’" in said
    assert f"Antwoord: Niet verwerkt. {REASON}" in said
    assert said.count("Antwoord: Verwerkt.") == 8
    assert {one.answer.kind for one in final.remarks if one.answer} == {
        AnswerKind.PROCESSED,
        AnswerKind.NOT,
    }
    changed = {one.place for one in final.alterations if NOW in one.after}
    assert changed == {"4.12 Ouders gaan uit elkaar"}
    return told


def check_pdf(told: str, file: Path) -> None:
    """See that the PDF says the same, on every page that it is final."""
    text = subprocess.run(
        [shutil.which("pdftotext"), "-layout", file, "-"], check=True, capture_output=True
    ).stdout.decode()
    pages = text.split("\f")[:-1]
    assert [page for page in pages if not page.lstrip().startswith("DEFINITIEF")] == []
    assert [page for page in pages if told[:12] not in page.splitlines()[0]] == []
    assert told in pages[0]
    flat = re.sub(r"\s+", " ", text)
    for words in (
        BY_HAND,
        RATHER,
        GENERAL,
        IN_THE_MARGIN,
        REASON,
        "geen opmerkingen ontvangen",
    ):
        assert words in flat


def check_answers(phone: Page) -> None:
    """The same link shows the final report with the answers to one's own remarks only."""
    phone.reload()
    expect(phone.locator("[aria-current=step]")).to_have_text("Definitief")
    own = phone.locator("#h-antwoorden")
    expect(phone.get_by_text(BY_HAND).first).to_be_visible()
    expect(own).to_have_count(1)
    expect(phone.get_by_text(GENERAL)).to_have_count(0)
