import gzip
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse

from casusanalyse.web.compression import Compression
from tests.unit.web.asking import ask, run

SCRIPT = "const regel = 1;\n" * 1_000


@pytest.fixture
def server(tmp_path: Path) -> Compression:
    folder = tmp_path / "static"
    (folder / "js").mkdir(parents=True)
    (folder / "js" / "a.js").write_text(SCRIPT, "utf-8")
    (folder / "b.css").write_text("p { margin: 0 }", "utf-8")
    (folder / "c.png").write_bytes(b"png")
    (tmp_path / "geheim.js").write_text("geheim", "utf-8")
    return Compression(PlainTextResponse("passed on"), folder)


def passed_on(server: Compression, path: str, **asked: str) -> bool:
    return ask(server, path, **({"accept_encoding": "gzip"} | asked)).body == b"passed on"


def test_a_script_travels_small_and_arrives_whole(server):
    answer = ask(server, "/static/js/a.js", accept_encoding="gzip, br")
    assert gzip.decompress(answer.body).decode() == SCRIPT
    assert len(answer.body) * 10 < len(SCRIPT)
    assert answer.status == 200
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == "text/javascript"
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.headers["vary"] == "Accept-Encoding"


def test_a_style_is_a_style(server):
    answer = ask(server, "/static/b.css", accept_encoding="gzip")
    assert answer.headers["content-type"] == "text/css"


def test_what_was_compressed_once_stays_in_memory(server, tmp_path):
    first = ask(server, "/static/b.css", accept_encoding="gzip")
    (tmp_path / "static" / "b.css").write_text("p { margin: 1 }", "utf-8")
    assert ask(server, "/static/b.css", accept_encoding="gzip").body == first.body


@pytest.mark.parametrize(
    "path",
    [
        "/static/c.png",
        "/static/nergens.js",
        "/static/js",
        "/static/../geheim.js",
        "/static//../geheim.js",
        "/static/js/../../geheim.js",
        "/anders/b.css",
        "/b.css",
        "/static/",
    ],
)
def test_nothing_else_is_answered_here(server, path):
    assert passed_on(server, path)


def test_who_cannot_unpack_gets_the_plain_file(server):
    assert passed_on(server, "/static/b.css", accept_encoding="identity")


@pytest.mark.parametrize("method", ["HEAD", "POST"])
def test_only_a_get_is_answered_here(server, method):
    assert passed_on(server, "/static/b.css", method=method)


def test_a_link_out_of_the_folder_is_not_followed(server, tmp_path):
    (tmp_path / "static" / "door.js").symlink_to(tmp_path / "geheim.js")
    assert passed_on(server, "/static/door.js")


def test_a_socket_passes_untouched(tmp_path):
    seen = []

    async def app(scope, receive, send):
        seen.append(scope)

    run(Compression(app, tmp_path)({"type": "websocket"}, object(), object()))
    assert seen == [{"type": "websocket"}]
