"""A letter to one person as a mail message; one message never names two people."""

import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

from casusanalyse.domain.problems import Refusal

_ADDRESS = re.compile(
    r"[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.ASCII | re.IGNORECASE
)
"""An address as browsers see it. Source: HTML standard, valid e-mail address."""

_LONGEST = 254
"""Signs in an address. Source: RFC 5321, section 4.5.3.1, erratum 1690."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What one person gets.

    Attributes:
        to: address; empty leaves it to who sends the message.
        subject: one line.
        body: plain words; holds the personal link.
        calendar: entry for a calendar as .ics, or nothing.
    """

    to: str
    subject: str
    body: str
    calendar: bytes = b""


def message(letter: Letter, *, sender: str = "") -> EmailMessage:
    """Return a letter as a message.

    Args:
        letter: for one person.
        sender: address; empty leaves it to who sends the message.

    Raises:
        Refusal: those of `checked_address`.
    """
    made = EmailMessage(policy=SMTP)
    if sender:
        made["From"] = checked_address(sender)
    if letter.to:
        made["To"] = checked_address(letter.to)
    made["Subject"] = letter.subject
    made.set_content(letter.body, cte="quoted-printable")
    made["Content-Language"] = "nl"
    if letter.calendar:
        made.add_attachment(
            letter.calendar,
            maintype="text",
            subtype="calendar",
            filename="laatste-dag.ics",
            params={"method": "PUBLISH", "charset": "utf-8"},
        )
    return made


def unsent(made: EmailMessage) -> bytes:
    """Return a message as an .eml file that opens as a new message, ready to be sent."""
    made["X-Unsent"] = "1"
    return made.as_bytes()


def checked_address(typed: str) -> str:
    """Return an address as mail servers take it.

    Raises:
        Refusal: `mail_address_missing`; `mail_address_odd` when a server would refuse it, or
            could be fooled by it.
    """
    address = typed.strip()
    if not address:
        raise Refusal("mail_address_missing")
    if len(address) > _LONGEST or not _ADDRESS.fullmatch(address):
        raise Refusal("mail_address_odd")
    return address
