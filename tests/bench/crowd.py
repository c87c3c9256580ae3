"""Many people at once, each with an own session, clicking every three seconds.

Runs as a process of its own, so that it does not share an interpreter with anything measured:
`python -m tests.bench.crowd ADDRESS PEOPLE SECONDS PAGE?QUERY...` prints milliseconds as JSON.
"""

import asyncio
import json
import random
import sys
import time

from websockets.exceptions import WebSocketException

from tests.bench.visitor import visiting

_EVERY = 3.0
_ARRIVALS = 0.03
_SETTLING = 5.0
_GRACE = 5.0


async def _person(address: str, screen: str, begin: float, until: float) -> list[float]:
    """Return the milliseconds of every click; an unanswered one counts as long as it waits."""
    page, _, query = screen.partition("?")
    took: list[float] = []
    asked = begin
    try:
        async with asyncio.timeout(until + _GRACE - time.monotonic()):
            async with visiting(address, page, query) as visitor:
                planned = begin + random.uniform(0, _EVERY)
                while planned < until:
                    await asyncio.sleep(max(0.0, planned - time.monotonic()))
                    asked = time.monotonic()
                    took.append(await visitor.click())
                    planned = max(planned + _EVERY, time.monotonic())
    except TimeoutError:
        took.append((time.monotonic() - asked) * 1000)
    except (RuntimeError, OSError, WebSocketException) as error:
        print(f"{screen}: {error}", file=sys.stderr)
    return took


async def _crowd(address: str, people: int, seconds: float, screens: list[str]) -> list[float]:
    begin = time.monotonic() + people * _ARRIVALS + _SETTLING
    tasks = []
    for number in range(people):
        screen = screens[number % len(screens)]
        person = _person(address, screen, begin, begin + seconds)
        tasks.append(asyncio.create_task(person))
        await asyncio.sleep(_ARRIVALS)
    return [one for took in await asyncio.gather(*tasks) for one in took]


if __name__ == "__main__":
    where, how_many, how_long, *what = sys.argv[1:]
    print(json.dumps(asyncio.run(_crowd(where, int(how_many), float(how_long), what))))
