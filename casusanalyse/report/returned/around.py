"""The words that stand outside the body: headers, footers, notes and text boxes."""

import re
from collections.abc import Iterator

from casusanalyse.report.returned.block import Body, normal
from casusanalyse.report.returned.body import read_body
from casusanalyse.report.returned.package import Package
from casusanalyse.report.returned.words import Reader, Words
from casusanalyse.report.word.ooxml import Element, w

_EDGES = r"word/(header|footer)\d*\.xml"
_NOTES = {"word/footnotes.xml": "foot", "word/endnotes.xml": "end"}
_NUMBERS = re.compile(r"\d+")


def edges(package: Package) -> Iterator[str]:
    """Return the paragraphs of headers and footers; computed page numbers are not words.

    Raises:
        Refusal: `returned_damaged` or `returned_unfolds`.
    """
    for part in package.names(_EDGES):
        body = read_body(package, part)
        said = (normal(block.after) for block in body.blocks)
        yield from filter(None, said)
        yield from boxes(body)


def boxes(body: Body) -> Iterator[str]:
    """Return the words in text boxes."""
    for block in body.blocks:
        yield from block.boxes


def notes(package: Package) -> dict[str, str]:
    """Return the words of every footnote and endnote, by number.

    Raises:
        Refusal: `returned_damaged`.
    """
    found: dict[str, str] = {}
    for part, sort in _NOTES.items():
        for kind, element in package.events(part, w("footnote"), w("endnote")):
            if kind == "end":
                found[sort + element.get(w("id"), "")] = _said(element)
                element.clear()
    return {number: said for number, said in found.items() if said}


def _said(note: Element) -> str:
    reader = Reader()
    pieces = (piece for one in note.iter(w("p")) for piece in reader.pieces(one))
    words = (one.text for one in pieces if isinstance(one, Words) and not one.deleted)
    return normal(" ".join(words))


def without_numbers(said: str) -> str:
    """Return words without numbers, for what a word processor counts."""
    return normal(_NUMBERS.sub("", said))
