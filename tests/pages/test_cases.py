from casusanalyse.domain.intake import INTAKE_KEY, Intake
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case
from tests.pages.conftest import Open
from tests.pages.screen import press, put, screen_of, shown, told_to

VLINDER = a_case()
MEREL = a_case(
    key="case-2",
    reference="2026-0002",
    intake=Intake(key=INTAKE_KEY, working_name="Merel", municipality="Één dorp"),
)


def titles(screen) -> list[str]:
    return [block["title"] for block in told_to(screen, "cases")["blocks"]]


def two_cases(open_page: Open):
    open_page("cases", VLINDER)
    return open_page("cases", MEREL)


def test_a_name_begins_a_case_and_opens_its_preparation(
    open_page: Open, cases: CaseStore
) -> None:
    screen = put(open_page("cases"), "case", " Vlinder ")
    assert [line.intake.working_name for line in cases.intakes()] == ["Vlinder"]
    assert told_to(screen, "top")["brand"]["title"] == "Vlinder"
    assert "intake" in {block["key"] for block in told_to(screen, "intake")["blocks"]} | {
        "intake"
    }


def test_a_case_without_a_name_is_refused_and_the_line_stays(open_page: Open) -> None:
    screen = put(open_page("cases"), "case", "  ")
    assert told_to(screen, "entry-case")["trouble"].startswith("Geef het kind eerst")
    assert screen_of(screen) == "cases"


def test_cases_are_found_by_any_word_without_accents(open_page: Open) -> None:
    screen = two_cases(open_page)
    assert titles(screen) == ["Merel", "Vlinder"]
    assert titles(screen.text_input(key="search").input("een DORP").run()) == ["Merel"]


def test_a_search_without_a_hit_says_so(open_page: Open) -> None:
    screen = two_cases(open_page).text_input(key="search").input("zeemeeuw").run()
    assert titles(screen) == []
    assert "0 casussen" in shown(screen)


def test_a_case_is_opened_at_the_first_step(open_page: Open) -> None:
    screen = press(two_cases(open_page), "cases", "2026-0001", "open")
    assert screen_of(screen) == "checkin"
    assert told_to(screen, "top")["brand"]["title"] == "Vlinder"


def test_a_case_is_put_away_and_brought_back(open_page: Open) -> None:
    screen = press(two_cases(open_page), "cases", "2026-0001", "archive")
    assert titles(screen) == ["Merel"]
    screen = screen.toggle(key="archived").set_value(True).run()
    assert titles(screen) == ["Vlinder"]
    screen = press(screen, "cases", "2026-0001", "unarchive")
    assert titles(screen) == []


def test_a_case_that_is_gone_is_said_kindly(open_page: Open, cases: CaseStore) -> None:
    screen = two_cases(open_page)
    cases.destroy("2026-0001")
    screen = press(screen, "cases", "2026-0001", "archive")
    assert "Deze casus staat hier niet of niet meer" in shown(screen)
