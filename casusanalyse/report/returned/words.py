"""Take a paragraph of a returned draft apart: its words, who changed them, and its marks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto

from casusanalyse.report.word.ooxml import Element, w

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BOX = w("txbxContent")
_SKIPPED = {w("pPr"), w("rPr"), w("sdtPr"), w("sdtEndPr"), FALLBACK, BOX}
_SAID = {
    w("tab"): " ",
    w("ptab"): " ",
    w("br"): " ",
    w("cr"): " ",
    w("noBreakHyphen"): "-",
    w("sym"): "▪",
}
_COMPUTED = {"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"}
"""Fields whose words a word processor changes by itself."""

_EARLIEST = 1990
"""Some programs write a year of nought, or their own first day, for a date they do not know."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who changed something and when.

    Attributes:
        author: as the word processor knows them; may be empty.
        at: as it was written, without time zone: Word writes the local time.
    """

    author: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Words:
    """Words that were treated in one way.

    Attributes:
        moved: inserted or deleted by moving.
    """

    text: str
    inserted: Hand | None = None
    deleted: Hand | None = None
    formatted: Hand | None = None
    moved: bool = False


class Sort(Enum):
    """What a mark between words is."""

    ANCHOR = auto()
    ANCHOR_END = auto()
    COMMENT = auto()
    COMMENT_END = auto()
    COMMENT_HERE = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A place between words.

    Attributes:
        number: links begin and end, or a place to a comment or note.
        name: of an anchor.
    """

    sort: Sort
    number: str
    name: str = ""


SORTS = {
    w("bookmarkStart"): Sort.ANCHOR,
    w("bookmarkEnd"): Sort.ANCHOR_END,
    w("commentRangeStart"): Sort.COMMENT,
    w("commentRangeEnd"): Sort.COMMENT_END,
    w("commentReference"): Sort.COMMENT_HERE,
    w("footnoteReference"): Sort.NOTE,
    w("endnoteReference"): Sort.NOTE,
}
_FOOT, _END = w("footnoteReference"), w("endnoteReference")

Piece = Words | Mark


def hand(element: Element | None) -> Hand | None:
    """Return who made a tracked change, None when it is not one."""
    if element is None:
        return None
    return Hand(element.get(w("author"), ""), moment(element.get(w("date"), "")))


def moment(said: str) -> datetime | None:
    """Return a moment as a word processor writes it; None for one that makes no sense."""
    try:
        at = datetime.fromisoformat(said.removesuffix("Z")).replace(tzinfo=None)
    except ValueError:
        return None
    return at if at.year >= _EARLIEST else None


def mark(element: Element) -> Mark:
    """Return the place an element marks."""
    number = element.get(w("id"), "")
    if element.tag in {_FOOT, _END}:
        number = ("foot" if element.tag == _FOOT else "end") + number
    return Mark(SORTS[element.tag], number, element.get(w("name"), ""))


@dataclass(slots=True)
class Reader:
    """Reads paragraphs in order; a field may run on over several of them."""

    _fields: list[str] = field(default_factory=list)

    def pieces(self, paragraph: Element) -> list[Piece]:
        """Return everything in a paragraph, outside its text boxes."""
        return list(self._inside(paragraph, Words("")))

    @property
    def in_contents(self) -> bool:
        """We are inside a table of contents."""
        return any(code.split()[:1] == ["TOC"] for code in self._fields)

    def text(self, element: Element, state: Words) -> Iterator[Piece]:
        """Read a word, or what stands for a space or a sign."""
        said = _SAID.get(element.tag) or element.text
        if said and not any(code.split()[:1] in _NUMBERS for code in self._fields):
            yield replace(state, text=said)

    def place(self, element: Element, _state: Words) -> Iterator[Piece]:
        """Read a mark between words."""
        yield mark(element)

    def run(self, run: Element, state: Words) -> Iterator[Piece]:
        """Read words with one look."""
        changed = hand(run.find(f"{w('rPr')}/{w('rPrChange')}"))
        yield from self._inside(run, replace(state, formatted=changed) if changed else state)

    def inserted(self, element: Element, state: Words) -> Iterator[Piece]:
        """Read what came in."""
        moved = element.tag == w("moveTo")
        yield from self._inside(element, replace(state, inserted=hand(element), moved=moved))

    def deleted(self, element: Element, state: Words) -> Iterator[Piece]:
        """Read what went out."""
        moved = element.tag == w("moveFrom")
        yield from self._inside(element, replace(state, deleted=hand(element), moved=moved))

    def simple_field(self, element: Element, state: Words) -> Iterator[Piece]:
        """Read a field with its code in one element."""
        self._fields.append(element.get(w("instr"), ""))
        yield from self._inside(element, state)
        self._fields.pop()

    def field_edge(self, element: Element, _state: Words) -> Iterator[Piece]:
        """Go into a field, or out of it."""
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append("")
        elif kind == "end":
            del self._fields[-1:]
        yield from ()

    def field_code(self, element: Element, _state: Words) -> Iterator[Piece]:
        """Read what a field asks for."""
        if self._fields:
            self._fields[-1] += element.text or ""
        yield from ()

    def _inside(self, parent: Element, state: Words) -> Iterator[Piece]:
        for child in parent:
            if child.tag in _READ:
                yield from _READ[child.tag](self, child, state)
            elif child.tag not in _SKIPPED:
                yield from self._inside(child, state)


_NUMBERS = [[name] for name in _COMPUTED]
_READ: dict[str, Callable[[Reader, Element, Words], Iterator[Piece]]] = {
    **dict.fromkeys((w("t"), w("delText"), _MATH_TEXT, *_SAID), Reader.text),
    **dict.fromkeys(SORTS, Reader.place),
    **dict.fromkeys((w("ins"), w("moveTo")), Reader.inserted),
    **dict.fromkeys((w("del"), w("moveFrom")), Reader.deleted),
    w("r"): Reader.run,
    w("fldSimple"): Reader.simple_field,
    w("fldChar"): Reader.field_edge,
    w("instrText"): Reader.field_code,
    w("delInstrText"): Reader.field_code,
}
