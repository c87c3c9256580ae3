"""A group goes through a whole session: from an empty list to the report in Word."""

from io import BytesIO

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.browser.window import Window

pytestmark = pytest.mark.browser

NAME = "Kwikstaart"
QUESTION = "Hoe houden wij de lange lijn vast?"
REASON = "De plek is rustig en de groep wil leren van de weg daarheen."
CHECK_IN = "Benieuwd, en met een vol hoofd."
HOPE = "Dat we naast elkaar blijven zitten."
TOGETHER = "We hopen samen op rust aan tafel."
BEND = "Dan vraagt iemand om een minuut stilte."
TODAY = "We laten elkaar uitpraten"
NATURE = "Kijkt eerst lang, en zegt dan een raak ding."
GENERATIONS = "Wandelen als het moeilijk wordt, drie generaties lang."
HAPPENED = "De koffer stond al klaar in de gang."
VIEW = "Voor moeder voelde het als een logeerpartij."
KNEW = "We wisten dat er een bed vrij was."
SEES_NOW = "We zien dat er niemand vroeg hoe het was."
INSIGHT = "Een vast gezicht hielp meer dan een nieuw plan."
OWN_WORDS = "Dit deden wij ook, elk in ons eigen hoekje."
AFTERWARDS = "Elke maand samen bellen"
TAKES_ALONG = "Dat vragen stellen ook helpen is."
PROCESS = "De groep kwam stil binnen en werd losser."


@pytest.fixture(scope="module")
def session(browser, server):
    """One window in which the whole journey goes on, from a new case."""
    window = Window(browser, server.address)
    window.go_home()
    window.entry("Schuilnaam van het kind in een nieuwe casus").fill(NAME)
    window.page.keyboard.press("Enter")
    window.at("voorbereiden")
    window.reference = server.cases.intakes()[0].reference
    yield window
    window.close()


@pytest.fixture
def kept(session, server):
    """See that words are on disk."""

    return lambda *words: server.keeps(session.reference, *words)


def test_a_new_case_opens_with_its_preparation(session, kept):
    session.go("voorbereiden")
    session.write("Gemeente", "Voorbeeldstad")
    session.write("Datum van de sessie", "23 november 2026")
    session.write("Wat is de aanleiding?", REASON)
    session.write("Wat is de hoofdvraag van de groep?", QUESTION)
    session.put("Nieuwe organisatie", "Wijkteam Noord, gemeente")
    session.press("Doet mee aan de analyse", session.card("Wijkteam Noord"))
    kept(REASON, QUESTION, '"planned_on":"2026-11-23"', '"takes_part":true')
    session.press("Naar stap 1")
    session.at("inchecken")


def test_everybody_checks_in_by_one_line_and_a_few_words(session, kept):
    session.go("inchecken")
    session.put("Nieuwe deelnemer", "Fatima, jeugdbeschermer, GI Midden")
    session.put("Nieuwe deelnemer", "Joris, gezinswerker, Wijkteam Noord")
    card = session.card("Fatima")
    session.write("Hoe zit je hier?", CHECK_IN, card)
    session.write("Wat hoop je voor vandaag?", HOPE, card)
    card.get_by_role("radio", name="best kalm", exact=True).click()
    session.write("Wat hopen we samen voor vandaag?", TOGETHER)
    session.write("Hoe kwam de groep binnen?", PROCESS)
    kept(CHECK_IN, HOPE, TOGETHER, PROCESS, '"calm":3')
    session.press("Volgende: Hoe doen we het met elkaar?")
    session.at("samen")


def test_everybody_gives_a_place_and_the_group_agrees(session, kept):
    session.go("samen")
    session.press("eerder naast")
    turn = session.page.locator("input[role=combobox]")
    expect(turn.first).to_have_value("Joris")
    expect(turn).to_have_count(1)  # who had the turn before is gone
    session.calm()
    session.press("tegenover elkaar")
    expect(session.page.get_by_placeholder("Iedereen gaf een plek")).to_be_visible()
    session.write("Hoe buigen we die om?", BEND)
    session.put("Nieuwe afspraak voor vandaag", TODAY)
    expect(session.field("Wat spreken we af?")).to_have_value(TODAY)
    kept(BEND, TODAY, '"position":3', '"position":0')


def test_the_family_is_drawn_from_lines_with_who_they_are(session, kept):
    session.go("gezin")
    session.put("Iemand erbij", f"{NAME}, 2012")
    session.put("Iemand erbij", "Truus, oma, 1948")
    session.put("Iemand erbij", "Mirjam, moeder")
    session.item(f"{NAME}, om wie het gaat").click()
    expect(session.page.get_by_role("heading", name=NAME, exact=True)).to_be_visible()
    session.write(f"Aard: wie is {NAME}?", NATURE)
    session.choose("steunt", "Kies een woord")
    session.write("Wat zien we terug over de generaties heen?", GENERATIONS)
    kept(NATURE, GENERATIONS, '"word":"supports"', "Truus", "Mirjam")


def test_a_problem_word_is_kindly_put_aside(session, kept):
    session.go("gezin")
    session.item(f"{NAME}, om wie het gaat").click()
    session.write(f"Wat is typerend voor {NAME}?", "Soms boos.")
    session.press("Naar parkeerplek")
    expect(session.says("‘Boos’ zegt wat er gebeurt")).to_have_count(0)
    kept('"what":"boos"')


def test_events_go_on_the_line_sharp_vague_and_undated(session, kept):
    session.go("tijdlijn")
    box = "Nieuwe gebeurtenis"
    session.entry(box).click()
    session.page.keyboard.type("voorjaar 2019 gaat naar oma")
    expect(session.page.locator(".understood b").first).to_contain_text("2019")
    session.page.keyboard.press("Enter")
    expect(session.entry(box)).to_have_value("")
    session.put(box, "12-3-2020 school belt")
    session.put(box, "een dag aan zee")
    expect(session.item("gaat naar oma")).to_be_visible()
    expect(session.item("school belt")).to_be_visible()
    expect(session.button("Een dag aan zee")).to_be_visible()
    kept("aat naar oma", "voorjaar 2019", "en dag aan zee")


def test_an_event_tells_what_happened_and_how_others_see_it(session, kept):
    session.go("tijdlijn")
    session.item("gaat naar oma").click()
    expect(session.page.get_by_role("heading", name="gaat naar oma")).to_be_visible()
    session.write("Wat gebeurde er?", HAPPENED)
    session.field("Soort").select_option(label="overplaatsing")
    session.press("Moment dat ertoe doet")
    session.put("Nog iemand die het anders ziet", "Mirjam")
    session.write("Hoe ziet dit er dan uit?", VIEW)
    kept(HAPPENED, VIEW, '"kind":"move"', '"is_crucial":true')
    assert "gebeurtenis=" in session.page.url


def test_periods_stand_behind_the_events(session, kept):
    session.go("tijdlijn")
    session.choose("Periodes")
    session.pick("Welke laag?", "verblijf")
    session.put("Nieuwe periode", "2019 tot mei 2021 bij oma")
    expect(session.item("Verblijf, bij oma")).to_be_visible()
    kept('"lane":"stay"', "2019 tot mei 2021")


def test_what_was_parked_comes_back_and_goes_on_the_line(session, kept):
    session.go("tijdlijn")
    session.choose("Sessie")
    session.press("Op de lijn", session.page.locator("section.block").filter(has_text="boos"))
    expect(session.button("boos")).to_be_visible()


def test_the_network_names_who_stands_around_the_child(session, kept):
    session.go("netwerk")
    session.put("Nieuwe professional", "Iris, mentor, School Het Kompas")
    expect(session.page.get_by_role("heading", name="Iris")).to_be_visible()
    session.unfold("Lijnen die jullie zelf trekken")
    session.pick("Van wie", "Iris")
    session.pick("Met wie", NAME)
    session.choose("steun", "Wat voor lijn?")
    kept("School Het Kompas", '"kind":"support"')


def test_a_moment_is_seen_then_and_now(session, kept):
    session.go("inzichten")
    session.item("gaat naar oma").click()
    session.write("Wat wisten we?", KNEW)
    session.write("Wat zien we nu?", SEES_NOW)
    kept(KNEW, SEES_NOW)


def test_insights_codes_and_agreements_carry_the_work_on(session, kept):
    session.go("inzichten")
    session.item("gaat naar oma").click()
    session.choose("Inzichten")
    session.put("Nieuw inzicht", INSIGHT)
    expect(session.says("Te zien bij: gaat naar oma")).to_be_visible()
    session.button("Herkennen we").first.click()
    session.choose("Wat we herkennen")
    session.write("Hoe zeggen jullie het zelf?", OWN_WORDS)
    session.choose("Afspraken")
    session.put("Nieuwe afspraak voor hierna", f"{AFTERWARDS}; Joris; voor de kerst")
    session.choose("Check-out")
    session.write("Wat neem je mee?", TAKES_ALONG, session.card("Joris"))
    kept(INSIGHT, OWN_WORDS, AFTERWARDS, "voor de kerst", TAKES_ALONG)


def test_the_report_holds_what_was_starred_and_no_notes_on_the_process(session):
    session.go("verslag")
    session.page.get_by_role("switch", name="Met echte namen").click(force=True)
    expect(session.says("Alle namen staan zoals jullie ze typten")).to_be_visible()
    report = _words(session)
    typed = (QUESTION, REASON, CHECK_IN, HOPE, TOGETHER, BEND, TODAY, NATURE, GENERATIONS)
    typed += (HAPPENED, VIEW, KNEW, SEES_NOW, INSIGHT, OWN_WORDS, AFTERWARDS, TAKES_ALONG)
    assert [words for words in typed if words not in report] == []
    assert PROCESS not in report


def test_what_lost_its_star_stays_out_and_names_become_pseudonyms(session):
    session.go("inzichten")
    session.choose("Inzichten")
    session.press("In het verslag", session.page.locator("section.block").first)
    session.go("verslag")
    expect(session.says("Inzichten · 0 gaan mee")).to_be_visible()
    report = _words(session)
    assert [words for words in (INSIGHT, "Fatima", "Truus") if words in report] == []
    assert NATURE in report


def _words(session) -> str:
    """Download the report and return everything it says."""
    with session.page.expect_download(timeout=20_000) as coming:
        session.press("Download het conceptverslag")
    document = Document(BytesIO(coming.value.path().read_bytes()))
    return " ".join("".join(node.itertext()) for node in document.element.body)


def test_the_browser_had_nothing_to_complain_about(session):
    assert session.complaints == []
    assert session.hosts == {"127.0.0.1"}
