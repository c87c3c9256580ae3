import json

from starlette.applications import Starlette

from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.parking import park
from casusanalyse.usecases.sitting import show
from casusanalyse.web.pulse import pulse_route
from tests.unit.web.asking import any_case, ask


def app(desk: Desk) -> Starlette:
    return Starlette(routes=[pulse_route(any_case(desk, who="meekijker"))])


def told(desk: Desk) -> tuple[int, int]:
    answer = json.loads(ask(app(desk), f"/stand?casus={desk.reference}").body)
    return answer["case"], answer["sitting"]


def test_work_on_the_case_and_on_the_session_each_raise_their_own_number(desk):
    case, sitting = told(desk)
    park(desk, "brutaal")
    assert told(desk) == (case + 1, sitting)
    show(desk, Scene(kind=SceneKind.FAMILY, step=3))
    assert told(desk) == (case + 1, sitting + 1)


def test_a_case_that_is_not_there_has_no_numbers(desk):
    answer = ask(app(desk), "/stand?casus=2026-9999")
    assert (answer.status, answer.body) == (404, b"")


def test_the_numbers_are_asked_for_every_time(desk):
    answer = ask(app(desk), f"/stand?casus={desk.reference}")
    assert answer.headers["cache-control"] == "no-store"
