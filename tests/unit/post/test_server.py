"""Letters handed to a real mail server over TLS, with a certificate that is checked."""

import socket
import ssl
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from casusanalyse.domain.problems import Refusal
from casusanalyse.post.message import Letter, message
from casusanalyse.post.server import mailbag
from casusanalyse.settings import MailServer

HOST = "localhost"
SENDER = "ret@regio.example"
LETTER = Letter(to="koos@school.example", subject="Conceptverslag", body="Dag Koos,\n\nLink.\n")


class Postbox:
    """What a server does with letters: keeps them, or refuses by address."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, list[str], bytes]] = []
        self.full: set[str] = set()
        self.spam: set[str] = set()

    async def handle_RCPT(  # noqa: N802 - asked by this name
        self, _server, _session, envelope, address, _options
    ):
        if address in self.full:
            return "550 no such box"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - asked by this name
        if self.spam & set(envelope.rcpt_tos):
            return "554 not wanted"
        self.kept.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 OK"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def certificates(authority, tmp_path) -> Path:
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(file)
    return file


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


def tls(authority: trustme.CA, name: str = HOST) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(name).configure_cert(context)
    return context


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def allow(server, session, envelope, mechanism, told: LoginPassword) -> AuthResult:
    return AuthResult(success=told == LoginPassword(b"casus", b"geheim"))


class Served(Controller):
    """The library knocks at its own door with the wrong key; a plain knock is enough."""

    def _trigger_server(self) -> None:
        socket.create_connection((self.hostname, self.port), 5).close()


def served(postbox: Postbox, **how: object) -> Iterator[int]:
    controller = Served(postbox, hostname="127.0.0.1", port=free_port(), **how)
    controller.start()
    yield controller.port
    controller.stop()


@pytest.fixture
def port(authority, postbox) -> Iterator[int]:
    """A server that asks for TLS first, and for a password after that."""
    yield from served(
        postbox,
        tls_context=tls(authority),
        require_starttls=True,
        auth_required=True,
        authenticator=allow,
    )


def at(port: int, certificates: Path | str, **how: object) -> MailServer:
    known = {"user": "casus", "password": "geheim"} | how
    return MailServer(
        host=HOST, port=port, sender=SENDER, certificates=str(certificates), **known
    )


def deliver(server: MailServer, letter: Letter = LETTER) -> None:
    with mailbag(server) as bag:
        bag.deliver(letter.to, lambda: message(letter, sender=server.sender))


def refused(act) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refusal) as found:
        act()
    return found.value.code, dict(found.value.facts)


def test_a_letter_arrives_at_one_address_as_it_was_written(port, certificates, postbox) -> None:
    deliver(at(port, certificates))
    ((sender, receivers, raw),) = postbox.kept
    mail = message_from_bytes(raw, policy=policy.default)

    assert (sender, receivers) == (SENDER, ["koos@school.example"])
    assert (mail["To"], mail["From"]) == ("koos@school.example", SENDER)
    assert mail.get_body().get_content() == LETTER.body.replace("\n", "\r\n")


def test_several_letters_go_over_one_line_and_a_refused_one_stops_nobody(
    port, certificates, postbox
) -> None:
    postbox.full, postbox.spam = {"weg@school.example"}, {"vol@school.example"}
    asked, answers = [], []
    with mailbag(at(port, certificates)) as bag:
        for name in ("een", "weg", "vol", "twee"):
            letter = Letter(to=f"{name}@school.example", subject="s", body="b")

            def make(letter=letter):
                asked.append(letter.to)
                return message(letter, sender=SENDER)

            try:
                bag.deliver(letter.to, make)
                answers.append("")
            except Refusal as refusal:
                answers.append(f"{refusal.code} {refusal.facts['number']}")

    assert answers == ["", "mail_refused 550", "mail_refused 554", ""]
    assert [to for _, (to,), _ in postbox.kept] == ["een@school.example", "twee@school.example"]
    assert asked == ["een@school.example", "vol@school.example", "twee@school.example"]


def test_a_server_that_is_not_there_is_said(certificates) -> None:
    server = at(free_port(), certificates)

    assert refused(lambda: deliver(server)) == ("mail_unreachable", {})


def test_a_certificate_of_somebody_else_is_not_trusted(port, postbox) -> None:
    assert refused(lambda: deliver(at(port, ""))) == ("mail_not_trusted", {})
    assert postbox.kept == []


def test_a_certificate_with_another_name_is_not_trusted(
    authority, postbox, certificates
) -> None:
    for other in served(postbox, tls_context=tls(authority, "mail.other.example")):
        server = at(other, certificates, user="")
        assert refused(lambda server=server: deliver(server)) == ("mail_not_trusted", {})
    assert postbox.kept == []


def test_nothing_goes_over_a_line_that_anybody_can_read(postbox, certificates) -> None:
    for plain in served(postbox):
        server = at(plain, certificates, user="")
        assert refused(lambda server=server: deliver(server)) == ("mail_not_trusted", {})
    assert postbox.kept == []


def test_a_file_with_certificates_that_is_not_there_is_said(port) -> None:
    assert refused(lambda: deliver(at(port, "/nowhere.pem"))) == ("mail_not_trusted", {})


def test_a_wrong_password_is_said_before_anything_is_sent(port, certificates, postbox) -> None:
    server = at(port, certificates, password="anders")

    assert refused(lambda: deliver(server)) == ("mail_login", {})
    assert postbox.kept == []


def test_tls_may_come_at_once(authority, postbox, certificates) -> None:
    context = tls(authority)
    for other in served(postbox, ssl_context=context):
        deliver(at(other, certificates, user="", tls_at_once=True))

    assert [to for _, (to,), _ in postbox.kept] == ["koos@school.example"]


def test_an_address_that_cannot_be_right_never_reaches_the_server(
    port, certificates, postbox
) -> None:
    for odd in ("koos", "", "a@b", "a b@school.example", "a@school.example\r\nBcc: b@x.nl"):
        letter = Letter(to=odd, subject="s", body="b")
        found = refused(lambda letter=letter: deliver(at(port, certificates), letter))
        assert found == ("mail_address_odd", {})
    assert postbox.kept == []
