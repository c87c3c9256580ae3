"""What a reader changed or said in a returned draft, as plain values."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256


class Kind(StrEnum):
    """How somebody reacted; the last four are changes that nobody's program kept track of."""

    COMMENT = "comment"
    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"
    MOVED_HERE = "moved_here"
    MOVED_AWAY = "moved_away"
    FORMATTED = "formatted"
    ROW_INSERTED = "row_inserted"
    ROW_DELETED = "row_deleted"
    REWRITTEN = "rewritten"
    ADDED = "added"
    GONE = "gone"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """One comment or one change.

    Attributes:
        text: what is said or came in; of a rewritten paragraph how it reads now.
        quote: the words it is about or that went; of a rewritten paragraph how it read.
        author: name in the file; empty for a change nobody's program kept track of.
        at: as it was written in the file, without time zone; None when it does not say.
        resolved: of a comment that was ticked off.
        number: of a comment, within the file only.
        answers: the number of the comment this one replies to.
        fingerprint: the same whenever the same reaction comes in again; unique in a file.
    """

    kind: Kind
    text: str
    quote: str = ""
    author: str = ""
    at: datetime | None = None
    resolved: bool = False
    number: str = ""
    answers: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A reaction with what it is about.

    Attributes:
        anchors: the paragraphs of the draft it is about, the first one first; never empty.
        certain: found by its anchor, or standing among paragraphs that were; False when it
            was recognised by its words.
    """

    reaction: Reaction
    anchors: tuple[str, ...]
    certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A reaction that belongs to no paragraph of the draft.

    Attributes:
        after: the last paragraph before it that was recognised, or empty.
    """

    reaction: Reaction
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """Everything in a returned draft, in the order of the file.

    Attributes:
        case: key of the case the file says it is about; empty when it does not say.
    """

    case: str
    placed: tuple[Placed, ...]
    unplaced: tuple[Unplaced, ...]


def with_fingerprints(found: Iterable[Placed | Unplaced]) -> Iterator[Placed | Unplaced]:
    """Give every reaction its fingerprint; the second of two equal ones gets another."""
    times: Counter[str] = Counter()
    for one in found:
        said = _identity(one)
        times[said] += 1
        print_ = sha256(f"{said}\x1f{times[said]}".encode()).hexdigest()
        yield replace(one, reaction=replace(one.reaction, fingerprint=print_))


def _identity(one: Placed | Unplaced) -> str:
    said, place = one.reaction, one.anchors[0] if isinstance(one, Placed) else ""
    at = said.at.isoformat() if said.at else ""
    return "\x1f".join((said.kind, said.author, at, place, said.quote, said.text))
