"""Letters to participants: as files, and by a real mail server over TLS."""

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from io import BytesIO
from zipfile import ZipFile

import pytest
from icalendar import Calendar

from casusanalyse.content.invitation import Message
from casusanalyse.domain.change import Put
from casusanalyse.domain.participant import Participant
from casusanalyse.settings import MailServer
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.invitations import guests, invite, revoke
from casusanalyse.usecases.mail import (
    awaits_letter,
    awaits_reminder,
    last_day_entry,
    letter_file,
    letter_files,
    send_invitations,
    send_reminders,
)
from casusanalyse.usecases.reading import Reader, open_link, send
from casusanalyse.usecases.round import move_last_day, round_of
from tests.mailserver import SENDER, Postbox
from tests.refusals import refusal
from tests.unit.usecases.week import CLOSING, MISSES, SESSION, a_desk, an_open_round, said

BASE = "http://192.0.2.7:8501"
NAMES = ("Fatima", "Koos", "Merel", "Mirjam")
"""Of participants and of the family."""


def an_addressed_round(store, **emails: str) -> Desk:
    """An open round in which these participants have an address."""
    desk = a_desk(store)
    people = {one.key: one for one in desk.case().participants}
    for key, email in emails.items():
        desk.write("write_participants", Put(replace(people[key], email=email)))
    return an_open_round(store)


def read(raw: bytes):
    return message_from_bytes(raw, policy=policy.default)


def letters(packed: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(packed)) as files:
        return {name: files.read(name) for name in files.namelist()}


def link_in(mail) -> str:
    (link,) = [one for one in mail.get_body().get_content().split() if one.startswith(BASE)]
    return link


def opened(store, mail) -> str:
    token = link_in(mail).partition("#")[2]
    return open_link(Reader(cases=store, token=token, now=SESSION)).name


def people(desk: Desk) -> list[Participant]:
    return list(desk.case().participants)


def test_everybody_gets_a_letter_with_a_link_that_opens_the_report_for_them(store) -> None:
    desk = an_addressed_round(store, d1="fatima@school.example")
    mails = {name: read(raw) for name, raw in letters(letter_files(desk, BASE)).items()}

    assert list(mails) == [
        f"bericht-{number:02}.eml" for number in range(1, len(people(desk)) + 1)
    ]
    assert [opened(store, one) for one in mails.values()] == [one.name for one in people(desk)]
    assert [one["To"] for one in mails.values()][:2] == ["fatima@school.example", None]


def test_a_link_holds_nothing_but_a_token_behind_the_hash(store) -> None:
    mails = letters(letter_files(an_open_round(store), BASE)).values()

    assert {link_in(read(one)).partition("#")[0] for one in mails} == {f"{BASE}/lees"}


def test_no_subject_and_no_file_says_who_it_is_about(store) -> None:
    packed = letters(letter_files(an_open_round(store), BASE))
    said_aloud = [*packed, *(read(raw)["Subject"] for raw in packed.values())]

    assert [one for one in said_aloud if any(name in one for name in NAMES)] == []
    assert {read(raw)["Subject"] for raw in packed.values()} == {
        "Lees en reageer t/m di 24 nov 2026 23:59"
    }


def test_every_letter_says_where_the_report_stands_and_until_when(store) -> None:
    packed = letters(letter_files(an_open_round(store), BASE))
    body = read(packed["bericht-01.eml"]).get_body().get_content()

    line = "Concept → nu: Ter reactie t/m di 24 nov 2026 23:59 → Verwerken → Definitief"
    assert body.rstrip().endswith(line)


def test_the_last_day_goes_along_for_the_calendar_and_says_nothing_of_anybody(store) -> None:
    packed = letters(letter_files(an_open_round(store), BASE))
    (attached,) = read(packed["bericht-01.eml"]).iter_attachments()
    (event,) = Calendar.from_ical(attached.get_content()).walk("VEVENT")

    assert event.decoded("dtstart").isoformat() == "2026-11-24"
    told = f"{event['summary']} {event['description']} {event['uid']}"
    assert [name for name in (*NAMES, "lees#") if name in told] == []


def test_a_moved_last_day_takes_the_place_of_the_first_in_the_calendar(store) -> None:
    desk = an_open_round(store)
    first = last_day_entry(desk.reference, round_of(desk), desk.now)
    later = replace(desk, now=SESSION + timedelta(days=2))
    moved = move_last_day(later, round_of(desk).last_day + timedelta(days=3))
    (old,), (new,) = (
        Calendar.from_ical(one).walk("VEVENT")
        for one in (first, last_day_entry(desk.reference, moved, later.now))
    )

    assert old["uid"] == new["uid"]
    assert new["sequence"] > old["sequence"]
    assert new.decoded("dtstart").isoformat() == "2026-11-27"


def test_who_lost_the_link_gets_no_letter(store) -> None:
    desk = an_open_round(store)
    invite(desk, "d1")
    revoke(desk, "d1")
    mails = [read(raw) for raw in letters(letter_files(desk, BASE)).values()]

    assert [opened(store, one) for one in mails] == [one.name for one in people(desk)[1:]]


def test_before_it_opens_and_after_it_closes_there_are_no_letters(store) -> None:
    assert refusal(lambda: letter_files(a_desk(store), BASE)) == "not_open_yet"
    desk = an_open_round(store)
    assert refusal(lambda: letter_files(replace(desk, now=CLOSING), BASE)) == "round_closed"
    assert refusal(lambda: letter_files(replace(desk, who="notulist"), BASE)) == "chair_only"


def test_a_message_that_was_made_can_be_taken_along_as_a_file(store) -> None:
    desk = an_open_round(store)
    mail = read(letter_file(desk, "koos@school.example", Message("Onderwerp", "Dag Koos,\n")))

    assert (mail["To"], mail["Subject"], mail["X-Unsent"]) == (
        "koos@school.example",
        "Onderwerp",
        "1",
    )


# -- by the server of the region


@pytest.fixture
def server(mail_port, mail_certificates) -> MailServer:
    return MailServer(
        host="localhost",
        port=mail_port,
        sender=SENDER,
        user="casus",
        password="geheim",
        certificates=str(mail_certificates),
    )


def in_box(postbox: Postbox) -> dict[str, object]:
    return {to: read(raw) for _, (to,), raw in postbox.kept}


def outcome(deliveries) -> dict[str, str]:
    return {one.participant: one.refusal.code if one.refusal else "" for one in deliveries}


def standing(desk: Desk) -> dict[str, object]:
    return {one.participant.key: one.invitation for one in guests(desk, desk.case())}


def test_everybody_gets_their_own_letter_once(store, server, postbox) -> None:
    desk = an_addressed_round(store, d1="fatima@school.example", d2="koos@school.example")
    first, second = (outcome(send_invitations(desk, server, BASE)) for _ in range(2))
    box = in_box(postbox)

    assert {key: first[key] for key in ("d1", "d2")} == {"d1": "", "d2": ""}
    assert {"d1", "d2"} & set(second) == set()
    assert {to: opened(store, mail) for to, mail in box.items()} == {
        "fatima@school.example": "Fatima el Hadioui",
        "koos@school.example": "Koos Ulrum",
    }
    assert [str(mail).count("koos@school.example") for mail in box.values()] == [0, 1]


def test_it_can_be_seen_who_got_a_letter_and_who_did_not(store, server, postbox) -> None:
    desk = an_addressed_round(store, d1="weg@school.example", d2="koos@school.example")
    postbox.full = {"weg@school.example"}
    said_no = outcome(send_invitations(desk, server, BASE))
    stands = standing(desk)

    assert (said_no["d1"], said_no["d2"]) == ("mail_refused", "")
    assert stands["d1"] is None, "a refused address leaves no link behind"
    assert stands["d2"].mailed_at == SESSION
    assert [awaits_letter(one) for one in guests(desk, desk.case())][:2] == [True, False]


def test_without_an_address_the_others_still_get_theirs(store, server, postbox) -> None:
    desk = an_addressed_round(store, d1="", d2="koos@school.example")
    said_no = outcome(send_invitations(desk, server, BASE))

    assert (said_no["d1"], said_no["d2"]) == ("mail_address_missing", "")
    assert list(in_box(postbox)) == ["koos@school.example"]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"password": "anders"}, "mail_login"),
        ({"certificates": ""}, "mail_not_trusted"),
        ({"port": 1}, "mail_unreachable"),
    ],
)
def test_when_the_server_says_no_to_us_nobody_was_invited(
    store, server, postbox, wrong, code
) -> None:
    desk = an_addressed_round(store, d1="fatima@school.example")

    assert refusal(lambda: send_invitations(desk, replace(server, **wrong), BASE)) == code
    assert set(standing(desk).values()) == {None}
    assert postbox.kept == []


def test_only_who_is_silent_is_reminded_and_at_most_twice(store, server, postbox) -> None:
    addresses = {"d1": "fatima@school.example", "d2": "koos@school.example"}
    desk = an_addressed_round(store, **addresses)
    send_invitations(desk, server, BASE)
    said(store, MISSES, participant="d1")
    postbox.kept.clear()
    found = [outcome(send_reminders(desk, server, BASE)) for _ in range(3)]

    assert found == [{"d2": ""}, {"d2": ""}, {}]
    assert [to for _, (to,), _ in postbox.kept] == ["koos@school.example"] * 2
    assert {read(raw)["Subject"] for _, _, raw in postbox.kept} == {
        "Herinnering: reageren kan t/m di 24 nov 2026 23:59"
    }
    assert standing(desk)["d2"].reminders == 2


def test_a_reminder_that_is_not_taken_does_not_count(store, server, postbox) -> None:
    desk = an_addressed_round(store, d1="", d2="koos@school.example")
    send_invitations(desk, server, BASE)
    postbox.full = {"koos@school.example"}

    assert outcome(send_reminders(desk, server, BASE)) == {"d2": "mail_refused"}
    assert standing(desk)["d2"].reminders == 0


def test_who_opened_the_link_and_was_silent_may_be_reminded(store, server, postbox) -> None:
    desk = an_addressed_round(store, d1="", d2="koos@school.example")
    send_invitations(desk, server, BASE)
    token = link_in(in_box(postbox)["koos@school.example"]).partition("#")[2]
    reader = Reader(cases=store, token=token, now=SESSION)
    open_link(reader)

    assert refusal(lambda: send(reader)) == "nothing_to_send"
    assert [awaits_reminder(one) for one in guests(desk, desk.case())][1] is True
