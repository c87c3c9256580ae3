from collections.abc import Iterator
from pathlib import Path

import pytest

from casusanalyse.content.text import page
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.cases import export_case, import_case
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.drafts import draft_of, keep_draft
from casusanalyse.usecases.history import past_of
from tests.builders import a_case
from tests.unit.usecases.family_desk import NOW, a_desk

ENTRIES = sorted(key.removesuffix("_says") for key in page("entry") if key.endswith("_says"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, a_case()) as desk:
        yield desk


def test_a_half_typed_line_is_there_the_next_time(desk: Desk) -> None:
    keep_draft(desk, "event", "voorjaar 20")
    assert draft_of(desk.case(), "event") == "voorjaar 20"
    assert draft_of(desk.case(), "period") == ""


def test_the_newest_line_wins(desk: Desk) -> None:
    for line in ("v", "vo", ""):
        keep_draft(desk, "event", line)
    assert draft_of(desk.case(), "event") == ""


def test_a_half_typed_line_is_no_step_to_undo(desk: Desk) -> None:
    keep_draft(desk, "event", "voorjaar")
    assert past_of(desk).undo is None


def test_a_line_that_did_not_change_is_not_written_again(desk: Desk) -> None:
    keep_draft(desk, "event", "voorjaar")
    newest = past_of(desk).newest
    keep_draft(desk, "event", "voorjaar")
    assert past_of(desk).newest == newest


@pytest.mark.parametrize("name", ENTRIES)
def test_a_case_with_a_half_typed_line_travels_as_a_file(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    keep_draft(desk, name, "half getypt")
    other = CaseStore(f"sqlite:///{tmp_path / 'elders.db'}")
    arrived = import_case(other, export_case(desk.cases, desk.reference), NOW)
    other.close()
    assert draft_of(arrived, name) == "half getypt"
