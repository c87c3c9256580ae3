"""How long every run of a screen took, and what the process of the measured server uses."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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


def stopwatch_routes() -> list[Route]:
    """Return the routes that tell the runs since the last question, and what is used."""
    return [Route("/stopwatch", _told), Route("/verbruik", _used)]


async def _told(_request: Request) -> JSONResponse:
    runs, _RUNS[:] = list(_RUNS), []
    return JSONResponse(runs)


async def _used(_request: Request) -> JSONResponse:
    """Processor seconds so far, and resident memory now in MB; from the system's own list."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    memory = pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    return JSONResponse({"cpu": time.process_time(), "memory": memory})
