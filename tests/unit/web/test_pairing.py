import pytest
from starlette.applications import Starlette

from casusanalyse.domain.devices import DeviceRole
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.devices import DEVICE_COOKIE, devices_of, make_code
from casusanalyse.web.form import POLICY
from casusanalyse.web.pairing import pairing_routes
from tests.unit.web.asking import Visitor, any_case

WRONG = "Deze code klopt niet, of niet meer."


@pytest.fixture
def visitor(desk: Desk) -> Visitor:
    return Visitor(Starlette(routes=pairing_routes(any_case(desk))))


def test_the_page_asks_for_a_code_and_says_nothing_of_any_case(desk, visitor):
    page = visitor.get("/koppelen")
    assert page.headers["content-security-policy"] == POLICY
    assert page.headers["cache-control"] == "no-store"
    words = page.body.decode()
    assert 'name="code"' in words
    assert [one for one in ("Vlinder", desk.reference, "<script") if one in words] == []


@pytest.mark.parametrize(
    ("role", "start"),
    [
        (DeviceRole.BEAMER, "/beamer?casus=2026-0001"),
        (DeviceRole.NOTE_TAKER, "/?casus=2026-0001"),
    ],
)
def test_the_right_code_pairs_once_with_a_cookie_no_script_reads(desk, visitor, role, start):
    code = make_code(desk, role)
    typed = f" {code[:3].lower()} {code[3:]}"
    page = visitor.post("/koppelen", code=typed)
    assert f'href="{start}"' in page.body.decode()
    value, *rest = visitor.newest.split("; ")
    assert value.startswith(f"{DEVICE_COOKIE}=")
    assert sorted(rest) == ["HttpOnly", "Max-Age=86400", "Path=/", "SameSite=strict"]
    assert [one.role for one in devices_of(desk)] == [role]
    again = Visitor(visitor.app).post("/koppelen", code=code)
    assert WRONG in again.body.decode()


def test_every_code_that_opens_nothing_gets_the_same_page(desk, visitor):
    make_code(desk, DeviceRole.BEAMER)
    pages = {visitor.post("/koppelen", code=code).body for code in ("", "ZZZZZZ", "x" * 500)}
    assert len(pages) == 1
    assert WRONG in pages.pop().decode()
    assert visitor.cookies == {}


def test_after_ten_wrong_codes_the_right_one_gets_that_page_too(desk, visitor):
    code = make_code(desk, DeviceRole.BEAMER)
    wrong = [visitor.post("/koppelen", code="ZZZZZZ").body for _ in range(10)][-1]
    assert visitor.post("/koppelen", code=code).body == wrong
    assert devices_of(desk) == ()


def test_a_device_leaves_by_itself(desk, visitor):
    visitor.post("/koppelen", code=make_code(desk, DeviceRole.NOTE_TAKER))
    page = visitor.post("/koppelen/los")
    assert 'name="code"' in page.body.decode()
    assert devices_of(desk) == ()
    assert "Max-Age=0" in visitor.newest
