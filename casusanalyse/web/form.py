"""Read a small form, and answer with a small page."""

from collections.abc import Callable
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


async def fields(
    request: Request, *, most: int = MOST, many: int = MANY, blanks: bool = False
) -> dict[str, str]:
    """Return the fields of a form; one that is too long or odd has none.

    A zero character, which not every database can keep, is left out.

    Args:
        request: with the form as its body.
        most: bytes that are read.
        many: fields that are read.
        blanks: fields without a value count too.
    """
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            return {}
    try:
        found = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=blanks,
            max_num_fields=many,
        )
    except ValueError:
        return {}
    return {name: said.replace("\0", "") for name, said in found}


def pieces(folder: Path) -> Callable[..., str]:
    """Return what fills a piece of a page with its facts; see `filled`.

    Args:
        folder: holds one HTML file per piece.
    """

    @cache
    def piece(name: str) -> str:
        return (folder / f"{name}.html").read_text("utf-8").strip()

    return lambda name, /, **facts: piece(name).format(**facts)


def filled(name: str, **facts: object) -> str:
    """Return a piece of a page with its facts; whoever fills it escapes what people wrote."""
    return _filled(name, **facts)


_filled = pieces(PAGES)
