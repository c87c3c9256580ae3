"""Make the pictures in the README: `python -m tests.browser.pictures`.

Starts a server of its own with the sample cases and leaves nothing behind.
"""

import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from casusanalyse.domain.change import Put
from casusanalyse.domain.devices import PhoneQuestion
from casusanalyse.domain.participant import Note
from casusanalyse.domain.release import REGION_NOTE
from casusanalyse.domain.remark import AnswerKind, RemarkKind, Said
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.domain.snapshot import Rules
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.final import make_final
from casusanalyse.usecases.invented import invented_summaries
from casusanalyse.usecases.invitations import invite
from casusanalyse.usecases.phones import ask_phones, open_phones
from casusanalyse.usecases.piece import write_words
from casusanalyse.usecases.reading import Reader, react, send
from casusanalyse.usecases.region import RegionDesk
from casusanalyse.usecases.remarks import answer, unanswered
from casusanalyse.usecases.round import make_concept, open_round
from casusanalyse.usecases.sitting import begin_clock, press_stop, show
from casusanalyse.usecases.snapshot import make_snapshot
from tests.browser.chromium import open_browser
from tests.browser.conftest import SAMPLE
from tests.browser.server import ROOT, Server
from tests.browser.window import Window

FOLDER = ROOT / "docs" / "schermen"
LAPTOP, ROOM, PHONE = (1366, 768), (1920, 1080), (390, 844)

Sight = Callable[[Server, Browser], Window]
"""Opens a window and leaves it as it should be on the picture."""

REMARKED = "ca_events_e040"
VOICES = {
    RemarkKind.MISSES: "De hond mocht mee. Dat hielp Noor.",
    RemarkKind.RATHER: "Het werd thuis te veel voor iedereen.",
}
LAST_PAGE = 21
"""Of the long line: all layers, with the sentence about the good moments."""
PLANNED = timedelta(minutes=140)
"""How long the plan runs when the group is on time in step 4."""

SENTENCE = "In het voorjaar van 2019 wisselde de regie, en begonnen we opnieuw."
"""Has a date in it, so that the screen marks something."""
OPENING = "Dit kwartaal keken we naar wat er gebeurt als de regie wisselt."
RELEASED = 120
"""Cases of the region; all invented."""


def _desk(server: Server, *, ago: timedelta = timedelta()) -> Desk:
    return Desk(cases=server.cases, reference=SAMPLE, now=datetime.now(UTC) - ago)


def _on_laptop(open_it: Callable[[Window], None]) -> Sight:
    def sight(server: Server, browser: Browser) -> Window:
        window = Window(browser, server.address, SAMPLE, size=LAPTOP)
        open_it(window)
        return window

    return sight


def _screen(name: str) -> Sight:
    return _on_laptop(lambda window: window.go(name))


def _cases(window: Window) -> None:
    window.go_home()
    expect(window.field("Zoek op naam, vraag, gemeente of nummer")).to_be_visible()
    window.calm()


def _timeline(window: Window) -> None:
    window.go("tijdlijn")
    window.open("Noor belt oma")


def _insights(window: Window) -> None:
    window.go("inzichten")
    window.open("zomer 2017, ouders gaan uit elkaar")


def _network(window: Window) -> None:
    _timeline(window)
    window.page.keyboard.press("Alt+n")
    window.at("netwerk")


def _session(server: Server, browser: Browser) -> Window:
    begin_clock(_desk(server, ago=PLANNED))
    window = Window(browser, server.address, SAMPLE, size=LAPTOP)
    _timeline(window)
    window.choose("Sessie")
    expect(window.button("+5 minuten")).to_be_visible()
    window.calm()
    return window


def _beamer(server: Server, browser: Browser) -> Window:
    window = Window(browser, server.address, SAMPLE, size=ROOM)
    window.page.goto(f"{server.address}/beamer?casus={SAMPLE}")
    expect(window.page.locator("#says")).not_to_be_empty()
    return window


def _shown(scene: Scene) -> Sight:
    def sight(server: Server, browser: Browser) -> Window:
        show(_desk(server), scene)
        return _beamer(server, browser)

    return sight


def _stop(server: Server, browser: Browser) -> Window:
    press_stop(_desk(server))
    return _beamer(server, browser)


def _phone(server: Server, browser: Browser) -> Window:
    code = open_phones(_desk(server), server.address).code
    ask_phones(_desk(server), PhoneQuestion.CHECK_IN)
    window = Window(browser, server.address, size=PHONE)
    window.page.goto(f"{server.address}/telefoon#{code}")
    expect(window.page.get_by_label("Jouw woord")).to_be_visible()
    return window


def _week_over(server: Server) -> None:
    """Let a week pass in which two people reacted on one event."""
    then = _desk(server, ago=timedelta(days=8))
    make_concept(then, today=then.now.date())
    open_round(then, today=then.now.date())
    for person, (kind, words) in zip(then.case().participants, VOICES.items(), strict=False):
        token = invite(then, person.key)
        reader = Reader(cases=server.cases, token=token, now=then.now)
        react(reader, REMARKED, Said(kind=kind, words=words))
        send(reader)


def _feedback(server: Server, browser: Browser) -> Window:
    _week_over(server)
    return _screen("terugkoppeling")(server, browser)


def _release(server: Server, browser: Browser) -> Window:
    """Make the report final; the sentence for the region may still point to somebody."""
    chair = _desk(server)
    for remark in unanswered(chair):
        answer(chair, remark.key, AnswerKind.PROCESSED)
    make_final(chair)
    insight = chair.case().insights[0]
    note = Note(key=REGION_NOTE + insight.key, text=SENTENCE)
    chair.write("write_notes", Put(note))
    window = Window(browser, server.address, SAMPLE, size=LAPTOP)
    window.go("vrijgeven")
    window.field("Jouw zin voor de regio").scroll_into_view_if_needed()
    window.calm()
    return window


def _region(name: str) -> Sight:
    def sight(server: Server, browser: Browser) -> Window:
        _fill_region(server)
        window = Window(browser, server.address, size=LAPTOP)
        window.page.goto(f"{server.address}/{name}")
        window.ready()
        return window

    return sight


def _fill_region(server: Server) -> None:
    """Let forty invented cases be released, once, and freeze what they show."""
    desk = RegionDesk(cases=server.cases, region="", now=datetime.now(UTC))
    if desk.cases.snapshots.newest(desk.keeper):
        return
    rows = invented_summaries(number=RELEASED, seed=5, region_number=1)
    desk.cases.summaries.add("", rows)
    made = make_snapshot(desk, Rules(), lambda _share: None)
    write_words(desk, made.number, "opening", OPENING, base="")


SIGHTS: dict[str, Sight] = {
    "casussen": _on_laptop(_cases),
    "inchecken": _screen("inchecken"),
    "samen": _screen("samen"),
    "gezin": _screen("gezin"),
    "tijdlijn": _on_laptop(_timeline),
    "inzichten": _on_laptop(_insights),
    "netwerk": _on_laptop(_network),
    "verslag": _screen("verslag"),
    "sessie": _session,
    "beamer-vraag": _shown(Scene(kind=SceneKind.QUESTION, step=2)),
    "beamer-grote-lijn": _shown(Scene(kind=SceneKind.LONG_LINE, step=4, page=LAST_PAGE)),
    "telefoon": _phone,
    "terugkoppeling": _feedback,
    "vrijgeven": _release,
    "regio": _region("regio"),
    "kwartaalstuk": _region("kwartaalstuk"),
    "beamer-stop": _stop,
}
"""By name of the picture; what changes the session comes last."""


def make_pictures(folder: Path) -> None:
    """Write one picture per sight into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="casusanalyse-") as data:
        server = Server(Path(data), samples=True)
        server.start()
        try:
            _take(server, folder)
        finally:
            server.stop()
            server.cases.close()


def _take(server: Server, folder: Path) -> None:
    with sync_playwright() as playwright, open_browser(playwright) as browser:
        for name, sight in SIGHTS.items():
            with closing(sight(server, browser)) as window:
                window.page.evaluate("document.fonts.ready")
                window.page.evaluate("document.activeElement?.blur()")
                window.page.screenshot(path=folder / f"{name}.png", animations="disabled")


if __name__ == "__main__":
    make_pictures(FOLDER)
