"""The draft that somebody returns in Word: what it says, and about which paragraph."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256

from casusanalyse.content.text import page, text
from casusanalyse.domain.draft import WHOLE, Draft, Paragraph
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.remark import Remark, RemarkKind, Said
from casusanalyse.domain.round import AMSTERDAM
from casusanalyse.report.chapters.standing import draft_standing
from casusanalyse.report.returned.draft import sent
from casusanalyse.report.returned.reading import read_returned
from casusanalyse.report.returned.result import Kind, Placed, Reaction, Unplaced
from casusanalyse.report.word.upload import MOST_BYTES
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.remarks import take_in
from casusanalyse.usecases.report import as_read, as_word, telling
from casusanalyse.usecases.round import draft_file, draft_of

__all__ = ["MOST_BYTES", "Heard", "heard", "take_back"]

_AGAIN = re.compile(r"_again\d+$")
_KEY_LENGTH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A comment or change in a returned draft, at its place in the report.

    Attributes:
        paragraph: id of the `Paragraph`; empty for what is about none of them, such as a
            heading.
        anchors: the bookmarks it is about; none when it could not be placed.
        place: how people call that place; of what could not be placed, what comes before it.
        read: the words that stood there when the draft was sent.
        certain: False when the place was recognised by words that are alike.
    """

    reaction: Reaction
    paragraph: str = WHOLE
    anchors: tuple[str, ...] = ()
    place: str = ""
    read: str = ""
    certain: bool = True


@dataclass(frozen=True, slots=True)
class _Places:
    """What stands at which bookmark.

    Attributes:
        owners: the paragraph of every bookmark.
        words: what stood there.
    """

    owners: dict[str, Paragraph]
    words: dict[str, str]

    def heard(self, one: Placed | Unplaced) -> Heard:
        """Return a reaction at its place in the report."""
        if isinstance(one, Unplaced):
            return Heard(reaction=one.reaction, place=self._place(one.after))
        owner = self._owner(one.anchors)
        return Heard(
            reaction=one.reaction,
            paragraph=owner.id if owner else WHOLE,
            anchors=one.anchors,
            place=owner.place if owner else self._place(one.anchors[0]),
            read=owner.text if owner else self.words.get(one.anchors[0], ""),
            certain=one.certain,
        )

    def _owner(self, anchors: Iterable[str]) -> Paragraph | None:
        names = (name for anchor in anchors for name in (anchor, _AGAIN.sub("", anchor)))
        return next((self.owners[name] for name in names if name in self.owners), None)

    def _place(self, anchor: str) -> str:
        owner = self._owner([anchor])
        return owner.place if owner else self.words.get(anchor, "")


def heard(
    desk: Desk, data: bytes, *, today: date, template: bytes | None = None
) -> tuple[Heard, ...]:
    """Return everything a returned draft says; what could not be placed comes last.

    It is held against the draft that was frozen for the readers, and before there is one
    against the report as it is now.

    Args:
        desk: on the case the file is about.
        data: the file as it came back, not trusted.
        today: for the report as it is now.
        template: a region's own.

    Raises:
        Refusal: the codes that begin with `returned_`; `unknown_case`; `template_broken`.
    """
    file, draft = _compared_with(desk, today, template)
    before = sent(file)
    found = read_returned(data, before)
    if found.case not in {"", desk.case().key}:
        raise Refusal("returned_other_case")
    places = _Places(
        owners=_owners(draft),
        words={one.anchor: one.text for one in before.paragraphs if one.anchor},
    )
    return (*map(places.heard, found.placed), *map(places.heard, found.unplaced))


def _owners(draft: Draft) -> dict[str, Paragraph]:
    """Return whose every bookmark is; words that come again have their own, as in the file."""
    owners: dict[str, Paragraph] = {}
    seen: Counter[str] = Counter()
    for one in draft.paragraphs:
        for anchor in one.anchors:
            seen[anchor] += 1
            owners[_numbered(anchor, seen[anchor])] = one
    return owners


def _numbered(anchor: str, time: int) -> str:
    return anchor if time == 1 else f"{anchor}_again{time}"


def take_back(desk: Desk, participant: str, data: bytes, *, today: date) -> int:
    """Add what a participant said in Word to the remarks; the same file twice adds nothing.

    Args:
        desk: of the chair.
        participant: key of the participant whose file it is.
        data: the file as it came back, not trusted.
        today: see `heard`.

    Returns:
        How many remarks were new.

    Raises:
        Refusal: as `heard` and as `take_in`.
    """
    found = heard(desk, data, today=today)
    numbers = {one.reaction.number: one.reaction for one in found if one.reaction.number}
    names = {one.key: one.name for one in desk.case().participants}
    remarks = [
        Remark(
            key=_key(one.reaction, participant),
            paragraph=one.paragraph,
            quoted=one.read or one.reaction.quote or one.place,
            author=one.reaction.author or names.get(participant, ""),
            sent=_said(one.reaction, numbers.get(one.reaction.answers)),
            sent_at=_moment(one.reaction.at) or desk.now,
        )
        for one in found
    ]
    return take_in(desk, participant, remarks)


def _compared_with(desk: Desk, today: date, template: bytes | None) -> tuple[bytes, Draft]:
    file, draft = draft_file(desk), draft_of(desk)
    if file and draft:
        return file, draft
    told = telling(desk.case(), today=today, book=book(desk))
    return as_word(told, draft_standing(desk.reference, today), template), as_read(told)


def _key(reaction: Reaction, participant: str) -> str:
    """Return a key that follows from the reaction; one without author is the participant's."""
    whose = "" if reaction.author else participant
    return sha256(f"{whose}-{reaction.fingerprint}".encode()).hexdigest()[:_KEY_LENGTH]


def _said(reaction: Reaction, answered: Reaction | None) -> Said:
    """Put a change into words; a comment stays as it is."""
    if answered:
        words = text("returned.reply", to=answered.text, said=reaction.text)
        return Said(kind=RemarkKind.COMMENT, words=words)
    if reaction.kind in {Kind.COMMENT, Kind.NOTE}:
        return Said(kind=RemarkKind.COMMENT, words=reaction.text)
    emptied = reaction.kind is Kind.REWRITTEN and not reaction.text
    sort = Kind.GONE if emptied else reaction.kind
    sentence: str = page("returned")["changes"][sort]
    words = sentence.format(said=reaction.text, quote=reaction.quote)
    return Said(kind=RemarkKind.REWORDED, words=words)


def _moment(at: datetime | None) -> datetime | None:
    """Return a moment in a file as an aware one; word processors write the local time."""
    return at.replace(tzinfo=AMSTERDAM).astimezone(UTC) if at else None
