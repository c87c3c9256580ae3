"""The mail server of a region: always with TLS, always with a checked certificate."""

import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from casusanalyse.domain.problems import Refusal
from casusanalyse.post.message import checked_address
from casusanalyse.settings import MailServer

_PATIENCE = 20.0
"""Seconds a server gets for each answer."""

_YES = range(200, 300)


class Mailbag:
    """An open line to a mail server; takes letters one by one."""

    def __init__(self, line: smtplib.SMTP, sender: str) -> None:
        self._line = line
        self._sender = sender

    def deliver(self, to: str, make: Callable[[], EmailMessage]) -> None:
        """Hand over one message; when this returns, the server has taken it.

        Args:
            to: address; who else is in the headers gets nothing.
            make: gives the message, and is only asked once the server takes the address, so
                that a refused address leaves no link behind.

        Raises:
            Refusal: those of `checked_address`; `mail_refused` when the server does not take
                it, with the `number` of its answer; `mail_broken` when the line broke.
        """
        address = checked_address(to)
        try:
            self._ready(address)
            self._checked(self._line.data(make().as_bytes()))
        except smtplib.SMTPResponseException as said:
            raise Refusal("mail_refused", number=said.smtp_code) from None
        except (smtplib.SMTPException, OSError):
            raise Refusal("mail_broken") from None

    def _ready(self, address: str) -> None:
        self._line.rset()
        self._checked(self._line.mail(self._sender))
        self._checked(self._line.rcpt(address))

    def _checked(self, answer: tuple[int, bytes]) -> None:
        if answer[0] not in _YES:
            raise Refusal("mail_refused", number=answer[0])


@contextmanager
def mailbag(server: MailServer) -> Iterator[Mailbag]:
    """Open a line to a mail server, and close it afterwards.

    Raises:
        Refusal: `mail_unreachable`; `mail_not_trusted` without TLS, or when the certificate
            is not right; `mail_login`.
    """
    sender = checked_address(server.sender)
    line = _opened(server)
    try:
        _greet(line, server)
        yield Mailbag(line, sender)
    finally:
        _close(line)


def _opened(server: MailServer) -> smtplib.SMTP:
    trust = _trust(server)
    host, port = server.host, server.port
    try:
        if server.tls_at_once:
            return smtplib.SMTP_SSL(host, port, timeout=_PATIENCE, context=trust)
        line = smtplib.SMTP(host, port, timeout=_PATIENCE)
    except ssl.SSLError:
        raise Refusal("mail_not_trusted") from None
    except (smtplib.SMTPException, OSError):
        raise Refusal("mail_unreachable") from None
    try:
        line.starttls(context=trust)
    except (smtplib.SMTPException, OSError):
        line.close()
        raise Refusal("mail_not_trusted") from None
    return line


def _trust(server: MailServer) -> ssl.SSLContext:
    """Return what is believed: the certificates of this computer, or those of the region."""
    try:
        trust = ssl.create_default_context(cafile=server.certificates or None)
    except OSError:
        raise Refusal("mail_not_trusted") from None
    trust.minimum_version = ssl.TLSVersion.TLSv1_2
    return trust


def _greet(line: smtplib.SMTP, server: MailServer) -> None:
    try:
        line.ehlo_or_helo_if_needed()
        if server.user:
            line.login(server.user, server.password)
    except (smtplib.SMTPException, OSError):
        raise Refusal("mail_login") from None


def _close(line: smtplib.SMTP) -> None:
    try:
        line.quit()
    except (smtplib.SMTPException, OSError):
        line.close()
