"""Many people at once, each with an own session, clicking every three seconds.

Runs as a process of its own, so that it does not share an interpreter with anything measured:
`python -m tests.bench.crowd ADDRESS PEOPLE SECONDS PAGE?QUERY...` prints milliseconds as JSON.
"""

import asyncio
import json
import random
import sys
import time

from tests.bench.visitor import visiting

_EVERY = 3.0
_ARRIVALS = 0.03


async def _person(address: str, screen: str, seconds: float, all_here: asyncio.Barrier) -> list:
    page, _, query = screen.partition("?")
    async with visiting(address, page, query) as visitor:
        await all_here.wait()
        return await _clicking(visitor, seconds)


async def _clicking(visitor, seconds: float) -> list[float]:
    """Click at fixed moments; a late answer makes the next click wait, as with a person."""
    took: list[float] = []
    planned = time.monotonic() + random.uniform(0, _EVERY)
    until = time.monotonic() + seconds
    while planned < until:
        await asyncio.sleep(max(0.0, planned - time.monotonic()))
        took.append(await visitor.click())
        planned = max(planned + _EVERY, time.monotonic())
    return took


async def _crowd(address: str, people: int, seconds: float, screens: list[str]) -> list[float]:
    all_here = asyncio.Barrier(people)
    tasks = []
    for number in range(people):
        screen = screens[number % len(screens)]
        tasks.append(asyncio.create_task(_person(address, screen, seconds, all_here)))
        await asyncio.sleep(_ARRIVALS)
    return [one for took in await asyncio.gather(*tasks) for one in took]


if __name__ == "__main__":
    where, how_many, how_long, *what = sys.argv[1:]
    print(json.dumps(asyncio.run(_crowd(where, int(how_many), float(how_long), what))))
