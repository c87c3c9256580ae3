from datetime import UTC, date, datetime
from email import message_from_bytes, policy

import pytest
from icalendar import Calendar

from casusanalyse.domain.problems import Refusal
from casusanalyse.post.calendar import day_entry
from casusanalyse.post.message import Letter, checked_address, message, unsent

NOW = datetime(2026, 11, 17, 16, 0, tzinfo=UTC)
ENTRY = day_entry(
    date(2026, 11, 24),
    key="2026-0014",
    title="Laatste dag",
    about="Reageren; kan, nog.",
    now=NOW,
)


def letter(**fields: object) -> Letter:
    given = {"to": "koos@school.example", "subject": "Concept", "body": "één\n"} | fields
    return Letter(**given)


def read(raw: bytes):
    return message_from_bytes(raw, policy=policy.default)


def test_an_eml_file_opens_as_a_new_message_with_the_words_as_written() -> None:
    raw = unsent(message(letter()))
    mail = read(raw)

    assert (mail["X-Unsent"], mail["To"], mail["Subject"]) == (
        "1",
        "koos@school.example",
        "Concept",
    )
    assert mail.get_body().get_content() == "één\r\n"
    assert [name for name in ("From", "Date", "Message-ID") if mail[name]] == []
    assert raw.replace(b"\r\n", b"").count(b"\n") == 0


def test_without_an_address_the_file_leaves_it_to_who_sends_it() -> None:
    assert read(unsent(message(letter(to=""))))["To"] is None


def test_a_calendar_entry_goes_along_unchanged() -> None:
    mail = read(unsent(message(letter(calendar=ENTRY))))
    (attached,) = mail.iter_attachments()

    assert (attached.get_content_type(), attached.get_filename()) == (
        "text/calendar",
        "laatste-dag.ics",
    )
    assert attached.get_content().encode() == ENTRY


def test_a_header_cannot_be_smuggled_in() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        message(letter(subject="Concept\r\nBcc: ander@school.example"))


@pytest.mark.parametrize(
    "odd",
    [
        *("koos", "koos@", "@school.example", "koos@school", "koos @school.example"),
        *("Koos <koos@school.example>", "a@b.nl, c@d.nl", "a@b.nl\nBcc: c@d.nl", "jürgen@b.nl"),
        *("a@münchen.de", "a@b.nl\x00", "a" * 250 + "@b.nl", "a@[127.0.0.1"),
    ],
)
def test_what_is_no_address_is_refused(odd) -> None:
    with pytest.raises(Refusal) as found:
        checked_address(odd)
    assert found.value.code == "mail_address_odd"


def test_no_address_is_said_in_other_words() -> None:
    with pytest.raises(Refusal) as found:
        checked_address(" ")
    assert found.value.code == "mail_address_missing"


def test_an_address_is_taken_as_it_is_without_blanks_around_it() -> None:
    assert checked_address(" koos.de-vries+ret@school.example ") == (
        "koos.de-vries+ret@school.example"
    )


def test_the_entry_is_one_whole_day_with_a_reminder_on_the_day_before() -> None:
    (event,) = Calendar.from_ical(ENTRY).walk("VEVENT")
    (alarm,) = event.walk("VALARM")

    assert (event.decoded("dtstart"), event.decoded("dtend")) == (
        date(2026, 11, 24),
        date(2026, 11, 25),
    )
    assert (event["summary"], event["description"]) == ("Laatste dag", "Reageren; kan, nog.")
    assert (event["class"], event["transp"]) == ("PRIVATE", "TRANSPARENT")
    assert alarm.decoded("trigger").total_seconds() == -15 * 3600


def test_a_later_entry_takes_the_place_of_an_earlier_one() -> None:
    later = day_entry(
        date(2026, 11, 27), key="2026-0014", title="t", about="a", now=NOW.replace(day=18)
    )
    (old,), (new,) = (Calendar.from_ical(one).walk("VEVENT") for one in (ENTRY, later))

    assert old["uid"] == new["uid"]
    assert old["sequence"] < new["sequence"] < 2**31


def test_lines_of_the_entry_are_folded_and_end_as_the_standard_says() -> None:
    entry = day_entry(date(2026, 11, 24), key="k", title="é" * 100, about="a", now=NOW)

    assert entry.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(map(len, entry.split(b"\r\n"))) <= 75
