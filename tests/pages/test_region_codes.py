import pytest
from streamlit.testing.v1 import AppTest

from casusanalyse.domain.insight import Coding
from casusanalyse.store.cases import CaseStore
from casusanalyse.ui.clock import now
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.codebook_file import codes_as_table
from casusanalyse.usecases.region import RegionDesk
from casusanalyse.usecases.region_codes import (
    add_code,
    merge_code,
    publish_codes,
    work_of,
    write_code,
)
from tests.builders import a_case
from tests.pages.conftest import Open
from tests.pages.screen import fields, press, put, save, shown, told_to, troubles


@pytest.fixture
def region(cases: CaseStore) -> RegionDesk:
    return RegionDesk(cases=cases, region="", now=now())


@pytest.fixture
def ours(region: RegionDesk) -> RegionDesk:
    """The desk of a region with two codes published."""
    add_code(region, "pattern", "Wachten op elkaar", "GV")
    add_code(region, "pattern", "Afwachten")
    publish_codes(region)
    return region


def listed(screen: AppTest) -> list[str]:
    return [block["key"] for block in told_to(screen, "codes")["blocks"]]


def opened(open_page: Open, id_: str) -> AppTest:
    return open_page("region_codes", code_open=id_)


def test_without_own_codes_the_book_of_the_method_shows(open_page: Open) -> None:
    screen = open_page("region_codes")
    assert "Dit is het codeboek van de methode." in shown(screen)
    assert listed(screen)[0] == "AK1"
    assert not [one for one in screen.button if one.key == "publish"]


def test_the_first_code_chooses_the_letters_and_opens(
    open_page: Open, region: RegionDesk
) -> None:
    screen = open_page("region_codes")
    screen = screen.text_input(key="codes-prefix").set_value("gv").run()
    screen = put(screen, "region_code", "Wachten op elkaar")
    assert [one.id for one in work_of(region).drafts] == ["GV-1"]
    screen = save(screen, "code-GV-1", "GV-1/explanation", "Niemand begint.")
    assert work_of(region).book.get("GV-1").explanation == "Niemand begint."
    screen = screen.button(key="code-back").click().run()
    assert listed(screen)[0] == "GV-1"
    assert not [one for one in screen.text_input if one.key == "codes-prefix"]


def test_letters_that_are_taken_leave_the_line_in_the_box(open_page: Open) -> None:
    screen = open_page("region_codes")
    screen = screen.text_input(key="codes-prefix").set_value("RO").run()
    screen = put(screen, "region_code", "Wachten op elkaar")
    assert "De letters RO zijn al in gebruik" in told_to(screen, "entry-region_code")["trouble"]


def test_searching_finds_in_every_word(open_page: Open, ours: RegionDesk) -> None:
    screen = open_page("region_codes")
    screen = screen.text_input(key="codes-words").set_value("wachten").run()
    assert listed(screen)[:2] == ["GV-1", "GV-2"]
    screen = screen.text_input(key="codes-words").set_value("pannenkoek").run()
    assert listed(screen) == []
    assert "Geen code met deze woorden." in shown(screen)


def test_changes_wait_until_they_are_published(open_page: Open, ours: RegionDesk) -> None:
    screen = save(opened(open_page, "GV-1"), "code-GV-1", "GV-1/label", "Elkaar laten wachten")
    assert book(ours).label("GV-1") == "Wachten op elkaar"
    assert told_to(screen, "code-drafts")["blocks"][0]["meta"] == "GV-1 · andere woorden"
    screen = screen.button(key="publish").click().run()
    assert book(ours).label("GV-1") == "Elkaar laten wachten"
    assert "Uitgave 2 is vastgesteld." in shown(screen)
    assert "Uitgave 1, " in shown(screen)
    assert "Wachten op elkaar" in shown(screen)


def test_a_draft_is_taken_back(open_page: Open, ours: RegionDesk) -> None:
    write_code(ours, "GV-1", "label", "Anders")
    screen = press(open_page("region_codes"), "code-drafts", "GV-1", "back")
    assert work_of(ours).drafts == ()
    assert not screen.exception


def test_a_refused_text_stays_beside_its_field(open_page: Open, ours: RegionDesk) -> None:
    screen = save(opened(open_page, "GV-1"), "code-GV-1", "GV-1/label", " ")
    assert [one["text"] for one in troubles(screen, "code-GV-1")] == [
        "Geef de code eerst een woord of korte zin."
    ]
    assert book(ours).label("GV-1") == "Wachten op elkaar"


def test_of_two_writers_the_second_sees_both_texts(open_page: Open, ours: RegionDesk) -> None:
    screen = opened(open_page, "GV-1")
    write_code(ours, "GV-1", "explanation", "Van de ander.")
    screen = save(screen, "code-GV-1", "GV-1/explanation", "Van mij.")
    assert [one["clash"] for one in troubles(screen, "code-GV-1")] == [True]
    assert work_of(ours).book.get("GV-1").explanation == "Van de ander."


def test_a_code_of_the_method_only_gets_words_beside_it(
    open_page: Open, region: RegionDesk
) -> None:
    screen = opened(open_page, "RO3")
    assert [one["id"] for one in fields(screen, "code-RO3")] == ["RO3/explanation"]
    save(screen, "code-RO3", "RO3/explanation", "Bij ons vooral in juli.")
    assert work_of(region).book.get("RO3").addition == "Bij ons vooral in juli."


def test_a_code_is_retired_and_offered_again(open_page: Open, ours: RegionDesk) -> None:
    screen = opened(open_page, "SH6").button(key="code-stand").click().run()
    assert not work_of(ours).book.get("SH6").is_offered
    screen.button(key="code-stand").click().run()
    assert work_of(ours).drafts == ()


def test_merging_says_what_it_means_and_keeps_the_old_code(
    open_page: Open, ours: RegionDesk
) -> None:
    screen = opened(open_page, "GV-2")
    assert screen.button(key="code-merge").disabled
    assert "Oude analyses blijven ‘Afwachten’ tonen" in shown(screen)
    screen = screen.selectbox(key="code-into-GV-2").set_value("GV-1").run()
    screen = screen.button(key="code-merge").click().run()
    assert work_of(ours).book.said("GV-2") == "Afwachten (nu: Wachten op elkaar)"
    assert list(fields(screen, "code-GV-2")) == []
    assert not [one for one in screen.button if one.key in {"code-merge", "code-stand"}]


def test_the_list_says_what_a_merged_code_is_now(open_page: Open, ours: RegionDesk) -> None:
    merge_code(ours, "GV-2", "GV-1")
    publish_codes(ours)
    screen = open_page("region_codes")
    lines = {one["key"]: one["lines"] for one in told_to(screen, "codes")["blocks"]}
    assert lines["GV-2"] == ["Nu: Wachten op elkaar"]


def test_a_file_of_another_region_is_looked_at_before_it_comes_in(
    open_page: Open, region: RegionDesk, tmp_path
) -> None:
    there = RegionDesk(
        cases=CaseStore(f"sqlite:///{tmp_path / 'anders.db'}"), region="", now=now()
    )
    add_code(there, "pattern", "Wachten", "FL")
    publish_codes(there)
    data = codes_as_table(there)
    there.cases.close()
    screen = open_page("region_codes")
    screen = screen.file_uploader[0].upload("codeboek.csv", data, "text/csv").run()
    assert "Nieuw: 1 code Wachten" in shown(screen)
    assert work_of(region).drafts == ()
    screen = screen.button(key="bring-in").click().run()
    assert [(one.id, one.elsewhere) for one in work_of(region).drafts] == [("FL-1", True)]
    assert "Overgenomen: 1 code." in shown(screen)


def test_a_file_that_does_not_fit_says_where(open_page: Open, region: RegionDesk) -> None:
    data = b"nummer;soort;woord\nFL-1;gevoel;Angst\n"
    screen = open_page("region_codes")
    screen = screen.file_uploader[0].upload("codeboek.csv", data, "text/csv").run()
    assert "Regel 2, nummer: De soort ontbreekt" in shown(screen)
    assert not [one for one in screen.button if one.key == "bring-in"]


def test_a_file_we_cannot_read_says_so(open_page: Open) -> None:
    screen = open_page("region_codes")
    screen = screen.file_uploader[0].upload("boek.qdc", b"x", "text/xml").run()
    assert "Dit is geen codeboek dat we kunnen lezen." in shown(screen)


def test_a_group_finds_the_region_codes_and_sees_what_became_of_an_old_one(
    open_page: Open, ours: RegionDesk
) -> None:
    old = Coding(key="c1", code="GV-2")
    merge_code(ours, "GV-2", "GV-1")
    publish_codes(ours)
    screen = open_page("insights", a_case(codings=(old,)))
    screen = screen.button_group(key="insights-part").set_value("codes").run()
    (card,) = told_to(screen, "codings")["blocks"]
    assert card["title"] == "Afwachten (nu: Wachten op elkaar)"
    screen = screen.text_input(key="code-words").set_value("wachten op elkaar").run()
    assert [one["key"] for one in told_to(screen, "code-book")["blocks"]] == ["GV-1"]
    assert "Met de codes van onze regio, uitgave 2." in shown(screen)
