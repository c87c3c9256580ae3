"""What somebody waits for before the first click: the first load, a new line, a cold start."""

import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.browser import first_frame, fresh_page, settled
from tests.bench.clicking import empty_clicks
from tests.bench.served import HOST, SIZES, fill, folder, reference, running, streamlit
from tests.bench.table import Row

_SLOW_LINE = {
    "offline": False,
    "latency": 40,
    "downloadThroughput": 10_000_000 / 8,
    "uploadThroughput": 10_000_000 / 8,
}
_FIRST_AIM, _LINE_AIM = 2000.0, 150.0
_TIMES = 3
_LINES = 7
_BUTTON, _EVENT = '[data-testid="stButton"] button', 'g.item[data-shelf="events"]'
_EMPTY = ("?leeg=1", _BUTTON)
_TYPED_MS = 1500


def first_load_rows(browser: Browser, server: str) -> Iterator[Row]:
    """Measure the first load over a slow line, with nothing in the memory of the browser."""
    floor = _loads(browser, server, *_EMPTY)
    yield _first("cases", "3 cases", _loads(browser, server, "", ".block"), floor)
    for events in SIZES:
        loads = _loads(browser, server, f"tijdlijn?casus={reference(events)}", _EVENT)
        yield _first("tijdlijn", f"{events} events", loads, floor)


def _first(page: str, size: str, values: list[float], floor: list[float]) -> Row:
    what = f"first load {page}, 10 Mbit/s 40 ms"
    return Row(what=what, size=size, values=values, floor=floor, most=_FIRST_AIM)


def _loads(browser: Browser, server: str, path: str, shown: str) -> list[float]:
    with fresh_page(browser) as page:  # once at full speed: the server compresses its bundles
        first_frame(page, f"{server}/{path}", shown)
    return [_slow_load(browser, f"{server}/{path}", shown) for _ in range(_TIMES)]


def _slow_load(browser: Browser, address: str, shown: str) -> float:
    with fresh_page(browser) as page:
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", _SLOW_LINE)
        return first_frame(page, address, shown)


def new_line_rows(browser: Browser, server: str) -> Iterator[Row]:
    """Measure adding an event: from Enter to the frame with the event in the picture."""
    empty = empty_clicks(browser, server)
    for events in SIZES:
        yield Row(
            what="add an event, Enter to screen",
            size=f"{events} events",
            values=_new_lines(browser, f"{server}/tijdlijn?casus={reference(events)}"),
            floor=empty,
            most=_LINE_AIM if events == 500 else None,
        )


def _new_lines(browser: Browser, address: str) -> list[float]:
    took: list[float] = []
    with fresh_page(browser) as page:
        first_frame(page, address, _EVENT)
        settled(page)
        for number in range(_LINES + 1):
            title = f"Nieuwe regel {number}"
            line = f"{number + 1}-5-2025 {title}"
            page.evaluate("(line) => bench.type('.entry input', line)", line)
            page.wait_for_timeout(_TYPED_MS)  # as long as reading and keeping a half line take
            settled(page)
            took.append(page.evaluate("(it) => bench.enter('.entry input', it)", title))
            settled(page)
    return took[1:]


def cold_start_rows(browser: Browser) -> Iterator[Row]:
    """Measure from the command to the frame with the list of cases, with one case in it."""
    with folder() as data:
        address = f"sqlite:///{data / 'casussen.db'}"
        fill(address, sizes=(500,))
        ours = ["casusanalyse", "start", "--poort"]
        command = [str(Path(streamlit(data)[0]).with_name(ours[0])), *ours[1:]]
        bare = streamlit(Path(__file__).with_name("empty_app.py"))
        yield Row(
            what="cold start to usable page",
            size="1 case",
            values=[_cold(browser, command, data, ".block") for _ in range(_TIMES)],
            floor=[_cold(browser, bare, data, _BUTTON) for _ in range(_TIMES)],
        )


def _cold(browser: Browser, command: list[str], data: Path, shown: str) -> float:
    address = f"sqlite:///{data / 'casussen.db'}"
    with running(command, data, address) as (port, began), fresh_page(browser) as page:
        first_frame(page, f"http://{HOST}:{port}/", shown)
        return (time.perf_counter() - began) * 1000
