"""The manual inside the app is the manual beside the code."""

import re
from datetime import date

import pytest

from casusanalyse.content.date_reading import read_when
from casusanalyse.content.manual import MANUAL_FOLDER, ManualPage, manual_pages
from casusanalyse.content.text import page
from casusanalyse.domain.dates import whole_year


def test_every_page_of_the_manual_is_listed_and_every_listed_page_exists():
    assert {file.stem for file in MANUAL_FOLDER.glob("*.md")} == set(page("manual")["pages"])


def test_pages_come_in_reading_order_with_their_heading_as_title(tmp_path):
    (tmp_path / "casussen.md").write_text("# Casussen\n\nKies een casus.\n", "utf-8")
    (tmp_path / "index.md").write_text("# Handleiding\n\nBegin hier.\n", "utf-8")
    assert manual_pages(tmp_path) == (
        ManualPage(slug="index", title="Handleiding", text="Begin hier."),
        ManualPage(slug="casussen", title="Casussen", text="Kies een casus."),
    )


def test_links_between_pages_are_words_inside_the_app(tmp_path):
    (tmp_path / "index.md").write_text(
        "# H\nZie [de tijdlijn](tijdlijn.md) en [elders](https://example.org).", "utf-8"
    )
    assert manual_pages(tmp_path)[0].text == "Zie de tijdlijn en [elders](https://example.org)."


def test_without_the_folder_one_page_says_where_the_manual_is(tmp_path):
    assert [found.slug for found in manual_pages(tmp_path / "nergens")] == ["index"]
    assert "docs/handleiding" in manual_pages(tmp_path / "nergens")[0].text


@pytest.mark.parametrize("found", manual_pages(), ids=lambda found: found.slug)
def test_every_page_has_one_title_and_some_text(found):
    assert re.fullmatch(r"[A-Z].*[^.]", found.title)
    assert re.findall(r"(?m)^# ", found.text) == []
    assert len(found.text) > 200


def test_links_in_the_manual_lead_to_a_page():
    written = [file.read_text("utf-8") for file in MANUAL_FOLDER.glob("*.md")]
    targets = {name for text in written for name in re.findall(r"\]\(([a-z]+)\.md\)", text)}
    assert targets <= set(page("manual")["pages"])


def test_every_date_the_manual_promises_to_understand_is_read():
    table = re.findall(
        r"(?m)^\| ([^|]+) \|", (MANUAL_FOLDER / "tijdlijn.md").read_text("utf-8")
    )
    promised = [words.strip() for cell in table[1:] for words in cell.split(",")]
    today, birth = date(2026, 11, 22), whole_year(2012)
    assert len(promised) >= 10
    assert [one for one in promised if read_when(one, birth=birth, today=today) is None] == []
