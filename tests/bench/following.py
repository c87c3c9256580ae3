"""How long the room waits: from the chair to the beamer, from a note-taker to the chair.

All windows are pages of one real browser; moments are told by the clock they share. Thirty
phones lie on the table meanwhile.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.bench.browser import first_frame, fresh_page, settled
from tests.bench.phones import PHONES, phones_open
from tests.bench.served import ROOT, reference
from tests.bench.table import Row

_BEAMER_AIM = 1000.0
_CHAIR_AIM = 3000.0
_TIMES = 12
_EVENTS = 70
_STEP = '[data-name="{name}"]'
_EVENT = 'g.item[data-shelf="events"]'
_NOW = "performance.timeOrigin + performance.now()"
_TYPED_MS = 1500
_PATIENCE_MS = 30_000


def following_rows(browser: Browser, server: str, address: str) -> Iterator[Row]:
    """Measure with the phones on the table."""
    with phones_open(address, reference(_EVENTS), server) as code, _table(server, code):
        with fresh_page(browser) as chair, fresh_page(browser) as beamer:
            told = _to_beamer(chair, beamer, server)
            yield from _rows("chair's click to beamer", told, _BEAMER_AIM)
        with fresh_page(browser) as chair, fresh_page(browser) as other:
            told = _to_chair(chair, other, server)
            yield from _rows("note-taker's event to chair", told, _CHAIR_AIM)


def _rows(what: str, values: list[float], most: float) -> Iterator[Row]:
    size = f"{PHONES} phones, {_EVENTS} events"
    yield Row(what=f"{what}, median", size=size, values=values, most=most)
    yield Row(what=f"{what}, p95", size=size, values=values, p95=True, most=most)


@contextmanager
def _table(server: str, code: str) -> Iterator[None]:
    command = [sys.executable, "-m", "tests.bench.phones", server, code, str(PHONES)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as table:
        try:
            assert table.stdout
            table.stdout.readline()
            yield
        finally:
            table.terminate()


def _to_beamer(chair: Page, beamer: Page, server: str) -> list[float]:
    """Milliseconds from a click on another step to the frame in which the beamer shows it."""
    case = f"casus={reference(_EVENTS)}"
    first_frame(beamer, f"{server}/beamer?{case}", "#sheet svg")
    first_frame(chair, f"{server}/samen?{case}", _STEP.format(name="together"))
    settled(chair)
    took = []
    for number in range(_TIMES + 1):
        beamer.evaluate(_WATCH)
        name = ("checkin", "together")[number % 2]
        began = chair.evaluate(_CLICK, _STEP.format(name=name))
        took.append(beamer.evaluate("shown") - began)
        settled(chair)
    return took[1:]


_CLICK = f"""async (at) => {{
  await bench.until(() => bench.deep(at).length);
  const began = {_NOW};
  bench.deep(at)[0].click();
  return began;
}}"""
_WATCH = f"""() => {{
  window.shown = new Promise((done, fail) => {{
    setTimeout(() => fail(new Error("nothing new came on the beamer")), {_PATIENCE_MS});
    const seen = new MutationObserver((changes) => {{
      if (!changes.some((one) => one.addedNodes.length)) return;
      seen.disconnect(); requestAnimationFrame(() => done({_NOW}));
    }});
    seen.observe(document.querySelector("#sheet"), {{ childList: true }});
  }});
}}"""


def _to_chair(chair: Page, other: Page, server: str) -> list[float]:
    """Milliseconds from Enter in another window to the frame with the event at the chair."""
    address = f"{server}/tijdlijn?casus={reference(_EVENTS)}"
    for page in (chair, other):
        first_frame(page, address, _EVENT)
        settled(page)
    took = []
    for number in range(_TIMES + 1):
        title = f"Van de notulist {number}"
        line = f"{number + 1}-6-2025 {title}"
        other.evaluate("(line) => bench.type('.entry input', line)", line)
        other.wait_for_timeout(_TYPED_MS)
        chair.evaluate(_EXPECT, title)
        began = other.evaluate(_ENTER)
        took.append(chair.evaluate("shown") - began)
        settled(other)
    return took[1:]


_ENTER = f"""() => {{
  const box = bench.deep(".entry input")[0], began = {_NOW};
  const enter = {{ key: "Enter", bubbles: true, composed: true }};
  box.dispatchEvent(new KeyboardEvent("keydown", enter));
  return began;
}}"""
_EXPECT = f"""(words) => {{
  const says = (one) => one.getAttribute("aria-label")?.includes(words);
  window.shown = bench.until(() => bench.deep("g.item").some(says)).then(() => {_NOW});
}}"""
