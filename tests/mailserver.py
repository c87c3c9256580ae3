"""A real mail server on this computer, with TLS and an authority of its own; and fixtures."""

import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

HOST = "localhost"
SENDER = "ret@regio.example"


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


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def mail_certificates(authority, tmp_path) -> Path:
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(file)
    return file


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def mail_port(authority, postbox) -> Iterator[int]:
    """A server that asks for TLS first, and for a password after that."""
    yield from served(
        postbox,
        tls_context=tls(authority),
        require_starttls=True,
        auth_required=True,
        authenticator=allow,
    )
