from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from casusanalyse.domain.change import Put
from casusanalyse.domain.summary import MunicipalityKind, SeenCode
from casusanalyse.domain.vocabulary import Layer
from casusanalyse.store.cases import CaseStore
from casusanalyse.ui.clock import now
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.release import offer, release
from tests.pages.conftest import Open
from tests.pages.screen import fields, parts, press, save, screen_of, shown, told_to
from tests.unit.report.full_case import full_case
from tests.unit.usecases.finished import final_again, finish, note, reopened

SENTENCE = "Als wij haast hadden, volgde weer een andere plek."
NAMED = "Met Mirjam raakten wij de lijn kwijt."


@pytest.fixture
def desk(cases: CaseStore, open_page: Open) -> Desk:
    """The chair, with a case whose report was just made final."""
    open_page("feedback", full_case(events=4))
    desk = Desk(cases=cases, reference="2026-0014", now=now())
    finish(desk)
    return desk


@pytest.fixture
def screen(desk: Desk, open_page: Open) -> AppTest:
    return open_page("release", reference=desk.reference)


def labels(screen: AppTest, sheet: str) -> dict[str, object]:
    return {one["label"]: one["value"] for one in fields(screen, sheet)}


def actions(screen: AppTest, sheet: str) -> list[str]:
    return [
        action["says"]
        for block in told_to(screen, sheet)["blocks"]
        for action in block["actions"]
    ]


def tick(screen: AppTest, sheet: str, field: str, *, value: bool = True) -> AppTest:
    return save(screen, sheet, field, value)


def summary(desk: Desk):
    return next(iter(desk.cases.summaries.all("")), None)


def test_before_the_report_is_final_it_says_how_far_it_is(open_page: Open) -> None:
    screen = open_page("release", full_case(events=2))

    assert "Vrijgeven kan als het verslag definitief is." in shown(screen)
    assert "Concept" in shown(screen)
    screen.button(key="release-to-feedback").click().run()
    assert screen_of(screen) == "feedback"


def test_every_line_says_in_plain_words_what_leaves(screen: AppTest) -> None:
    assert labels(screen, "release-about") == {
        "Het kind woonde: kleinschalig verblijf of leefgroep": True
    }
    codes = labels(screen, "release-codes")
    assert codes["Van plek naar plek · laag: gezin"] is True
    assert codes["Druk op de stopknop · laag: professional"] is False  # without a star
    assert codes["met het aantal gebeurtenissen (2)"] is False
    assert (
        labels(screen, "release-figures")["Naar een zwaardere plek: een of twee keer"] is True
    )


def test_the_screen_shows_beforehand_exactly_what_the_region_gets(
    screen: AppTest, desk: Desk
) -> None:
    screen = tick(screen, "release-codes", "number code/D12")
    screen = tick(screen, "release-codes", "line code/KG5", value=False)
    before = shown(screen).partition("Dit ziet de regio")[2]

    assert (
        "voor voelen en denken is geen tijd · laag: professional · 2 gebeurtenissen" in before
    )
    assert "Van plek naar plek" not in before
    assert summary(desk) is None
    screen.button(key="release-give").click().run()
    assert SeenCode(code="D12", layer=Layer.PROFESSIONAL, evidence=2) in summary(desk).codes
    assert "KG5" not in [one.code for one in summary(desk).codes]


def test_the_button_says_how_many_lines_go(screen: AppTest) -> None:
    for one in fields(screen, "release-codes"):
        if one["id"].startswith("line"):
            screen = tick(screen, "release-codes", one["id"], value=False)
    for name in ("about", "figures"):
        for one in fields(screen, f"release-{name}"):
            screen = tick(screen, f"release-{name}", one["id"], value=False)

    assert [one.label for one in screen.button if one.key == "release-give"] == []
    assert "Nog niets. Kies links een regel." in shown(screen)
    screen = tick(screen, "release-codes", "line code/KG5")
    assert screen.button(key="release-give").label == "Geef 2 regels vrij"  # and the quarter


def test_afterwards_it_says_when_and_every_line_can_be_taken_back(
    screen: AppTest, desk: Desk
) -> None:
    screen = screen.button(key="release-give").click().run()
    assert "Vrijgegeven op " in shown(screen)
    assert "Neem terug: Van plek naar plek · laag: gezin" in actions(screen, "release-codes")

    screen = press(screen, "release-codes", "code/KG5", "take")
    assert "KG5" not in [one.code for one in summary(desk).codes]
    assert labels(screen, "release-codes")["Van plek naar plek · laag: gezin"] is False
    assert "1 regel teruggenomen." in shown(screen)

    screen.button(key="release-take-all").click().run()
    assert summary(desk) is None


def test_the_size_of_the_municipality_becomes_a_line(screen: AppTest, desk: Desk) -> None:
    field = "notes/region-municipality/text"
    screen = save(screen, "release-municipality", field, "large")
    assert labels(screen, "release-about")["Gemeente: grote gemeente"] is True

    screen.button(key="release-give").click().run()
    assert summary(desk).municipality is MunicipalityKind.LARGE


def test_a_sentence_is_typed_looked_at_and_only_then_chosen(
    screen: AppTest, desk: Desk
) -> None:
    screen = save(screen, "words-region-i1", "notes/region-i1/text", NAMED)
    assert "pick-region-i1" in parts(screen)
    assert labels(screen, "pick-region-i1") == {}
    (mark,) = fields(screen, "marks-region-i1")
    assert (mark["label"], mark["value"]) == ("‘Mirjam’ (moeder) wijst niemand aan", False)

    screen = tick(screen, "marks-region-i1", mark["id"])
    (chosen,) = fields(screen, "pick-region-i1")
    assert chosen["value"] is False
    screen = tick(screen, "pick-region-i1", chosen["id"])
    assert f"‘{NAMED}’" in shown(screen).partition("Dit ziet de regio")[2]
    screen.button(key="release-give").click().run()
    assert [one.text for one in summary(desk).words] == [NAMED]


def test_a_sentence_that_changes_after_it_was_chosen_has_to_be_chosen_again(
    screen: AppTest, desk: Desk
) -> None:
    screen = save(screen, "words-region-i1", "notes/region-i1/text", SENTENCE)
    screen = tick(screen, "pick-region-i1", "line words/i1")
    screen = save(screen, "words-region-i1", "notes/region-i1/text", SENTENCE + " Altijd.")

    assert [one["value"] for one in fields(screen, "pick-region-i1")] == [False]
    screen.button(key="release-give").click().run()
    assert summary(desk).words == ()


def test_words_of_the_case_stand_beside_the_field_and_do_not_leave(
    screen: AppTest, desk: Desk
) -> None:
    assert "Dit blijft in de casus Elke keer als wij haast hadden" in shown(screen)
    screen.button(key="release-give").click().run()
    assert summary(desk).words == ()


def test_quotes_are_shown_when_somebody_asks_for_them(desk: Desk, open_page: Open) -> None:
    assert "Ik vroeg zelf om hulp." not in shown(open_page("release", reference=desk.reference))
    note(desk, "region-perspectives-v1", "Hulp vragen kostte moed.")

    assert "Ik vroeg zelf om hulp." in shown(open_page("release", reference=desk.reference))


def test_an_opened_report_says_that_the_release_stays(desk: Desk, open_page: Open) -> None:
    release(desk, [line for line in offer(desk) if line.id == "code/KG5"])
    reopened(desk)
    stays = "Het verslag is heropend. De vrijgave blijft zoals ze was."

    assert stays in shown(open_page("feedback", reference=desk.reference))
    screen = open_page("release", reference=desk.reference)
    assert stays in shown(screen)
    assert "Nog niets" not in shown(screen)
    assert {"release-codes", "release-figures"} & set(parts(screen)) == {"release-codes"}
    press(screen, "release-codes", "code/KG5", "take")
    assert summary(desk) is None


def test_a_report_that_is_final_again_shows_what_changed(desk: Desk, open_page: Open) -> None:
    release(desk, [line for line in offer(desk) if line.id in {"code/KG5", "code/D12"}])
    reopened(desk)
    final_again(desk)
    desk.write("write_codings", Put(replace(desk.case().codings[0], layer=Layer.REGION)))
    screen = open_page("release", reference=desk.reference)

    assert "opnieuw definitief gemaakt" in shown(screen)
    (block,) = [
        one for one in told_to(screen, "release-codes")["blocks"] if one["key"] == "code/KG5"
    ]
    assert block["lines"] == [
        "Van plek naar plek · laag: regio",
        "Bij de regio staat: Van plek naar plek · laag: gezin",
    ]
    screen = tick(screen, "release-codes", "line code/KG5")
    screen.button(key="release-give").click().run()
    assert {one.code: one.layer for one in summary(desk).codes} == {
        "KG5": Layer.REGION,
        "D12": Layer.PROFESSIONAL,
    }


def test_the_final_report_leads_to_the_release(desk: Desk, open_page: Open) -> None:
    screen = open_page("feedback", reference=desk.reference)
    assert "Zonder namen, regel voor regel." in shown(screen)
    screen.button(key="to-release").click().run()
    assert screen_of(screen) == "release"

    done = release(desk, [line for line in offer(desk) if line.id == "code/KG5"])
    screen = open_page("feedback", reference=desk.reference)
    assert f"{len(done.lines)} regels zijn vrijgegeven." in shown(screen)


def test_who_destroys_a_case_may_take_it_back_from_the_region(
    desk: Desk, open_page: Open
) -> None:
    release(desk, [line for line in offer(desk) if line.id == "code/KG5"])
    screen = open_page("cases")
    screen = press(screen, "cases", desk.reference, "archive")
    screen = screen.toggle(key="archived").set_value(True).run()
    screen = press(screen, "cases", desk.reference, "destroy")
    (row,) = told_to(screen, "cases")["blocks"]
    assert "blijft bij de regio" in row["lines"][1]

    press(screen, "cases", desk.reference, "take_along")
    assert (summary(desk), desk.cases.intakes()) == (None, ())


def test_what_was_unticked_after_the_screen_was_drawn_does_not_leave(
    screen: AppTest, desk: Desk
) -> None:
    screen.session_state[f"ca.release.{desk.reference}"] = {"code/KG5": ""}
    screen = screen.button(key="release-give").click().run()

    assert "In de casus veranderde net iets" in shown(screen)
    assert summary(desk) is None


def test_a_sentence_names_only_the_codes_that_are_with_the_region(
    desk: Desk, open_page: Open
) -> None:
    note(desk, "region-i1", SENTENCE)
    release(desk, [line for line in offer(desk) if line.id in {"words/i1", "code/SH6"}])
    screen = open_page("release", reference=desk.reference)
    given = f"‘{SENTENCE}’ · hoort bij: Meer van hetzelfde"
    assert told_to(screen, "pick-region-i1")["blocks"][0]["lines"] == [given]

    screen = press(screen, "release-codes", "code/SH6", "take")
    assert told_to(screen, "pick-region-i1")["blocks"][0]["lines"] == [f"‘{SENTENCE}’"]


def test_a_sentence_that_is_gone_from_the_case_can_still_be_taken_back(
    desk: Desk, open_page: Open
) -> None:
    note(desk, "region-i1", SENTENCE)
    release(desk, [line for line in offer(desk) if line.id == "words/i1"])
    note(desk, "region-i1", "")
    screen = open_page("release", reference=desk.reference)
    assert [one["meta"] for one in told_to(screen, "release-lost")["blocks"]] == [
        "Staat niet meer in de casus."
    ]

    press(screen, "release-lost", "words/i1", "take")
    assert summary(desk) is None
