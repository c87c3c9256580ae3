"""What the server adds around the pages, put together in one place."""

import gc
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from casusanalyse.web.beamer import beamer_routes
from casusanalyse.web.compression import Compression
from casusanalyse.web.door import Door
from casusanalyse.web.fonts import font_route
from casusanalyse.web.headers import Headers, content_security_policy
from casusanalyse.web.listening import answer_at_once
from casusanalyse.web.pairing import pairing_routes
from casusanalyse.web.phone import phone_routes
from casusanalyse.web.pulse import DeskOf, pulse_route
from casusanalyse.web.reading import reading_routes


def routes(desk_of: DeskOf, *, guarded_elsewhere: bool = False) -> list[BaseRoute]:
    """Return the addresses that are no page.

    Args:
        desk_of: gives the desk of whoever looks on at a case.
        guarded_elsewhere: a gateway in front passes every request on.
    """
    return [
        font_route(),
        pulse_route(desk_of),
        *beamer_routes(desk_of),
        *pairing_routes(desk_of),
        *phone_routes(desk_of),
        *reading_routes(desk_of, guarded_elsewhere=guarded_elsewhere),
    ]


def middleware(
    first_page: Path, desk_of: DeskOf, *, guarded_elsewhere: bool = False
) -> list[Middleware]:
    """Return what every answer passes.

    Args:
        first_page: the HTML file of the platform; its bundles lie below it.
        desk_of: gives the store and the moment.
        guarded_elsewhere: a gateway in front checks everybody, so our own door stays open.
    """
    policy = content_security_policy(first_page.read_text("utf-8"))
    return [
        Middleware(Headers, policy=policy),
        Middleware(Door, desk_of=desk_of, guarded_elsewhere=guarded_elsewhere),
        Middleware(Compression, folder=first_page.parent / "static"),
    ]


def warmed_up(
    warm_up: Callable[[], None],
) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """Return a lifespan that first warms up, then leaves what it loaded out of every clean-up.

    Without this every click waits for a full clean-up of all loaded modules.

    Args:
        warm_up: loads what the pages need, so that the first click is as quick as the second.
    """

    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        answer_at_once()
        warm_up()
        gc.collect()
        gc.freeze()
        yield

    return lifespan
