import json
import re

import pytest

from casusanalyse.domain.snapshot import Snapshot
from casusanalyse.domain.summary import RegionWords, Summary, WordsKind
from casusanalyse.store.cases import CaseStore
from tests.pages.conftest import Open
from tests.pages.screen import parts, screen_of, shown, tell, told_to
from tests.snapshots import REGION, a_snapshot


def publish(cases: CaseStore, snapshot: Snapshot, region: str = "") -> None:
    cases.snapshots.add(region, snapshot, frozenset())


def finish(cases: CaseStore, number: int, *texts: str) -> None:
    words = tuple(
        RegionWords(key=str(at), kind=WordsKind.QUOTE, text=said, codes=("KG5",))
        for at, said in enumerate(texts)
    )
    rows = (Summary(key=f"s{at}", quarter="2026-2", words=words) for at in range(number))
    cases.summaries.add("", rows)


def test_a_region_without_any_release_says_what_comes_first(open_page: Open) -> None:
    screen = open_page("region")
    assert not screen.exception
    assert screen_of(screen) == "region"
    assert "Nog geen analyse is vrijgegeven aan de regio" in shown(screen)
    screen.button(key="to-cases").click().run()
    assert screen_of(screen) == "cases"


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (7, "Nog 3 analyses te gaan"),
        (9, "Nog één analyse te gaan"),
        (10, "Er zijn genoeg analyses voor een momentopname"),
    ],
)
def test_before_the_first_snapshot_there_are_words_and_no_numbers(
    open_page: Open, cases: CaseStore, number, says
) -> None:
    finish(cases, number, "We keken samen.")
    screen = open_page("region")
    assert says in shown(screen)
    assert "‘We keken samen.’" in shown(screen)
    assert "46% op twee tot vier plekken" in shown(screen)
    assert "We kijken niet of pas laat samen" in shown(screen)
    assert "region-bars" not in parts(screen)


@pytest.mark.parametrize(("batch", "says"), [("15", "Nog 3 analyses"), ("5", "Er zijn genoeg")])
def test_the_rules_of_the_installation_say_how_many_are_to_go(
    open_page: Open, cases: CaseStore, monkeypatch, batch, says
) -> None:
    monkeypatch.setenv("CASUSANALYSE_NIEUW", batch)
    finish(cases, 12, "We keken samen.")
    screen = open_page("region")
    assert not screen.exception
    assert says in shown(screen)


def test_the_screen_counts_no_case_outside_a_snapshot(
    open_page: Open, cases: CaseStore
) -> None:
    """Who knows the number to the case, knows more of a rounded one."""
    finish(cases, 13, "We keken samen.")
    told = shown(open_page("region"))
    assert "Er zijn genoeg" in told
    assert re.findall(r"\d+ (?:nieuwe )?analyse", told) == []


def test_the_code_book_is_there_before_any_number(open_page: Open) -> None:
    screen = open_page("region")
    screen.segmented_control(key="region-kind").set_value("belief").run()
    assert "Daartegenover kan staan: ‘Problemen doen zich voor: en wat dan nu?’" in shown(
        screen
    )


def test_a_snapshot_shows_the_finding_and_its_three_columns(
    open_page: Open, cases: CaseStore
) -> None:
    publish(cases, REGION)
    screen = open_page("region")
    assert not screen.exception
    said = shown(screen)
    assert "Veel verhuizen en een gat in de regie gaan vaak samen" in said
    assert "Samen voorkomen is nog geen oorzaak" in said
    assert "Ongeveer 40 afgesloten analyses, 2025 tot en met 2026" in said
    assert "Een compacte, vaste koers 15 van 25" in said
    assert "minder dan tien analyses, of af te leiden door aftrekken" in said
    assert "Wat hebben wij nodig om dit bij elk gezin te doen?" in said
    assert "anoniem" not in said.casefold()


def test_live_numbers_are_never_shown(open_page: Open, cases: CaseStore) -> None:
    publish(cases, REGION)
    finish(cases, 37)
    assert "37" not in shown(open_page("region"))


def test_choosing_a_bar_opens_its_definition_and_words(
    open_page: Open, cases: CaseStore
) -> None:
    publish(cases, REGION)
    finish(cases, 1, "Zij verhuisde steeds.")
    screen = open_page("region")
    assert "‘Zij verhuisde steeds.’" in shown(screen)
    screen = tell(screen, "region-bars", open={"shelf": "codes", "key": "SH7"})
    assert "Over ‘Parallelle dynamiek’" in shown(screen)
    assert "Hierover is nog niets in woorden vrijgegeven." in shown(screen)
    assert screen.selectbox(key="region-code-pattern").value == "SH7"
    assert 'aria-pressed="true"' in told_to(screen, "region-bars")["svg"]


def test_a_code_can_be_chosen_from_the_list_too(open_page: Open, cases: CaseStore) -> None:
    publish(cases, REGION)
    screen = open_page("region")
    screen.selectbox(key="region-code-pattern").select("RO12").run()
    assert "Over ‘Intervisie binnen eigen muren’" in shown(screen)
    assert "Wat hielp, is nog verborgen." in shown(screen)


def test_one_cut_at_a_time(open_page: Open, cases: CaseStore) -> None:
    publish(cases, REGION)
    screen = open_page("region")
    screen.selectbox(key="region-cut").select("year").run()
    assert "Van dit deel zijn er te weinig analyses" in shown(screen)
    screen.selectbox(key="region-part-year").select("2026").run()
    assert "Van de ongeveer 20 analyses" in shown(screen)
    screen.selectbox(key="region-cut").select("stay").run()
    keys = [one.key for one in screen.selectbox if one.key and "part" in one.key]
    assert keys == ["region-part-stay"]


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("belief", "Wat kan ertegenover staan? Ik hoef niemand te beheersen"),
        ("element", "Waarbij hielp dit?"),
        ("condition", "Wie kan dit mogelijk maken"),
    ],
)
def test_every_kind_of_code_has_its_own_third_column(
    open_page: Open, cases: CaseStore, kind, says
) -> None:
    publish(cases, REGION)
    screen = open_page("region")
    screen.segmented_control(key="region-kind").set_value(kind).run()
    assert not screen.exception
    assert says in shown(screen)


def test_the_network_shows_the_same_pairs(open_page: Open, cases: CaseStore) -> None:
    publish(cases, REGION)
    screen = open_page("region")
    screen.segmented_control(key="region-look").set_value("network").run()
    assert told_to(screen, "region-network")["svg"].count("<line") == 5


def test_a_figure_stands_beside_the_national_one(open_page: Open, cases: CaseStore) -> None:
    publish(cases, REGION)
    screen = open_page("region")
    assert "landelijk 46%" in told_to(screen, "region-figure-drawing")["svg"]
    assert "(2017)" in shown(screen)
    screen.selectbox(key="region-figure").select("crises").run()
    assert "Een landelijk cijfer is er niet." in shown(screen)
    assert "Bij 10 analyses weten we het niet precies." in shown(screen)


def test_through_time_is_a_chart_with_a_sentence(open_page: Open, cases: CaseStore) -> None:
    publish(cases, REGION)
    screen = open_page("region")
    (chart,) = screen.get("plotly_chart")
    config = json.loads(chart.proto.config)
    assert config["displayModeBar"] is False
    assert chart.proto.alt == "Door de tijd, in analyses: 2025 10, 2026 15."


def test_the_table_says_every_number_of_the_kind(open_page: Open, cases: CaseStore) -> None:
    publish(cases, REGION)
    screen = open_page(
        "region",
    )
    assert "De koers breekt af" not in shown(screen)
    screen.session_state["region-table"] = True
    screen.run()
    assert "Van plek naar plek 25 De regie valt weg bij een wisseling 25" in shown(screen)
    assert "De koers breekt af bij een overgang verborgen" in shown(screen)
    assert [one.proto.label for one in screen.get("download_button")] == [
        "Alle getallen als CSV"
    ]


def test_the_next_snapshot_is_asked_for_below_the_findings(
    open_page: Open, cases: CaseStore
) -> None:
    publish(cases, REGION)
    screen = open_page("region")
    screen.session_state["region-made"] = True
    screen.run()
    assert not screen.exception
    assert "10 nieuwe" in shown(screen)


def test_all_regions_together_say_so(
    open_page: Open, cases: CaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASUSANALYSE_LANDELIJK", "ja")
    publish(cases, REGION, "*")
    assert "Alle regio's samen" in shown(open_page("region"))


def test_a_snapshot_in_which_almost_all_is_hidden_stays_calm(
    open_page: Open, cases: CaseStore
) -> None:
    publish(cases, a_snapshot(cases=10))
    screen = open_page("region")
    assert not screen.exception
    assert "Wat zien we als we analyses naast elkaar leggen?" in shown(screen)
    assert "Per jaar en per kwartaal is dit nog verborgen." in shown(screen)
