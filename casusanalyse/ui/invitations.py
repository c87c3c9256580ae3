"""The open week: who reads along, their links, and more time. Names and yes or not yet only."""

from collections.abc import Callable
from datetime import date
from functools import partial
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from casusanalyse.content.invitation import Message, invitation_message, reminder_message
from casusanalyse.content.round import say_last_day
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.round import MOST_REMINDERS
from casusanalyse.ui.address import links_base
from casusanalyse.ui.concept import day_choice, show_draft
from casusanalyse.ui.frame import empty, heading, mute
from casusanalyse.ui.mail import letter_download, mail_panel
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.returned import word_upload
from casusanalyse.ui.session import desk, forget, recall, remember
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.invitations import Guest, guests, invite, remind, revoke
from casusanalyse.usecases.reading import reading_path
from casusanalyse.usecases.round import draft_file, draft_of, move_last_day, round_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_MADE = "made-link"

Make = Callable[[Desk, str], str]
Say = Callable[[str, str, date], Message]


def guest_list(case: Case) -> None:
    """Show everybody who took part: invited or not, reacted or not yet."""
    heading(text("feedback.guests"))
    found = guests(desk(), case)
    if not found:
        empty("feedback.nobody")
    for guest in found:
        _guest(guest)
    with st.expander(text("feedback.preview")):
        draft = draft_of(desk())
        if draft:
            show_draft(draft)


def _guest(guest: Guest) -> None:
    key = guest.participant.key
    name, first, second, third = st.columns([4, 1.3, 1.2, 1.1], vertical_alignment="center")
    named = escape(guest.participant.name)
    state = escape(_stands(guest))
    name.html(
        f'<p style="margin:0"><b>{named}</b> '
        f'<span class="ca-mute">{escape(guest.participant.function)}</span><br>{state}</p>'
    )
    again = "feedback.invite_again" if guest.is_invited else "feedback.invite"
    _button(first, again, f"invite-{key}", partial(_link, guest, invite, invitation_message))
    if _can_remind(guest):
        reminding = partial(_link, guest, remind, reminder_message)
        _button(second, "feedback.remind", f"remind-{key}", reminding)
    if guest.is_invited:
        _button(third, "feedback.revoke", f"revoke-{key}", partial(_revoke, key))
    made = recall(_MADE)
    if made and made["participant"] == key:
        _message(guest, made)


def _button(column: DeltaGenerator, label: str, key: str, act: Callable[[], None]) -> None:
    column.button(text(label), key=key, on_click=act, width="stretch")


def _can_remind(guest: Guest) -> bool:
    one = guest.invitation
    if one is None or not guest.is_invited:
        return False
    return not one.has_reacted and one.reminders < MOST_REMINDERS


def _stands(guest: Guest) -> str:
    one = guest.invitation
    if one is None:
        return text("feedback.not_invited")
    if one.has_reacted:
        return text("feedback.reacted")
    if one.revoked_at:
        return text("feedback.revoked")
    if one.reminders:
        return counted("feedback.invited_reminded", one.reminders)
    return text("feedback.invited")


def _link(guest: Guest, make: Make, say: Say) -> None:
    """Make a link and the message with it; both are gone once they are hidden."""
    with showing_refusals():
        key, week = guest.participant.key, round_of(desk())
        token = make(desk(), key)
        if week and week.last_day:
            link = f"{links_base()}{reading_path(token)}"
            said = say(guest.participant.name, link, week.last_day)
            made = {"participant": key, "subject": said.subject, "body": said.body}
            remember(_MADE, made)


def _message(guest: Guest, made: dict[str, str]) -> None:
    with st.container(border=True):
        heading(text("feedback.mail_for", name=guest.participant.name))
        mute(text("feedback.mail_once"))
        mute(text("feedback.mail_subject", subject=made["subject"]))
        st.code(made["body"], language=None, wrap_lines=True)
        letter_download(guest, Message(made["subject"], made["body"]))
        st.button(text("feedback.mail_done"), key="hide-link", on_click=partial(forget, _MADE))


def _revoke(key: str) -> None:
    forget(_MADE)
    with showing_refusals():
        revoke(desk(), key)


def open_panel(case: Case) -> None:
    """Show until when people can react, more time, and the draft as a file."""
    week = round_of(desk())
    if week is None or week.last_day is None:
        return
    with st.container(border=True):
        heading(text("feedback.open_heading"))
        mute(text("feedback.until", moment=say_last_day(week.last_day)))
        mute(text("feedback.unseen"))
        draft_download(case)
    mail_panel(case)
    with st.expander(text("feedback.more_time")):
        last = week.last_day
        day = day_choice("feedback.last_day", "more-time", last, begin=last)
        mute(text("feedback.rule"))
        st.button(text("feedback.move"), key="move-day", on_click=partial(_move, day))
    word_upload(case)


def draft_download(case: Case) -> None:
    """Show the button for the frozen draft in Word."""
    st.download_button(
        text("feedback.download_draft"),
        data=partial(_file, desk()),
        file_name=text("feedback.draft_name", reference=case.reference),
        mime=WORD,
        key="draft-download",
        on_click="ignore",
        width="stretch",
    )


def _file(here: Desk) -> bytes:
    return draft_file(here) or b""


def _move(day: date) -> None:
    with showing_refusals():
        move_last_day(desk(), day)
