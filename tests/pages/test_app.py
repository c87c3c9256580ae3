"""Every page opens, whatever is in the case, and nobody lands on a page without a case."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from casusanalyse.domain.insight import Coding
from casusanalyse.domain.timeline import Period, Tie
from casusanalyse.domain.vocabulary import Lane, TieKind
from casusanalyse.store.casefile import read_case
from casusanalyse.store.cases import CaseStore
from casusanalyse.ui.navigation import REGION_SCREENS, SCREENS
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.drafts import keep_draft
from tests.builders import a_case, a_span, an_event
from tests.generator import a_generated_case
from tests.pages.conftest import APP, BEGUN, Open
from tests.pages.screen import parts, put, screen_of, shown, tell, told_to

SAMPLES = sorted((APP.parent / "sample_cases").glob("*.json"))
OF_NO_CASE = {"cases", "manual", *REGION_SCREENS}
OF_A_CASE = [screen for screen in SCREENS if screen not in OF_NO_CASE]


def opened(screen: AppTest, page: str) -> bool:
    """The right screen, whole, without a traceback."""
    assert [one.message for one in screen.exception] == []
    return screen_of(screen) == page


@pytest.mark.parametrize("page", SCREENS)
def test_a_page_opens_on_an_empty_case(open_page: Open, page: str) -> None:
    assert opened(open_page(page, a_case()), page)


@pytest.mark.parametrize("page", SCREENS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.stem)
def test_a_page_opens_on_a_sample_case(open_page: Open, page: str, sample: Path) -> None:
    assert opened(open_page(page, read_case(sample.read_bytes())), page)


@pytest.mark.parametrize("page", SCREENS)
def test_a_page_opens_on_a_case_of_500_events(open_page: Open, page: str) -> None:
    assert opened(open_page(page, a_generated_case(events=500)), page)


@pytest.mark.parametrize("page", SCREENS)
def test_a_page_opens_on_the_screen_of_a_projector(open_page: Open, page: str) -> None:
    case = a_generated_case(events=20)
    assert opened(open_page(page, case, wide=True), page)


ODD = a_case(
    an_event("2019-05-01", "<b>&amp;", key="e1", what="<script>alert(1)</script>"),
    an_event("1801-01-01", "  ", key="e2"),
    an_event("2199-12-31", "é" * 200, key="e3", when=None, said="<i>ooit</i>"),
    periods=(
        Period(key="q1", lane=Lane.STAY, kind="kasteel"),
        Period(key="q2", lane=Lane.FRAME, kind="", when=a_span("2019-05-01", ongoing=True)),
        Period(key="q3", lane=Lane.INVOLVEMENT, party="weg", title="<hr>"),
    ),
    ties=(Tie(key="t1", a="weg", b="ook-weg", kind=TieKind.TENSION),),
)


@pytest.mark.parametrize("page", SCREENS)
def test_a_page_opens_on_a_case_with_odd_words_and_loose_ends(
    open_page: Open, page: str
) -> None:
    screen = open_page(page, ODD, event="e1")
    assert opened(screen, page)
    assert "<script>alert" not in "".join(one.proto.body for one in screen.get("html"))


@pytest.mark.parametrize("page", ["insights", "report"])
def test_a_page_opens_on_a_case_with_a_code_the_book_does_not_have(
    open_page: Open, page: str
) -> None:
    coded = a_case(codings=(Coding(key="c1", code="REGIO-1", own_words="eigen code"),))
    screen = open_page(page, coded)
    if page == "insights":
        screen = screen.button_group(key="insights-part").set_value("codes").run()
    assert opened(screen, page)


@pytest.mark.parametrize("page", OF_A_CASE)
def test_half_typed_lines_stand_in_nobodys_way(
    open_page: Open, cases: CaseStore, page: str
) -> None:
    screen = open_page("cases", a_case())
    desk = Desk(cases=cases, reference="2026-0001", now=BEGUN)
    for name in ("event", "agreement_today", "insight"):
        keep_draft(desk, name, "half")
    screen.session_state["ca.reference"] = "2026-0001"
    screen.session_state["ca.go"] = page
    assert opened(screen.run(), page)


@pytest.mark.parametrize("page", OF_A_CASE)
def test_somebody_without_a_case_is_sent_to_the_list(open_page: Open, page: str) -> None:
    screen = open_page(page)
    assert opened(screen, "cases")
    assert "entry-case" in parts(screen)
    assert "Deze casus staat hier niet" not in shown(screen)


@pytest.mark.parametrize("page", OF_A_CASE)
def test_a_page_opened_by_itself_stops_at_the_front_door(cases: CaseStore, page: str) -> None:
    """A lone page knows no front door here; what counts is that it shows nothing itself."""
    screen = AppTest.from_file(APP.parent / "pages" / f"{page}.py", default_timeout=60)
    screen.query_params["casus"] = "2026-0001"
    screen.run()
    kept = (screen.session_state["ca.go"], screen.session_state["ca.reference"])
    assert kept == (page, "2026-0001")
    assert parts(screen) == []


@pytest.mark.parametrize("page", OF_A_CASE)
def test_somebody_with_a_case_that_is_gone_reads_so_on_the_list(
    open_page: Open, page: str
) -> None:
    screen = open_page(page, reference="2026-9999")
    assert opened(screen, "cases")
    assert "Deze casus staat hier niet of niet meer" in shown(screen)


@pytest.mark.parametrize("page", SCREENS)
def test_the_bar_leads_to_every_page(open_page: Open, page: str) -> None:
    assert opened(tell(open_page("together", a_case()), "top", go=page), page)


def test_the_bar_takes_back_and_does_again(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("timeline", a_case())
    assert not told_to(screen, "top")["undo"]["on"]
    screen = put(screen, "event", "2019 melding")
    assert "gebeurtenis toegevoegd" in told_to(screen, "top")["undo"]["says"]
    screen = tell(screen, "top", undo=True)
    assert cases.get("2026-0001").events == ()
    tell(screen, "top", redo=True)
    assert [one.title for one in cases.get("2026-0001").events] == ["Melding"]


def test_the_bar_says_who_the_case_is_about_and_where_somebody_is(open_page: Open) -> None:
    bar = told_to(open_page("family", a_case()), "top")
    assert bar["brand"]["title"] == "Vlinder"
    assert [step["on"] for step in bar["steps"]] == [False, False, True, False, False]
