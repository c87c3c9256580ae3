"""Which Word template is used, and the way to bring another one."""

from html import escape

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.report.word.template import REPORT
from casusanalyse.settings import read_settings
from casusanalyse.ui.frame import marked_list, mute
from casusanalyse.ui.session import desk, note_taker, recall, remember
from casusanalyse.usecases.template import keep_template, own_template, template_mistakes


def template_choice(of: str = REPORT) -> None:
    """Show which template is used, and the way to bring another one.

    It counts everywhere, so a note-taker, who has one case, does not get it.
    """
    if note_taker():
        return
    settings, brought_here = read_settings(), f"brought-{of}"
    with st.expander(text("template_screen.title")):
        own = own_template(settings, of=of)
        mute(text("template_screen.own" if own else "template_screen.ours"))
        brought = st.file_uploader(
            text("template_screen.bring"),
            type=["docx"],
            key=f"{of}-{recall(brought_here, 0)}",
        )
        if brought is not None:
            mistakes = template_mistakes(brought.getvalue(), of=of)
            if mistakes:
                told = [escape(one) for one in mistakes]
                st.html(marked_list(text("template_screen.mistakes"), told))
            else:
                keep_template(desk(), settings, brought.getvalue(), of=of)
                remember(brought_here, recall(brought_here, 0) + 1)
                st.rerun()
        if own and st.button(text("template_screen.drop"), key=f"drop-{of}"):
            keep_template(desk(), settings, None, of=of)
            st.rerun()
