"""How far a session is, for whoever follows it: two numbers that say nothing of a case."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from casusanalyse.domain.problems import Refusal
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.sitting import stand_of

DeskOf = Callable[[str], Desk]
"""Gives the desk of whoever looks on at the case with this reference."""

_FRESH = {"cache-control": "no-store"}


def pulse_route(desk_of: DeskOf) -> Route:
    """Return the route `/stand?casus=...`: the numbers rise with everything anybody does."""

    async def pulse(request: Request) -> Response:
        reference = request.query_params.get("casus", "")
        try:
            stand = await run_in_threadpool(lambda: stand_of(desk_of(reference)))
        except Refusal:
            return Response(status_code=404, headers=_FRESH)
        told = {"case": stand.case, "sitting": stand.sitting}
        return JSONResponse(told, headers=_FRESH)

    return Route("/stand", pulse)
