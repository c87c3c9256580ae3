"""Many sessions at once on one server, beside as many on the empty page."""

import json
import subprocess
import sys
from collections.abc import Iterator

from tests.bench.screens import PAGES
from tests.bench.served import ROOT, reference
from tests.bench.table import Row

_PEOPLE = (50, 200)
"""A region on a busy day, and all regions on one server."""

_MEDIAN_AIM, _P95_AIM = 30.0, 150.0
_SECONDS, _FLOOR_SECONDS = 30.0, 15.0


def crowd_rows(server: str) -> Iterator[Row]:
    """Measure click to finished for everybody, spread over all screens of a session."""
    screens = [f"{page}?casus={reference(70)}" for page in PAGES]
    for people in _PEOPLE:
        floor = clicks(server, people, _FLOOR_SECONDS, "?leeg=1")
        yield from _rows(people, clicks(server, people, _SECONDS, *screens), floor)


def _rows(people: int, values: list[float], floor: list[float]) -> Iterator[Row]:
    size = f"{people} people, 70 events"
    aims = (_MEDIAN_AIM, _P95_AIM) if people == _PEOPLE[-1] else (None, None)
    for word, is_p95, most in (("median", False, aims[0]), ("p95", True, aims[1])):
        what = f"click every 3 s on all screens, {word}"
        yield Row(what=what, size=size, values=values, floor=floor, most=most, p95=is_p95)


def clicks(server: str, people: int, seconds: float, *screens: str) -> list[float]:
    command = [sys.executable, "-m", "tests.bench.crowd", server, str(people), str(seconds)]
    done = subprocess.run([*command, *screens], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    took: list[float] = json.loads(done.stdout)
    return took
