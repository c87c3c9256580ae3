"""Script time of every screen, driven by a visitor that draws nothing."""

import asyncio
import json
import urllib.request
from collections.abc import Iterator

from tests.bench.served import SIZES, reference
from tests.bench.table import Row, grown
from tests.bench.visitor import visiting

PAGES = ("inchecken", "samen", "gezin", "tijdlijn", "netwerk", "inzichten", "verslag")
EMPTY = ("", "leeg=1")
SCRIPT_AIM = 30.0
_WARM, _TIMES = 3, 15


def script_rows(server: str) -> Iterator[Row]:
    """Measure the run of every screen at every size, each between two empty pages."""
    for page in PAGES:
        rows = {events: _row(server, page, events) for events in SIZES}
        yield from rows.values()
        yield grown(f"script {page}, growth", "500 to 2000", rows[500], rows[2000], times=4)


def _row(server: str, page: str, events: int) -> Row:
    empty = runs(server, *EMPTY)
    values = runs(server, page, f"casus={reference(events)}")
    return Row(
        what=f"script {page}",
        size=f"{events} events",
        values=values,
        floor=empty + runs(server, *EMPTY),
        most=SCRIPT_AIM if events == 500 else None,
    )


def runs(server: str, page: str, query: str) -> list[float]:
    return asyncio.run(_visit(server, page, query))


async def _visit(server: str, page: str, query: str) -> list[float]:
    async with visiting(server, page, query) as visitor:
        for _ in range(_WARM):
            await visitor.click()
        _read(server)
        for _ in range(_TIMES):
            await visitor.click()
        return _read(server)[-_TIMES:]


def _read(server: str) -> list[float]:
    with urllib.request.urlopen(f"{server}/stopwatch", timeout=60) as answer:
        runs: list[float] = json.load(answer)
    return runs
