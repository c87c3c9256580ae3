"""A table as a file that a spreadsheet opens by itself, in which no cell is ever a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_MARK = "\ufeff"
"""By this mark a spreadsheet knows that the letters are UTF-8."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BREAK = ("\t", "\r", "\n")
"""How a cell begins that a spreadsheet may run; the wide signs count too.

Source: OWASP, CSV Injection.
"""

_GUARD = "'"
"""Before a cell it says: these are words, and it is not shown in most spreadsheets."""


def as_csv(rows: Iterable[Sequence[str | int]]) -> bytes:
    """Return rows as CSV the Dutch way: semicolons, a mark for UTF-8, every line with CRLF.

    Args:
        rows: the head first; whole numbers stay numbers, words can never become a formula.
    """
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return (_MARK + file.getvalue()).encode()


def _cell(value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    told = value.replace("\0", "")
    return _GUARD + told if _is_formula(told) else told


def bare_cell(cell: str) -> str:
    """Return the words of a cell as they were before `as_csv` guarded them."""
    words = cell.removeprefix(_GUARD)
    return words if _is_formula(words) else cell


def _is_formula(told: str) -> bool:
    return told.lstrip().startswith(_FORMULA) or told.startswith(_BREAK)
