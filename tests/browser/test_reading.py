"""The personal link on a phone that never saw the product: read, react, send, take back."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from casusanalyse.domain.change import Deed
from casusanalyse.domain.remark import AnswerKind, RemarkKind, Said
from casusanalyse.domain.round import dutch_day
from casusanalyse.store.casefile import read_case
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.desk import CHAIR, Desk, new_key
from casusanalyse.usecases.final import make_final
from casusanalyse.usecases.invitations import invite, revoke
from casusanalyse.usecases.reading import Reader, open_link, react, reading_path, send
from casusanalyse.usecases.remarks import answer, keep_differing, remarks_of
from casusanalyse.usecases.round import make_concept, open_round
from tests.browser import screen as on_screen
from tests.browser.network import PHONE
from tests.browser.server import ROOT
from tests.browser.test_accessibility import mistakes

pytestmark = pytest.mark.browser

SOON = 6000
"""Milliseconds in which the page shows what was done."""
SAVED = 3000
"""Milliseconds in which what was typed is on disk."""
SMALLEST = 46
HOSTILE = '<img src=x onerror="document.title=1">Oma <b>was</b> er bij.'
FULLEST, FIRST = "lange-lijn", "eerste-sessie"


@pytest.fixture
def phones(browser):
    """Give somebody with a phone a page; it has no script when it is not allowed one."""
    opened = []

    def phone(*, scripts: bool = True, size: tuple[int, int] = PHONE) -> Page:
        width, height = size
        viewport = {"width": width, "height": height}
        context = browser.new_context(viewport=viewport, java_script_enabled=scripts)
        context.set_default_timeout(SOON)
        opened.append(context)
        return context.new_page()

    yield phone
    for context in opened:
        context.close()


def a_copy(cases: CaseStore, sample: str) -> str:
    """Bring in a sample case once more, under a reference of its own; return it."""
    case = read_case((ROOT / "sample_cases" / f"{sample}.json").read_bytes())
    now = datetime.now(UTC)
    again = replace(case, key=new_key(), reference=cases.next_reference(now.year))
    return cases.create(again, Deed(who=CHAIR, at=now, verb="case_imported")).reference


class Week:
    """A fresh copy of a sample case, whose week began some days ago."""

    def __init__(self, network, sample: str, *, days_ago: float = 0) -> None:
        self.server, self.there = network.server, network.there
        self.reference = a_copy(network.server.cases, sample)
        self.began = datetime.now(UTC) - timedelta(days=days_ago)
        desk = self.desk(self.began)
        make_concept(desk, today=dutch_day(self.began))
        open_round(desk, today=dutch_day(self.began))
        self.people = [one.key for one in desk.case().participants]

    def desk(self, at: datetime | None = None) -> Desk:
        now = at or datetime.now(UTC)
        return Desk(cases=self.server.cases, reference=self.reference, now=now)

    def token(self, person: int = 0) -> str:
        return invite(self.desk(self.began), self.people[person])

    def link(self, person: int = 0) -> str:
        return f"{self.there}{reading_path(self.token(person))}"

    def reader(self, person: int = 0) -> Reader:
        return Reader(cases=self.server.cases, token=self.token(person), now=self.began)

    def events(self) -> list[str]:
        report = open_link(self.reader()).report
        return [one.id for one in report.paragraphs if one.shelf == "events"]

    def said(self, person: int = 0) -> dict[str, tuple[Said | None, Said | None]]:
        """What is on disk of somebody: by paragraph, as typed and as sent."""
        reading = open_link(self.reader(person)).reading
        return {one.paragraph: (one.draft, one.sent) for one in reading.remarks}


@pytest.fixture
def week(network):
    """The week of a case nobody read yet; each test opens one of its own."""
    return Week(network, FIRST)


def box(page: Page, place: str):
    return page.locator(f'[data-stuk="{place}"]')


def choose(page: Page, place: str, choice: str) -> None:
    box(page, place).get_by_text(choice, exact=True).click()


def stands(page: Page, words: str) -> None:
    expect(page.locator("#bar-says")).to_contain_text(words, timeout=SOON)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def small(page: Page) -> list[str]:
    """What is smaller than a finger."""
    targets = page.locator("button:not(.unseen), .o, .in, summary")
    heights = targets.evaluate_all("all => all.map(t => [t.innerText, t.offsetHeight])")
    return [words for words, height in heights if 0 < height < SMALLEST]


def fits(page: Page) -> None:
    assert mistakes(page) == []
    assert on_screen.too_wide(page) == []
    assert on_screen.cut_off(page) == []
    assert small(page) == []


def test_a_reader_reacts_sends_and_takes_back(week, phones) -> None:
    page, (first, second, *_) = phones(), week.events()
    page.goto(week.link())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url == f"{week.there}/lees"
    fits(page)

    choose(page, first, "Klopt")
    choose(page, second, "Liever zo verwoord")
    expect(box(page, second).get_by_label("Hoe zou jij het zeggen?")).to_be_visible()
    box(page, second).get_by_role("textbox").press_sequentially("Moeder vroeg zelf om hulp.")
    saved = box(page, second).locator(".saved")
    expect(saved).to_have_text(re.compile("Bewaard om "), timeout=SAVED)
    stands(page, "Nog niet verstuurd.")
    fits(page)
    rather = Said(kind=RemarkKind.RATHER, words="Moeder vroeg zelf om hulp.")
    agrees = Said(kind=RemarkKind.AGREES)
    assert week.said() == {first: (agrees, None), second: (rather, None)}

    press(page, "Versturen")
    stands(page, "Verstuurd om")
    assert week.said() == {first: (agrees, agrees), second: (rather, rather)}
    choose(page, first, "Klopt")  # a second time takes it back
    stands(page, "Daarna paste je nog iets aan.")
    fits(page)
    press(page, "Terugnemen")
    stands(page, "Nog niet verstuurd.")
    assert week.said() == {second: (rather, None)}


def test_what_was_typed_outlives_the_server(week, phones) -> None:
    page, (first, second, *_) = phones(), week.events()
    page.goto(week.link())
    choose(page, first, "Mist iets")
    typing = box(page, first).get_by_label("Wat mist er?")
    typing.press_sequentially("Oma was er ook bij.")
    expect(box(page, first).locator(".saved")).to_contain_text("Bewaard om", timeout=SAVED)
    week.server.kill()
    typing.press_sequentially(" En opa.")
    choose(page, second, "Klopt")
    offline = "Nog niet bewaard. We proberen het opnieuw."
    expect(box(page, first).locator(".saved")).to_have_text(offline, timeout=SOON)
    press(page, "Versturen")
    stands(page, "Geen verbinding.")
    week.server.start()
    expect(box(page, first).locator(".saved")).to_contain_text("Bewaard om", timeout=15_000)
    expect(box(page, second).locator(".saved")).to_contain_text("Bewaard om", timeout=SOON)

    again = phones()
    again.goto(week.link())
    shown = box(again, first).get_by_label("Wat mist er?")
    expect(shown).to_have_value("Oma was er ook bij. En opa.")
    stands(again, "Nog niet verstuurd.")


def test_a_keyboard_is_enough(week, phones) -> None:
    page, (first, *_) = phones(size=(1366, 768)), week.events()
    page.goto(week.link())
    box(page, first).get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("Oma.")
    expect(box(page, first).locator(".saved")).to_contain_text("Bewaard om", timeout=SAVED)
    assert week.said() == {first: (Said(kind=RemarkKind.MISSES, words="Oma."), None)}
    fits(page)


def test_the_report_as_a_whole_can_be_recognised(week, phones) -> None:
    page = phones()
    page.goto(week.link())
    page.get_by_text("Ik wil nog iets zeggen").click()
    page.get_by_label("Wat wil je nog zeggen?").fill("Dank.")
    page.get_by_text("Ik herken het verslag").click()
    press(page, "Versturen")
    stands(page, "Verstuurd om")
    recognises = Said(kind=RemarkKind.RECOGNISES)
    assert week.said() == {"": (recognises, recognises)}


def test_without_a_script_everything_works_too(week, phones) -> None:
    page, (first, second, *_) = phones(scripts=False), week.events()
    page.goto(week.link())
    page.get_by_label("De link uit het bericht").fill(week.link())
    press(page, "Openen")
    choose(page, first, "Mist iets")
    box(page, first).get_by_role("textbox").fill("Oma was er ook bij.")
    choose(page, second, "Klopt")
    press(page, "Bewaren")
    stands(page, "Nog niet verstuurd.")
    press(page, "Versturen")
    stands(page, "Verstuurd om")
    misses = Said(kind=RemarkKind.MISSES, words="Oma was er ook bij.")
    agrees = Said(kind=RemarkKind.AGREES)
    assert week.said() == {first: (misses, misses), second: (agrees, agrees)}
    page.get_by_role("button", name=re.compile("Keuze weghalen bij ‘4.1 ")).click()
    stands(page, "Daarna paste je nog iets aan.")
    assert week.said()[first] == (None, misses)


def test_others_and_their_words_are_never_on_the_page(week, phones) -> None:
    first, second, *_ = week.events()
    react(week.reader(1), first, Said(kind=RemarkKind.RATHER, words="Dit zei ik alleen."))
    send(week.reader(1))
    react(week.reader(1), second, Said(kind=RemarkKind.MISSES, words="Dit typte ik alleen."))
    page = phones()
    page.goto(week.link())
    expect(page.locator("#reactions")).to_be_visible()
    assert [words for words in ("Dit zei ik", "Dit typte ik") if words in page.content()] == []


def test_hostile_words_are_shown_as_text(week, phones) -> None:
    page, (first, *_) = phones(), week.events()
    page.goto(week.link())
    choose(page, first, "Mist iets")
    box(page, first).get_by_role("textbox").fill(HOSTILE)
    expect(box(page, first).locator(".saved")).to_contain_text("Bewaard om", timeout=SAVED)
    page.reload()
    expect(box(page, first).get_by_role("textbox")).to_have_value(HOSTILE)
    assert (page.title(), page.locator("main img").count()) == ("Casusanalyse", 0)


def test_while_the_page_stands_open_the_week_may_end(network, phones) -> None:
    week = Week(network, FIRST, days_ago=5)
    page, (first, *_) = phones(), week.events()
    page.goto(week.link())
    choose(page, first, "Mist iets")
    end_the_week(week)
    box(page, first).get_by_role("textbox").fill("Net te laat getypt.")
    stands(page, "De tijd om te reageren is voorbij.")
    kept = box(page, first).get_by_role("textbox")
    expect(kept).to_have_value("Net te laat getypt.")
    expect(kept).to_have_attribute("readonly", "")
    expect(page.get_by_role("button", name="Versturen", exact=True)).to_have_count(0)
    fits(page)


def end_the_week(week: Week) -> None:
    """Let the last day be yesterday, as it will be by itself."""
    rounds, desk = week.server.cases.rounds, week.desk()
    yesterday = dutch_day(desk.now) - timedelta(days=1)
    deed = desk.deed("last_day_moved")
    rounds.change(week.reference, lambda one: replace(one, last_day=yesterday), deed)


def test_after_the_week_and_when_it_is_final(network, phones) -> None:
    week = Week(network, FIRST, days_ago=8)
    first, second, *_ = week.events()
    react(week.reader(), first, Said(kind=RemarkKind.MISSES, words=HOSTILE))
    react(week.reader(1), second, Said(kind=RemarkKind.RATHER, words="Zo zag ik het."))
    send(week.reader())
    send(week.reader(1))
    page = phones()
    page.goto(week.link())
    expect(page.locator(".own .said")).to_have_text(HOSTILE)
    expect(page.get_by_role("radio")).to_have_count(0)
    expect(page.locator("[aria-current=step]")).to_have_text("Verwerken")
    fits(page)

    for remark in remarks_of(week.desk()):
        answer(week.desk(), remark.key, AnswerKind.PARTLY, "Dat staat er nu bij.")
        keep_differing(week.desk(), remark.key, differs=remark.paragraph == second)
    make_final(week.desk())
    page.goto(f"{week.there}/lees")
    expect(page.locator("[aria-current=step]")).to_have_text("Definitief")
    expect(page.get_by_text("Dat staat er nu bij.")).to_have_count(1)
    expect(page.locator(".own .said")).to_have_text(HOSTILE)
    fits(page)


def test_a_link_that_was_taken_back_opens_nothing_and_says_no_more(week, phones) -> None:
    link, open_page, (first, *_) = week.link(), phones(), week.events()
    open_page.goto(link)
    expect(open_page.locator("#reactions")).to_be_visible()
    revoke(week.desk(), week.people[0])
    choose(open_page, first, "Klopt")
    stands(open_page, "Deze link werkt niet of niet meer.")
    page = phones()
    page.goto(link)
    expect(page.get_by_text("Deze link werkt niet of niet meer.")).to_be_visible()
    expect(page.get_by_label("De link uit het bericht")).to_be_visible()
    fits(page)


def test_from_another_machine_only_this_page_is_reached(week, phones) -> None:
    page = phones()
    page.goto(week.link())
    expect(page.locator("#reactions")).to_be_visible()
    page.goto(f"{week.there}/terugkoppeling?casus={week.reference}")
    expect(page.get_by_label("De code van de voorzitter")).to_be_visible()


def test_the_token_is_in_no_log_no_title_and_no_referrer(week, phones) -> None:
    page, asked = phones(), []
    token = week.token()
    page.on("request", lambda one: asked.append((one.url, one.headers.get("referer", ""))))
    page.goto(f"{week.there}{reading_path(token)}")
    expect(page.locator("#reactions")).to_be_visible()
    page.get_by_role("link", name="Bekijk dit beeld groot").first.click()
    expect(page.get_by_role("link", name="Terug naar het verslag")).to_be_visible()

    assert [url for url, referrer in asked if token in url.partition("#")[0] + referrer] == []
    assert page.evaluate("document.cookie") == ""
    assert token not in week.server.log.read_text("utf-8")


@pytest.mark.parametrize("size", [PHONE, (1366, 768)])
def test_the_fullest_report_fits(network, phones, size) -> None:
    week = Week(network, FULLEST)
    page = phones(size=size)
    page.goto(week.link())
    on_screen.unfold_all(page)
    fits(page)
    levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(h => +h.tagName[1])")
    assert [(above, below) for above, below in pairwise(levels) if below > above + 1] == []
