from datetime import UTC, datetime, timedelta

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from casusanalyse.domain.devices import DeviceRole
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.cases import new_case
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.devices import (
    DEVICE_COOKIE,
    HERE,
    devices_of,
    make_code,
    redeem,
    unpair,
)
from casusanalyse.web.door import Door
from casusanalyse.web.pairing import pairing_routes
from tests.unit.web import asking
from tests.unit.web.asking import Answer, ask, run

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BEAMER, NOTE_TAKER = DeviceRole
PAGES = ("/", "/casussen", "/tijdlijn", "/static/a.js", "/media/x.docx", "/_stcore/upload_file")
SHOWN = ("/beamer", "/beamer/beeld", "/beamer/beamer.js")
FOR_ALL = (
    *("/koppelen", "/telefoon", "/telefoon/stand", "/lettertypen/ahn-400.woff2"),
    *("/lees", "/lees/open", "/lees/reactie", "/lees/beeld", "/lees/lees.js"),
)
SLY = (
    "/telefoonboek",
    "/telefoon/",
    "/telefoon/../",
    "/koppelen/",
    "/lees/",
    "/lees/../",
    "/lees/anders",
    "/leesmap",
    "//koppelen",
    "/lettertypen/../tijdlijn",
    "/lettertypen",
    "/beamerx",
)


@pytest.fixture
def desk(store: CaseStore) -> Desk:
    for name in ("Vlinder", "Mees"):
        new_case(store, working_name=name, now=NOW)
    return Desk(cases=store, reference="2026-0001", now=NOW)


def app(desk: Desk, *, gateway: bool = False, later: timedelta = timedelta()) -> Starlette:
    def desk_of(reference: str) -> Desk:
        return Desk(cases=desk.cases, reference=reference, now=NOW + later)

    async def inside(request: Request) -> PlainTextResponse:
        return PlainTextResponse(f"inside {request.headers.get(HERE, 'elsewhere')}")

    async def line(websocket) -> None:
        await websocket.accept()

    routes = [
        *pairing_routes(desk_of)[:1],
        WebSocketRoute("/_stcore/stream", line),
        Route("/{path:path}", inside, methods=["GET", "POST"]),
    ]
    door = Middleware(Door, desk_of=desk_of, guarded_elsewhere=gateway)
    return Starlette(routes=routes, middleware=[door])


def paired(desk: Desk, role: DeviceRole) -> dict[str, str]:
    token = redeem(desk.cases, make_code(desk, role), NOW)
    return {"host": asking.ELSEWHERE, "cookie": f"{DEVICE_COOKIE}={token}"}


def reached(app: Starlette, *paths: str, **asked: str) -> list[str]:
    """Those of the paths that lie open."""
    return [path for path in paths if ask(app, path, **asked).status == 200]


def sent_to(answer: Answer) -> tuple[int, str]:
    return answer.status, answer.headers.get("location", "")


def line_open(app: Starlette, **asked: str) -> bool:
    """Whether a websocket comes through."""
    sent = []
    host = asked.pop("host", asking.HERE)
    scope = {
        "type": "websocket",
        "path": "/_stcore/stream",
        "query_string": b"",
        "headers": [
            (name.strip("_").encode(), value.encode()) for name, value in asked.items()
        ],
        "client": (host, 50_000),
    }

    async def receive():
        return {"type": "websocket.connect"}

    async def send(message) -> None:
        sent.append(message["type"])

    run(app(scope, receive, send))
    return sent == ["websocket.accept"]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
def test_this_computer_reaches_everything(desk, host):
    every = (*PAGES, *SHOWN, *FOR_ALL)
    assert reached(app(desk), *every, host=host) == list(every)
    assert line_open(app(desk), host=host)


@pytest.mark.parametrize(
    "host", [asking.ELSEWHERE, "10.0.0.7", "fd00::9", "::ffff:192.0.2.33", "unknown"]
)
def test_a_stranger_reaches_only_the_code_the_phones_and_the_typeface(desk, host):
    every = (*PAGES, *SHOWN, *FOR_ALL, *SLY)
    assert reached(app(desk), *every, host=host) == list(FOR_ALL)
    assert not line_open(app(desk), host=host)


def test_a_stranger_is_led_to_the_page_for_codes(desk):
    for path in (*PAGES, *SHOWN):
        assert sent_to(ask(app(desk), path, host=asking.ELSEWHERE)) == (303, "/koppelen")
    posted = ask(app(desk), "/media/x", method="POST", host=asking.ELSEWHERE)
    assert sent_to(posted) == (403, "")


def test_a_beamer_reaches_what_the_beamer_shows(desk):
    beamer = paired(desk, BEAMER)
    every = (*PAGES, *SHOWN, *FOR_ALL, *SLY)
    assert reached(app(desk), *every, **beamer) == [*SHOWN, *FOR_ALL]
    assert not line_open(app(desk), **beamer)


def test_a_note_taker_reaches_the_pages_and_their_line(desk):
    note_taker = paired(desk, NOTE_TAKER)
    every = (*PAGES, *SHOWN, *FOR_ALL)
    assert reached(app(desk), *every, **note_taker) == list(every)
    assert line_open(app(desk), **note_taker)


@pytest.mark.parametrize("role", DeviceRole)
def test_a_device_takes_part_in_its_own_case_only(desk, role):
    device = paired(desk, role)
    mine, other = "/beamer/beeld?casus=2026-0001", "/beamer/beeld?casus=2026-0002"
    assert reached(app(desk), mine, other, **device) == [mine]


def test_a_device_that_was_sent_away_is_a_stranger(desk):
    note_taker = paired(desk, NOTE_TAKER)
    (device,) = devices_of(desk)
    unpair(desk, device.key)
    assert reached(app(desk), *PAGES, **note_taker) == []
    assert not line_open(app(desk), **note_taker)


def test_after_a_day_a_device_is_a_stranger(desk):
    beamer = paired(desk, BEAMER)
    assert reached(app(desk, later=timedelta(hours=24)), "/beamer", **beamer) == []


@pytest.mark.parametrize("header", ["x_forwarded_for", "forwarded", "x_real_ip"])
def test_what_was_passed_on_counts_as_from_elsewhere(desk, header):
    assert reached(app(desk), "/", **{header: "127.0.0.1"}) == []
    assert reached(app(desk), "/", host=asking.ELSEWHERE, **{header: "127.0.0.1"}) == []


def test_behind_a_gateway_the_door_stays_open(desk):
    open_door = app(desk, gateway=True)
    passed_on = ask(open_door, "/", host=asking.ELSEWHERE, x_forwarded_for="192.0.2.9")
    assert passed_on.body == b"inside 1"


def test_only_the_door_says_where_somebody_is(desk):
    assert ask(app(desk), "/", **{HERE: "0"}).body == b"inside 1"
    note_taker = paired(desk, NOTE_TAKER)
    assert ask(app(desk), "/", **note_taker, **{HERE: "1"}).body == b"inside elsewhere"


def test_a_page_of_another_site_gets_no_line(desk):
    ours = {"host_": "127.0.0.1:8501", "origin": "http://127.0.0.1:8501"}
    assert line_open(app(desk), **ours)
    assert not line_open(app(desk), **ours | {"origin": "http://elders.example:8501"})
    assert not line_open(app(desk), **ours | {"origin": "null"})


@pytest.mark.parametrize(
    "name", ["127.0.0.1:8501", "localhost:8501", "LOCALHOST", "[::1]:8501"]
)
def test_this_computer_is_asked_by_its_own_address(desk, name):
    assert reached(app(desk), "/", host_=name) == ["/"]


@pytest.mark.parametrize(
    "name",
    [
        "elders.example:8501",
        "localhost.elders.example",
        "127.0.0.1.elders.example",
        "",
        "[",
        "x@",
    ],
)
def test_a_site_that_points_its_name_at_this_computer_is_a_stranger(desk, name):
    asked = {"host_": name, "origin": f"http://{name}"}
    assert reached(app(desk), *PAGES, *SHOWN, host_=name) == []
    assert not line_open(app(desk), **asked)
