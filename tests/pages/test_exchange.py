"""Between regions, on the screen."""

from pathlib import Path

import pytest

from casusanalyse.domain.exchange import fingerprint
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.exchange import take_in
from tests.pages.screen import shown
from tests.unit.usecases.snapshots import a_desk, a_file, a_key, a_snapshot


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("elsewhere")


def here(cases: CaseStore, elsewhere: Path, folder: Path, *regions: str) -> None:
    """Take in a snapshot of every region."""
    for region in regions:
        told = fingerprint(a_key(elsewhere, region).public_key)
        take_in(a_desk(cases), folder, a_file(elsewhere, a_snapshot(region)), told)


def test_an_empty_region_is_told_what_comes_first(cases, open_page) -> None:
    screen = open_page("exchange")
    assert not screen.exception
    assert "Hier staan straks jullie en andere regio's bij elkaar." in shown(screen)
    assert [button.label for button in screen.button] == ["Naar Regio"]


def test_the_first_time_a_name_is_asked_and_then_there_is_a_file(cases, open_page) -> None:
    cases.snapshots.add("", a_snapshot(""), frozenset())
    screen = open_page("exchange")
    screen = screen.button(key="exchange-make").click().run()
    assert "Vul eerst de naam van jullie regio in" in shown(screen)
    screen.text_input(key="exchange-name").set_value("Gooi")
    screen = screen.button(key="exchange-make").click().run()
    assert not screen.exception
    assert "Vingerafdruk van Gooi" in shown(screen)
    assert [one.proto.label for one in screen.get("download_button")] == [
        "Download de momentopname"
    ]


def test_a_stranger_is_asked_about_before_it_counts(cases, open_page, elsewhere) -> None:
    screen = open_page("exchange")
    data = a_file(elsewhere)
    screen = screen.file_uploader[0].upload("x.json", data, "application/json").run()
    told = fingerprint(a_key(elsewhere).public_key)
    assert told in shown(screen)
    assert "Elders is hier nieuw" in shown(screen)
    assert screen.button(key="take-in").disabled
    screen = screen.checkbox[0].check().run()
    screen = screen.button(key="take-in").click().run()
    assert not screen.exception
    assert "Momentopname 1 van Elders telt mee." in shown(screen)
    assert "De regie valt weg bij een wisseling 15 0 regio's" in shown(screen)


def test_a_forged_file_is_refused_with_a_sentence(cases, open_page, elsewhere) -> None:
    data = a_file(elsewhere).replace(b":20", b":25")
    screen = open_page("exchange")
    screen = screen.file_uploader[0].upload("x.json", data, "application/json").run()
    assert not screen.exception
    assert "De handtekening klopt niet" in shown(screen)


def test_a_region_is_taken_out_again(cases, open_page, elsewhere, tmp_path) -> None:
    here(cases, elsewhere, tmp_path, "Elders", "Ginds")
    screen = open_page("exchange")
    assert "2 regio's samen" in shown(screen)
    screen.selectbox(key="exchange-gone").select("Ginds")
    screen = screen.button(key="leave-out").click().run()
    assert not screen.exception
    assert "Ginds" not in shown(screen)
    assert "1 regio" in shown(screen)


def test_a_name_with_signs_stays_words(cases, open_page, elsewhere, tmp_path) -> None:
    here(cases, elsewhere, tmp_path, "<b>Gooi</b> =1+1")
    screen = open_page("exchange")
    bodies = " ".join(one.proto.body for one in screen.get("html"))
    assert "<b>Gooi" not in bodies
    assert "&lt;b&gt;Gooi&lt;/b&gt; =1+1" in bodies
