"""The letters of the week: as files for one's own mail program, or by the region's server."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from casusanalyse.content.invitation import Message
from casusanalyse.content.round import say_moment
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.settings import MailServer, read_settings
from casusanalyse.ui.address import links_base, works_elsewhere
from casusanalyse.ui.clock import now
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.refusals import sentence, showing_refusals
from casusanalyse.ui.session import desk, recall, remember
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.invitations import Guest, guests
from casusanalyse.usecases.mail import (
    Delivery,
    awaits_letter,
    awaits_reminder,
    last_day_entry,
    letter_file,
    letter_files,
    send_invitations,
    send_reminders,
)
from casusanalyse.usecases.round import round_of

_REFUSED = "mail-refused"

Send = Callable[[Desk, MailServer, str], tuple[Delivery, ...]]


def mail_panel(case: Case) -> None:
    """Show where the links lead, the letters as files, and who got one from the server."""
    found = guests(desk(), case)
    if not found:
        return
    with st.container(border=True):
        heading(text("mail.panel"))
        mute(text("mail.how"))
        mute(_where(links_base()))
        _files(case)
        server = read_settings().mail_server
        if server:
            _server(found, server)


def _where(base: str) -> str:
    if not works_elsewhere(base):
        return text("mail.leads_here")
    said = text("mail.leads_to", address=base)
    return said if base.startswith("https:") else f"{said} {text('mail.not_encrypted')}"


def _files(case: Case) -> None:
    st.download_button(
        text("mail.letters"),
        data=partial(_letters, desk(), links_base()),
        file_name=text("mail.letters_file", reference=case.reference),
        mime="application/zip",
        key="letters-download",
        on_click="ignore",
        width="stretch",
    )
    mute(text("mail.letters_help"))
    st.download_button(
        text("mail.calendar"),
        data=partial(_calendar, desk()),
        file_name=text("mail.calendar_name"),
        mime="text/calendar",
        key="calendar-download",
        on_click="ignore",
        width="stretch",
    )


def _letters(here: Desk, base: str) -> bytes:
    return letter_files(replace(here, now=now()), base)


def _calendar(here: Desk) -> bytes:
    week = round_of(here)
    return last_day_entry(here.reference, week, now()) if week else b""


def letter_download(guest: Guest, said: Message) -> None:
    """Show the button that gives a message that was just made as an .eml file.

    Args:
        guest: who it is for.
        said: the words, with the link.
    """
    st.download_button(
        text("mail.letter"),
        data=letter_file(desk(), guest.participant.email, said),
        file_name=text("mail.letter_file", number=1),
        mime="message/rfc822",
        key="letter-download",
        on_click="ignore",
    )


def _server(found: tuple[Guest, ...], server: MailServer) -> None:
    mute(text("mail.server"))
    waiting, silent = sum(map(awaits_letter, found)), sum(map(awaits_reminder, found))
    if waiting:
        _button(counted("mail.send", waiting), "mail-send", send_invitations, server)
    else:
        mute(text("mail.everybody"))
    if silent:
        _button(counted("mail.send_reminders", silent), "mail-remind", send_reminders, server)
    told = "".join(f"<li>{escape(one)}</li>" for one in map(_stands, found) if one)
    if told:
        st.html(f'<ul class="ca-questions" role="status">{told}</ul>')


def _button(label: str, key: str, send: Send, server: MailServer) -> None:
    acting = partial(_send, send, server, links_base())
    st.button(label, key=key, on_click=acting, width="stretch")


def _send(send: Send, server: MailServer, base: str) -> None:
    with showing_refusals():
        said = send(desk(), server, base)
        no = {one.participant: sentence(one.refusal) for one in said if one.refusal}
        remember(_REFUSED, no)


def _stands(guest: Guest) -> str:
    """Return whether the server took a letter for somebody, and else what it said."""
    person, one = guest.participant, guest.invitation
    reason = recall(_REFUSED, {}).get(person.key)
    if reason:
        return text("mail.not_mailed", name=person.name, reason=reason)
    if one and one.mailed_at:
        return text("mail.mailed", name=person.name, moment=say_moment(one.mailed_at))
    return ""
