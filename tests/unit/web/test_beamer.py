import json
import logging
import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from casusanalyse.domain.change import Put
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.usecases import beamer as usecase
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.sitting import press_stop, show
from casusanalyse.web.beamer import POLICY, beamer_routes
from casusanalyse.web.headers import Headers
from tests.builders import an_event
from tests.unit.web.asking import Answer, any_case, ask

STRICT = "frame-ancestors 'none'"


@pytest.fixture
def app(desk: Desk) -> Starlette:
    return Starlette(
        routes=beamer_routes(any_case(desk, who="meekijker")),
        middleware=[Middleware(Headers, policy=STRICT)],
    )


def picture(app: Starlette, desk: Desk, seen: str = "") -> Answer:
    return ask(app, f"/beamer/beeld?casus={desk.reference}&na={seen}")


def test_the_page_is_dutch_bears_no_script_and_says_nothing_of_the_case(app, desk):
    answer = ask(app, f"/beamer?casus={desk.reference}", accept="text/html")
    page = answer.body.decode()
    assert answer.status == 200
    assert '<html lang="nl">' in page
    assert re.findall("<title>(.*)</title>", page) == ["Beamer"]
    assert re.findall(r"<script(?![^>]*src=)|<style| on\w+=|style=", page) == []
    assert desk.reference not in page
    assert answer.headers["cache-control"] == "no-store"


def test_only_the_beamer_may_lie_in_a_window_of_ours(app):
    assert ask(app, "/beamer").headers["content-security-policy"] == POLICY
    assert POLICY.endswith("frame-ancestors 'self'")
    other = ask(app, "/beamer/beeld").headers["content-security-policy"]
    assert other == STRICT


@pytest.mark.parametrize(
    ("name", "kind"), [("beamer.js", "text/javascript"), ("beamer.css", "text/css")]
)
def test_the_page_finds_all_it_asks_for(app, name, kind):
    assert f"/beamer/{name}" in ask(app, "/beamer").body.decode()
    answer = ask(app, f"/beamer/{name}")
    assert (answer.status, answer.headers["content-type"].partition(";")[0]) == (200, kind)


@pytest.mark.parametrize("path", ["/beamer/page.html", "/beamer/../headers.py", "/beamer/x.js"])
def test_no_other_file_is_served(app, path):
    assert ask(app, path).status == 404


def test_a_new_picture_comes_once_and_then_nothing_until_something_changes(app, desk):
    first = picture(app, desk)
    told = json.loads(first.body)
    assert (first.status, first.headers["cache-control"]) == (200, "no-store")
    assert sorted(told) == ["alt", "dark", "stand", "stopped", "svg"]
    assert told["svg"].startswith("<svg ")
    again = picture(app, desk, told["stand"])
    assert (again.status, again.body, again.headers["cache-control"]) == (204, b"", "no-store")
    show(desk, Scene(kind=SceneKind.AGREEMENTS, step=2))
    assert json.loads(picture(app, desk, told["stand"]).body)["alt"] != told["alt"]


def test_a_stop_is_told_as_a_stop(app, desk):
    press_stop(desk)
    told = json.loads(picture(app, desk).body)
    assert (told["stopped"], told["dark"]) == (True, True)


@pytest.mark.parametrize("asked", ["", "?casus=", "?casus=2026-9999"])
def test_without_a_case_there_is_one_calm_sentence(app, asked):
    told = json.loads(ask(app, f"/beamer/beeld{asked}").body)
    assert told["alt"] == "Er is nog geen casus open."
    joined = "&" if asked else "?"
    assert ask(app, f"/beamer/beeld{asked}{joined}na={told['stand']}").status == 204


def test_a_picture_that_cannot_be_drawn_leaves_the_last_one_and_no_content_in_the_log(
    app, desk, caplog, monkeypatch
):
    event = an_event("2020-01-01", "mijn geheim")
    desk.write("add_event", Put(event))

    def broken(case, _scene, _today):
        raise ValueError(case.events[0].title)

    monkeypatch.setitem(usecase._DRAWN, SceneKind.QUESTION, broken)
    with caplog.at_level(logging.DEBUG):
        told = json.loads(picture(app, desk).body)
    assert told == {"stand": told["stand"], "svg": ""}
    assert picture(app, desk, told["stand"]).status == 204
    assert re.fullmatch(r"beamer: ValueError at test_beamer.py:\d+ broken", caplog.messages[-1])
    assert "geheim" not in caplog.text
