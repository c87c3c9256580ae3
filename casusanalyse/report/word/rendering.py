"""Run the program of a template part on the contents of a case."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from xml.sax.saxutils import escape

from casusanalyse.report.anchor import Told
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
_LONGEST_NAME = 31
"""Word allows 40; the rest is for the number of a name that stands in more places."""

_FINGERPRINT = 12
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
    _names: dict[str, int] = field(default_factory=dict)
    _bookmarks: int = 0
    _item: str = ""
    _told: str = ""
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
        value = value_at(step.field.path, scope)
        if isinstance(value, Told) and not self._told:
            self._told = value.anchor
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
        outer = self._item
        for number, item in enumerate(value_at(step.loop.path, scope), 1):
            self._rounds += 1
            if self._rounds > _MOST_ROUNDS:
                raise Mistake("too_big", step.place)
            self._item = (item.get("id", "") if isinstance(item, Mapping) else "") or outer
            self._all(step.body, {**scope, step.loop.name: item, "nummer": str(number)})
        self._item = outer

    def choose(self, step: Choose, scope: Scope) -> None:
        """Write the body that holds."""
        condition = step.condition
        value = value_at(condition.path, scope)
        holds = bool(value) if condition.equals is None else str(value) == condition.equals
        self._all(step.otherwise if holds == condition.negated else step.body, scope)

    def anchor(self, step: Anchored, scope: Scope) -> None:
        """Put a bookmark around a paragraph; its name survives editing."""
        outer, self._told = self._told, ""
        start = self._inside(step.body, scope)
        identity = self._told or self._identity(step, start)
        self._told = outer
        if identity:
            self._bookmark(start, self._unique(bookmark_name(identity)))

    def _identity(self, step: Anchored, start: int) -> str:
        """Say what a paragraph without a field is about: an item, or its own fixed words."""
        xml = "".join(self._out[start:])
        words = _MARKUP.sub("", xml).strip()
        if not (words or "<w:drawing" in xml):
            return ""
        fixed = sha256(words.encode()).hexdigest()[:_FINGERPRINT]
        return self._item or step.name or f"w-{fixed}"

    def _unique(self, name: str) -> str:
        """Number a name that was used before: what a record says may stand in two places."""
        times = self._names.get(name.casefold(), 0) + 1
        self._names[name.casefold()] = times
        return name if times == 1 else f"{name}_again{times}"

    def heading(self, step: Heading, scope: Scope) -> None:
        """Write a heading and remember it for the table of contents."""
        name = f"_Toc{len(self.entries) + 1:08}"
        start = self._inside(step.body, scope)
        self._bookmark(start, name)
        said = _MARKUP.sub("", "".join(self._out[start:])).strip()
        if said:
            self.entries.append(Entry(step.level, step.numbered, said, name))

    def _inside(self, body: Sequence[Step], scope: Scope) -> int:
        """Write a body behind an empty place; return that place, for a bookmark."""
        self._out.append("")
        start = len(self._out) - 1
        self._all(body, scope)
        return start

    def _bookmark(self, start: int, name: str) -> None:
        self._bookmarks += 1
        number = _FIRST_BOOKMARK + self._bookmarks
        self._out[start] = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
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


def value_at(path: str, scope: Scope) -> Any:  # noqa: ANN401 - a template may hold anything
    """Return the value at a path; only keys of mappings are followed, never attributes."""
    value: Any = scope
    for name in path.split("."):
        value = value[name]
    return value


def bookmark_name(identity: str) -> str:
    """Return the bookmark of a paragraph: letters, digits and `_`, as Word wants.

    Args:
        identity: such as `events-e0012-what`. A long one is cut and gets a fingerprint, so
            that it stays unique and can be computed again.
    """
    name = "ca_" + re.sub(r"\W", "_", identity)
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[:18]}_{sha256(identity.encode()).hexdigest()[:_FINGERPRINT]}"
