"""The report in a real word processor: LibreOffice opens it and gives the pages back."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from casusanalyse.report.word.template import check_template
from casusanalyse.usecases.report import TEMPLATE, draft_report
from tests.builders import a_case
from tests.unit.report.control import broken_rules
from tests.unit.report.full_case import TODAY, full_case
from tests.unit.report.reading import bookmarks, paragraphs

pytestmark = pytest.mark.office


def program(name: str) -> str:
    found = shutil.which(name)
    if not found:
        pytest.fail(
            f"{name} is missing: install LibreOffice Writer and Poppler to run this test"
        )
    return found


def converted(report: bytes, kind: str, folder: Path) -> Path:
    """What LibreOffice makes of a file: `pdf` or `docx`."""
    (folder / "verslag.docx").write_bytes(report)
    subprocess.run(
        [
            program("soffice"),
            "--headless",
            f"-env:UserInstallation=file://{folder}/profile",
            "--convert-to",
            kind,
            "--outdir",
            str(folder / "out"),
            str(folder / "verslag.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
        env={"PATH": os.environ["PATH"], "HOME": str(folder)},
    )
    return folder / "out" / f"verslag.{kind}"


def pages(report: bytes, folder: Path) -> list[str]:
    """The words of every page, as LibreOffice lays them out."""
    made = converted(report, "pdf", folder)
    text = subprocess.run(
        [program("pdftotext"), "-layout", str(made), "-"],
        check=True,
        capture_output=True,
        timeout=60,
    ).stdout.decode()
    return text.split("\f")[:-1]


def body(page: str) -> list[str]:
    """The lines of a page between its header and its footer."""
    return [line for line in page.splitlines() if line.strip()][1:-1]


def test_every_page_says_it_is_a_confidential_draft_and_counts(tmp_path):
    found = pages(draft_report(full_case(), today=TODAY), tmp_path)

    assert [page.split("  ")[0].strip() for page in found] == ["CONCEPT — vertrouwelijk"] * len(
        found
    )
    counts = [re.search(r"Pagina (\d+) van (\d+)", page).groups() for page in found]
    assert counts == [(str(number), str(len(found))) for number in range(1, len(found) + 1)]


def test_no_page_is_empty(tmp_path):
    found = pages(draft_report(full_case(), today=TODAY), tmp_path)

    assert [page for page in found if not body(page)] == []


def test_the_header_row_stands_on_every_page_of_a_long_table(tmp_path):
    found = pages(draft_report(full_case(events=60), today=TODAY), tmp_path)
    with_events = [
        page for page in found if re.search(r"^4\.\d+ +\d+ \w+ \d{4}", page, re.MULTILINE)
    ]

    assert len(with_events) > 5
    assert [page for page in with_events if "Wat deed het met ons?" not in page] == []


def test_an_empty_case_is_a_short_and_calm_report(tmp_path):
    found = pages(draft_report(a_case(), today=TODAY), tmp_path)

    assert len(found) <= 4
    assert [page for page in found if not body(page)] == []


def test_a_template_that_was_saved_by_an_office_program_still_works(tmp_path):
    saved = converted(TEMPLATE.read_bytes(), "docx", tmp_path).read_bytes()
    ours, theirs = (
        draft_report(full_case(), today=TODAY, template=template) for template in (None, saved)
    )

    assert check_template(saved) == ()
    assert paragraphs(theirs) == paragraphs(ours)
    assert anchors(theirs) == anchors(ours)
    assert set(broken_rules(theirs)) == {"table without description"}  # LibreOffice drops those


def anchors(report: bytes) -> list[str]:
    return [name for name in bookmarks(report) if name.startswith("ca_")]
