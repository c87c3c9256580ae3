"""Messages to participants, as text; no name of a family in a subject."""

from dataclasses import dataclass
from datetime import date

from casusanalyse.content.round import open_line, say_last_day
from casusanalyse.content.text import text


@dataclass(frozen=True, slots=True)
class Message:
    """A message to one participant.

    Attributes:
        body: plain text with the personal link in it.
    """

    subject: str
    body: str


def invitation_message(name: str, link: str, last_day: date) -> Message:
    """Return the message with which a participant is invited to read and react."""
    return _message("invited", name, link, last_day)


def reminder_message(name: str, link: str, last_day: date) -> Message:
    """Return the message for who has not reacted yet."""
    return _message("reminded", name, link, last_day)


def _message(sort: str, name: str, link: str, last_day: date) -> Message:
    moment = say_last_day(last_day)
    subject = text(f"invitation.{sort}_subject", moment=moment)
    body = text(f"invitation.{sort}_body", name=name, link=link, moment=moment)
    return Message(subject, f"{body.strip()}\n\n{open_line(last_day)}\n")
