"""The draft report: what goes in, what stays out, and the Word file itself."""

from functools import partial
from html import escape

import streamlit as st

from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.settings import read_settings
from casusanalyse.ui.clock import today
from casusanalyse.ui.frame import heading, marked_list, mute
from casusanalyse.ui.session import desk
from casusanalyse.usecases.cases import make_draft
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.report import draft_report, file_name, report_contents
from casusanalyse.usecases.template import own_template

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def report_contents_list(case: Case) -> None:
    """Show per chapter what goes into the report, and what stays out and why."""
    for chapter in report_contents(case, book(desk())):
        out = [item for item in chapter.items if not item.included]
        said = counted("report_screen.goes_in", chapter.included)
        if out:
            said += " · " + counted("report_screen.stays_out", len(out))
        with st.expander(f"{chapter.title} · {said}"):
            included = [escape(item.title) for item in chapter.items if item.included]
            left = [
                f'{escape(item.title)} <span class="ca-mute">· {escape(item.reason)}</span>'
                for item in out
            ]
            told = _list("report_screen.in", included) + _list("report_screen.out", left)
            st.html(told or f'<p class="ca-mute">{escape(text("report_screen.empty"))}</p>')


def _list(key: str, items: list[str]) -> str:
    return marked_list(text(key), items) if items else ""


def report_download(case: Case) -> None:
    """Show the choice of names and the button that makes the Word file."""
    with st.container(border=True):
        heading(text("report_screen.make"))
        names = st.toggle(text("report_screen.names"), key="report-names")
        mute(text("report_screen.names_help" if names else "report_screen.pseudonyms_help"))
        st.download_button(
            text("report_screen.download"),
            data=partial(_made, desk(), names=names),
            file_name=file_name(case),
            mime=_WORD,
            key="report-download",
            type="primary",
            on_click="ignore",
            width="stretch",
        )
        mute(text("report_screen.any_moment"))


def _made(here: Desk, *, names: bool) -> bytes:
    """Make the report at the moment of the click, so that nothing is missing."""
    own = own_template(read_settings())
    report = draft_report(
        here.case(), today=today(), names=names, template=own, book=book(here)
    )
    make_draft(here)
    return report
