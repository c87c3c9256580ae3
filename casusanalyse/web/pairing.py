"""The page on which a second computer types its code; the only one a stranger reaches."""

from collections.abc import Callable
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from casusanalyse.content.text import text
from casusanalyse.domain.devices import DEVICE_LIFETIME, Device, DeviceRole
from casusanalyse.domain.problems import Refusal
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.devices import DEVICE_COOKIE, device_of, leave, redeem
from casusanalyse.web.form import FRESH, fields, filled
from casusanalyse.web.phone_page import code_form, framed
from casusanalyse.web.pulse import DeskOf

HOME = "/koppelen"
PATHS = (HOME, f"{HOME}/los")

Ask = Callable[[Desk, str | None, dict[str, str]], Response]


def pairing_routes(desk_of: DeskOf) -> list[BaseRoute]:
    """Return the addresses at which a computer pairs and leaves.

    Args:
        desk_of: gives the store and the moment; a stranger knows no case.
    """

    def route(path: str, ask: Ask, method: str) -> Route:
        async def answered(request: Request) -> Response:
            form = await fields(request) if method == "POST" else {}
            token = request.cookies.get(DEVICE_COOKIE)
            return await run_in_threadpool(lambda: ask(desk_of(""), token, form))

        return Route(path, answered, methods=[method])

    return [
        route(HOME, _page, "GET"),
        route(HOME, _pair, "POST"),
        route(f"{HOME}/los", _leave, "POST"),
    ]


def start_of(device: Device) -> str:
    """Return the address at which a paired computer begins."""
    page = "/beamer" if device.role is DeviceRole.BEAMER else "/"
    return f"{page}?casus={device.reference}"


def _page(desk: Desk, token: str | None, _form: dict[str, str]) -> Response:
    device = device_of(desk.cases, token, desk.now)
    if device is None:
        return _html(desk, _code_form())
    facts = {
        "heading": text("devices.paired"),
        "hint": text(f"devices.paired_{device.role}"),
        "href": start_of(device),
        "go_on": text("devices.go_on"),
        "leave": text("devices.leave"),
    }
    return _html(desk, filled("paired", **{name: escape(one) for name, one in facts.items()}))


def _pair(desk: Desk, _token: str | None, form: dict[str, str]) -> Response:
    try:
        token = redeem(desk.cases, form.get("code", ""), desk.now)
    except Refusal as refusal:
        return _html(desk, _code_form(text(f"refusal.{refusal.code}")))
    answer = RedirectResponse(HOME, status_code=303, headers=FRESH)
    seconds = int(DEVICE_LIFETIME.total_seconds())
    answer.set_cookie(DEVICE_COOKIE, token, max_age=seconds, httponly=True, samesite="strict")
    return answer


def _leave(desk: Desk, token: str | None, _form: dict[str, str]) -> Response:
    if token:
        leave(desk.cases, token)
    answer = RedirectResponse(HOME, status_code=303, headers=FRESH)
    answer.delete_cookie(DEVICE_COOKIE, httponly=True, samesite="strict")
    return answer


def _code_form(trouble: str = "") -> str:
    facts = {"heading": text("devices.pair"), "hint": text("devices.pair_hint")}
    facts |= {"label": text("devices.pair_label"), "button": text("devices.pair_button")}
    return code_form(HOME, trouble, facts)


def _html(desk: Desk, inside: str) -> Response:
    return HTMLResponse(framed(inside, desk.now, alive=False), headers=FRESH)
