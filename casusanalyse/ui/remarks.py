"""Working through the remarks: one paragraph at a time, all voices beside each other."""

from functools import partial
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from casusanalyse.content.text import counted, text
from casusanalyse.content.vocabulary import label, labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.remark import AnswerKind, Remark
from casusanalyse.settings import read_settings
from casusanalyse.ui.frame import empty, heading, mute
from casusanalyse.ui.invitations import draft_download
from casusanalyse.ui.place import place_of, text_sheet
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.returned import word_upload
from casusanalyse.ui.session import desk, recall, remember
from casusanalyse.ui.sheet import Block, sheet
from casusanalyse.usecases.final import make_final
from casusanalyse.usecases.invitations import Guest, guests
from casusanalyse.usecases.remarks import answer, keep_differing, remarks_of
from casusanalyse.usecases.template import own_template
from casusanalyse.usecases.writing import Plain

_AT = "remark-at"


def processing(case: Case) -> None:
    """Show the open paragraph: how it was, what everybody says, the text now, the answers."""
    asked = _asked()
    places = list(dict.fromkeys(one.paragraph for one in asked))
    if not places:
        empty("remark.none")
        mute(text("remark.none_help"))
        return
    at = min(recall(_AT, 0), len(places) - 1)
    here = [one for one in remarks_of(desk()) if one.paragraph == places[at]]
    name, back, on = st.columns([4, 1, 1], vertical_alignment="center")
    with name:
        heading(place_of(places[at]))
        _agreeing(case, here)
    _walk(at, len(places), back, on)
    _quoted(here)
    left, right = st.columns([1.25, 1], gap="medium")
    with left:
        for remark in here:
            if remark.asks_for_answer:
                _voice(case, remark)
    with right:
        text_sheet(case, places[at])


def _asked() -> list[Remark]:
    return [one for one in remarks_of(desk()) if one.asks_for_answer]


def _walk(at: int, many: int, back: DeltaGenerator, on: DeltaGenerator) -> None:
    for column, other, name in ((back, at - 1, "previous"), (on, at + 1, "next")):
        column.button(
            text(f"remark.{name}"),
            key=f"remark-{name}",
            disabled=not 0 <= other < many,
            on_click=partial(remember, _AT, other),
            width="stretch",
        )


def _agreeing(case: Case, here: list[Remark]) -> None:
    names = [_who(case, one) for one in here if not one.asks_for_answer]
    if names:
        key = "remark.agrees" if len(names) == 1 else "remark.agree"
        mute(text(key, names=", ".join(names)))


def _quoted(here: list[Remark]) -> None:
    quoted = next((one.quoted for one in here if one.quoted and one.paragraph), "")
    if quoted:
        lines = "".join(f"<p>{escape(line)}</p>" for line in quoted.split("\n"))
        said = escape(text("remark.quoted"))
        st.html(f'<div class="ca-quote"><p class="ca-mute ca-small">{said}</p>{lines}</div>')


def _voice(case: Case, remark: Remark) -> None:
    """Show what one person says, and the answer to it."""
    if remark.sent is None:
        return
    who = text("remark.voice", who=_who(case, remark), kind=label(remark.sent.kind))
    words = escape(text("remark.words", words=remark.sent.words)) if remark.sent.words else ""
    quoted = ""
    if remark.quoted and not remark.paragraph:
        quoted = (
            f'<p class="ca-mute">{escape(text("remark.unplaced", quoted=remark.quoted))}</p>'
        )
    st.html(f'<div class="ca-voice"><p><b>{escape(who)}</b></p>{quoted}<p>{words}</p></div>')
    sheet(f"answer-{remark.key}", [_answer(remark)], keep=_keep)


def _answer(remark: Remark) -> Block:
    given = remark.answer
    kinds = [("", text("remark.no_answer")), *labels(AnswerKind).items()]
    needs_reason = given is not None and given.kind is not None and not given.is_complete
    return Block(
        key=remark.key,
        fields=[
            _field(remark, "kind", "choice", (given and given.kind) or "", options=kinds),
            _field(
                remark,
                "reason",
                "area",
                given.reason if given else "",
                rows=2,
                placeholder=text("remark.reason_placeholder"),
                hint=text("remark.reason_needed") if needs_reason else "",
            ),
            _field(remark, "differs", "check", remark.differs),
        ],
        look="sunk",
    )


def _field(
    remark: Remark, name: str, kind: str, value: Plain, **more: object
) -> dict[str, object]:
    return {
        "id": f"{remark.key}/{name}",
        "kind": kind,
        "value": value,
        "version": 0,
        "label": text(f"remark.{_LABELS[name]}"),
        "hint": "",
        "placeholder": "",
    } | more


_LABELS = {"kind": "answer", "reason": "reason", "differs": "differs"}


def _keep(field: str, value: Plain, _base: Plain) -> None:
    """Keep one part of an answer; the other part stays as it is."""
    key, _, name = field.rpartition("/")
    if name == "differs":
        keep_differing(desk(), key, differs=bool(value))
        return
    now = next((one.answer for one in remarks_of(desk()) if one.key == key), None)
    kind, reason = (now.kind, now.reason) if now else (None, "")
    if name == "kind":
        kind = AnswerKind(str(value)) if value else None
    else:
        reason = str(value)
    answer(desk(), key, kind, reason)


def _who(case: Case, remark: Remark) -> str:
    names = {
        guest.invitation.key: guest.participant.name
        for guest in guests(desk(), case)
        if guest.invitation
    }
    return names.get(remark.invitation) or remark.author or text("remark.somebody")


def processing_panel(case: Case) -> None:
    """Show how far it is, which paragraphs there are, and the way to the final report."""
    asked = _asked()
    with st.container(border=True):
        done = sum(not one.waits for one in asked)
        if asked:
            heading(counted("remark.progress", len(asked), done=done))
        _places(asked)
        _silence(guests(desk(), case))
        st.button(
            text("remark.make_final"),
            key="make-final",
            type="primary",
            on_click=_finish,
            width="stretch",
        )
        mute(text("remark.make_final_help"))
    word_upload(case)
    draft_download(case)


def _places(asked: list[Remark]) -> None:
    places = list(dict.fromkeys(one.paragraph for one in asked))
    with st.container(key="places", gap=None):
        for at, paragraph in enumerate(places):
            waits = any(one.waits for one in asked if one.paragraph == paragraph)
            state = text("remark.waiting" if waits else "remark.answered")
            st.button(
                f"{place_of(paragraph)} · {state}",
                key=f"place-{at}",
                type="tertiary",
                on_click=partial(remember, _AT, at),
                width="stretch",
            )


def _silence(found: tuple[Guest, ...]) -> None:
    silent = [
        guest.participant.name
        for guest in found
        if guest.invitation and not guest.invitation.has_reacted
    ]
    if silent:
        mute(text("remark.silence", names=", ".join(silent)))


def _finish() -> None:
    with showing_refusals():
        make_final(desk(), template=own_template(read_settings()))
