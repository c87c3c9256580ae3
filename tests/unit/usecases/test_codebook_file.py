"""Codes of another region come in whole or not at all, and never change what is ours."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from casusanalyse.content.codebook import codes
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.codebook_file import (
    Brought,
    bring_in,
    codes_as_qdc,
    codes_as_table,
    codes_file_name,
    look_at,
)
from casusanalyse.usecases.region import RegionDesk
from casusanalyse.usecases.region_codes import (
    add_code,
    merge_code,
    offer_code,
    publish_codes,
    retire_code,
    take_back_code,
    work_of,
    write_code,
)
from tests.refusals import refusal

METHOD = len(codes())
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def region(store: CaseStore) -> RegionDesk:
    """The desk of a region without codes of its own."""
    return RegionDesk(cases=store, region="", now=NOW)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[RegionDesk]:
    """The desk of another region, with three codes published."""
    store = CaseStore(f"sqlite:///{tmp_path / 'anders.db'}")
    there = RegionDesk(cases=store, region="", now=NOW)
    add_code(there, "pattern", "Wachten op elkaar", "FL")
    write_code(there, "FL-1", "explanation", "Niemand begint.")
    add_code(there, "belief", "Zo hoort het")
    write_code(there, "FL-2", "helping", "Het kan ook anders")
    add_code(there, "element", "Oud")
    retire_code(there, "FL-3")
    write_code(there, "RO3", "explanation", "Bij ons vooral in juli.")
    publish_codes(there)
    yield there
    store.close()


def told(brought: Brought) -> tuple[list[str], list[str], int, int]:
    new, changed = ([one.id for one in codes] for codes in (brought.new, brought.changed))
    return new, changed, brought.method, brought.same


def wrong(brought: Brought) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.why.code) for one in brought.misfits]


def as_file(there: RegionDesk, *, is_table: bool) -> bytes:
    return codes_as_table(there) if is_table else codes_as_qdc(there)


@pytest.mark.parametrize("is_table", [True, False])
def test_looking_at_a_file_changes_nothing(region, other, is_table) -> None:
    brought = look_at(region, as_file(other, is_table=is_table), is_table=is_table)
    assert told(brought) == (["FL-1", "FL-2", "FL-3"], [], METHOD, 0)
    assert brought.misfits == ()
    assert work_of(region).shelf.codes == ()


@pytest.mark.parametrize("is_table", [True, False])
def test_codes_come_in_under_their_own_letters_as_drafts(region, other, is_table) -> None:
    bring_in(region, as_file(other, is_table=is_table), is_table=is_table)
    work = work_of(region)
    assert [(one.id, one.elsewhere, one.is_draft) for one in work.shelf.codes] == [
        ("FL-1", True, True),
        ("FL-2", True, True),
        ("FL-3", True, True),
    ]
    assert work.book.get("FL-1").explanation == "Niemand begint."
    assert work.book.get("FL-2").helping == "Het kan ook anders"
    assert not work.book.get("FL-3").is_offered
    assert work.book.get("RO3").addition == ""
    assert book(region).get("FL-1") is None


def test_bringing_in_twice_brings_nothing_new(region, other) -> None:
    bring_in(region, codes_as_qdc(other), is_table=False)
    publish_codes(region)
    before = work_of(region).shelf
    assert told(bring_in(region, codes_as_qdc(other), is_table=False)) == ([], [], METHOD, 3)
    assert work_of(region).shelf == before


def test_what_the_other_region_said_anew_comes_in_as_a_change(region, other) -> None:
    bring_in(region, codes_as_qdc(other), is_table=False)
    publish_codes(region)
    write_code(other, "FL-1", "label", "Elkaar laten wachten")
    publish_codes(other)
    assert told(bring_in(region, codes_as_qdc(other), is_table=False)) == (
        [],
        ["FL-1"],
        METHOD,
        2,
    )
    labels = [edition.words.label for edition in work_of(region).shelf.find("FL-1").editions]
    assert labels == ["Wachten op elkaar", "Elkaar laten wachten"]


def test_a_code_we_merged_stays_merged(region, other) -> None:
    bring_in(region, codes_as_qdc(other), is_table=False)
    merge_code(region, "FL-1", "RO3")
    publish_codes(region)
    write_code(other, "FL-1", "label", "Anders")
    publish_codes(other)
    assert told(bring_in(region, codes_as_qdc(other), is_table=False)) == ([], [], METHOD, 3)
    assert work_of(region).book.current("FL-1") == "RO3"


def test_our_own_file_brings_nothing_and_our_codes_change_on_the_screen(region) -> None:
    add_code(region, "pattern", "Wachten", "GV")
    publish_codes(region)
    file = codes_as_table(region)
    write_code(region, "GV-1", "label", "Afwachten")
    assert told(look_at(region, file, is_table=True)) == ([], [], METHOD, 1)
    changed = file.replace(b"Wachten", b"Anders")
    assert wrong(look_at(region, changed, is_table=True)) == [
        (34, "nummer", "code_own_letters")
    ]


BAD = """nummer;soort;woord
FL-1;patroon;Wachten
FL-2;gevoel;Angst
FL-1;patroon;Nog een keer
wachten;patroon;Zonder nummer
FL-4;overtuiging;
RO3;patroon;Iets heel anders
"""


def test_what_does_not_fit_is_named_by_row_and_column_and_nothing_comes_in(region) -> None:
    brought = look_at(region, BAD.encode(), is_table=True)
    assert wrong(brought) == [
        (3, "nummer", "code_kind_missing"),
        (4, "nummer", "code_twice"),
        (5, "nummer", "code_id_odd"),
        (6, "woord", "code_label_missing"),
    ]
    assert refusal(bring_in, region, BAD.encode(), is_table=True) == "code_file_misfits"
    assert work_of(region).shelf.codes == ()


def test_a_file_never_says_what_a_code_of_the_method_means(region) -> None:
    bring_in(region, b"nummer;soort;woord\nRO3;patroon;Iets heel anders", is_table=True)
    assert work_of(region).shelf.codes == ()


def test_every_change_waits_for_the_next_edition(region) -> None:
    add_code(region, "pattern", "Wachten", "gv")
    add_code(region, "pattern", "Afwachten")
    publish_codes(region)
    later = replace(region, now=NOW + timedelta(days=90))
    merge_code(later, "GV-2", "GV-1")
    retire_code(later, "SH6")
    write_code(later, "GV-1", "explanation", "Niemand begint.")
    assert [one.id for one in work_of(later).drafts] == ["GV-1", "GV-2", "SH6"]
    assert (book(later).edition, book(later).current("GV-2")) == (1, "GV-2")
    take_back_code(later, "SH6")
    publish_codes(later)
    assert (book(later).edition, book(later).current("GV-2")) == (2, "GV-1")
    assert book(later).get("SH6").is_offered
    told = [one.words.explanation for one in work_of(later).history("GV-1")]
    assert told == ["Niemand begint.", ""]


def test_a_retired_code_is_offered_again(region) -> None:
    retire_code(region, "SH6")
    publish_codes(region)
    offer_code(region, "SH6")
    publish_codes(region)
    assert book(region).get("SH6").is_offered


def test_there_are_four_texts_and_no_other(region) -> None:
    add_code(region, "pattern", "Wachten", "GV")
    assert refusal(write_code, region, "GV-1", "id", "GV-9") == "not_understood"


def test_the_name_of_the_file_says_the_edition() -> None:
    assert codes_file_name(3, "qdc") == "codeboek-uitgave-3.qdc"
