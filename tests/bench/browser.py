"""A real Chromium that measures from inside the page, on its own clock."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

_IN_PAGE = Path(__file__).with_name("in_page.js")
_SCREEN = {"width": 1920, "height": 1080}
_PAUSE_MS = 200


@dataclass(frozen=True)
class Click:
    """Something to click on a screen by turns, and what then changes.

    Attributes:
        targets: selector and place; clicked one after the other, round and round.
        watched: selector of what shows that the click came through.
    """

    targets: tuple[tuple[str, int], ...]
    watched: str


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the system."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"))
        yield browser
        browser.close()


@contextmanager
def fresh_page(browser: Browser) -> Iterator[Page]:
    """A page of somebody who was never here before: nothing is kept from earlier."""
    context = browser.new_context(viewport=_SCREEN, locale="nl-NL")
    context.add_init_script(path=_IN_PAGE)
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


def first_frame(page: Page, address: str, shown: str) -> float:
    """Open an address; return milliseconds to the first frame with what we wait for."""
    page.goto(address, wait_until="commit")
    shows = f"bench.until(() => bench.deep({shown!r}).length > 0)"
    took: float = page.evaluate(f"{shows}.then(() => performance.now())")
    return took


def settled(page: Page) -> None:
    """Wait until nothing runs any more, and a little longer."""
    page.evaluate("bench.until(() => bench.idle())")
    page.wait_for_timeout(_PAUSE_MS)


def clicks(page: Page, click: Click, times: int) -> list[float]:
    """Return milliseconds from each click to the first frame with its result."""
    took: list[float] = []
    for number in range(times + 2):
        target, nth = click.targets[number % len(click.targets)]
        took.append(
            page.evaluate("(given) => bench.click(...given)", [target, nth, click.watched])
        )
        settled(page)
    return took[2:]
