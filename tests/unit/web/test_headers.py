import base64
import hashlib

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse, StreamingResponse

from casusanalyse.web.headers import Headers, content_security_policy
from tests.unit.web.asking import ask, run

PAGE = (
    '<html lang="en"><script>start()</script><script src="/a.js"></script>'
    '<script type="module">\nmore()\n</script></html>'
)


def rules(policy: str) -> dict[str, list[str]]:
    parts = (rule.split() for rule in policy.split(";"))
    return {name: values for name, *values in parts}


def sha(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_the_policy_lets_in_exactly_the_scripts_of_the_first_page():
    assert rules(content_security_policy(PAGE))["script-src"] == [
        "'self'",
        "blob:",
        sha("start()"),
        sha("\nmore()\n"),
    ]


@pytest.mark.parametrize("rule", ["default-src", "connect-src", "form-action", "base-uri"])
def test_nothing_leaves_for_another_server(rule):
    assert rules(content_security_policy(PAGE))[rule] == ["'self'"]


@pytest.mark.parametrize("rule", ["object-src", "frame-ancestors"])
def test_no_plug_in_and_no_foreign_frame(rule):
    assert rules(content_security_policy(PAGE))[rule] == ["'none'"]


def test_no_rule_lets_the_whole_internet_in():
    told = [
        value for values in rules(content_security_policy(PAGE)).values() for value in values
    ]
    assert not {"*", "http:", "https:", "'unsafe-eval'"} & set(told)
    assert "'unsafe-inline'" not in rules(content_security_policy(PAGE))["script-src"]


@pytest.mark.parametrize(
    "answer", [HTMLResponse(PAGE), PlainTextResponse("ok", status_code=404)]
)
def test_every_answer_carries_the_headers(answer):
    headers = ask(Headers(answer, "default-src 'self'"), "/").headers
    assert headers["content-security-policy"] == "default-src 'self'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["permissions-policy"] == "camera=(), microphone=(), geolocation=()"


@pytest.mark.parametrize(
    ("said", "kept"), [({}, "no-store"), ({"cache-control": "max-age=9"}, "max-age=9")]
)
def test_what_does_not_say_that_it_may_be_kept_is_kept_nowhere(said, kept):
    answer = ask(Headers(PlainTextResponse("verslag", headers=said), ""), "/media/x.docx")
    assert answer.headers["cache-control"] == kept


def test_the_first_page_is_marked_as_dutch_with_the_right_length():
    answer = ask(Headers(HTMLResponse(PAGE), ""), "/")
    assert answer.body.decode() == PAGE.replace('lang="en"', 'lang="nl"')
    assert answer.headers["content-length"] == str(len(answer.body))


def test_only_pages_are_marked():
    assert ask(Headers(PlainTextResponse(PAGE), ""), "/").body.decode() == PAGE
    packed = HTMLResponse(PAGE, headers={"content-encoding": "gzip"})
    assert ask(Headers(packed, ""), "/").body.decode() == PAGE


def test_a_page_in_parts_comes_out_whole():
    async def parts():
        for part in ('<html lang="en">', "<p>een</p>", "<p>twee</p></html>"):
            yield part.encode()

    answer = ask(Headers(StreamingResponse(parts(), media_type="text/html"), ""), "/")
    assert answer.body == b'<html lang="nl"><p>een</p><p>twee</p></html>'


def test_a_socket_passes_untouched():
    seen = []

    async def app(scope, receive, send):
        seen.append((scope, receive, send))

    call = ({"type": "websocket"}, object(), object())
    run(Headers(app, "")(*call))
    assert seen == [call]
