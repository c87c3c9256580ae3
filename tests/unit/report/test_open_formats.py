"""The report as PDF/A and ODT, and what happens when LibreOffice does not do its work."""

import re
import shutil
import subprocess
import tempfile
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from casusanalyse.domain.problems import Refusal
from casusanalyse.report.office import OfficeKind, converted, office_program
from casusanalyse.usecases.report import draft_report
from tests.unit.report.full_case import REAL_NAMES, TODAY, full_case


@pytest.fixture
def scratch(tmp_path, monkeypatch) -> Path:
    """Where this computer keeps temporary files."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(scope="module")
def report() -> bytes:
    return draft_report(full_case(), today=TODAY, names=True)


@pytest.fixture
def office() -> str:
    found = office_program()
    if not found:
        pytest.fail("LibreOffice is missing: install it to run this test")
    return found


@pytest.mark.office
def test_a_pdf_is_made_to_last_and_to_be_read_aloud(office, report, scratch):
    made = converted(report, OfficeKind.PDF, office)
    (scratch / "made.pdf").write_bytes(made)
    told = dict(re.findall(rb"<(pdf(?:aid|uaid):\w+)>(\w+)</", made))

    assert told == {
        b"pdfaid:part": b"2",
        b"pdfaid:conformance": b"B",
        b"pdfuaid:part": b"1",
    }
    info = subprocess.run(
        [shutil.which("pdfinfo"), scratch / "made.pdf"], check=True, capture_output=True
    ).stdout.decode()
    assert re.search(r"^Tagged: +yes$", info, re.MULTILINE)


@pytest.mark.office
def test_an_odt_keeps_headings_bookmarks_and_the_language(office, report, scratch):
    made = zipfile.ZipFile(BytesIO(converted(report, OfficeKind.ODT, office)))
    content = etree.fromstring(made.read("content.xml"))
    headings = content.findall(".//{*}h")

    assert made.read("mimetype") == b"application/vnd.oasis.opendocument.text"
    assert len(headings) > 5
    assert (
        len(re.findall(rb'<text:bookmark-start text:name="ca_', made.read("content.xml"))) > 50
    )
    assert b'fo:language="nl"' in made.read("styles.xml")


@pytest.mark.office
def test_nothing_stays_behind(office, report, scratch):
    converted(report, OfficeKind.ODT, office)

    assert list(scratch.iterdir()) == []


def script(folder: Path, says: str) -> str:
    """A program in the place of LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{says}\n")
    program.chmod(0o755)
    return str(program)


@pytest.mark.parametrize(
    "says", ["exit 0", "exit 77", "kill -9 $$"], ids=["makes nothing", "says no", "falls over"]
)
def test_a_program_that_makes_nothing_is_a_refusal(says, report, tmp_path, scratch):
    with pytest.raises(Refusal, match="office_failed"):
        converted(report, OfficeKind.PDF, script(tmp_path, says))
    assert list(scratch.iterdir()) == []


def test_a_program_that_is_gone_is_a_refusal(report, tmp_path, scratch):
    with pytest.raises(Refusal, match="office_failed"):
        converted(report, OfficeKind.PDF, str(tmp_path / "nowhere"))
    assert list(scratch.iterdir()) == []


def test_a_program_that_hangs_is_stopped_with_everything_it_started(report, tmp_path, scratch):
    alive = tmp_path / "alive"
    started = f"(sleep 2; touch {alive}) & sleep 60"
    began = time.monotonic()

    with pytest.raises(Refusal, match="office_failed"):
        converted(report, OfficeKind.PDF, script(tmp_path, started), patience=0.5)

    assert time.monotonic() - began < 2
    time.sleep(2.2)
    assert not alive.exists()
    assert list(scratch.iterdir()) == []


def test_the_program_gets_a_profile_of_its_own_and_no_secrets(
    report, tmp_path, scratch, monkeypatch
):
    monkeypatch.setenv("CASUSANALYSE_SMTP_WACHTWOORD", "hidden")
    told = tmp_path / "told"
    with pytest.raises(Refusal):
        converted(
            report, OfficeKind.PDF, script(tmp_path, f'echo "$@" > {told}; env >> {told}')
        )
    said = told.read_text()

    assert "hidden" not in said
    assert f"-env:UserInstallation=file://{scratch}/verslag-" in said
    assert f"HOME={scratch}/verslag-" in said
    assert [name for name in REAL_NAMES if name in said] == []


def test_only_a_computer_with_the_program_has_it(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office_program() is None
    program = script(tmp_path, "exit 0")
    assert office_program() == program
