"""One participant with the draft before them: typing, sending, taking back.

What is typed is kept but not sent. Sending sends all of it; what was sent before stays as it
was until it is sent again or taken back.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from casusanalyse.domain.draft import WHOLE, Paragraph
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.remark import (
    LONGEST_REMARK,
    OF_A_PARAGRAPH,
    OF_THE_WHOLE,
    Remark,
    Said,
)
from casusanalyse.domain.round import Invitation, Round, RoundState, is_readable, state_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one participant has before them.

    Attributes:
        reference: of the case.
        remarks: this participant's own by the link, and nobody else's.
    """

    reference: str
    week: Round
    invitation: Invitation
    remarks: tuple[Remark, ...] = ()

    @property
    def is_sent_as_it_is(self) -> bool:
        """There is something sent, and nothing was typed after it."""
        return self.invitation.sent_at is not None and all(
            one.is_sent_as_it_is for one in self.remarks
        )

    def remark(self, paragraph: str) -> Remark | None:
        """Return the remark on a paragraph, or on the whole."""
        return next((one for one in self.remarks if one.paragraph == paragraph), None)


def is_allowed(reading: Reading, now: datetime) -> bool:
    """Tell whether the link leads somewhere."""
    return reading.invitation.revoked_at is None and is_readable(reading.week, now)


def reacted(
    reading: Reading, paragraph: Paragraph | None, said: Said | None, now: datetime
) -> Reading:
    """Return the reading with what was typed kept, not sent.

    Args:
        reading: as it was.
        paragraph: None for the report as a whole.
        said: None takes the choice back.
        now: aware, UTC.

    Raises:
        Refusal: `round_closed`, `not_understood`; `remark_too_long` with `most` letters.
    """
    _refuse_closed(reading, now)
    _refuse_unfit(paragraph, said)
    place = paragraph.id if paragraph else WHOLE
    before = reading.remark(place) or Remark(
        key=f"{reading.invitation.key}-{place}",
        paragraph=place,
        quoted=paragraph.text if paragraph else "",
        invitation=reading.invitation.key,
    )
    after = replace(before, draft=said, saved_at=now)
    others = (one for one in reading.remarks if one.paragraph != place)
    return replace(reading, remarks=tuple(_said((*others, after))))


def sent(reading: Reading, now: datetime) -> Reading:
    """Return the reading with everything that was typed sent.

    Raises:
        Refusal: `round_closed`; `nothing_to_send` when nothing was said.
    """
    _refuse_closed(reading, now)
    if not any(one.draft for one in reading.remarks):
        raise Refusal("nothing_to_send")
    remarks = tuple(
        one if one.is_sent_as_it_is else _as_sent(one, one.draft, now)
        for one in reading.remarks
    )
    invitation = replace(reading.invitation, sent_at=now)
    return replace(reading, remarks=tuple(_said(remarks)), invitation=invitation)


def withdrawn(reading: Reading, now: datetime) -> Reading:
    """Return the reading with everything taken back; what was typed stays with the reader.

    Raises:
        Refusal: `round_closed`.
    """
    _refuse_closed(reading, now)
    remarks = tuple(_as_sent(one, None, None) for one in reading.remarks)
    invitation = replace(reading.invitation, sent_at=None)
    return replace(reading, remarks=tuple(_said(remarks)), invitation=invitation)


def _as_sent(remark: Remark, said: Said | None, at: datetime | None) -> Remark:
    """Return the remark as sent; an answer to what was sent before no longer fits."""
    return replace(remark, sent=said, sent_at=at, answer=None, differs=False)


def _refuse_closed(reading: Reading, now: datetime) -> None:
    if state_of(reading.week, now) is not RoundState.OPEN:
        raise Refusal("round_closed")


def _refuse_unfit(paragraph: Paragraph | None, said: Said | None) -> None:
    if said is None:
        return
    if said.kind not in (OF_A_PARAGRAPH if paragraph else OF_THE_WHOLE):
        raise Refusal("not_understood")
    if len(said.words) > LONGEST_REMARK:
        raise Refusal("remark_too_long", most=LONGEST_REMARK)


def _said(remarks: tuple[Remark, ...]) -> list[Remark]:
    """Leave out remarks of which nothing is left."""
    return [one for one in remarks if one.draft or one.sent]
