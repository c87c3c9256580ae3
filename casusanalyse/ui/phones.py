"""The chair's part for phones: open, ask, show what came in, leave something out, close."""

import re

import streamlit as st

from casusanalyse.content.text import counted, page, text
from casusanalyse.domain.devices import CODE_LENGTH, PhoneAnswer, PhoneQuestion, Phones
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.ui.address import shared_address
from casusanalyse.ui.frame import mute
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import desk, picked
from casusanalyse.usecases.phones import (
    ask_phones,
    close_phones,
    leave_out,
    open_phones,
    phones_of,
    received,
    show_answers,
    tell_address,
)
from casusanalyse.usecases.sitting import show, sitting_of

_STEP = {
    PhoneQuestion.CHECK_IN: 1,
    PhoneQuestion.POSITION: 2,
    PhoneQuestion.TAKES_ALONG: 5,
    PhoneQuestion.POSITION_AFTER: 5,
}
_ASK = "phones-ask"
_NONE = ""
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+.!$:~|-])")
"""Signs that the platform would take for bold letters, a link or a picture on a button."""


def phones_panel(reference: str) -> None:
    """Show whether phones take part, and what they sent.

    Args:
        reference: of the open case.
    """
    phones, address = phones_of(desk(reference)), shared_address()
    if phones is None:
        mute(text("devices.phones_off"))
        label = text("devices.phones_open")
        st.button(label, key="phones-open", on_click=_open, disabled=address is None)
        return
    if address and phones.address != address:
        tell_address(desk(reference), address)
    _code(phones)
    _ask(phones)
    for question in PhoneQuestion:
        _received(reference, question)
    st.button(
        text("devices.phones_close"), key="phones-close", on_click=_close, type="tertiary"
    )
    mute(text("devices.phones_close_hint"))


def _open() -> None:
    with showing_refusals():
        open_phones(desk(), shared_address() or "")
        _show(SceneKind.PHONES, sitting_of(desk()).scene.step)


def _close() -> None:
    with showing_refusals():
        close_phones(desk())


def _code(phones: Phones) -> None:
    half = CODE_LENGTH // 2
    code = f"{phones.code[:half]} {phones.code[half:]}"
    mute(text("devices.phones_code", code=code, address=f"{phones.address}/telefoon"))
    st.button(text("devices.phones_qr"), key="phones-qr", on_click=_show_code)


def _show_code() -> None:
    with showing_refusals():
        _show(SceneKind.PHONES, sitting_of(desk()).scene.step)


def _ask(phones: Phones) -> None:
    questions = [_NONE, *PhoneQuestion]
    st.selectbox(
        text("devices.ask"),
        questions,
        index=questions.index(phones.question or _NONE),
        format_func=lambda one: _words(one) if one else text("devices.ask_none"),
        key=_ASK,
        on_change=_ask_now,
    )


def _ask_now() -> None:
    chosen = picked(_ASK)
    with showing_refusals():
        ask_phones(desk(), PhoneQuestion(chosen) if chosen else None)


def _received(reference: str, question: PhoneQuestion) -> None:
    """Show how many came in; the words themselves only once the group sees them."""
    came = received(desk(reference), question)
    if not (came.waiting or came.seen):
        return
    seen = sum(one.is_seen for one in came.seen)
    says = [counted("devices.waiting", came.waiting)] if came.waiting else []
    says += [counted("devices.seen", seen)] if seen else []
    st.button(
        text("devices.show_now", question=_words(question)),
        key=f"phones-show-{question}",
        on_click=_show_answers,
        args=(question,),
        type="primary" if came.waiting else "secondary",
    )
    mute(" · ".join(says))
    for answer in came.seen:
        _answer(answer)


def _show_answers(question: PhoneQuestion) -> None:
    kind = SceneKind.POSITIONS if question.is_place else SceneKind.WORDS
    with showing_refusals():
        show_answers(desk(), question)
        _show(kind, _STEP[question])


def _show(kind: SceneKind, step: int) -> None:
    show(desk(), Scene(kind=kind, step=step))


def _answer(answer: PhoneAnswer) -> None:
    says = answer.words
    if answer.place is not None:
        says = page("scale")["position"][answer.place]
    does = "put_back" if answer.left_out else "leave_out"
    words = text(f"devices.{does}", words=_MARKS.sub(r"\\\1", says))
    key = f"phones-{does}-{answer.key}"
    st.button(words, key=key, on_click=_leave_out, args=(answer,))


def _leave_out(answer: PhoneAnswer) -> None:
    with showing_refusals():
        leave_out(desk(), answer.key, left_out=not answer.left_out)


def _words(question: str) -> str:
    return text(f"phone.question_{question}")
