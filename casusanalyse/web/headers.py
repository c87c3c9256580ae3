"""Security headers, and the right language on the first page."""

import base64
import hashlib
import re
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def content_security_policy(page: str) -> str:
    """Return a policy under which this first page, our own parts and nothing else runs.

    Args:
        page: HTML of the first page; the hashes of its inline scripts are let in.
    """
    hashes = " ".join(f"'sha256-{digest}'" for digest in _digests(_INLINE.findall(page)))
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' blob: {hashes}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _digests(scripts: Iterable[str]) -> list[str]:
    return [
        base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        for script in scripts
    ]


class Headers:
    """ASGI middleware: adds the headers and marks the first page as Dutch (WCAG 3.1.1).

    An answer that brings a policy of its own keeps it.
    """

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self._app = app
        self._policy = policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with the answer going through our hands."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await self._app(_as_page(scope), receive, _Answer(send, self._policy).send)


class _Answer:
    """One answer on its way out; holds the start of an HTML page until its body is known."""

    def __init__(self, send: Send, policy: str) -> None:
        self._send = send
        self._policy = policy
        self._held: Message | None = None

    async def send(self, message: Message) -> None:
        """Send one message of the answer, with our headers."""
        if message["type"] == "http.response.start":
            await self._start(message)
        elif self._held is not None:
            held, self._held = self._held, None
            await self._send(held)
            await self._send({**message, "body": _dutch(message.get("body", b""))})
        else:
            await self._send(message)

    async def _start(self, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        headers.setdefault("Content-Security-Policy", self._policy)
        headers.setdefault("Cache-Control", "no-store")  # a report stays in no cache
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "no-referrer"
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        is_page = headers.get("content-type", "").startswith("text/html")
        if is_page and not headers.get("content-encoding"):
            self._held = message
        else:
            await self._send(message)


def _dutch(body: bytes) -> bytes:
    return body.replace(b'<html lang="en">', b'<html lang="nl">', 1)


def _as_page(scope: Scope) -> Scope:
    """Ask for a page as plain text: in a compressed one the language cannot be set."""
    if "text/html" not in MutableHeaders(scope=scope).get("accept", ""):
        return scope
    headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": headers}
