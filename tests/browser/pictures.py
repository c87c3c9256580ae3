"""Make the pictures in the README: `python -m tests.browser.pictures`.

Starts a server of its own with the sample cases and leaves nothing behind.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import open_browser
from tests.browser.conftest import SAMPLE
from tests.browser.server import ROOT, Server
from tests.browser.window import Window

FOLDER = ROOT / "docs" / "schermen"
SIZE = (1366, 768)


def _cases(window: Window) -> None:
    window.go_home()
    window.calm()


def _timeline(window: Window) -> None:
    window.go("tijdlijn")
    window.open("Noor belt oma")


def _insights(window: Window) -> None:
    window.go("inzichten")
    window.open("zomer 2017, ouders gaan uit elkaar")


def _screen(name: str) -> Callable[[Window], None]:
    return lambda window: window.go(name)


SCREENS = {
    "casussen": _cases,
    "inchecken": _screen("inchecken"),
    "samen": _screen("samen"),
    "gezin": _screen("gezin"),
    "tijdlijn": _timeline,
    "inzichten": _insights,
    "netwerk": _screen("netwerk"),
    "verslag": _screen("verslag"),
}


def make_pictures(folder: Path) -> None:
    """Write one picture per screen into a folder."""
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
        for name, open_it in SCREENS.items():
            window = Window(browser, server.address, SAMPLE, size=SIZE)
            open_it(window)
            window.page.evaluate("document.fonts.ready")
            window.page.evaluate("document.activeElement?.blur()")
            window.page.screenshot(path=folder / f"{name}.png", animations="disabled")
            window.close()


if __name__ == "__main__":
    make_pictures(FOLDER)
