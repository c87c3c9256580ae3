"""A paragraph of a returned draft, as a plain value."""

import re
import unicodedata
from dataclasses import dataclass, field

from casusanalyse.report.returned.words import Hand, Words

_LONGEST_QUOTE = 2_000
_MOST_COVERED = 200
"""A comment on the whole report is not about every paragraph."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


@dataclass(slots=True, eq=False)
class Row:
    """A row of a table.

    Attributes:
        inserted, deleted: when the row came or went as a whole.
        columns: how many cells were read.
    """

    inserted: Hand | None = None
    deleted: Hand | None = None
    columns: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A paragraph, in the body or in a cell.

    Attributes:
        anchors: our bookmarks that begin here.
        copies: the names of our bookmarks that were copied along with words.
        row, column: where in a table; None and 0 outside.
        runs_on: whoever cut it from the next one; before, they were one paragraph.
        reformatted: whoever changed how it looks.
        contents: it is a line of the table of contents.
        heading: the table of contents names it.
        boxes: words in text boxes that hang here.
        notes: the notes that belong here.
    """

    words: tuple[Words, ...]
    anchors: tuple[str, ...]
    copies: tuple[str, ...]
    row: Row | None
    column: int
    runs_on: Hand | None
    reformatted: Hand | None
    contents: bool
    heading: bool
    boxes: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def before(self) -> str:
        """The words as they were before all tracked changes."""
        if self.row and self.row.inserted:
            return ""
        return "".join(words.text for words in self.words if not words.inserted)

    @property
    def after(self) -> str:
        """The words as they are when all tracked changes are accepted."""
        if self.row and self.row.deleted:
            return ""
        return "".join(words.text for words in self.words if not words.deleted)


@dataclass(slots=True)
class Stretch:
    """What a comment is about.

    Attributes:
        blocks: numbers of the blocks it covers.
        old: the words it covers that stood there before all tracked changes.
        new: the words it covers that came in.
    """

    blocks: list[int] = field(default_factory=list)
    old: str = ""
    new: str = ""

    @property
    def quote(self) -> str:
        """The words it covers, as they were sent when they were."""
        return normal(self.old or self.new)

    def add(self, block: int, words: Words) -> None:
        """Cover words of a block."""
        new = bool(self.blocks) and block != self.blocks[-1]
        said = f" {words.text}" if new else words.text
        if words.inserted and len(self.new) < _LONGEST_QUOTE:
            self.new += said
        elif not words.inserted and len(self.old) < _LONGEST_QUOTE:
            self.old += said
        if said.strip() and (new or not self.blocks) and len(self.blocks) < _MOST_COVERED:
            self.blocks.append(block)

    def close(self, block: int) -> None:
        """End here; a comment on nothing is about where it ends."""
        if not self.blocks:
            self.blocks.append(block)


@dataclass(slots=True)
class Body:
    """A body that was read.

    Attributes:
        stretches: by the number of the comment.
        reach: per anchor the number of the last block it covers.
    """

    blocks: list[Block] = field(default_factory=list)
    stretches: dict[str, Stretch] = field(default_factory=dict)
    reach: dict[str, int] = field(default_factory=dict)


def normal(said: str) -> str:
    """Return words in the form in which two programs write them the same."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", said))
    return " ".join(plain.split())
