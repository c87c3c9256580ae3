"""What the bearer of a personal link does: read, react, send, take back.

Every function answers the same for a link that is unknown, expired or revoked: the refusal
`link_unknown`, after the same one question to the store.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from casusanalyse.domain.change import Deed
from casusanalyse.domain.draft import WHOLE, Draft, Paragraph
from casusanalyse.domain.final import FinalReport
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.reading import Reading, is_allowed, reacted, sent, withdrawn
from casusanalyse.domain.remark import Remark, Said
from casusanalyse.domain.round import RoundState, state_of
from casusanalyse.store.cases import CaseStore

READER = "deelnemer"
"""Who a participant is in the change log; never a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody with a personal link.

    Attributes:
        token: from the link.
        now: moment of this request; aware, UTC.
    """

    cases: CaseStore
    token: str
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything the reading page shows.

    Attributes:
        name: of the reader.
        state: where the report stands at this moment.
        report: the draft, or the final report once there is one.
        final: with the printed remarks and changes; None before.
        answered: the reader's own remarks as they were sent, by the link or in Word, with the
            answers; empty before the report is final.
    """

    name: str
    reading: Reading
    state: RoundState
    report: Draft
    final: FinalReport | None = None
    answered: tuple[Remark, ...] = ()


def open_link(reader: Reader) -> Page:
    """Return what the reading page shows; opening it is no reaction and leaves no trace.

    Raises:
        Refusal: `link_unknown`.
    """
    reading = _reading(reader)
    rounds, state = reader.cases.rounds, state_of(reading.week, reader.now)
    final = rounds.final(reading.reference) if state is RoundState.FINAL else None
    report = final.report if final else rounds.draft(reading.reference)
    return Page(
        name=_name(reader, reading),
        reading=reading,
        state=state,
        report=report or Draft(),
        final=final,
        answered=_own(reader, reading) if final else (),
    )


def react(reader: Reader, paragraph: str, said: Said | None) -> Reading:
    """Keep what the reader chose and typed about a paragraph; not sent yet.

    Args:
        reader: who types.
        paragraph: id of the paragraph, or `WHOLE` for the report as a whole.
        said: None takes the choice back.

    Raises:
        Refusal: `link_unknown`, `round_closed`, `not_understood`, `remark_too_long`.
    """
    about = _paragraph(reader, paragraph)
    return _change(reader, lambda reading: reacted(reading, about, said, reader.now))


def send(reader: Reader) -> Reading:
    """Send everything that was typed.

    Raises:
        Refusal: `link_unknown`, `round_closed`, `nothing_to_send`.
    """
    return _change(reader, lambda reading: sent(reading, reader.now), "reaction_sent")


def withdraw(reader: Reader) -> Reading:
    """Take back everything that was sent; what was typed stays with the reader.

    Raises:
        Refusal: `link_unknown`, `round_closed`.
    """
    return _change(reader, lambda reading: withdrawn(reading, reader.now), "reaction_withdrawn")


def report_file(reader: Reader) -> bytes:
    """Return the draft as a .docx, or the final report once there is one.

    Raises:
        Refusal: `link_unknown`.
    """
    reading = _reading(reader)
    rounds = reader.cases.rounds
    if state_of(reading.week, reader.now) is RoundState.FINAL:
        return rounds.final_file(reading.reference) or b""
    return rounds.draft_file(reading.reference) or b""


def _own(reader: Reader, reading: Reading) -> tuple[Remark, ...]:
    """Return what this reader sent, also what came back in Word."""
    everybody = reader.cases.readings.remarks(reading.reference)
    own = reading.invitation.key
    return tuple(one for one in everybody if one.sent and one.invitation == own)


def _reading(reader: Reader) -> Reading:
    return _allowed(reader.cases.readings.get(reader.token), reader.now)


def _allowed(reading: Reading | None, now: datetime) -> Reading:
    if reading is None or not is_allowed(reading, now):
        raise Refusal("link_unknown")
    return reading


def _change(
    reader: Reader, alter: Callable[[Reading], Reading], verb: str | None = None
) -> Reading:
    def checked(reading: Reading) -> Reading:
        return alter(_allowed(reading, reader.now))

    deed = Deed(who=READER, at=reader.now, verb=verb) if verb else None
    return _allowed(reader.cases.readings.change(reader.token, checked, deed), reader.now)


def _paragraph(reader: Reader, paragraph: str) -> Paragraph | None:
    reading = _reading(reader)
    if paragraph == WHOLE:
        return None
    draft = reader.cases.rounds.draft(reading.reference)
    found = draft.get(paragraph) if draft else None
    if found is None:
        raise Refusal("not_understood")
    return found


def _name(reader: Reader, reading: Reading) -> str:
    people = reader.cases.get(reading.reference).participants
    key = reading.invitation.participant
    return next((one.name for one in people if one.key == key), "")


def reading_path(token: str) -> str:
    """Return the path of a personal link; what is behind the # is in no request and no log."""
    return f"/lees#{token}"
