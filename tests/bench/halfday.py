"""Four hours of a session, as fast as the server can answer: what it costs, and what stays.

The chair clicks every 20 seconds, the beamer asks every 350 ms, and during the first three
quarters of an hour thirty phones ask every 2.5 seconds: every question of the four hours is
asked once.
"""

import asyncio
import json
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import urlsplit

from tests.bench.served import reference
from tests.bench.table import Row
from tests.bench.visitor import Visitor, visiting

_QUARTERS = 16
_SECONDS = 15 * 60
_CLICKS = _SECONDS // 20
_BEAMER = int(_SECONDS / 0.35)
_PHONES = int(30 * _SECONDS / 2.5)
_WITH_PHONES = 3
_EVENTS = 70
_CASE = f"casus={reference(_EVENTS)}"
_MOST_GROWTH = 1.05


def halfday_rows(server: str) -> Iterator[Row]:
    """Measure the processor per hour, and the memory in the last hour beside the second."""
    usage = asyncio.run(_halfday(server))
    size = f"{_EVENTS} events, 30 phones"
    cpu = usage[-1]["cpu"] - usage[0]["cpu"]
    yield Row(what="a half-day: processor per hour", size=size, values=[cpu / 4], unit="s")
    memory = [one["memory"] for one in usage[1:]]
    yield Row(
        what="a half-day: memory, last hour beside second",
        size=size,
        values=memory[12:],
        floor=memory[4:8],
        unit="MB",
        times=_MOST_GROWTH,
    )


async def _halfday(server: str) -> list[dict[str, float]]:
    usage = [_usage(server)]
    async with visiting(server, "tijdlijn", _CASE) as chair:
        for quarter in range(_QUARTERS):
            asked = [(f"/beamer/beeld?{_CASE}&na={_stand(server)}", _BEAMER)]
            if quarter < _WITH_PHONES:
                asked.append(("/telefoon/stand", _PHONES))
            rest = [asyncio.to_thread(_ask, server, path, times) for path, times in asked]
            await asyncio.gather(_clicks(chair), *rest)
            usage.append(_usage(server))
    return usage


async def _clicks(chair: Visitor) -> None:
    for _ in range(_CLICKS):
        await chair.click()


def _stand(server: str) -> str:
    line = HTTPConnection(urlsplit(server).netloc)
    return str(json.loads(_answer(line, f"/beamer/beeld?{_CASE}&na="))["stand"])


def _ask(server: str, path: str, times: int) -> None:
    line = HTTPConnection(urlsplit(server).netloc)
    for _ in range(times):
        _answer(line, path)


def _answer(line: HTTPConnection, path: str) -> bytes:
    line.request("GET", path)
    return line.getresponse().read()


def _usage(server: str) -> dict[str, float]:
    """Processor seconds so far, and memory in MB now."""
    line = HTTPConnection(urlsplit(server).netloc)
    told: dict[str, float] = json.loads(_answer(line, "/verbruik"))
    return told
