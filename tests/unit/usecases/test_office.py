import pytest

from casusanalyse.domain.problems import Refusal
from casusanalyse.usecases.final import make_final
from casusanalyse.usecases.office import OfficeKind, final_as, has_office
from tests.unit.usecases.week import AFTERWARDS, a_desk, an_open_round

COPIES = """#!/bin/sh
while [ "$1" != "--outdir" ]; do shift; done
cp "$3" "$2/verslag.odt"
"""


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A program in the place of LibreOffice that gives the Word file back."""
    program = tmp_path / "soffice"
    program.write_text(COPIES)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")


@pytest.fixture
def no_office(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))


def refused(desk) -> str:
    with pytest.raises(Refusal) as found:
        final_as(desk, OfficeKind.ODT)
    return found.value.code


def test_the_newest_final_report_is_what_is_converted(store, office) -> None:
    an_open_round(store)
    desk = a_desk(store, AFTERWARDS)
    make_final(desk)

    assert has_office()
    assert final_as(desk, OfficeKind.ODT) == store.rounds.final_file(desk.reference)


def test_before_there_is_a_final_report_there_is_nothing_to_convert(store, office) -> None:
    an_open_round(store)

    assert refused(a_desk(store, AFTERWARDS)) == "office_failed"


def test_only_the_chair_gets_it(store, office) -> None:
    an_open_round(store)

    assert refused(a_desk(store, AFTERWARDS, who="notulist")) == "chair_only"


def test_without_the_program_it_is_not_offered(store, no_office) -> None:
    an_open_round(store)
    desk = a_desk(store, AFTERWARDS)
    make_final(desk)

    assert not has_office()
    assert refused(desk) == "office_failed"
