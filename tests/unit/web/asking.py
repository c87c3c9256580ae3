"""Ask a server something, without a network in between."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from starlette.types import ASGIApp, Message

from casusanalyse.usecases.desk import Desk

HERE, ELSEWHERE = "127.0.0.1", "192.0.2.33"
"""This computer, and another one."""


@dataclass(frozen=True)
class Answer:
    """What came back; `times` is how often a part of the answer was sent."""

    status: int
    headers: dict[str, str]
    body: bytes
    times: int


def any_case(desk: Desk, **other: str) -> Callable[[str], Desk]:
    """What a page asks for a desk: one like this, with the case of a reference on it."""
    return lambda reference: replace(desk, reference=reference, **other)


def ask(
    app: ASGIApp,
    path: str,
    *,
    method: str = "GET",
    host: str = HERE,
    form: dict[str, str] | None = None,
    **headers: str,
) -> Answer:
    """Send one request from a machine and return the whole answer; `host_` is its header."""
    sent: list[Message] = []

    body = urlencode(form or {}).encode()
    asked = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def receive() -> Message:
        for message in asked:
            return message
        return await asyncio.Event().wait()  # the visitor stays until the answer is there

    async def send(message: Message) -> None:
        sent.append(message)

    path, _, query = path.partition("?")
    raw = [
        (name.strip("_").replace("_", "-").encode(), value.encode())
        for name, value in headers.items()
    ]
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": raw,
        "client": (host, 50_000),
        "root_path": "",
        "scheme": "http",
        "http_version": "1.1",
    }
    run(app(scope, receive, send))
    return _answer(sent)


class Visitor:
    """Somebody with a browser: keeps cookies, and goes where an answer sends them."""

    def __init__(self, app: ASGIApp, host: str = ELSEWHERE) -> None:
        self.app, self.host = app, host
        self.cookies: dict[str, str] = {}
        self.newest = ""

    def get(self, path: str) -> Answer:
        return self._followed(ask(self.app, path, host=self.host, cookie=self._cookie()))

    def post(self, path: str, **form: str) -> Answer:
        asked = {"method": "POST", "host": self.host, "cookie": self._cookie()}
        return self._followed(ask(self.app, path, form=form, **asked))

    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _followed(self, answer: Answer) -> Answer:
        if "set-cookie" in answer.headers:
            self.newest = answer.headers["set-cookie"]
            name, _, value = self.newest.partition(";")[0].partition("=")
            self.cookies[name] = value
        return self.get(answer.headers["location"]) if answer.status == 303 else answer


def run(work: Coroutine[Any, Any, None]) -> None:
    """Run in a thread of its own: a browser test may have left a loop in this one."""
    with ThreadPoolExecutor(max_workers=1) as alone:
        alone.submit(asyncio.run, work).result()


def _answer(sent: list[Message]) -> Answer:
    start = next(one for one in sent if one["type"] == "http.response.start")
    bodies = [one.get("body", b"") for one in sent if one["type"] == "http.response.body"]
    named = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], named, b"".join(bodies), len(bodies))
