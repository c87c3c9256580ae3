from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casusanalyse.settings import Settings
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.desk import NOTE_TAKER, Desk
from casusanalyse.usecases.template import keep_template, own_template, template_mistakes
from tests.refusals import refusal

OURS = Path(__file__).parents[3] / "templates" / "verslag.docx"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_folder=tmp_path / "map" / "nieuw", database_url="sqlite://")


@pytest.fixture
def chair(store: CaseStore) -> Desk:
    return Desk(cases=store, reference="2026-0001", now=datetime(2026, 11, 24, 9, tzinfo=UTC))


def test_a_region_without_a_template_uses_ours(chair: Desk, settings: Settings) -> None:
    assert own_template(settings) is None
    keep_template(chair, settings, None)
    assert own_template(settings) is None


def test_a_template_is_kept_replaced_and_dropped(chair: Desk, settings: Settings) -> None:
    keep_template(chair, settings, b"een")
    keep_template(chair, settings, b"twee")
    assert own_template(settings) == b"twee"
    assert [file.name for file in settings.data_folder.iterdir()] == ["verslag.docx"]
    keep_template(chair, settings, None)
    assert own_template(settings) is None


def test_only_the_chair_chooses_the_template_of_every_case(
    chair: Desk, settings: Settings
) -> None:
    keep_template(chair, settings, b"een")
    note_taker = replace(chair, who=NOTE_TAKER)
    assert refusal(keep_template, note_taker, settings, b"twee") == "chair_only"
    assert refusal(keep_template, note_taker, settings, None) == "chair_only"
    assert own_template(settings) == b"een"


def test_our_own_template_has_no_mistakes() -> None:
    assert template_mistakes(OURS.read_bytes()) == ()


@pytest.mark.parametrize("template", [b"", b"geen word", OURS.read_bytes()[:2_000]])
def test_a_file_that_is_no_template_gives_a_sentence(template: bytes) -> None:
    (mistake, *_) = template_mistakes(template)
    assert mistake.endswith((".", "’", '"'))
