"""The beamer: a page that follows the session by itself, and the picture it asks for."""

import logging
import traceback
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    Response,
)
from starlette.routing import BaseRoute, Route

from casusanalyse.content.text import text
from casusanalyse.domain.problems import Refusal
from casusanalyse.usecases.beamer import Shown, beamer_picture, beamer_stand, waiting_picture
from casusanalyse.usecases.desk import Desk
from casusanalyse.web.pulse import DeskOf

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
    )
)
"""Only what ships with us; the chair's own window may hold the beamer inside itself."""

_FILES = Path(__file__).parent / "beamer"
_ASSETS = ("beamer.css", "beamer.js")
_FRESH = {"cache-control": "no-store"}
_NO_CASE = "no-case"
_LOG = logging.getLogger("casusanalyse")


def beamer_routes(desk_of: DeskOf) -> list[BaseRoute]:
    """Return the page of the beamer, its files, and the picture."""

    def picture(request: Request) -> Response:
        asked = request.query_params
        return _answer(desk_of, asked.get("casus", ""), asked.get("na", ""))

    return [
        Route("/beamer", _page),
        Route("/beamer/beeld", picture),
        *(Route(f"/beamer/{name}", _asset) for name in _ASSETS),
    ]


def _page(_request: Request) -> Response:
    page = (_FILES / "page.html").read_text("utf-8").format(title=text("beamer.title"))
    return HTMLResponse(page, headers={**_FRESH, "content-security-policy": POLICY})


def _asset(request: Request) -> Response:
    name = Path(request.url.path).name
    return FileResponse(_FILES / name, headers={"cache-control": "no-cache"})


def _answer(desk_of: DeskOf, reference: str, seen: str) -> Response:
    """Return the picture when it is another than the one somebody has seen."""
    desk = desk_of(reference) if reference else None
    try:
        stand = beamer_stand(desk) if desk else _NO_CASE
    except Refusal:
        desk, stand = None, _NO_CASE
    if stand == seen:
        return Response(status_code=204, headers=_FRESH)
    return JSONResponse({"stand": stand} | _drawn(desk), headers=_FRESH)


def _drawn(desk: Desk | None) -> dict[str, Any]:
    """Return the picture, or nothing when it could not be drawn: the last one stays."""
    try:
        return _told(beamer_picture(desk) if desk else waiting_picture())
    except Exception as error:  # noqa: BLE001 - whatever breaks, the room keeps its picture
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        _LOG.error("beamer: %s at %s", type(error).__name__, place)
        return {"svg": ""}


def _told(shown: Shown) -> dict[str, Any]:
    picture = shown.picture
    return {
        "svg": picture.svg,
        "alt": picture.alt,
        "dark": shown.is_dark,
        "stopped": shown.is_stopped,
    }
