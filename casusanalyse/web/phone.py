"""The addresses of the phones: join with a code, read the question, send one answer."""

from collections.abc import Callable
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import BaseRoute, Route

from casusanalyse.content.text import text
from casusanalyse.domain.devices import PHONES_LIFETIME, PhoneQuestion
from casusanalyse.domain.problems import Refusal
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.phone import (
    join,
    phone_view,
    rather_not,
    send_place,
    send_words,
    take_back,
)
from casusanalyse.web.form import FRESH, PAGES, fields
from casusanalyse.web.phone_page import Sheet, full_page, join_page, phone_page, stand_of
from casusanalyse.web.pulse import DeskOf

HOME = "/telefoon"
PATHS = tuple(
    f"{HOME}{rest}" for rest in ("", "/mee", "/antwoord", "/stand", "/page.css", "/page.js")
)
"""Everything a phone reaches; a stranger from another machine reaches nothing more."""

_TICKET = "casusanalyse_telefoon"
_SEND, _RATHER_NOT, _TAKE_BACK = "stuur", "niet", "terug"

Ask = Callable[[Desk, str | None, dict[str, str]], Response]
"""Answers one request: with a desk on no case, the ticket of the phone, and its form."""


def phone_routes(desk_of: DeskOf) -> list[BaseRoute]:
    """Return the addresses of the phones.

    Args:
        desk_of: gives the store and the moment; phones know no case.
    """

    def route(path: str, ask: Ask, method: str = "GET") -> Route:
        async def answered(request: Request) -> Response:
            form = await fields(request) if method == "POST" else dict(request.query_params)
            ticket = request.cookies.get(_TICKET)
            return await run_in_threadpool(lambda: ask(desk_of(""), ticket, form))

        return Route(path, answered, methods=[method])

    return [
        route(HOME, _page),
        route(f"{HOME}/stand", _stand),
        route(f"{HOME}/mee", _join, "POST"),
        route(f"{HOME}/antwoord", _answer, "POST"),
        *(Route(f"{HOME}/{name}", _asset) for name in ("page.css", "page.js")),
    ]


def _page(desk: Desk, ticket: str | None, asked: dict[str, str]) -> Response:
    if ticket is None or "code" in asked:
        return _html(join_page(desk.now))
    view = phone_view(desk.cases, ticket, desk.now)
    return _html(phone_page(Sheet(view=view, again="opnieuw" in asked), desk.now))


def _stand(desk: Desk, ticket: str | None, _asked: dict[str, str]) -> Response:
    stand = stand_of(phone_view(desk.cases, ticket, desk.now))
    return JSONResponse({"stand": stand}, headers=FRESH)


def _join(desk: Desk, ticket: str | None, form: dict[str, str]) -> Response:
    """Give a phone its ticket, unless it has one: scanning twice is no second phone."""
    if phone_view(desk.cases, ticket, desk.now):
        return _home()
    try:
        given = join(desk.cases, form.get("code", ""), desk.now)
    except Refusal as refusal:
        if refusal.code == "phones_full":
            return _html(full_page(desk.now))
        return _html(join_page(desk.now, _sentence(refusal)))
    answer = _home()
    seconds = int(PHONES_LIFETIME.total_seconds())
    answer.set_cookie(
        _TICKET, given, max_age=seconds, path=HOME, httponly=True, samesite="strict"
    )
    return answer


def _answer(desk: Desk, ticket: str | None, form: dict[str, str]) -> Response:
    try:
        _send(desk, ticket or "", form)
    except Refusal as refusal:
        view = phone_view(desk.cases, ticket, desk.now)
        gone = view is None or view.question != form.get("vraag")
        trouble = "" if gone else _sentence(refusal)
        said = "" if gone else form.get("woord", "")
        return _html(phone_page(Sheet(view=view, trouble=trouble, said=said), desk.now))
    return _home()


def _send(desk: Desk, ticket: str, form: dict[str, str]) -> None:
    store, now = desk.cases, desk.now
    question, does = _question(form), form.get("doe", _SEND)
    if does == _TAKE_BACK:
        take_back(store, ticket, question, now)
    elif does == _RATHER_NOT:
        rather_not(store, ticket, question, now)
    elif question.is_place:
        send_place(store, ticket, question, _chosen(form), now)
    else:
        send_words(store, ticket, question, form.get("woord", ""), now)


def _question(form: dict[str, str]) -> PhoneQuestion:
    try:
        return PhoneQuestion(form.get("vraag", ""))
    except ValueError:
        raise Refusal("not_understood") from None


def _chosen(form: dict[str, str]) -> int:
    place = form.get("plek", "")
    if not (place.isascii() and place.isdecimal()):
        raise Refusal("place_missing")
    return int(place[:2])


def _asset(request: Request) -> Response:
    name = Path(request.url.path).name
    return FileResponse(PAGES / name, headers={"cache-control": "no-cache"})


def _html(page: str) -> Response:
    return HTMLResponse(page, headers=FRESH)


def _home() -> Response:
    return RedirectResponse(HOME, status_code=303, headers=FRESH)


def _sentence(refusal: Refusal) -> str:
    return text(f"refusal.{refusal.code}", **refusal.facts)
