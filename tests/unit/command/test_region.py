"""The region on the command line: invented regions, and snapshots out and in."""

from pathlib import Path

import pytest

from casusanalyse.command import main
from casusanalyse.domain.exchange import fingerprint
from casusanalyse.settings import read_settings
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.cases import open_store
from casusanalyse.usecases.exchange import neighbours
from tests.unit.usecases.snapshots import a_desk, a_file, a_key, a_snapshot


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CASUSANALYSE_GEGEVENSMAP", str(tmp_path / "home"))
    monkeypatch.delenv("CASUSANALYSE_DATABASE_URL", raising=False)
    return tmp_path


def opened() -> CaseStore:
    return open_store(read_settings())


def test_invented_regions_are_filled_and_told_one_by_one(capsys) -> None:
    assert main(["voorbeeldregio", "--regios", "2", "--casussen", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["1 van 2: Voorbeeldregio 1", "2 van 2: Voorbeeldregio 2"]
    assert lines[2].startswith("6 analyses in ")
    store = opened()
    assert store.summaries.number("Voorbeeldregio 2") == 3
    store.close()


@pytest.mark.parametrize(
    "words", [["--regios", "0"], ["--casussen", "1e3"], ["--regios", "-1"]]
)
def test_odd_numbers_are_not_understood(words: list[str], capsys) -> None:
    assert main(["voorbeeldregio", *words]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_snapshot_goes_out_signed_and_comes_in_elsewhere(
    home: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = home / "momentopname.json"
    assert main(["regio", "momentopname", "--naar", str(file), "--naam", "Gooi"]) == 2
    assert "Er is nog geen momentopname." in capsys.readouterr().err
    store = opened()
    store.snapshots.add("", a_snapshot(""), frozenset())
    store.close()
    assert main(["regio", "momentopname", "--naar", str(file), "--naam", "Gooi"]) == 0
    said = capsys.readouterr().out
    heard = said.strip().rpartition("Vingerafdruk: ")[2]

    monkeypatch.setenv("CASUSANALYSE_GEGEVENSMAP", str(home / "elsewhere"))
    assert main(["regio", "inlezen", str(file)]) == 2
    assert heard in capsys.readouterr().err
    assert main(["regio", "inlezen", str(file), "--vingerafdruk", heard]) == 0
    assert capsys.readouterr().out == "Momentopname 1 van Gooi telt mee.\n"
    store = opened()
    assert [one.snapshot for one in neighbours(a_desk(store))] == [a_snapshot("Gooi")]
    store.close()


def test_a_file_that_is_not_right_says_so(home: Path, capsys) -> None:
    file = home / "in.json"
    assert main(["regio", "inlezen", str(file)]) == 2
    file.write_bytes(a_file(home).replace(b":20", b":25"))
    told = fingerprint(a_key(home).public_key)
    assert main(["regio", "inlezen", str(file), "--vingerafdruk", told]) == 2
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 2
    assert errors[1].startswith("De handtekening klopt niet")


def test_what_was_invented_is_taken_away(home: Path, capsys) -> None:
    assert main(["voorbeeldregio", "--regios", "2", "--casussen", "3"]) == 0
    capsys.readouterr()
    assert main(["voorbeeldregio", "--weg"]) == 0
    assert capsys.readouterr().out == (
        "Weg: de verzonnen analyses in 2 regio's, en hun momentopnamen.\n"
    )
    store = opened()
    assert store.summaries.number(None) == 0
    store.close()
