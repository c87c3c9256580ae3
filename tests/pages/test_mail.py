"""The chair's panel for letters, with a real mail server behind it."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from casusanalyse.domain.case import Case
from casusanalyse.ui.address import works_elsewhere
from tests.mailserver import SENDER
from tests.pages.conftest import Open
from tests.pages.screen import shown
from tests.unit.report.full_case import full_case


def a_case() -> Case:
    """A case in which one participant has a box that is full, and another one that is not."""
    case = full_case(events=2)
    first, second, *others = case.participants
    people = (
        replace(first, email="weg@school.example"),
        replace(second, email="koos@school.example"),
        *others,
    )
    return replace(case, participants=people)


def opened(open_page: Open) -> AppTest:
    """The screen of the week, opened for reactions."""
    screen = open_page("feedback", a_case())
    for key in ("make-concept", "open-round"):
        screen = screen.button(key=key).click().run()
    return screen


@pytest.fixture
def regional(monkeypatch, mail_port, mail_certificates) -> None:
    """An installation with an address and a mail server."""
    chosen = {
        "ADRES": "http://casus.example.nl",
        "SMTP_SERVER": "localhost",
        "SMTP_POORT": str(mail_port),
        "SMTP_AFZENDER": SENDER,
        "SMTP_GEBRUIKER": "casus",
        "SMTP_WACHTWOORD": "geheim",
        "SMTP_CERTIFICATEN": str(mail_certificates),
    }
    for name, value in chosen.items():
        monkeypatch.setenv(f"CASUSANALYSE_{name}", value)


def test_without_a_mail_server_there_are_only_files(open_page) -> None:
    screen = opened(open_page)

    assert [one.label for one in screen.get("download_button")][-2:] == [
        "Alle berichten (.zip met .eml)",
        "De laatste dag voor in de agenda (.ics)",
    ]
    assert [one.key for one in screen.button if one.key.startswith("mail-")] == []


def test_the_server_sends_and_the_panel_says_who_got_it(open_page, regional, postbox) -> None:
    postbox.full = {"weg@school.example"}
    screen = opened(open_page)
    screen = screen.button(key="mail-send").click().run()

    assert [to for _, (to,), _ in postbox.kept] == ["koos@school.example"]
    assert "Koos Ulrum: bericht aangenomen op" in shown(screen)
    assert (
        "Fatima el Hadioui: niet verstuurd. De mailserver nam dit bericht niet aan (550)."
        in (shown(screen))
    )
    assert b"http://casus.example.nl/lees#" in postbox.kept[0][2].replace(b"=\r\n", b"")


def test_a_wrong_password_is_said_in_one_sentence(
    open_page, regional, postbox, monkeypatch
) -> None:
    monkeypatch.setenv("CASUSANALYSE_SMTP_WACHTWOORD", "anders")
    screen = opened(open_page).button(key="mail-send").click().run()

    assert "De mailserver laat ons niet binnen. Er is niets verstuurd." in shown(screen)
    assert postbox.kept == []


@pytest.mark.parametrize(
    ("address", "works"),
    [
        ("http://127.0.0.1:8501", False),
        ("http://localhost:8501", False),
        ("http://[::1]:8501", False),
        ("", False),
        ("http://192.0.2.7:8501", True),
        ("https://casus.example.nl", True),
    ],
)
def test_it_is_known_whether_others_can_follow_a_link(address, works) -> None:
    assert works_elsewhere(address) is works
