"""Send the fixed bundles compressed; once compressed they stay in memory."""

import gzip
import mimetypes
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

_PREFIX = "/static/"
_KINDS = (".js", ".css")


class Compression:
    """ASGI middleware for scripts and styles below `/static/`; passes everything else on."""

    def __init__(self, app: ASGIApp, folder: Path) -> None:
        self._app = app
        self._folder = folder.resolve()
        self._bodies: dict[Path, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the compressed bundle, or pass the request on."""
        file = self._file(scope)
        if file is None:
            await self._app(scope, receive, send)
            return
        body = self._bodies.get(file)
        if body is None:
            body = await to_thread.run_sync(self._compress, file)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        headers = {
            "content-type": kind,
            "content-encoding": "gzip",
            "vary": "Accept-Encoding",
            "content-length": str(len(body)),
            "cache-control": "public, immutable, max-age=31536000",
        }
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": 200, "headers": raw})
        await send({"type": "http.response.body", "body": body})

    def _file(self, scope: Scope) -> Path | None:
        if scope["type"] != "http" or scope["method"] != "GET":
            return None
        path: str = scope["path"]
        if not (path.startswith(_PREFIX) and path.endswith(_KINDS)):
            return None
        if "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
            return None
        file = (self._folder / path.removeprefix(_PREFIX)).resolve()
        return file if file.is_relative_to(self._folder) and file.is_file() else None

    def _compress(self, file: Path) -> bytes:
        body = self._bodies[file] = gzip.compress(file.read_bytes(), 6)
        return body
