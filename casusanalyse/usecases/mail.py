"""Letters with a personal link: as files, or sent by the mail server of the region."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from casusanalyse.content.invitation import Message, invitation_message, reminder_message
from casusanalyse.content.round import say_last_day
from casusanalyse.content.text import text
from casusanalyse.domain.participant import Participant
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.round import MOST_REMINDERS, Invitation, Round, RoundState, state_of
from casusanalyse.post.calendar import day_entry
from casusanalyse.post.message import Letter, checked_address, message, unsent
from casusanalyse.post.server import Mailbag, mailbag
from casusanalyse.settings import MailServer
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.invitations import Guest, change_invited, guests, invite, remind
from casusanalyse.usecases.reading import reading_path
from casusanalyse.usecases.round import round_of

Make = Callable[[Desk, str], str]
Say = Callable[[str, str, date], Message]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What became of one letter.

    Attributes:
        participant: key of who it was for.
        refusal: what the mail server said no with; None when it took the letter.
    """

    participant: str
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Round:
    """Letters of one sort.

    Attributes:
        make: gives a link; refuses when this person gets no such letter.
        say: gives the words.
        base: address of this installation, scheme and all, without a page.
    """

    make: Make
    say: Say
    base: str

    def letter(self, desk: Desk, participant: Participant, *, to: str) -> Letter:
        """Make a link, and the letter that holds it.

        Raises:
            Refusal: `not_open_yet`, `round_closed`, and those of `make`.
        """
        week = _open_week(desk)
        assert week.last_day is not None  # noqa: S101 - an open round has a last day
        link = f"{self.base}{reading_path(self.make(desk, participant.key))}"
        said = self.say(participant.name, link, week.last_day)
        entry = last_day_entry(desk.reference, week, desk.now)
        return Letter(to=to, subject=said.subject, body=said.body, calendar=entry)


def last_day_entry(reference: str, week: Round, now: datetime) -> bytes:
    """Return the last day to react as an entry for a calendar.

    Raises:
        Refusal: `not_open_yet` while there is no last day.
    """
    if week.last_day is None:
        raise Refusal("not_open_yet")
    return day_entry(
        week.last_day,
        key=f"{reference}@casusanalyse",
        title=text("mail.calendar_title", reference=reference),
        about=text("mail.calendar_about", moment=say_last_day(week.last_day)),
        now=now,
    )


def letter_file(desk: Desk, to: str, said: Message) -> bytes:
    """Return a message whose link was made already as an .eml file, for one's own mail program.

    Args:
        desk: of the chair.
        to: address of the participant; what is no address is left out.
        said: the words, with the link.

    Raises:
        Refusal: `not_open_yet`, `round_closed`.
    """
    entry = last_day_entry(desk.reference, _open_week(desk), desk.now)
    letter = Letter(to=_own(to), subject=said.subject, body=said.body, calendar=entry)
    return unsent(message(letter))


def letter_files(desk: Desk, base: str) -> bytes:
    """Invite everybody who may read along, and return their letters as one .zip of .eml files.

    The names of the files are numbers: a name in it could be one of the family.

    Args:
        desk: of the chair.
        base: address of this installation, scheme and all, without a page.

    Raises:
        Refusal: `chair_only`, `not_open_yet`, `round_closed`.
    """
    desk.refuse_others()
    _open_week(desk)
    sort = _Round(make=invite, say=invitation_message, base=base)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as files:
        for number, guest in enumerate(_welcome(desk), start=1):
            person = guest.participant
            letter = sort.letter(desk, person, to=_own(person.email))
            files.writestr(text("mail.letter_file", number=number), unsent(message(letter)))
    return packed.getvalue()


def awaits_letter(guest: Guest) -> bool:
    """Tell whether somebody may read along and got no letter from our mail server yet."""
    one = guest.invitation
    return one is None or (one.revoked_at is None and one.mailed_at is None)


def awaits_reminder(guest: Guest) -> bool:
    """Tell whether somebody was invited, is silent, and may be reminded once more."""
    one = guest.invitation
    if one is None or one.revoked_at or one.has_reacted:
        return False
    return one.reminders < MOST_REMINDERS


def send_invitations(desk: Desk, server: MailServer, base: str) -> tuple[Delivery, ...]:
    """Send everybody who got nothing yet their letter, each their own; say who got it.

    Args:
        desk: of the chair.
        server: of the region.
        base: address of this installation, scheme and all, without a page.

    Raises:
        Refusal: `chair_only`, `not_open_yet`, `round_closed`, or one of `mailbag`; nobody got
            anything then.
    """
    sort = _Round(make=invite, say=invitation_message, base=base)
    return _send(desk, server, sort, awaits_letter)


def send_reminders(desk: Desk, server: MailServer, base: str) -> tuple[Delivery, ...]:
    """Remind everybody who is silent, at most twice; say who got it.

    Args and refusals are those of `send_invitations`.
    """
    sort = _Round(make=remind, say=reminder_message, base=base)
    return _send(desk, server, sort, awaits_reminder)


def _send(
    desk: Desk, server: MailServer, sort: _Round, awaits: Callable[[Guest], bool]
) -> tuple[Delivery, ...]:
    desk.refuse_others()
    _open_week(desk)
    people = [one.participant for one in guests(desk, desk.case()) if awaits(one)]
    with mailbag(server) as bag:
        return tuple(_delivered(desk, bag, server, sort, people))


def _delivered(
    desk: Desk, bag: Mailbag, server: MailServer, sort: _Round, people: Iterable[Participant]
) -> Iterator[Delivery]:
    for person in people:

        def make(person: Participant = person) -> EmailMessage:
            letter = sort.letter(desk, person, to=person.email)
            return message(letter, sender=server.sender)

        try:
            bag.deliver(person.email, make)
        except Refusal as refusal:
            yield Delivery(participant=person.key, refusal=refusal)
        else:
            _note_mailed(desk, person.key)
            yield Delivery(participant=person.key)


def _note_mailed(desk: Desk, participant: str) -> None:
    def mailed(before: Invitation) -> Invitation:
        return replace(before, mailed_at=desk.now)

    change_invited(desk, "invitation_mailed", participant, mailed)


def _welcome(desk: Desk) -> list[Guest]:
    """Return who may read along; whoever the chair took a link from may not."""
    everybody = guests(desk, desk.case())
    return [one for one in everybody if one.invitation is None or one.is_invited]


def _open_week(desk: Desk) -> Round:
    week = round_of(desk)
    if week is None or week.opened_at is None:
        raise Refusal("not_open_yet")
    if state_of(week, desk.now) is not RoundState.OPEN:
        raise Refusal("round_closed")
    return week


def _own(typed: str) -> str:
    """Return an address, or nothing: who sends the file can fill it in."""
    try:
        return checked_address(typed)
    except Refusal:
        return ""
