import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casusanalyse.command import main
from casusanalyse.domain.change import Deed
from casusanalyse.store.cases import CaseStore
from tests.unit.report.full_case import full_case
from tests.unit.report.returned.word import changed, comment, comments, insert_row, rewrite

BEGIN = Deed(who="voorzitter", at=datetime(2026, 11, 24, tzinfo=UTC), verb="case_created")
WHAT = "ca_notes_standing_out_text"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The report of a case that is kept, as the command writes it."""
    home = tmp_path / "gegevens"
    monkeypatch.setenv("CASUSANALYSE_GEGEVENSMAP", str(home))
    monkeypatch.delenv("CASUSANALYSE_DATABASE_URL", raising=False)
    store = CaseStore(f"sqlite:///{home / 'casussen.db'}")
    store.create(full_case(events=2), BEGIN)
    store.create(replace(full_case(), key="other", reference="2026-0015"), BEGIN)
    store.close()
    file = tmp_path / "verslag.docx"
    main(["verslag", "2026-0014", "--naar", str(file)])
    return file


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = main(["reacties", *map(str, words)])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_an_untouched_report_says_nothing(report: Path, capsys) -> None:
    code, out, err = run(capsys, "2026-0014", report)

    assert (code, err) == (0, "")
    assert json.loads(out) == {"reference": "2026-0014", "placed": [], "unplaced": []}


def test_what_was_placed_where_and_what_was_not_is_told_as_json(report: Path, capsys) -> None:
    edited = changed(
        report.read_bytes(),
        comment(0, WHAT),
        rewrite("ca_insights_i2_text", "Samen, met oma."),
        insert_row("ca_agreements_a2_what", "nieuw"),
        comments=comments((0, "Zes jaren.", "11")),
    )
    report.write_bytes(edited)
    code, out, err = run(capsys, "2026-0014", report)
    told = json.loads(out)
    [new] = told["unplaced"]

    assert (code, err) == (0, "")
    assert [
        (one["kind"], one["text"], one["anchors"], one["paragraph"]) for one in told["placed"]
    ] == [
        ("comment", "Zes jaren.", [WHAT], WHAT),
        ("rewritten", "Samen, met oma.", ["ca_insights_i2_text"], "ca_insights_i2"),
    ]
    assert (told["placed"][0]["author"], told["placed"][0]["at"]) == (
        "Kim de Vries",
        "2026-11-24T10:00:00",
    )
    assert (new["kind"], new["text"], new["after"]) == (
        "row_inserted",
        "nieuw | nieuw | nieuw",
        "Elke week bellen met moeder.",
    )


NOT_WORD = (
    "Dit is geen Word-bestand dat gelezen kan worden: "
    "sla het verslag op als ‘Word-document (.docx)’ en probeer het opnieuw.\n"
)
OTHER = (
    "Dit bestand hoort bij een andere casus: kies het bestand dat bij deze casus is gemaakt.\n"
)
UNKNOWN = "Deze casus staat hier niet of niet meer: kijk in de lijst met casussen.\n"
NOT_FOUND = (
    "Dit bestand kan niet worden gelezen: controleer de naam en of je er toegang toe hebt.\n"
)


def test_bad_input_gets_one_sentence(report: Path, tmp_path: Path, capsys) -> None:
    (tmp_path / "brief.docx").write_bytes(b"Beste voorzitter,")

    assert run(capsys, "2026-0014", tmp_path / "brief.docx") == (2, "", NOT_WORD)
    assert run(capsys, "2026-0014", tmp_path / "weg.docx") == (2, "", NOT_FOUND)
    assert run(capsys, "2026-0015", report) == (2, "", OTHER)
    assert run(capsys, "2026-0099", report) == (2, "", UNKNOWN)
    assert run(capsys, "2026-0014")[0] == 2
