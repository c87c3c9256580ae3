"""Ask a server something, without a network in between."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp, Message


@dataclass(frozen=True)
class Answer:
    """What came back; `times` is how often a part of the answer was sent."""

    status: int
    headers: dict[str, str]
    body: bytes
    times: int


def ask(app: ASGIApp, path: str, *, method: str = "GET", **headers: str) -> Answer:
    """Send one request and return the whole answer."""
    sent: list[Message] = []

    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Message:
        for message in asked:
            return message
        return await asyncio.Event().wait()  # the visitor stays until the answer is there

    async def send(message: Message) -> None:
        sent.append(message)

    path, _, query = path.partition("?")
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": raw,
        "root_path": "",
        "scheme": "http",
        "http_version": "1.1",
    }
    run(app(scope, receive, send))
    return _answer(sent)


def run(work: Coroutine[Any, Any, None]) -> None:
    """Run in a thread of its own: a browser test may have left a loop in this one."""
    with ThreadPoolExecutor(max_workers=1) as alone:
        alone.submit(asyncio.run, work).result()


def _answer(sent: list[Message]) -> Answer:
    start = next(one for one in sent if one["type"] == "http.response.start")
    bodies = [one.get("body", b"") for one in sent if one["type"] == "http.response.body"]
    named = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], named, b"".join(bodies), len(bodies))
