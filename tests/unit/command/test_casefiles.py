import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casusanalyse.command import main
from casusanalyse.domain.change import Deed
from casusanalyse.store.casefile import write_case
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case, an_event

BEGIN = Deed(who="voorzitter", at=datetime(2026, 11, 24, tzinfo=UTC), verb="case_created")
SAMPLES = sorted((Path(__file__).parents[3] / "sample_cases").glob("*.json"))
CASE = a_case(an_event("2019-03-12", key="e1"))

UNDERSTOOD = "Deze opdracht klopt niet: typ ‘casusanalyse --help’ om te zien wat er kan.\n"
NOT_FOUND = (
    "Dit bestand kan niet worden gelezen: controleer de naam en of je er toegang toe hebt.\n"
)
NOT_WRITTEN = (
    "Dit bestand kan niet worden geschreven: "
    "controleer of de map bestaat en of je erin mag schrijven.\n"
)
UNKNOWN = "Deze casus staat hier niet of niet meer: kijk in de lijst met casussen.\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of an installation."""
    folder = tmp_path / "gegevens"
    monkeypatch.setenv("CASUSANALYSE_GEGEVENSMAP", str(folder))
    monkeypatch.delenv("CASUSANALYSE_DATABASE_URL", raising=False)
    return folder


@pytest.fixture
def kept(home: Path) -> Path:
    """A data folder with one case."""
    store = CaseStore(f"sqlite:///{home / 'casussen.db'}")
    store.create(CASE, BEGIN)
    store.close()
    return home


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Exit code, answer and complaint of a command."""
    code = main([str(word) for word in words])
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.stem)
def test_a_sample_comes_in_and_goes_out_byte_for_byte(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], sample: Path
) -> None:
    _, reference, _ = run(capsys, "invoer", sample)
    back = tmp_path / "uit.json"
    assert run(capsys, "uitvoer", reference.strip(), "--naar", back) == (0, "", "")
    assert back.read_bytes() == sample.read_bytes()


def test_a_case_comes_in_and_goes_out_byte_for_byte(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, back = tmp_path / "in.json", tmp_path / "uit.json"
    given.write_bytes(write_case(a_case(intake=CASE.intake)).replace(b": 0,", b": 1,"))

    assert run(capsys, "invoer", given) == (0, "2026-0001\n", "")
    assert run(capsys, "uitvoer", "2026-0001", "--naar", back) == (0, "", "")
    assert back.read_bytes() == given.read_bytes()
    again = "Deze casus staat hier al onder nummer 2026-0001, dus er is niets veranderd.\n"
    assert run(capsys, "invoer", given) == (2, "", again)


def test_the_report_of_a_case_is_a_word_file(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "verslag.docx"
    assert run(capsys, "verslag", "2026-0001", "--naar", target) == (0, "", "")
    assert "word/document.xml" in zipfile.ZipFile(target).namelist()


def test_a_new_installation_is_brought_up_to_date(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "bijwerken") == (0, "De opslag is bijgewerkt.\n", "")
    assert (home / "casussen.db").is_file()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "dansen",
        "inv",
        "invoer",
        "invoer a b",
        "uitvoer 2026-0001",
        "uitvoer --naar x.json",
        "verslag",
        "bijwerken nu",
        "start --poort acht",
        "start --poort 0",
        "start --poort 65536",
        "start --poort ²",
        "start --voorb",
        "--versie",
    ],
)
def test_what_is_no_command_gets_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    assert run(capsys, *words.split()) == (2, "", UNDERSTOOD)
    assert not home.exists()


def test_help_is_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--help"], ["uitvoer", "-h"]):
        with pytest.raises(SystemExit) as left:
            main(words)
        assert left.value.code == 0
        told = capsys.readouterr().out
        assert told.startswith("Zo gebruik je het: casusanalyse ")
        english = ("usage", "options", "positional", "show this", "optional")
        assert [word for word in english if word in told] == []


def test_a_file_that_cannot_be_read_gets_one_sentence(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (tmp_path / "weg.json", tmp_path):
        assert run(capsys, "invoer", file) == (2, "", NOT_FOUND)


def test_a_bad_file_gets_one_sentence_and_brings_nothing_in(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(write_case(CASE).replace(b'"Vlinder"', b"7"))
    assert run(capsys, "invoer", file) == (
        2,
        "",
        "In dit bestand staat iets wat niet in een casus past (plaats: intake.working_name): "
        "pas het daar aan en probeer het opnieuw.\n",
    )
    assert run(capsys, "uitvoer", "2026-0001", "--naar", tmp_path / "x") == (2, "", UNKNOWN)


def test_a_file_without_end_is_not_read_to_its_end(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    too_large = "Dit bestand is te groot: kies een casusbestand van hooguit 20 MB.\n"
    assert run(capsys, "invoer", "/dev/zero") == (2, "", too_large)


def test_an_unknown_case_gets_one_sentence_and_no_file(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for verb in ("uitvoer", "verslag"):
        target = tmp_path / verb
        assert run(capsys, verb, "2026-0404", "--naar", target) == (2, "", UNKNOWN)
        assert not target.exists()


def test_a_target_that_cannot_be_written_gets_one_sentence_and_leaves_nothing(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    for target in (tmp_path / "weg" / "x.json", folder, Path("/proc/x.json")):
        assert run(capsys, "uitvoer", "2026-0001", "--naar", target) == (2, "", NOT_WRITTEN)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["gegevens", "map"]


def test_a_file_that_is_there_is_replaced_whole(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "x.json"
    target.write_bytes(b"z" * 100_000)
    assert run(capsys, "uitvoer", "2026-0001", "--naar", target) == (0, "", "")
    assert target.read_bytes()[-2:] == b"}\n"


def test_a_damaged_database_gets_one_sentence(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (kept / "casussen.db").write_bytes(b"geen database" * 1000)
    damaged = (
        "De opslag met casussen is beschadigd: "
        "zet een reservekopie terug of vraag hulp bij beheer.\n"
    )
    for words in (["bijwerken"], ["start", "--poort", "8599"]):
        assert run(capsys, *words) == (2, "", damaged)
