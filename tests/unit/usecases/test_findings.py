import csv
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO

from casusanalyse.analysis.findings import Counted, Part
from casusanalyse.content.codebook import method_book
from casusanalyse.domain.snapshot import Count, Cut, What
from casusanalyse.domain.summary import RegionWords, Summary, WordsKind
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.findings import (
    MOST_BARS,
    findings,
    findings_file,
    region_words,
    words_about,
)
from casusanalyse.usecases.region import RegionDesk
from tests.snapshots import CODES, REGION, a_snapshot

BOOK = method_book()
PATTERNS = tuple(code.id for code in BOOK.all if code.kind == "pattern")


def look(snapshot=REGION, kind="pattern", **more):
    return findings(snapshot, BOOK, kind, **more)


def test_the_head_is_the_finding_as_a_sentence() -> None:
    assert look().sentence == "Veel verhuizen en een gat in de regie gaan vaak samen"
    assert look().under == (
        "In ongeveer 20 van de 40 analyses zagen groepen allebei."
        " Samen voorkomen is nog geen oorzaak."
    )


def test_the_first_code_of_the_finding_is_the_one_looked_at() -> None:
    assert (look().chosen, look(chosen="SH7").chosen) == ("KG5", "SH7")
    assert look(chosen="D13").chosen == "KG5"
    assert look(a_snapshot(), "condition").chosen == "C1"


def test_bars_hold_what_is_seen_most_and_a_few_that_are_hidden() -> None:
    bars = look().bars
    assert bars == (
        Counted("KG5", 25),
        Counted("RO3", 25),
        Counted("AK1", 20),
        Counted("SH7", 20),
        Counted("SH2", 15),
        Counted("AK2", None),
        Counted("AK3", None),
    )
    assert look().rest == len(PATTERNS) - MOST_BARS


def test_a_region_with_little_shows_three_hidden_bars_and_no_wall_of_them() -> None:
    assert look(a_snapshot(seen={"RO3": 10})).bars == (
        Counted("RO3", 10),
        *(Counted(key, None) for key in ("AK1", "AK2", "AK3")),
    )


def test_the_code_that_is_looked_at_always_has_a_bar() -> None:
    assert look(chosen="RO12").bars[-1] == Counted("RO12", None)
    assert len(look(chosen="RO12").bars) == MOST_BARS


def test_a_cut_counts_for_the_bars_and_the_rest_stays_about_all() -> None:
    cut = look(part=Part(Cut.YEAR, "2026"))
    assert (cut.number, cut.bars[0]) == (20, Counted("KG5", 15))
    assert (cut.whole, cut.seen, cut.sentence) == (40, 25, look().sentence)


def test_the_pair_of_the_finding_stands_on_top_of_the_staircase() -> None:
    assert look().stairs == ("KG5", "RO3", "AK1", "SH7", "SH2")


def test_what_helped_is_asked_of_a_pattern_and_where_it_helped_of_what_works() -> None:
    assert look().helped[0] == Counted("W8", 15)
    assert look().question == "Wat hebben wij nodig om dit bij elk gezin te doen?"
    assert look(chosen="SH2").question != look().question
    assert [one for one in look(kind="element", chosen="W8").helped if one.number] == [
        Counted("KG5", 15),
        Counted("RO3", 15),
    ]
    assert look(kind="belief").helped == ()


def test_quarters_are_shown_when_most_of_them_are_published_and_years_otherwise() -> None:
    assert look().through_time()[0] is Cut.YEAR
    quarters = {
        Count(What.CODE, "KG5", cut=Cut.QUARTER, part=part): 10
        for part in ("2025-3", "2025-4", "2026-1")
    }
    cut, told = look(a_snapshot(seen={"KG5": 40}, more=quarters)).through_time()
    assert (cut, [one.number for one in told]) == (Cut.QUARTER, [10, 10, 10, None])
    assert look(a_snapshot(seen={"KG5": 40})).through_time() == (Cut.QUARTER, ())


def test_a_figure_comes_in_classes_with_the_unsure_ones_apart() -> None:
    classes, unsure = look().figure("crises")
    assert [one.number for one in classes] == [10, 15, 10]
    assert unsure == 10


def test_a_code_that_is_not_in_the_book_any_more_is_left_out_of_its_kind() -> None:
    snapshot = replace(REGION, codes=(*CODES, "GV-1"))
    assert "GV-1" not in look(snapshot).codes


def test_without_any_published_number_nothing_is_said_about_it() -> None:
    empty = replace(REGION, shown={})
    assert look(empty).sentence == "Wat zien we als we analyses naast elkaar leggen?"
    assert {one.number for one in look(empty).bars} == {None}


NOW = datetime(2026, 7, 6, 9, tzinfo=UTC)


def told(key: str, *texts: str) -> Summary:
    words = tuple(
        RegionWords(key=f"{key}-{at}", kind=WordsKind.INSIGHT, text=said, codes=("RO3",))
        for at, said in enumerate(texts)
    )
    return Summary(key=key, quarter="2026-2", words=words)


def test_words_stand_by_text_so_that_those_of_one_case_do_not_stand_together(
    store: CaseStore,
) -> None:
    two = (told("a", "Zo begon het", "eerst samen kijken"), told("b", "Even stilstaan"))
    store.summaries.add("Noord", iter(two))
    store.summaries.add("Zuid", iter([told("c", "Elders")]))
    desk = RegionDesk(cases=store, region="Noord", now=NOW)
    assert [one.text for one in region_words(desk)] == [
        "eerst samen kijken",
        "Even stilstaan",
        "Zo begon het",
    ]
    everywhere = replace(desk, national=True)
    assert len(region_words(everywhere)) == 4


def test_words_belong_to_the_codes_they_explain() -> None:
    words = told("a", "Samen").words
    assert words_about(words, "RO3") == words
    assert words_about(words, "RO4") == ()


def read(file: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(file.decode("utf-8-sig")), delimiter=";"))


def test_the_file_holds_every_published_number_and_says_what_is_hidden() -> None:
    head, *rows = read(findings_file(REGION, BOOK))
    assert (head[0], head[-1]) == ("Wat", "Aantal analyses")
    assert ["alle analyses", "", "", "", "alle analyses", "", "40"] in rows
    pair = ["KG5", "Van plek naar plek", "De regie valt weg bij een wisseling"]
    assert ["twee codes samen", *pair, "alle analyses", "", "20"] in rows
    assert [row[-1] for row in rows if row[1] == "RO12"] == ["verborgen"] * 25
    numbers = [row[-1] for row in rows if row[-1] != "verborgen"]
    assert sorted(map(int, numbers)) == sorted(REGION.shown.values())
