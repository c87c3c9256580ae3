"""The typeface of the product, served from the product itself: a room has no internet."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

FONTS = Path(__file__).parent / "fonts"
_KEPT = {"cache-control": "public, max-age=604800"}


def font_route() -> Route:
    """Return the route `/lettertypen/{name}`; only files that ship with us are served."""
    return Route("/lettertypen/{name}", _font)


async def _font(request: Request) -> Response:
    file = FONTS / request.path_params["name"]
    if file not in set(FONTS.glob("*.woff2")):
        return PlainTextResponse("", status_code=404)
    return FileResponse(file, media_type="font/woff2", headers=_KEPT)
