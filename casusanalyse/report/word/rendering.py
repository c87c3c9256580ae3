"""Run the program of a template part on the contents of a case."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from xml.sax.saxutils import escape

from casusanalyse.report.word.contents_list import Entry, contents_list
from casusanalyse.report.word.drawing import Drawing, drawing_xml
from casusanalyse.report.word.mistake import Mistake
from casusanalyse.report.word.ooxml import printable
from casusanalyse.report.word.program import (
    Anchored,
    Cell,
    Choose,
    ContentsList,
    Fill,
    Heading,
    Raw,
    Repeat,
    Step,
    Table,
)

Scope = Mapping[str, Any]

_LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_MARKUP = re.compile(r"<[^>]*>")
_MOST_ROUNDS = 50_000
_LONGEST_NAME = 40
_FIRST_BOOKMARK = 1000


@dataclass(slots=True)
class Writer:
    """Writes one part.

    Attributes:
        relation_prefix: of the ids of pictures, unique in the package.
        first_picture: number of the first picture; no two in a package may be the same.
        drawings: the pictures that were used, in order; their relations are numbered from 1.
        entries: the headings that were written.
    """

    relation_prefix: str
    first_picture: int
    drawings: list[Drawing] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    _out: list[str] = field(default_factory=list)
    _lists: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    _names: set[str] = field(default_factory=set)
    _item: str = ""
    _rounds: int = 0

    def written(self, steps: Sequence[Step], contents: Scope) -> str:
        """Return the filled XML of a part."""
        self._all(steps, contents)
        for place, styles in self._lists:
            self._out[place] = contents_list(self.entries, styles)
        return "".join(self._out)

    def _all(self, steps: Sequence[Step], scope: Scope) -> None:
        for step in steps:
            if type(step) is Raw:
                self._out.append(step.xml)
            else:
                _WRITE[type(step)](self, step, scope)

    def fill(self, step: Fill, scope: Scope) -> None:
        """Write the value of a field."""
        value = found(step.field.path, scope)
        if isinstance(value, Drawing):
            self._draw(value, step)
            return
        said = ", ".join(value) if isinstance(value, list | tuple) else str(value)
        if step.field.change:
            said = said.upper() if step.field.change == "hoofdletters" else said.lower()
        self._out.append(escape(printable(said)).replace("\n", _LINE_BREAK))

    def _draw(self, drawing: Drawing, step: Fill) -> None:
        self.drawings.append(drawing)
        relation = f"{self.relation_prefix}{len(self.drawings)}"
        number = self.first_picture + len(self.drawings) - 1
        xml = drawing_xml(drawing, relation=relation, number=number, room=step.room)
        self._out.append(f'</w:t>{xml}<w:t xml:space="preserve">')

    def repeat(self, step: Repeat, scope: Scope) -> None:
        """Write the body once per item."""
        for number, item in enumerate(found(step.loop.path, scope), 1):
            self._rounds += 1
            if self._rounds > _MOST_ROUNDS:
                raise Mistake("too_big", step.place)
            self._item = item.get("id", "") if isinstance(item, Mapping) else ""
            self._all(step.body, {**scope, step.loop.name: item, "nummer": str(number)})
        self._item = ""

    def choose(self, step: Choose, scope: Scope) -> None:
        """Write the body that holds."""
        condition = step.condition
        value = found(condition.path, scope)
        holds = bool(value) if condition.equals is None else str(value) == condition.equals
        self._all(step.otherwise if holds == condition.negated else step.body, scope)

    def anchor(self, step: Anchored, scope: Scope) -> None:
        """Put a bookmark around what belongs to one item; its name survives editing."""
        name = bookmark_name(step.name or self._item)
        self._item = ""
        if not name or name in self._names:
            self._all(step.body, scope)
            return
        self._bookmark(name, step.body, scope)

    def heading(self, step: Heading, scope: Scope) -> None:
        """Write a heading and remember it for the table of contents."""
        name = f"_Toc{len(self.entries) + 1:08}"
        start = len(self._out)
        self._bookmark(name, step.body, scope)
        said = _MARKUP.sub("", "".join(self._out[start:])).strip()
        if said:
            self.entries.append(Entry(step.level, step.numbered, said, name))

    def _bookmark(self, name: str, body: Sequence[Step], scope: Scope) -> None:
        self._names.add(name)
        number = _FIRST_BOOKMARK + len(self._names)
        self._out.append(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>')
        self._all(body, scope)
        self._out.append(f'<w:bookmarkEnd w:id="{number}"/>')

    def table(self, step: Table, scope: Scope) -> None:
        """Write a table, unless no row is left."""
        start = len(self._out)
        self._all(step.body, scope)
        if not any("<w:tr>" in piece or "<w:tr " in piece for piece in self._out[start:]):
            del self._out[start:]

    def cell(self, step: Cell, scope: Scope) -> None:
        """Write a cell; Word calls a cell that ends without a paragraph a damaged file."""
        start = len(self._out)
        self._all(step.body, scope)
        if not "".join(self._out[start:]).rstrip().endswith(("</w:p>", "<w:p/>")):
            self._out.append("<w:p/>")

    def list_here(self, step: ContentsList, scope: Scope) -> None:  # noqa: ARG002 - same shape as the others
        """Keep a place for the table of contents, which is known at the end."""
        self._lists.append((len(self._out), step.styles))
        self._out.append("")


_WRITE: dict[type, Callable[[Writer, Any, Scope], None]] = {
    Fill: Writer.fill,
    Repeat: Writer.repeat,
    Choose: Writer.choose,
    Anchored: Writer.anchor,
    Heading: Writer.heading,
    Table: Writer.table,
    Cell: Writer.cell,
    ContentsList: Writer.list_here,
}


def found(path: str, scope: Scope) -> Any:  # noqa: ANN401 - a template may hold anything
    """Return the value at a path; only keys of mappings are followed, never attributes."""
    value: Any = scope
    for name in path.split("."):
        value = value[name]
    return value


def bookmark_name(identity: str) -> str:
    """Return the bookmark of an item: letters, digits and `_`, at most 40 of them.

    Args:
        identity: such as `events-e0012`; empty for none. A long one is cut and gets a
            fingerprint, so that it stays unique and can be computed again.
    """
    if not identity:
        return ""
    name = "ca_" + re.sub(r"\W", "_", identity)
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[:27]}_{sha256(identity.encode()).hexdigest()[:12]}"
