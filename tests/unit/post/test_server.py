"""Letters handed to a real mail server over TLS, with a certificate that is checked."""

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from casusanalyse.domain.problems import Refusal
from casusanalyse.post.message import Letter, message
from casusanalyse.post.server import mailbag
from casusanalyse.settings import MailServer
from tests.mailserver import HOST, SENDER, free_port, served, tls

LETTER = Letter(to="koos@school.example", subject="Conceptverslag", body="Dag Koos,\n\nLink.\n")


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


def test_a_letter_arrives_at_one_address_as_it_was_written(
    mail_port, mail_certificates, postbox
) -> None:
    deliver(at(mail_port, mail_certificates))
    ((sender, receivers, raw),) = postbox.kept
    mail = message_from_bytes(raw, policy=policy.default)

    assert (sender, receivers) == (SENDER, ["koos@school.example"])
    assert (mail["To"], mail["From"]) == ("koos@school.example", SENDER)
    assert mail.get_body().get_content() == LETTER.body.replace("\n", "\r\n")


def test_several_letters_go_over_one_line_and_a_refused_one_stops_nobody(
    mail_port, mail_certificates, postbox
) -> None:
    postbox.full, postbox.spam = {"weg@school.example"}, {"vol@school.example"}
    asked, answers = [], []
    with mailbag(at(mail_port, mail_certificates)) as bag:
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


def test_a_server_that_is_not_there_is_said(mail_certificates) -> None:
    server = at(free_port(), mail_certificates)

    assert refused(lambda: deliver(server)) == ("mail_unreachable", {})


def test_a_certificate_of_somebody_else_is_not_trusted(mail_port, postbox) -> None:
    assert refused(lambda: deliver(at(mail_port, ""))) == ("mail_not_trusted", {})
    assert postbox.kept == []


def test_a_certificate_with_another_name_is_not_trusted(
    authority, postbox, mail_certificates
) -> None:
    for other in served(postbox, tls_context=tls(authority, "mail.other.example")):
        server = at(other, mail_certificates, user="")
        assert refused(lambda server=server: deliver(server)) == ("mail_not_trusted", {})
    assert postbox.kept == []


def test_nothing_goes_over_a_line_that_anybody_can_read(postbox, mail_certificates) -> None:
    for plain in served(postbox):
        server = at(plain, mail_certificates, user="")
        assert refused(lambda server=server: deliver(server)) == ("mail_not_trusted", {})
    assert postbox.kept == []


def test_a_file_with_certificates_that_is_not_there_is_said(mail_port) -> None:
    assert refused(lambda: deliver(at(mail_port, "/nowhere.pem"))) == ("mail_not_trusted", {})


def test_a_wrong_password_is_said_before_anything_is_sent(
    mail_port, mail_certificates, postbox
) -> None:
    server = at(mail_port, mail_certificates, password="anders")

    assert refused(lambda: deliver(server)) == ("mail_login", {})
    assert postbox.kept == []


def test_tls_may_come_at_once(authority, postbox, mail_certificates) -> None:
    context = tls(authority)
    for other in served(postbox, ssl_context=context):
        deliver(at(other, mail_certificates, user="", tls_at_once=True))

    assert [to for _, (to,), _ in postbox.kept] == ["koos@school.example"]


def test_an_address_that_cannot_be_right_never_reaches_the_server(
    mail_port, mail_certificates, postbox
) -> None:
    for odd in ("koos", "a@b", "a b@school.example", "a@school.example\r\nBcc: b@x.nl"):
        letter = Letter(to=odd, subject="s", body="b")
        found = refused(lambda letter=letter: deliver(at(mail_port, mail_certificates), letter))
        assert found == ("mail_address_odd", {})
    assert postbox.kept == []
