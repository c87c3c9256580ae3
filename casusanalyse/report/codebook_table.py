"""The code book as a table for a spreadsheet, there and back."""

import csv
from collections.abc import Iterator
from io import StringIO

from casusanalyse.content.codebook import Book, Code
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.region_code import CodeWords
from casusanalyse.report.codebook_file import (
    FileCode,
    Misfit,
    column,
    is_retired,
    kind_of,
    kind_word,
    refuse_large,
    refuse_many,
    state_word,
)
from casusanalyse.report.table_file import as_csv, bare_cell

_COLUMNS = (
    *("id", "kind", "group", "label", "explanation", "helping", "source", "addition"),
    *("state", "into"),
)
_NEEDED = ("id", "kind", "label")

Cells = dict[str, str]


def book_as_table(book: Book) -> bytes:
    """Return the whole book as CSV, also what is no longer offered."""
    head = [column(name) for name in _COLUMNS]
    return as_csv([head, *(_row(code) for code in book.all)])


def _row(code: Code) -> list[str]:
    said = {"kind": kind_word(code.kind), "state": state_word(code)}
    return [said.get(name) or str(getattr(code, name, "")) for name in _COLUMNS]


def read_table(data: bytes) -> tuple[tuple[FileCode, ...], tuple[Misfit, ...]]:
    """Return the codes of a CSV file; with a column missing there are none.

    Raises:
        Refusal: `code_file_large`, `code_file_many`, `code_file_unreadable`.
    """
    refuse_large(data)
    lines = list(_lines(data))
    refuse_many(len(lines))
    if not lines:
        raise Refusal("code_file_unreadable")
    head = [cell.strip().lower() for cell in lines[0][1]]
    missing = [column(name) for name in _NEEDED if column(name) not in head]
    if missing:
        why = Refusal("code_file_column")
        return (), tuple(Misfit(row=1, column=name, why=why) for name in missing)
    rows = ((row, dict(zip(head, cells, strict=False))) for row, cells in lines[1:])
    return tuple(_code(row, cells) for row, cells in rows), ()


def _lines(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield every line that says something, with the number of the line it begins on."""
    words = _decoded(data)
    first = words.partition("\n")[0]
    sign = ";" if first.count(";") >= first.count(",") else ","
    reader, row = csv.reader(StringIO(words, newline=""), delimiter=sign), 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield row, [bare_cell(cell) for cell in cells]
            row = reader.line_num + 1
    except csv.Error:
        raise Refusal("code_file_unreadable") from None


def _decoded(data: bytes) -> str:
    """Return the words; a spreadsheet writes UTF-8, or the older letters of Windows."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal("code_file_unreadable")


def _code(row: int, cells: Cells) -> FileCode:
    said = {name: cells.get(column(name), "") for name in _COLUMNS}
    return FileCode(
        row=row,
        id=said["id"].strip(),
        kind=kind_of(said["kind"]),
        words=CodeWords(
            label=said["label"],
            explanation=said["explanation"],
            helping=said["helping"],
            source=said["source"],
        ),
        retired=is_retired(said["state"]),
    )
