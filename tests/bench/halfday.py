"""Four hours of a session, as fast as the server can answer: what it costs, and what stays.

Every question of the four hours is asked once, and they come beside each other as they do in
the room:

- the chair clicks every 20 seconds;
- a note-taker changes something every minute, after which the chair's screen shows it;
- both their windows ask every 1.2 seconds how far the session is;
- the beamer asks every 350 ms for a picture that it has not seen;
- during the first three quarters of an hour thirty phones ask every 2.5 seconds.
"""

import asyncio
import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from http.client import HTTPConnection
from itertools import cycle, islice
from urllib.parse import urlsplit

from casusanalyse.domain.change import Put
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.desk import NOTE_TAKER, Desk
from tests.bench.phones import EVERY, PHONES, joined, phones_open
from tests.bench.served import reference
from tests.bench.table import Row
from tests.bench.visitor import Visitor, visiting

_QUARTERS = 16
_WITH_PHONES = 3
_MINUTES, _SECONDS = 15, 15 * 60
_CLICKS_A_MINUTE = 3
_PULSES = int(2 * _SECONDS / 1.2)
_PICTURES = int(_SECONDS / 0.35)
_ASKED_BY_PHONES = int(PHONES * _SECONDS / EVERY)
_EVENTS = 70
_CASE = f"casus={reference(_EVENTS)}"
_MOST_GROWTH = 1.02
_PATIENCE = 60.0

Phone = dict[str, str]
"""The headers by which the server knows a phone."""


def halfday_rows(server: str, database: str) -> Iterator[Row]:
    """Measure the processor per hour, and the memory in the last hour beside the one before."""
    with phones_open(database, reference(_EVENTS), server) as code:
        phones = [joined(server, code) for _ in range(PHONES)]
        with closing(CaseStore(database)) as store:
            usage = asyncio.run(_halfday(server, store, phones))
    size = f"{_EVENTS} events, {PHONES} phones"
    cpu = usage[-1]["cpu"] - usage[0]["cpu"]
    yield Row(what="a half-day: processor per hour", size=size, values=[cpu / 4], unit="s")
    memory = [one["memory"] for one in usage[1:]]
    yield Row(
        what="a half-day: memory, last hour beside the one before",
        size=size,
        values=memory[12:],
        floor=memory[8:12],
        unit="MB",
        times=_MOST_GROWTH,
    )


async def _halfday(
    server: str, store: CaseStore, phones: list[Phone]
) -> list[dict[str, float]]:
    """Return what was used before the session and after every quarter."""
    usage = [_usage(server)]
    async with visiting(server, "tijdlijn", _CASE) as chair:
        for quarter in range(_QUARTERS):
            here = phones if quarter < _WITH_PHONES else []
            await asyncio.gather(
                _work(chair, store),
                asyncio.to_thread(_follow, server),
                asyncio.to_thread(_pulse, server),
                asyncio.to_thread(_wait, server, here),
            )
            usage.append(_usage(server))
    return usage


async def _work(chair: Visitor, store: CaseStore) -> None:
    for _ in range(_MINUTES):
        for _ in range(_CLICKS_A_MINUTE):
            await chair.click()
        await asyncio.to_thread(_note, store)
        await chair.click()


def _note(store: CaseStore) -> None:
    """Change the case without making it larger: what grows then is no part of it."""
    now = datetime.now(UTC)
    desk = Desk(cases=store, reference=reference(_EVENTS), who=NOTE_TAKER, now=now)
    event = desk.case().events[0]
    desk.write("write_events", Put(replace(event, starred=not event.starred)))


def _follow(server: str) -> None:
    """Ask as the beamer does: with the number of the picture that it shows."""
    with closing(_line(server)) as line:
        seen = ""
        for _ in range(_PICTURES):
            answer = _answer(line, f"/beamer/beeld?{_CASE}&na={seen}")
            seen = json.loads(answer)["stand"] if answer else seen


def _pulse(server: str) -> None:
    _ask(server, f"/stand?{_CASE}", [{}] * _PULSES)


def _wait(server: str, phones: list[Phone]) -> None:
    """Ask as the phones do, one after the other; nothing while there are none."""
    _ask(server, "/telefoon/stand", islice(cycle(phones), _ASKED_BY_PHONES))


def _ask(server: str, path: str, everybody: Iterable[Phone]) -> None:
    with closing(_line(server)) as line:
        for headers in everybody:
            _answer(line, path, headers)


def _usage(server: str) -> dict[str, float]:
    """Processor seconds so far, and memory in MB now."""
    with closing(_line(server)) as line:
        told: dict[str, float] = json.loads(_answer(line, "/verbruik"))
    return told


def _line(server: str) -> HTTPConnection:
    return HTTPConnection(urlsplit(server).netloc, timeout=_PATIENCE)


def _answer(line: HTTPConnection, path: str, headers: Phone | None = None) -> bytes:
    """Ask, and return the body.

    Raises:
        RuntimeError: the server could not answer; what is measured would then mean nothing.
    """
    line.request("GET", path, headers=headers or {})
    answer = line.getresponse()
    if answer.status not in {200, 204}:
        raise RuntimeError(f"{path}: {answer.status}")
    return answer.read()
