from dataclasses import replace

import pytest

from casusanalyse.content.codebook import method_book
from casusanalyse.domain.insight import Coding, Insight
from casusanalyse.domain.participant import Participant
from casusanalyse.store.cases import CaseStore
from casusanalyse.ui.insights import PARTS
from tests.builders import a_case, an_event
from tests.pages.conftest import Open
from tests.pages.screen import press, put, save, shown, tell, told_to
from tests.snapshots import REGION

REFERENCE = "2026-0001"
LINE = a_case(
    an_event("2019-05-01", "Melding", key="e1", is_crucial=True),
    an_event("2020-05-01", "Verhuisd", key="e2", is_crucial=True),
    participants=(Participant(key="d1", name="Ida"),),
)


def at_part(open_page: Open, part: str, **remembered: object):
    screen = open_page("insights", LINE, **remembered)
    return screen.button_group(key="insights-part").set_value(part).run()


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_the_step_opens(open_page: Open, part: str) -> None:
    assert not at_part(open_page, part).exception


def test_a_moment_chosen_on_the_line_asks_then_and_now(
    open_page: Open, cases: CaseStore
) -> None:
    screen = tell(
        open_page("insights", LINE), "overview", open={"shelf": "events", "key": "e1"}
    )
    screen = save(screen, "moment", "moments/e1/knew", "weinig")
    screen = save(screen, "moment", "moments/e1/see_now", "meer")
    (moment,) = cases.get(REFERENCE).moments
    assert (moment.key, moment.knew, moment.see_now) == ("e1", "weinig", "meer")


def test_the_crucial_moments_are_walked_one_by_one(open_page: Open) -> None:
    screen = open_page("insights", LINE, event="e1")
    assert screen.button(key="moment-previous").disabled
    screen = screen.button(key="moment-next").click().run()
    assert told_to(screen, "overview")["chosen"] == "e2"
    assert screen.button(key="moment-next").disabled


def test_a_moment_is_no_longer_one_that_matters(open_page: Open, cases: CaseStore) -> None:
    save(open_page("insights", LINE, event="e1"), "crucial", "events/e1/is_crucial", False)
    assert [one.is_crucial for one in cases.get(REFERENCE).events] == [False, True]


def test_an_insight_is_tied_to_the_open_moment(open_page: Open, cases: CaseStore) -> None:
    screen = put(at_part(open_page, "insights", event="e1"), "insight", "Rust helpt")
    (insight,) = cases.get(REFERENCE).insights
    assert (insight.text, insight.evidence) == ("Rust helpt", ("e1",))
    screen = press(screen, "insights", insight.key, "tie")
    assert cases.get(REFERENCE).insights[0].evidence == ()
    press(screen, "insights", insight.key, "remove")
    assert cases.get(REFERENCE).insights == ()


def test_a_code_is_found_recognised_and_dropped(open_page: Open, cases: CaseStore) -> None:
    screen = at_part(open_page, "codes", event="e1")
    found = told_to(screen, "code-book")["blocks"][0]["key"]
    screen = press(screen, "code-book", found, "choose")
    (coding,) = cases.get(REFERENCE).codings
    assert (coding.code, coding.evidence) == (found, ("e1",))
    screen = save(screen, "codings", f"codings/{coding.key}/own_words", "wij ook")
    assert cases.get(REFERENCE).codings[0].own_words == "wij ook"
    press(screen, "codings", coding.key, "drop")
    assert cases.get(REFERENCE).codings == ()


def test_what_helped_is_asked_under_a_pattern_only(open_page: Open, cases: CaseStore) -> None:
    codings = (Coding(key="c1", code="RO3"), Coding(key="c2", code="W9"))
    screen = open_page("insights", replace(LINE, codings=codings))
    screen = screen.button_group(key="insights-part").set_value("codes").run()
    blocks = told_to(screen, "codings")["blocks"]
    asked = [[one["id"].split("/")[-1] for one in block["fields"]] for block in blocks]
    assert ["helped" in one for one in asked] == [True, False]
    save(screen, "codings", "codings/c1/helped", ["C4", "W9"])
    assert [one.helped for one in cases.get(REFERENCE).codings] == [("W9", "C4"), ()]


def test_the_code_book_is_searched(open_page: Open) -> None:
    screen = at_part(open_page, "codes").text_input(key="code-words").input("zzzz").run()
    assert told_to(screen, "code-book")["blocks"] == []


def test_an_agreement_for_afterwards_says_who_and_when(
    open_page: Open, cases: CaseStore
) -> None:
    put(at_part(open_page, "agreements"), "agreement_afterwards", "Bellen; Ida; voor 1 mei")
    (made,) = cases.get(REFERENCE).agreements
    assert (made.what, made.who, made.due) == ("Bellen", "Ida", "voor 1 mei")


def test_everybody_checks_out(open_page: Open, cases: CaseStore) -> None:
    screen = save(at_part(open_page, "checkout"), "check-out", "participants/d1/learned", "ja")
    press(screen, "place-position_after", "d1", "4")
    one = cases.get(REFERENCE).participants[0]
    assert (one.learned, one.position, one.position_after) == ("ja", None, 4)


def test_an_empty_step_asks_which_moments_mattered(open_page: Open) -> None:
    quiet = a_case(an_event("2019-05-01"), codings=(Coding(key="c1", code="RO3"),))
    assert "Welke momenten deden ertoe?" in shown(open_page("insights", quiet))


def test_what_the_region_saw_is_offered_closed_once_there_is_an_insight(
    open_page: Open, cases: CaseStore
) -> None:
    cases.snapshots.add("", REGION, frozenset())
    screen = at_part(open_page, "insights")
    assert not screen.expander
    screen = put(screen, "insight", "Rust helpt")
    assert [one.label for one in screen.expander] == ["Dit zagen we eerder in onze regio"]
    assert "Herkennen we dit ook?" not in shown(screen)


def test_the_chair_lays_the_findings_beside_the_insights(
    open_page: Open, cases: CaseStore
) -> None:
    cases.snapshots.add("", REGION, frozenset())
    case = replace(
        LINE,
        insights=(Insight(key="i1", text="Rust helpt"),),
        codings=(Coding(key="c1", code="RO3", own_words="Steeds een ander"),),
    )
    screen = open_page("insights", case)
    screen.session_state["earlier"] = True
    screen = screen.button_group(key="insights-part").set_value("codes").run()
    said = shown(screen)
    assert f"Steeds een ander {method_book().label('RO3')}" in said
    assert "In ongeveer 25 van de 40 analyses in onze regio." in said
    assert said.index("Herkennen we dit ook?") > said.index("Steeds een ander")


def test_without_a_snapshot_there_is_nothing_to_lay_beside(open_page: Open) -> None:
    case = replace(LINE, insights=(Insight(key="i1", text="Rust helpt"),))
    screen = open_page("insights", case)
    screen.session_state["earlier"] = True
    screen = screen.button_group(key="insights-part").set_value("insights").run()
    assert "Er is nog niets om ernaast te leggen." in shown(screen)
