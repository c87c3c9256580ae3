"""What participants say about the draft, and what the chair does with it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_REMARK = 5_000
"""Letters in one remark; about two pages."""


class RemarkKind(StrEnum):
    """How somebody reacts; the last two only come from a Word file."""

    AGREES = "agrees"
    MISSES = "misses"
    RATHER = "rather"
    RECOGNISES = "recognises"
    GENERAL = "general"
    COMMENT = "comment"
    REWORDED = "reworded"


OF_A_PARAGRAPH = (RemarkKind.AGREES, RemarkKind.MISSES, RemarkKind.RATHER)
OF_THE_WHOLE = (RemarkKind.RECOGNISES, RemarkKind.GENERAL)
_CONTENT = frozenset({RemarkKind.AGREES, RemarkKind.RECOGNISES})


class AnswerKind(StrEnum):
    """What became of a remark."""

    PROCESSED = "processed"
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A reaction in words; `words` may be empty when the kind says enough."""

    kind: RemarkKind
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the chair answers, with the reason in words; either may come first."""

    kind: AnswerKind | None = None
    reason: str = ""

    @property
    def is_complete(self) -> bool:
        """It says what became of the remark, and how that comes unless all was processed."""
        if self.kind in {AnswerKind.PARTLY, AnswerKind.NOT}:
            return bool(self.reason.strip())
        return self.kind is AnswerKind.PROCESSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What one person says about one paragraph, or about the whole; moments are aware, UTC.

    Attributes:
        key: unique within the case.
        paragraph: id of the `Paragraph`; empty for the whole report, and for what came back in
            a Word file and could not be placed.
        quoted: the text of the paragraph as it was read, so that a remark is never orphaned.
        invitation: key of the `Invitation`; empty when a Word file came from somebody else.
        author: name in the Word file; empty for what came by the link.
        draft: as typed, kept while typing; nobody but the reader sees it.
        saved_at: when the draft was kept.
        sent: as sent; None before, and after it was taken back.
        sent_at: when it was sent.
        answer: what the chair answered, or None.
        differs: we keep seeing this differently; it is printed as a differing view.
    """

    key: str
    paragraph: str = ""
    quoted: str = ""
    invitation: str = ""
    author: str = ""
    draft: Said | None = None
    saved_at: datetime | None = None
    sent: Said | None = None
    sent_at: datetime | None = None
    answer: Answer | None = None
    differs: bool = False

    @property
    def is_sent_as_it_is(self) -> bool:
        """What was typed is what was sent."""
        return self.draft == self.sent

    @property
    def asks_for_answer(self) -> bool:
        """There are words, or something is missing; who only agrees needs no answer."""
        if self.sent is None:
            return False
        return bool(self.sent.words.strip()) or self.sent.kind not in _CONTENT

    @property
    def waits(self) -> bool:
        """The report cannot be final yet because of this one."""
        return self.asks_for_answer and not (self.answer and self.answer.is_complete)
