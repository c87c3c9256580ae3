"""Read a small form, and answer with a small page."""

from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl

from starlette.requests import Request

MOST = 2_000
"""Bytes of a form that are read; our own are far smaller."""

MANY = 10
"""Fields of a form that are read."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""Only what ships with us, and no script inside a page."""

FRESH = {"cache-control": "no-store", "content-security-policy": POLICY}
"""Headers of a page that may be another one a second later."""

PAGES = Path(__file__).parent / "phone"


async def fields(request: Request) -> dict[str, str]:
    """Return the fields of a form; one that is too long or odd has none."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST:
            return {}
    try:
        return dict(parse_qsl(body.decode("ascii"), max_num_fields=MANY))
    except ValueError:
        return {}


def filled(name: str, **facts: object) -> str:
    """Return a piece of a page with its facts; whoever fills it escapes what people wrote."""
    return _piece(name).format(**facts)


@cache
def _piece(name: str) -> str:
    return (PAGES / f"{name}.html").read_text("utf-8").strip()
