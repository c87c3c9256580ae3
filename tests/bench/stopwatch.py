"""How long every run of a screen took; lives in the process of the measured server."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

_RUNS: list[float] = []


@contextmanager
def timed() -> Iterator[None]:
    """Note how many milliseconds the block took, also when a screen leaves it early."""
    began = time.perf_counter()
    try:
        yield
    finally:
        _RUNS.append((time.perf_counter() - began) * 1000)


def stopwatch_route() -> Route:
    """Return the route that tells the runs since the last question."""
    return Route("/stopwatch", _told)


async def _told(_request: Request) -> JSONResponse:
    runs, _RUNS[:] = list(_RUNS), []
    return JSONResponse(runs)
