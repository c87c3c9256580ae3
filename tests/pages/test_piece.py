"""The screen of the quarterly piece: nothing to show yet, choosing, writing, a template."""

from datetime import UTC, datetime
from pathlib import Path

from casusanalyse.domain.snapshot import EVERYTHING, Count, Snapshot, What
from casusanalyse.store.cases import CaseStore
from tests.pages.conftest import APP, Open
from tests.pages.screen import parts, shown, told_to

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SEEN = {"RO3": 25, "KG5": 20}
OURS = APP.parent / "templates" / "kwartaalstuk.docx"


def publish(cases: CaseStore, seen: dict[str, int]) -> None:
    """Freeze a snapshot that shows these codes."""
    counts = {Count(What.CODE, code): number for code, number in seen.items()}
    shown_counts = {EVERYTHING: 40, **counts}
    snapshot = Snapshot(
        region="",
        number=1,
        made_at=NOW,
        quarter="2026-4",
        codes=("KG5", "RO3"),
        parts={},
        shown={str(count): number for count, number in shown_counts.items()},
    )
    cases.snapshots.add("", snapshot, frozenset())


def test_without_a_snapshot_the_screen_says_what_comes_first(open_page: Open) -> None:
    screen = open_page("piece")
    assert "Er is nog geen momentopname" in shown(screen)
    assert not screen.exception


def test_when_everything_is_hidden_there_is_no_piece(open_page: Open, cases: CaseStore) -> None:
    publish(cases, {})
    assert "Er valt nog geen stuk te maken" in shown(open_page("piece"))


def test_every_finding_stands_with_its_figures_and_its_own_words(
    open_page: Open, cases: CaseStore
) -> None:
    publish(cases, SEEN)
    screen = open_page("piece")
    assert [one for one in parts(screen) if one.startswith("piece")] == [
        "piece-1-frame",
        "piece-1-RO3",
        "piece-1-KG5",
    ]
    (block,) = told_to(screen, "piece-1-RO3")["blocks"]
    assert "Hoe vaak: In ongeveer 25 van de 40 analyses (60%)." in block["lines"]
    assert [one["id"] for one in block["fields"]] == ["RO3/note", "RO3/question"]


def test_findings_are_chosen_by_hand(open_page: Open, cases: CaseStore) -> None:
    publish(cases, SEEN)
    screen = open_page("piece")
    screen = screen.multiselect(key="piece-findings-1").set_value(["KG5"]).run()
    assert cases.pieces.get("", 1).codes == ("KG5",)
    assert "piece-1-RO3" not in parts(screen)
    screen = screen.multiselect(key="piece-findings-1").set_value([]).run()
    assert "Kies minstens één bevinding" in shown(screen)


def test_a_region_brings_its_own_template(
    open_page: Open, cases: CaseStore, tmp_path: Path
) -> None:
    publish(cases, SEEN)
    screen = open_page("piece")
    screen = screen.file_uploader[0].upload("eigen.docx", OURS.read_bytes()).run()
    assert (tmp_path / "kwartaalstuk.docx").read_bytes() == OURS.read_bytes()
    screen = screen.button(key="drop-piece_template").click().run()
    assert not (tmp_path / "kwartaalstuk.docx").exists()
