"""The beamer follows the session by itself, in a window of its own and over the page."""

import re
import time
from datetime import UTC, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from casusanalyse.content.text import page as content
from casusanalyse.content.text import text
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.sitting import go_on, press_stop, show, turn_light
from tests.browser.server import until
from tests.browser.window import Window

pytestmark = pytest.mark.browser

ROOM = (1920, 1080)
FIELD = "Wat hopen we samen voor vandaag?"
SECOND = "Wat is jouw plek rond dit kind en dit gezin?"
STOP = content("beamer")["stop_questions"]


class Room:
    """A beamer in a window of its own, and the desk of the chair that decides what it shows."""

    def __init__(self, window: Window, server) -> None:
        self.window, self.server = window, server
        self.page = window.page
        self.page.goto(f"{server.address}/beamer?casus={window.reference}")
        expect(self.page.locator("svg")).to_have_count(1)

    @property
    def desk(self) -> Desk:
        now = datetime.now(UTC)
        return Desk(cases=self.server.cases, reference=self.window.reference, now=now)

    def said(self) -> str:
        return self.page.locator("#says").inner_text()

    def shows(self, words: str, *, seconds: float = 1.0) -> float:
        """Wait until the room sees these words; return after how many seconds."""
        begun = time.monotonic()
        until(lambda: words in self.said(), lambda: f"shows {self.said()}", seconds=seconds)
        return time.monotonic() - begun


@pytest.fixture
def reference(server):
    return server.begin("Kwikstaart")


@pytest.fixture
def room(windows, server, reference):
    return Room(windows(server, reference, size=ROOM), server)


def question(page: int) -> Scene:
    return Scene(kind=SceneKind.QUESTION, step=1, page=page)


def test_the_beamer_follows_within_a_second_and_keeps_one_picture(room):
    for number, words in ((1, SECOND), (2, "Hoe is het om hier te zijn?"), (1, SECOND)):
        show(room.desk, question(number))
        assert room.shows(words) < 1
    expect(room.page.locator("svg")).to_have_count(1)
    assert room.window.complaints == []
    assert room.page.title() == text("beamer.title")


def test_a_stop_is_there_within_a_second_and_the_same_spot_after_it(room):
    show(room.desk, question(1))
    room.shows(SECOND)
    press_stop(room.desk)
    assert room.shows(STOP[0]) < 1
    expect(room.page.locator("html")).to_have_class("dark")
    go_on(room.desk)
    assert room.shows(SECOND) < 1
    expect(room.page.locator("html")).not_to_have_class("dark")


def test_the_dark_look_is_dark_in_the_whole_window(room):
    turn_light(room.desk, dim=True)
    expect(room.page.locator("html")).to_have_class("dark")
    ground = "getComputedStyle(document.querySelector('.layer:last-child')).backgroundColor"
    assert room.page.evaluate(ground) == "rgb(20, 24, 28)"


def test_the_picture_stays_through_a_dead_server_and_follows_again(room, server):
    show(room.desk, question(1))
    room.shows(SECOND)
    server.kill()
    room.page.wait_for_timeout(1500)
    expect(room.page.locator("svg")).to_have_count(1)
    assert SECOND in room.said()
    show(room.desk, question(3))
    server.start()
    room.shows("Hoe zit je hier nu", seconds=3)


def test_it_follows_again_by_itself_after_the_network_was_away(room):
    room.window.context.set_offline(True)
    show(room.desk, question(1))
    room.page.wait_for_timeout(1200)
    assert SECOND not in room.said()
    room.window.context.set_offline(False)
    room.shows(SECOND)


def test_without_motion_the_picture_is_cut(windows, server, reference):
    window = windows(server, reference, size=ROOM)
    window.page.emulate_media(reduced_motion="reduce")
    room = Room(window, server)
    show(room.desk, question(1))
    room.shows(SECOND)
    assert room.page.locator(".layer").count() == 1
    assert room.page.locator(".coming").count() == 0


def test_without_a_case_there_is_a_calm_sentence(windows, server):
    window = windows(server, "", size=ROOM)
    window.page.goto(f"{server.address}/beamer")
    expect(window.page.locator("#says")).to_have_text(text("beamer.nothing_open"))
    expect(window.page.locator("svg")).to_be_visible()


def test_nothing_on_the_beamer_can_be_chosen(room):
    room.page.keyboard.press("Tab")
    assert room.page.evaluate("document.activeElement === document.body")
    assert room.page.locator("a, button, input, [tabindex], [role=button]").count() == 0


def test_the_beamer_breaks_no_rule_of_accessibility(room):
    assert Axe().run(room.page).response["violations"] == []


# -- one laptop


@pytest.fixture
def chair(windows, server, reference):
    opened = windows(server, reference)
    opened.go("inchecken")
    return opened


def beamer(chair: Window):
    return chair.page.frame_locator("#casusanalyse-beamer iframe")


def test_one_key_there_and_back_to_the_same_word(chair):
    chair.field(FIELD).click()
    chair.page.keyboard.type("Rust aan tafel")
    for _ in range(5):
        chair.page.keyboard.press("ArrowLeft")
    scroll = "document.querySelector('[data-testid=stMain]').scrollTop"
    before = chair.page.evaluate(scroll)
    chair.page.keyboard.press("Alt+b")
    expect(beamer(chair).locator("svg")).to_be_visible()
    assert _covers(chair)
    chair.page.keyboard.type("blind")
    chair.page.keyboard.press("Alt+b")
    expect(chair.page.locator("#casusanalyse-beamer")).to_have_count(0)
    assert chair.page.evaluate(scroll) == before
    chair.page.keyboard.type("de ")
    expect(chair.field(FIELD)).to_have_value("Rust aan de tafel")


def test_escape_and_the_button_take_the_beamer_away(chair):
    chair.page.keyboard.press("Alt+b")
    expect(beamer(chair).locator("svg")).to_be_visible()
    chair.page.keyboard.press("Escape")
    expect(chair.page.locator("#casusanalyse-beamer")).to_have_count(0)
    for there in (1, 0):
        chair.page.evaluate("document.dispatchEvent(new CustomEvent('casusanalyse:beamer'))")
        expect(chair.page.locator("#casusanalyse-beamer")).to_have_count(there)


def test_over_the_page_it_follows_and_passes_the_keys_of_the_room_on(chair, server):
    chair.page.evaluate(
        "document.addEventListener('keydown',"
        " (event) => { window.heard = (window.heard ?? '') + event.code + ' '; })"
    )
    chair.page.keyboard.press("Alt+b")
    for key in ("ArrowRight", "ArrowLeft", "q", "Alt+l"):
        chair.page.keyboard.press(key)
    heard = chair.page.evaluate("window.heard").split()
    assert [one for one in heard if not one.startswith("Alt")] == [
        "ArrowRight",
        "ArrowLeft",
        "KeyL",
    ]


def test_the_stop_key_over_the_page_shows_the_room_the_question(chair):
    chair.page.keyboard.press("Alt+b")
    expect(beamer(chair).locator("svg")).to_be_visible()
    chair.page.keyboard.press("Alt+s")
    expect(beamer(chair).locator("#says")).to_have_text(re.compile(re.escape(STOP[0])))
    chair.page.wait_for_timeout(1500)
    assert _covers(chair)
    chair.page.keyboard.press("Alt+b")
    expect(chair.page.get_by_role("dialog")).to_be_visible()
    chair.page.keyboard.press("Alt+b")
    expect(beamer(chair).locator("#says")).to_have_text(re.compile(re.escape(STOP[0])))
    chair.page.keyboard.press("Alt+s")
    expect(beamer(chair).locator("#says")).to_have_text(re.compile("^Stap 1"))
    chair.page.keyboard.press("Escape")
    expect(chair.page.get_by_role("dialog")).to_have_count(0)


def test_a_second_window_for_a_second_screen(chair):
    link = chair.page.get_by_role("link", name=text("beamer.second_window"))
    with chair.context.expect_page() as opened:
        link.click()
    expect(opened.value.locator("svg")).to_be_visible()
    assert opened.value.url.endswith(f"/beamer?casus={chair.reference}")


def _covers(window: Window) -> bool:
    """Tell whether nothing lies over the beamer, in the middle or in a corner."""
    size = window.page.evaluate("[innerWidth, innerHeight]")
    box = window.page.locator("#casusanalyse-beamer").bounding_box()
    assert [box["width"], box["height"]] == size
    return window.page.evaluate(
        "([[3, 3], [innerWidth / 2, innerHeight / 2]]).every(([x, y]) =>"
        " document.elementFromPoint(x, y)?.closest('#casusanalyse-beamer'))"
    )
