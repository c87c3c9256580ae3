"""Click-to-screen of every screen, in a real browser, beside the empty page.

One click per screen, cheap and without a question afterwards; only `samen` writes, as it has
nothing to choose: there we take back a change and do it again.
"""

import sys
from collections.abc import Iterator

from playwright.sync_api import Browser, Error

from tests.bench.browser import Click, clicks, first_frame, fresh_page, settled
from tests.bench.served import SIZES, reference
from tests.bench.table import Row, grown

_TIMES = 8
_EVENT = 'g.item[data-shelf="events"]'
_PERSON = 'g.item[data-shelf="people"]'
_VIEW = ".play .views button"
_TITLES = "h2.ca-title, .ca-mute"

_EMPTY = Click(targets=(('[data-testid="stButton"] button', 0),), watched="p")
CLICKS = {
    "inchecken": Click(targets=((".block.card .acts button", 0),), watched=".block.card .acts"),
    "samen": Click(
        targets=(('[data-name="undo"]', 0), ('[data-name="redo"]', 0)), watched=".bar .end"
    ),
    "gezin": Click(targets=((_PERSON, 1), (_PERSON, 2)), watched=_TITLES),
    "tijdlijn": Click(targets=((_EVENT, 3), (_EVENT, 7)), watched=_TITLES),
    "netwerk": Click(targets=((_VIEW, 0), (_VIEW, 3)), watched=".picture svg"),
    "inzichten": Click(targets=((_EVENT, 3), (_EVENT, 7)), watched=_TITLES),
    "verslag": Click(targets=(('[data-testid="stCheckbox"] input', 0),), watched=".ca-mute"),
}


def click_rows(browser: Browser, server: str) -> Iterator[Row]:
    """Measure one click on every screen at every size, each screen after an empty page."""
    for page in CLICKS:
        empty = empty_clicks(browser, server)
        rows = {events: _row(browser, f"{server}/{page}", events, empty) for events in SIZES}
        yield from rows.values()
        yield grown(f"click {page}, growth", "500 to 2000", rows[500], rows[2000], times=4)


def empty_clicks(browser: Browser, server: str) -> list[float]:
    """Measure a click on the empty page: the floor."""
    return _measured(browser, f"{server}/?leeg=1", _EMPTY)


def _row(browser: Browser, screen: str, events: int, empty: list[float]) -> Row:
    page = screen.rpartition("/")[2]
    address = f"{screen}?casus={reference(events)}"
    return Row(
        what=f"click {page}",
        size=f"{events} events",
        values=_measured(browser, address, CLICKS[page]),
        floor=empty,
        times=1.5 if events == 500 else None,
    )


def _measured(browser: Browser, address: str, click: Click) -> list[float]:
    try:
        with fresh_page(browser) as page:
            first_frame(page, address, click.targets[0][0])
            settled(page)
            return clicks(page, click, _TIMES)
    except Error as error:
        print(f"{address}: {error.message.splitlines()[0]}", file=sys.stderr)
        return []
