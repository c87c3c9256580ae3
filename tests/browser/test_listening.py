"""An answer leaves at once, also when it has a body."""

import time
from contextlib import closing
from http.client import HTTPConnection
from statistics import median

import pytest

pytestmark = pytest.mark.browser

TIMES = 25


def answered(line: HTTPConnection, method: str) -> float:
    """Seconds that the same address takes; `HEAD` is answered without a body."""
    began = time.perf_counter()
    line.request(method, "/telefoon/stand")
    answer = line.getresponse()
    assert (answer.status, bool(answer.read())) == (200, method == "GET")
    return time.perf_counter() - began


def test_a_body_does_not_wait_until_its_head_was_confirmed(full_server):
    took = {}
    with closing(HTTPConnection(full_server.address.removeprefix("http://"))) as line:
        for method in ("HEAD", "GET"):
            took[method] = [answered(line, method) for _ in range(TIMES)]
    assert median(took["GET"]) < 8 * median(took["HEAD"]), took
