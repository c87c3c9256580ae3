"""The code book as a file: what one code says in it, and the words around it.

Two shapes hold the same: a table for a spreadsheet (`codebook_table.py`) and a REFI-QDA code
book for programs for qualitative research (`codebook_qdc.py`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from casusanalyse.content.codebook import Code
from casusanalyse.content.text import page
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.region_code import CodeKind, CodeWords

MOST_BYTES = 2 << 20
MOST_CODES = 2_000
"""More than a code book of a region ever holds."""

_ID = re.compile(r"[A-Z]{1,6}-?[0-9]{1,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCode:
    """One code as a file says it, not yet judged.

    Attributes:
        row: line of the file it begins on, from 1.
        kind: None when the file names none that we know.
        retired: the file says that it is no longer offered.
    """

    row: int
    id: str
    kind: CodeKind | None
    words: CodeWords
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """Something in a file that does not fit, with its place.

    Attributes:
        row: line of the file, from 1.
        column: as the file calls it.
        why: says it in a sentence; it is shown, not raised.
    """

    row: int
    column: str
    why: Refusal


def refuse_large(data: bytes) -> None:
    """Refuse a file that can hold no code book of ours.

    Raises:
        Refusal: `code_file_large`.
    """
    if len(data) > MOST_BYTES:
        raise Refusal("code_file_large", megabytes=MOST_BYTES >> 20)


def refuse_many(found: int) -> None:
    """Refuse a file with more codes than a book of a region.

    Raises:
        Refusal: `code_file_many`.
    """
    if found > MOST_CODES:
        raise Refusal("code_file_many", most=MOST_CODES)


def column(name: str) -> str:
    """Return how a file calls a part of a code, such as `woord`."""
    called: str = page("codebook_file")["columns"][name]
    return called


def kind_word(kind: CodeKind) -> str:
    """Return how a file calls a kind, such as `patroon`."""
    word: str = page("codebook_file")["kinds"][kind]
    return word


def kind_of(word: str) -> CodeKind | None:
    """Return the kind a file names, None when we know no such kind."""
    kinds: Mapping[CodeKind, str] = page("codebook_file")["kinds"]
    return next((kind for kind, said in kinds.items() if said == word.strip().lower()), None)


def state_word(code: Code) -> str:
    """Return how a file says whether a code is offered."""
    state = "merged" if code.into else "retired" if code.retired else "offered"
    word: str = page("codebook_file")["states"][state]
    return word


def is_retired(word: str) -> bool:
    """Tell whether a file says that a code is no longer offered."""
    states: Mapping[str, str] = page("codebook_file")["states"]
    return word.strip().lower() in {states["retired"], states["merged"]}


def is_id(said: str) -> bool:
    """Tell whether this can be the id of a code, of the method or of a region."""
    return bool(_ID.fullmatch(said))
