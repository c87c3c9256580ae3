"""The code book: patterns, beliefs, working elements and conditions a group can recognise.

The words stand in `nl/codebook.toml`. A region may add codes; the meaning of an existing
code never changes silently.

Source: Hopmans 2024, sections 3, 5 and 6.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

from casusanalyse.content.text import page

CodeKind = Literal["pattern", "belief", "element", "condition"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One code.

    Attributes:
        id: stable, such as `RO3` or `D12`; saved with every case that uses it.
        group: heading it stands under in the book.
        label: short, in Dutch; for a belief the limiting one.
        explanation: one sentence.
        helping: the belief that can stand against a limiting one; empty for other kinds.
        source: document and section the code comes from.
    """

    id: str
    kind: CodeKind
    group: str
    label: str
    explanation: str
    helping: str = ""
    source: str


@cache
def codes() -> tuple[Code, ...]:
    """Return the whole book, in its own order."""
    return tuple(
        Code(**told, kind=group["kind"], group=group["title"], source=group["source"])
        for group in page("codebook")["group"]
        for told in group["code"]
    )


def kinds() -> dict[CodeKind, str]:
    """Return the kinds of codes with their Dutch heading, in the order of the book."""
    return dict(page("codebook")["kinds"])


def code(key: str) -> Code:
    """Return the code with this id.

    Raises:
        KeyError: it is not in the book.
    """
    return _by_id()[key]


@cache
def _by_id() -> dict[str, Code]:
    return {code.id: code for code in codes()}


def find_codes(words: str, kind: CodeKind | None = None) -> tuple[Code, ...]:
    """Return the codes that hold every word, whatever its accents and capitals.

    Args:
        words: separated by spaces; no words at all finds everything.
        kind: None for all kinds.
    """
    wanted = _plain(words).split()
    return tuple(
        code
        for code in codes()
        if kind in {None, code.kind} and all(word in _searched(code) for word in wanted)
    )


@cache
def _searched(code: Code) -> str:
    return _plain(" ".join((code.id, code.label, code.explanation, code.helping)))


def _plain(words: str) -> str:
    bare = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
