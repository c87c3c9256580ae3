"""The addresses of the reading page: a personal link, and nothing else a stranger reaches."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from anyio import current_time, sleep_until
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
from casusanalyse.domain.problems import Refusal
from casusanalyse.usecases.mail import last_day_entry
from casusanalyse.usecases.reading import Reader, open_link, report_file
from casusanalyse.web.form import FRESH, fields
from casusanalyse.web.guesses import Guesses, place_of
from casusanalyse.web.pulse import DeskOf
from casusanalyse.web.reading_form import Outcome, carried_out
from casusanalyse.web.reading_page import bar, enter_page, picture_page, report_page
from casusanalyse.web.reading_piece import FOLDER, WHOLE_NAME, Sheet, picture_of

HOME = "/lees"
_ASSETS = ("lees.css", "lees.js")
_FORMS = ("open", "reactie", "sluiten")
_INSIDE = (*_FORMS, "beeld", "verslag.docx", "laatste-dag.ics", *_ASSETS)
PATHS = (HOME, *(f"{HOME}/{name}" for name in _INSIDE))
"""Everything a reader reaches; a stranger from another machine reaches nothing more."""

_COOKIE = "casusanalyse_lezen"
_MOST, _MANY = 1_000_000, 4_000
"""Bytes and fields of a whole report with reactions, with room to spare."""

_REFUSAL_TAKES = 0.25
"""Seconds every refused link takes, so that waiting tells nothing about why."""

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_JSON = "application/json"
_OTHERS = frozenset({"cross-site", "same-site"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request of somebody who shows a link.

    Attributes:
        form: fields of the form, or of the address.
        wants_json: the script asks, not the browser.
        is_secure: nobody can listen in; the cookie then never travels otherwise.
    """

    reader: Reader
    form: dict[str, str]
    wants_json: bool
    is_secure: bool


Ask = Callable[[Visit], Response]
"""Answers one visit; refuses `link_unknown` for a link that opens nothing."""


def reading_routes(desk_of: DeskOf, *, guarded_elsewhere: bool = False) -> list[BaseRoute]:
    """Return the addresses of the reading page.

    Args:
        desk_of: gives the store and the moment; readers know no case.
        guarded_elsewhere: a gateway in front passes requests on, and says for whom.
    """
    guesses = Guesses()

    def route(path: str, ask: Ask, method: str = "GET") -> Route:
        async def answered(request: Request) -> Response:
            if _is_foreign(request):
                return Response(status_code=403, headers=FRESH)
            visit = await _visit(request, desk_of)
            if not visit.reader.token and path == HOME:
                return HTMLResponse(enter_page(), headers=FRESH)
            place = _place(request, behind_gateway=guarded_elsewhere)
            return await _guarded(guesses, place, visit, ask)

        return Route(path, answered, methods=[method])

    return [
        route(HOME, _page),
        route(f"{HOME}/open", _open, "POST"),
        route(f"{HOME}/reactie", _react, "POST"),
        route(f"{HOME}/beeld", _picture),
        route(f"{HOME}/verslag.docx", _file),
        route(f"{HOME}/laatste-dag.ics", _calendar),
        Route(f"{HOME}/sluiten", _leave, methods=["POST"]),
        *(Route(f"{HOME}/{name}", _home) for name in _FORMS),
        *(Route(f"{HOME}/{name}", _asset) for name in _ASSETS),
    ]


async def _visit(request: Request, desk_of: DeskOf) -> Visit:
    asked = dict(request.query_params)
    if request.method == "POST":
        asked = await fields(request, most=_MOST, many=_MANY, blanks=True)
    desk = desk_of("")
    # Only out of a form: an address would stand in histories and in the log of a gateway.
    typed = asked.get("link") if request.method == "POST" else None
    token = request.cookies.get(_COOKIE, "") if typed is None else _token(typed)
    secure = request.headers.get("x-forwarded-proto", request.url.scheme) == "https"
    return Visit(
        reader=Reader(cases=desk.cases, token=token, now=desk.now),
        form=asked,
        wants_json=_JSON in request.headers.get("accept", ""),
        is_secure=secure,
    )


def _token(typed: str) -> str:
    """Return the token of a link as somebody pasted it: whole, or only what is behind the #."""
    return "".join(typed.split()).rpartition("#")[2]


async def _guarded(guesses: Guesses, place: str, visit: Visit, ask: Ask) -> Response:
    """Answer a visit; every link that opens nothing gets the same answer, just as late."""
    began, reader = current_time(), visit.reader
    if reader.token and guesses.may_try(place, reader.token, reader.now):
        try:
            answer = await run_in_threadpool(ask, visit)
        except Refusal as refusal:
            if refusal.code != "link_unknown":
                raise
            guesses.note_wrong(place, reader.token, reader.now)
        else:
            guesses.note_right(reader.token)
            return answer
    await sleep_until(began + _REFUSAL_TAKES)
    return _refused(visit)


def _refused(visit: Visit) -> Response:
    says = text("refusal.link_unknown")
    if visit.wants_json:
        return JSONResponse({"gone": says}, status_code=403, headers=FRESH)
    answer = HTMLResponse(enter_page(says), status_code=403, headers=FRESH)
    answer.delete_cookie(_COOKIE, path=HOME, httponly=True, samesite="strict")
    return answer


def _place(request: Request, *, behind_gateway: bool) -> str:
    """Return where a request comes from; only a gateway is believed about somebody else."""
    passed_on = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    if behind_gateway and passed_on:
        return place_of(passed_on)
    return place_of(request.client.host if request.client else "")


def _is_foreign(request: Request) -> bool:
    """Tell whether a page of another site sends this form."""
    came = request.headers.get("sec-fetch-site", "")
    return request.method == "POST" and came in _OTHERS


def _open(visit: Visit) -> Response:
    open_link(visit.reader)
    answer = RedirectResponse(HOME, status_code=303, headers=FRESH)
    answer.set_cookie(
        _COOKIE,
        visit.reader.token,
        path=HOME,
        secure=visit.is_secure,
        httponly=True,
        samesite="strict",
    )
    return answer


async def _leave(request: Request) -> Response:
    if _is_foreign(request):
        return Response(status_code=403, headers=FRESH)
    answer = RedirectResponse(HOME, status_code=303, headers=FRESH)
    answer.delete_cookie(_COOKIE, path=HOME, httponly=True, samesite="strict")
    return answer


def _page(visit: Visit) -> Response:
    return _html(Sheet(page=open_link(visit.reader), now=visit.reader.now))


def _react(visit: Visit) -> Response:
    page = open_link(visit.reader)
    outcome = carried_out(visit.reader, page, visit.form)
    sheet = Sheet(
        page=replace(page, reading=outcome.reading),
        now=visit.reader.now,
        typed=outcome.typed,
        trouble=outcome.trouble,
        says=outcome.says,
    )
    if visit.wants_json:
        return _told(sheet, outcome)
    if outcome.is_fine:
        return RedirectResponse(HOME, status_code=303, headers=FRESH)
    return _html(sheet)


def _told(sheet: Sheet, outcome: Outcome) -> Response:
    says = outcome.says if sheet.is_open else text("refusal.round_closed")
    told = {
        "saved": _named(outcome.saved),
        "trouble": _named(outcome.trouble),
        "bar": bar(sheet, says),
        "closed": not sheet.is_open,
    }
    return JSONResponse(told, status_code=200 if outcome.is_fine else 409, headers=FRESH)


def _named(by_paragraph: dict[str, str]) -> dict[str, str]:
    return {paragraph or WHOLE_NAME: words for paragraph, words in by_paragraph.items()}


def _picture(visit: Visit) -> Response:
    page, name = open_link(visit.reader), visit.form.get("naam", "")
    picture = picture_of(page, name)
    about = next((one for one in page.report.paragraphs if one.picture == name), None)
    if picture is None or about is None:
        return RedirectResponse(HOME, status_code=303, headers=FRESH)
    return HTMLResponse(picture_page(picture, about), headers=FRESH)


def _file(visit: Visit) -> Response:
    data, page = report_file(visit.reader), open_link(visit.reader)
    return _download(data, text("report.file_name", reference=page.reading.reference), _WORD)


def _calendar(visit: Visit) -> Response:
    page = open_link(visit.reader)
    entry = last_day_entry(page.reading.reference, page.reading.week, visit.reader.now)
    return _download(entry, text("mail.calendar_name"), "text/calendar; charset=utf-8")


def _download(data: bytes, name: str, kind: str) -> Response:
    said = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type=kind, headers=FRESH | said)


def _html(sheet: Sheet) -> Response:
    return HTMLResponse(report_page(sheet), headers=FRESH)


async def _home(_request: Request) -> Response:
    """Lead whoever loads the address of a form again to the page itself."""
    return RedirectResponse(HOME, status_code=303, headers=FRESH)


def _asset(request: Request) -> Response:
    name = Path(request.url.path).name
    return FileResponse(FOLDER / name, headers={"cache-control": "no-cache"})
