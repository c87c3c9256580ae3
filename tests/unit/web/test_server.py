import gc
from pathlib import Path

import streamlit
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from casusanalyse.domain.problems import Refusal
from casusanalyse.usecases.desk import Desk
from casusanalyse.web import server
from tests.unit.web.asking import ask, run

FIRST_PAGE = Path(streamlit.__file__).parent / "static" / "index.html"


def nobody(_reference: str) -> Desk:
    raise Refusal("unknown_case")


def app(tmp_path: Path) -> Starlette:
    page = tmp_path / "index.html"
    page.write_text('<html lang="en"><script>go()</script></html>', "utf-8")
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "a.js").write_text("go()", "utf-8")

    async def first(_request):
        return HTMLResponse(page.read_text("utf-8"))

    routes = [*server.routes(nobody), Route("/", first)]
    return Starlette(routes=routes, middleware=server.middleware(page, nobody))


def test_the_first_page_is_dutch_and_guarded(tmp_path):
    answer = ask(app(tmp_path), "/")
    assert answer.body == b'<html lang="nl"><script>go()</script></html>'
    assert "sha256-" in answer.headers["content-security-policy"]


def test_compressed_scripts_and_typefaces_are_guarded_too(tmp_path):
    whole = app(tmp_path)
    for path in ("/static/a.js", "/lettertypen/ahn-400.woff2", "/nergens"):
        answer = ask(whole, path, accept_encoding="gzip")
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert (
        ask(whole, "/static/a.js", accept_encoding="gzip").headers["content-encoding"] == "gzip"
    )


def test_the_page_of_the_platform_is_one_we_know_how_to_mark():
    words = FIRST_PAGE.read_text("utf-8")
    assert words.count('<html lang="en">') == 1
    (_, _, compression) = server.middleware(FIRST_PAGE, nobody)
    assert Path(compression.kwargs["folder"]).is_dir()


def test_the_server_is_warm_before_the_first_visitor():
    done = []

    async def live() -> None:
        async with server.warmed_up(lambda: done.append("warm"))(None):
            done.append(gc.get_freeze_count() > 0)

    try:
        run(live())
    finally:
        gc.unfreeze()
    assert done == ["warm", True]
