from datetime import date

from casusanalyse.store.cases import CaseStore
from tests.builders import a_case
from tests.pages.conftest import Open
from tests.pages.screen import press, put, save, screen_of, told_to, troubles

REFERENCE = "2026-0001"


def test_the_front_page_saves_itself(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("intake", a_case())
    screen = save(screen, "intake", "intake/intake/question", "Wat helpt?")
    save(screen, "intake", "intake/intake/planned_on", "17-11-2026")
    intake = cases.get(REFERENCE).intake
    assert (intake.question, intake.planned_on) == ("Wat helpt?", date(2026, 11, 17))


def test_half_a_date_is_refused_beside_its_field(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("intake", a_case())
    screen = save(screen, "intake", "intake/intake/planned_on", "november 2026")
    (trouble,) = troubles(screen, "intake")
    assert trouble == {
        "text": "Kies hier een hele datum, bijvoorbeeld 17-11-2026.",
        "clash": False,
    }
    assert cases.get(REFERENCE).intake.planned_on is None


def test_an_organisation_is_added_agrees_and_goes(open_page: Open, cases: CaseStore) -> None:
    screen = put(open_page("intake", a_case()), "organisation", "Wijkteam Noord, gemeente")
    (one,) = cases.get(REFERENCE).organisations
    assert (one.name, one.takes_part) == ("Wijkteam Noord", False)
    screen = save(screen, "organisations", f"organisations/{one.key}/takes_part", True)
    assert cases.get(REFERENCE).organisations[0].takes_part is True
    screen = press(screen, "organisations", one.key, "remove")
    assert cases.get(REFERENCE).organisations == ()
    assert told_to(screen, "organisations")["blocks"] == []


def test_the_session_begins_at_the_first_step(open_page: Open) -> None:
    screen = open_page("intake", a_case())
    begin = next(one for one in screen.button if one.proto.type == "primary")
    assert screen_of(begin.click().run()) == "checkin"
