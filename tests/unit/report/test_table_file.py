import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.report.table_file import as_csv, bare_cell


def read(file: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(file.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_table_has_semicolons_a_mark_and_lines_a_spreadsheet_knows() -> None:
    assert as_csv([("Code", "Aantal"), ("Eén plek", 15)]) == (
        b"\xef\xbb\xbfCode;Aantal\r\nE\xc3\xa9n plek;15\r\n"
    )


@pytest.mark.parametrize(
    "begin", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝", "  @", "\0=", "\u00a0="]
)
def test_a_cell_that_begins_as_a_formula_becomes_words(begin) -> None:
    cell = f"{begin}1+1"
    assert read(as_csv([(cell,)])) == [["'" + cell.replace("\0", "")]]


def test_a_number_below_zero_stays_a_number() -> None:
    assert as_csv([(-5,)]) == b"\xef\xbb\xbf-5\r\n"


def test_a_semicolon_or_a_quote_does_not_open_a_new_cell() -> None:
    assert read(as_csv([('a;=1"b', "c")])) == [['a;=1"b', "c"]]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_no_words_at_all_make_a_formula(words) -> None:
    (cells,) = read(as_csv([words]))
    unguarded = [one.replace("\0", "") for one in words]
    if not any(one.startswith("'") for one in unguarded):
        assert [bare_cell(one) for one in cells] == unguarded
    assert [one.removeprefix("'") for one in cells] == [
        one.replace("\0", "").removeprefix("'") for one in words
    ]
    assert [one for one in cells if one.lstrip()[:1] in set("=+-@＝＋－＠")] == []
    assert [one for one in cells if one[:1] in set("\t\r\n")] == []
