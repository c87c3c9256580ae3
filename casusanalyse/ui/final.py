"""The final report on the chair's screen: downloading it, who reacted, reopening it."""

from datetime import date
from functools import partial
from html import escape

import streamlit as st

from casusanalyse.content.date_words import say_long_day
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.case import Case
from casusanalyse.domain.final import Alteration, FinalReport, PrintedRemark, Response
from casusanalyse.domain.round import READABLE, dutch_day, last_day_by_rule
from casusanalyse.report.chapters.wording import upper_first
from casusanalyse.ui.clock import now
from casusanalyse.ui.concept import day_choice, show_draft
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.invitations import WORD
from casusanalyse.ui.office import open_formats
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.release_link import release_link
from casusanalyse.ui.session import desk
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.final import final_file, final_of
from casusanalyse.usecases.round import reopen, round_of


def final_report(_case: Case) -> None:
    """Show the final report: who reacted, what changed, and the text itself."""
    final = final_of(desk())
    if final is None:
        return
    if final.responses:
        heading(text("feedback.responses"))
        _responses(final)
    if final.remarks:
        with st.expander(text("feedback.remarks")):
            _remarks(final)
    with st.expander(text("feedback.changes")):
        _changes(final)
    with st.expander(text("feedback.preview")):
        show_draft(final.report)


def _responses(final: FinalReport) -> None:
    told = "".join(
        f"<li><b>{escape(upper_first(one.who))}</b> · {escape(_reaction(one))}</li>"
        for one in final.responses
    )
    st.html(f'<ul class="ca-questions">{told}</ul>')


def _reaction(response: Response) -> str:
    if not response.reacted:
        return text("feedback.silent")
    return text("feedback.recognises" if response.recognises else "feedback.reacted")


def _remarks(final: FinalReport) -> None:
    told = "".join(_remark(one) for one in final.remarks if one.answer)
    st.html(f'<div class="ca-read">{told}</div>')


def _remark(remark: PrintedRemark) -> str:
    place = escape(remark.place or text("remark.whole"))
    kind, answer = label(remark.said.kind), remark.answer
    quoted = ""
    if remark.quoted and not remark.paragraph:
        quoted = text("remark.unplaced", quoted=remark.quoted)
    said = text("remark.voice", who=upper_first(remark.who), kind=kind)
    words = text("remark.words", words=remark.said.words) if remark.said.words else ""
    done = ""
    if answer and answer.kind:
        done = text("remark.answered_so", kind=label(answer.kind), reason=answer.reason)
    differs = text("feedback.differs") if remark.differs else ""
    lines = (f"<p>{escape(one)}</p>" for one in (said, quoted, words, done, differs) if one)
    return f"<article><p><b>{place}</b></p>{''.join(lines)}</article>"


def _changes(final: FinalReport) -> None:
    if not final.alterations:
        mute(text("feedback.no_changes"))
        return
    told = "".join(f"<article>{_change(one)}</article>" for one in final.alterations)
    st.html(f'<div class="ca-read">{told}</div>')


def _change(altered: Alteration) -> str:
    before, after = (_lines(said) for said in (altered.before, altered.after))
    return f"<p><b>{escape(altered.place)}</b></p><del>{before}</del><ins>{after}</ins>"


def _lines(said: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in said.split("\n"))


def final_panel(case: Case) -> None:
    """Show date, fingerprint and download, and the explicit way back."""
    week = round_of(desk())
    if week is None or week.final_at is None:
        return
    day = dutch_day(week.final_at)
    with st.container(border=True):
        heading(text("feedback.final_on", day=say_long_day(day)))
        st.download_button(
            text("feedback.download_final"),
            data=partial(_file, desk()),
            file_name=text("feedback.final_name", reference=case.reference),
            mime=WORD,
            key="final-download",
            type="primary",
            on_click="ignore",
            width="stretch",
        )
        open_formats(case)
        mute(text("feedback.readable", day=say_long_day(day + READABLE)))
        mute(text("feedback.fingerprint"))
        st.code(week.fingerprint, language=None, wrap_lines=True)
    release_link()
    _reopening()


def _file(here: Desk) -> bytes:
    return final_file(here) or b""


def _reopening() -> None:
    with st.expander(text("feedback.reopen")):
        mute(text("feedback.reopen_help"))
        st.button(text("feedback.reopen_work"), key="reopen-work", on_click=_reopen)
        day = day_choice("feedback.reopen_days", "reopen-day", last_day_by_rule(now()))
        again = partial(_reopen, day)
        st.button(text("feedback.reopen_react"), key="reopen-react", on_click=again)


def _reopen(day: date | None = None) -> None:
    with showing_refusals():
        reopen(desk(), day)
