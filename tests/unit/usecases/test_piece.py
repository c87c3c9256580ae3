"""The quarterly piece: fixed figures, words of the region, a file that opens in Word."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.snapshot import EVERYTHING, Count, Snapshot, What
from casusanalyse.domain.summary import RegionWords, Summary, WordsKind
from casusanalyse.report.word.template import PIECE, check_template
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.piece import (
    PIECE_TEMPLATE,
    choose_findings,
    piece_file,
    piece_file_name,
    piece_of,
    write_words,
)
from casusanalyse.usecases.region import RegionDesk
from templates.source.building import built_template
from tests.unit.report.reading import paragraphs

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SEEN = {"RO3": 25, "KG5": 25, "SH7": 20, "AK1": 20, "SH2": 15, "RO6": 10, "D12": 15, "W9": 10}
SHOWN = {
    EVERYTHING: 40,
    **{Count(What.CODE, code): number for code, number in SEEN.items()},
    Count(What.PAIR, "KG5", "RO3"): 20,
    Count(What.HELPED, "RO3", "W9"): 10,
}
CODES = ("AK1", "KG5", "SH2", "SH7", "RO3", "RO6", "RO5", "D12", "W9")
SNAPSHOT = Snapshot(
    region="Gooi",
    number=3,
    made_at=NOW,
    quarter="2026-4",
    codes=CODES,
    parts={},
    shown={str(count): number for count, number in SHOWN.items()},
)


@pytest.fixture
def desk(store: CaseStore) -> RegionDesk:
    """The desk of a region with one released sentence."""
    words = RegionWords(
        key="w1", kind=WordsKind.INSIGHT, text="Niemand hield de lijn vast.", codes=("RO3",)
    )
    store.summaries.add("Gooi", iter([Summary(key="s1", quarter="2026-3", words=(words,))]))
    return RegionDesk(cases=store, region="Gooi", now=NOW)


def words_of(desk: RegionDesk, snapshot: Snapshot = SNAPSHOT) -> str:
    return "\n".join(paragraphs(piece_file(piece_of(desk, snapshot), desk)))


def test_by_rule_the_five_patterns_seen_most_are_in_it(desk: RegionDesk) -> None:
    assert piece_of(desk, SNAPSHOT).codes == ("KG5", "RO3", "AK1", "SH7", "SH2")


def test_with_few_patterns_other_codes_fill_it_up(desk: RegionDesk) -> None:
    few = {str(count): 10 for count in (EVERYTHING, Count(What.CODE, "RO3"))}
    few[str(Count(What.CODE, "W9"))] = 10
    assert piece_of(desk, replace(SNAPSHOT, shown=few)).codes == ("RO3", "W9")


def test_a_finding_says_how_often_with_what_and_what_helped(desk: RegionDesk) -> None:
    told = {one.code: one for one in piece_of(desk, SNAPSHOT).told.findings}
    assert told["RO3"].often == "In ongeveer 25 van de 40 analyses (60%)."
    assert told["RO3"].together == "Van plek naar plek (in 20)"
    assert told["RO3"].helped == "Stevige, uitgesproken regierol (10 keer genoemd)"
    assert told["RO3"].sentences == ("Niemand hield de lijn vast.",)
    assert told["SH7"].together == ""


def test_what_the_region_chooses_and_writes_stands_in_the_file(desk: RegionDesk) -> None:
    choose_findings(desk, 3, ["RO3", "D12"])
    write_words(desk, 3, "title", "Wie houdt de lijn vast?", base="")
    write_words(desk, 3, "RO3/note", "Dit zien wij ook in ons team.", base="")
    write_words(desk, 3, "RO3/question", "Wie doet mee?", base="")
    told = words_of(desk)
    for said in ("Wie houdt de lijn vast?", "Dit zien wij ook in ons team.", "Wie doet mee?"):
        assert said in told
    assert "Van plek naar plek" not in told.replace("Van plek naar plek (in 20)", "")


def test_words_of_one_snapshot_are_not_those_of_another(desk: RegionDesk) -> None:
    write_words(desk, 2, "title", "Het vorige stuk", base="")
    view = piece_of(desk, SNAPSHOT)
    assert view.told.title == view.default_title


def test_a_text_that_somebody_else_changed_is_not_overwritten(desk: RegionDesk) -> None:
    write_words(desk, 3, "opening", "Eerst dit.", base="")
    with pytest.raises(Refusal, match="changed_elsewhere"):
        write_words(desk, 3, "opening", "Nu dat.", base="")
    write_words(desk, 3, "opening", "Nu dat.", base="Eerst dit.")
    assert piece_of(desk, SNAPSHOT).told.opening == "Nu dat."


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [("figures", "40", "not_understood"), ("RO3/often", "40", "not_understood")],
)
def test_figures_stand_fixed(desk: RegionDesk, name: str, words: str, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        write_words(desk, 3, name, words, base="")


def test_too_much_is_refused_and_nothing_is_kept(desk: RegionDesk) -> None:
    with pytest.raises(Refusal, match="words_too_long"):
        write_words(desk, 3, "title", "x" * 141, base="")
    with pytest.raises(Refusal, match="too_many_findings"):
        choose_findings(desk, 3, CODES[:6])
    assert desk.cases.pieces.get("Gooi", 3).words == {}
    assert piece_of(desk, SNAPSHOT).piece.codes is None


def test_without_a_finding_there_is_no_piece(desk: RegionDesk) -> None:
    choose_findings(desk, 3, [])
    with pytest.raises(Refusal, match="no_findings"):
        piece_file(piece_of(desk, SNAPSHOT), desk)


def test_a_finding_that_is_hidden_now_stays_out(desk: RegionDesk) -> None:
    choose_findings(desk, 3, ["RO5", "RO3"])
    assert piece_of(desk, SNAPSHOT).codes == ("RO3",)


def test_the_name_of_the_file_says_the_quarter() -> None:
    assert piece_file_name(SNAPSHOT) == "kwartaalstuk-2026-4.docx"


def test_our_own_template_is_what_its_source_builds_and_has_no_mistakes() -> None:
    template = PIECE_TEMPLATE.read_bytes()
    assert template == built_template("kwartaalstuk")
    assert check_template(template, of=PIECE) == ()


def test_a_sentence_of_a_group_stands_in_the_piece_once(desk: RegionDesk) -> None:
    words = RegionWords(
        key="w2", kind=WordsKind.INSIGHT, text="We wachtten op elkaar.", codes=("KG5", "RO3")
    )
    summary = Summary(key="s2", quarter="2026-3", words=(words,))
    desk.cases.summaries.add("Gooi", iter([summary]))
    told = {one.code: one.sentences for one in piece_of(desk, SNAPSHOT).told.findings}
    assert told["KG5"] == ("We wachtten op elkaar.",)
    assert told["RO3"] == ("Niemand hield de lijn vast.",)
