"""Who comes in from another machine: only the devices the chair let in, each to its own."""

from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from casusanalyse.domain.devices import Device, DeviceRole
from casusanalyse.usecases.devices import DEVICE_COOKIE, HERE, device_of
from casusanalyse.web import pairing, phone, reading
from casusanalyse.web.pulse import DeskOf

_OPEN = frozenset({*pairing.PATHS, *phone.PATHS, *reading.PATHS})
_TYPEFACES = "/lettertypen/"
_BEAMER = "/beamer"
_PASSED_ON = ("forwarded", "x-forwarded-for", "x-real-ip")
_REFUSED = 1008
"""Close code of a websocket: against the rules."""

_FORBIDDEN = PlainTextResponse("", status_code=403)


class Door:
    """ASGI middleware: lets this computer through, and asks everybody else for a device.

    A request that was passed on counts as from elsewhere, whatever address it names: such a
    header can only take rights away.
    """

    def __init__(self, app: ASGIApp, desk_of: DeskOf, *, guarded_elsewhere: bool) -> None:
        """Stand in front of an app.

        Args:
            app: what lies behind the door.
            desk_of: gives the store and the moment.
            guarded_elsewhere: a gateway in front checks everybody; the door stays open.
        """
        self._app = app
        self._desk_of = desk_of
        self._is_open = guarded_elsewhere

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or send it to the page for codes."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        elsewhere = is_elsewhere(scope) and not self._is_open
        marked = _marked(scope, elsewhere=elsewhere)
        refusal = None if self._is_open else await self._refusal(marked, elsewhere=elsewhere)
        if refusal is None:
            await self._app(marked, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _REFUSED})
        else:
            await refusal(marked, receive, send)

    async def _refusal(self, scope: Scope, *, elsewhere: bool) -> Response | None:
        """Return how a request is turned away; None when it may go on."""
        if _is_foreign(scope):
            return _FORBIDDEN
        if not elsewhere or (scope["type"] == "http" and _is_for_all(scope["path"])):
            return None
        token = cookie_parser(Headers(scope=scope).get("cookie", "")).get(DEVICE_COOKIE)
        device = await run_in_threadpool(self._device, token)
        if device and _may(device, scope):
            return None
        if scope["type"] == "http" and scope["method"] == "GET":
            return RedirectResponse(pairing.HOME, status_code=303)
        return _FORBIDDEN

    def _device(self, token: str | None) -> Device | None:
        desk = self._desk_of("")
        return device_of(desk.cases, token, desk.now)


def is_elsewhere(scope: Scope) -> bool:
    """Tell whether a request is passed on, from another machine, or for another name."""
    headers, client = Headers(scope=scope), scope.get("client")
    if client is None or any(name in headers for name in _PASSED_ON):
        return True
    try:
        address = ip_address(client[0])
        _refuse_names(headers.get("host"))
    except ValueError:
        return True
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return not (mapped or address).is_loopback


def _refuse_names(host: str | None) -> None:
    """Let only an address and `localhost` stand for this computer.

    Every other name may belong to a site that points it here, so that its page in the browser
    of the chair could read our answers as its own.

    Raises:
        ValueError: it is another name.
    """
    name = urlsplit(f"//{host}").hostname or ""
    if host is not None and name != "localhost":
        ip_address(name)


def _is_foreign(scope: Scope) -> bool:
    """Tell whether a page of another site opens the line on which the screens live.

    The platform would ask the internet for its own address before it says no.
    """
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if scope["type"] != "websocket" or origin is None:
        return False
    return origin.partition("://")[2] != headers.get("host")


def _marked(scope: Scope, *, elsewhere: bool) -> Scope:
    """Tell the screens that a request comes from this computer; nobody else can say so."""
    marked = {**scope, "headers": list(scope["headers"])}
    headers = MutableHeaders(scope=marked)
    del headers[HERE]
    if not elsewhere:
        headers[HERE] = "1"
    return marked


def _is_for_all(path: str) -> bool:
    is_typeface = path.startswith(_TYPEFACES) and "/" not in path.removeprefix(_TYPEFACES)
    return path in _OPEN or is_typeface


def _may(device: Device, scope: Scope) -> bool:
    """A device takes part in one case, and a beamer only shows it."""
    asked = QueryParams(scope["query_string"]).get("casus", device.reference)
    if asked != device.reference:
        return False
    path: str = scope["path"]
    shows = scope["type"] == "http" and (path == _BEAMER or path.startswith(f"{_BEAMER}/"))
    return device.role is DeviceRole.NOTE_TAKER or shows
