from pathlib import Path

import pytest

from casusanalyse.settings import Settings
from casusanalyse.usecases.template import keep_template, own_template, template_mistakes

OURS = Path(__file__).parents[3] / "templates" / "verslag.docx"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_folder=tmp_path / "map" / "nieuw", database_url="sqlite://")


def test_a_region_without_a_template_uses_ours(settings: Settings) -> None:
    assert own_template(settings) is None
    keep_template(settings, None)
    assert own_template(settings) is None


def test_a_template_is_kept_replaced_and_dropped(settings: Settings) -> None:
    keep_template(settings, b"een")
    keep_template(settings, b"twee")
    assert own_template(settings) == b"twee"
    assert [file.name for file in settings.data_folder.iterdir()] == ["verslag.docx"]
    keep_template(settings, None)
    assert own_template(settings) is None


def test_our_own_template_has_no_mistakes() -> None:
    assert template_mistakes(OURS.read_bytes()) == ()


@pytest.mark.parametrize("template", [b"", b"geen word", OURS.read_bytes()[:2_000]])
def test_a_file_that_is_no_template_gives_a_sentence(template: bytes) -> None:
    (mistake, *_) = template_mistakes(template)
    assert mistake.endswith((".", "’", '"'))
