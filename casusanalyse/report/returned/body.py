"""Read the body of a Word file from begin to end, a paragraph at a time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from casusanalyse.domain.problems import Refusal
from casusanalyse.report.returned.block import Block, Body, Row, Stretch, normal
from casusanalyse.report.returned.package import MAIN, Event, Package
from casusanalyse.report.returned.words import (
    FALLBACK,
    SORTS,
    Hand,
    Mark,
    Piece,
    Reader,
    Sort,
    Words,
    hand,
    mark,
)
from casusanalyse.report.word.ooxml import Element, w

_P, _TR, _TC, _TR_PR = w("p"), w("tr"), w("tc"), w("trPr")
_MOST_BLOCKS = 100_000
_MOST_OPEN = 500
_OURS = re.compile(r"(ca_\w+?)((?:_Copy_?\d+)*)", re.IGNORECASE)
_PROPERTIES = w("pPr")
_CUT = (f"{w('rPr')}/{w('ins')}", f"{w('rPr')}/{w('moveTo')}")


def read_body(package: Package, part: str = MAIN) -> Body:
    """Return the paragraphs of a part.

    Raises:
        Refusal: `returned_damaged` or `returned_unfolds`.
    """
    reading = _Reading()
    for event in package.events(part, _P, _TR, _TC, _TR_PR, *SORTS):
        reading.take(event)
    return reading.body


@dataclass(slots=True)
class _Reading:
    """Where we are in a body."""

    body: Body = field(default_factory=Body)
    _reader: Reader = field(default_factory=Reader)
    _depth: int = 0
    _rows: list[Row] = field(default_factory=list)
    _names: list[str] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)
    _boxes: list[str] = field(default_factory=list)
    _open: dict[str, Stretch] = field(default_factory=dict)
    _open_anchors: dict[str, str] = field(default_factory=dict)
    _said: bool = False
    _heading: bool = False

    def take(self, event: Event) -> None:
        """Take one step in or out of an element."""
        kind, element = event
        if element.tag == _P:
            self._paragraph(element, begins=kind == "start")
        elif element.tag == _TR:
            self._row(element, begins=kind == "start")
        elif kind == "end" and element.tag in SORTS and not self._depth:
            self._mark(mark(element))
        elif self._rows:
            self._in_row(element, begins=kind == "start")

    def _row(self, element: Element, *, begins: bool) -> None:
        if begins:
            self._rows.append(Row())
        else:
            self._rows.pop()
            element.clear()

    def _in_row(self, element: Element, *, begins: bool) -> None:
        row = self._rows[-1]
        if element.tag == _TC and begins:
            row.columns += 1
        elif element.tag == _TR_PR and not begins:
            row.inserted = hand(element.find(w("ins")))
            row.deleted = hand(element.find(w("del")))

    def _paragraph(self, element: Element, *, begins: bool) -> None:
        self._depth += 1 if begins else -1
        if begins:
            return
        if self._depth:
            self._box(element)
        else:
            self._block(element)
        element.clear()

    def _box(self, element: Element) -> None:
        """Read a paragraph in a text box; it belongs to the one the box hangs at."""
        if next(element.iterancestors(FALLBACK), None) is None:
            said = normal("".join(words.text for words in self._words(element)))
            self._boxes += [said] if said else []

    def _block(self, element: Element) -> None:
        if len(self.body.blocks) >= _MOST_BLOCKS:
            raise Refusal("returned_unfolds")
        was_in_contents = self._reader.in_contents
        words = self._words(element)
        anchors, copies = _sorted(self._names)
        row, look = self._rows[-1] if self._rows else None, element.find(_PROPERTIES)
        block = Block(
            words=words,
            anchors=anchors,
            copies=copies,
            row=row,
            column=row.columns if row else 0,
            runs_on=_cut(look),
            reformatted=None if look is None else hand(look.find(w("pPrChange"))),
            contents=was_in_contents or self._reader.in_contents,
            heading=self._heading,
            boxes=tuple(self._boxes),
            notes=tuple(self._notes),
        )
        self.body.blocks.append(block)
        self._names, self._notes, self._boxes = [], [], []
        self._said = self._heading = False

    def _words(self, element: Element) -> tuple[Words, ...]:
        return tuple(words for words in map(self._piece, self._reader.pieces(element)) if words)

    def _piece(self, piece: Piece) -> Words | None:
        """Handle a mark; hand on words."""
        if isinstance(piece, Mark):
            self._mark(piece)
            return None
        self._said = self._said or bool(piece.text.strip())
        for stretch in self._open.values():
            stretch.add(self._number, piece)
        return piece

    @property
    def _number(self) -> int:
        """The number of the block we are in, or that comes next."""
        return len(self.body.blocks)

    def _mark(self, found: Mark) -> None:
        if found.sort is Sort.ANCHOR:
            self._anchor(found)
        elif found.sort is Sort.ANCHOR_END:
            self._anchor_end(found)
        elif found.sort is Sort.NOTE:
            self._notes.append(found.number)
        else:
            self._comment(found)

    def _comment(self, found: Mark) -> None:
        stretch = self.body.stretches.setdefault(found.number, Stretch())
        if found.sort is not Sort.COMMENT:
            self._open.pop(found.number, None)
            stretch.close(self._number)
        elif len(self._open) < _MOST_OPEN:
            self._open[found.number] = stretch
        else:
            raise Refusal("returned_unfolds")

    def _anchor(self, found: Mark) -> None:
        self._heading = self._heading or found.name.startswith("_Toc")
        if _OURS.fullmatch(found.name):
            self._names.append(found.name)
            self._open_anchors[found.number] = found.name

    def _anchor_end(self, found: Mark) -> None:
        """Remember how far an anchor reaches; one that ends before any word ends earlier."""
        name = self._open_anchors.pop(found.number, "")
        if name:
            self.body.reach[name] = self._number - (not self._said)


def _sorted(names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of anchors, and of what an office program called a copy of one."""
    found = [match for match in map(_OURS.fullmatch, names) if match]
    own = tuple(match[1] for match in found if not match[2])
    return own, tuple(match[1] for match in found if match[2])


def _cut(look: Element | None) -> Hand | None:
    """Return who cut a paragraph from the one after it."""
    if look is None:
        return None
    found = (hand(look.find(path)) for path in _CUT)
    return next((one for one in found if one), None)
