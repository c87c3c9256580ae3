"""The final report as PDF/A or ODT, made at the click."""

from functools import partial

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.ui.frame import mute
from casusanalyse.ui.session import desk
from casusanalyse.usecases.office import OfficeKind, final_as, has_office

_OFFERS = {
    OfficeKind.PDF: ("feedback.download_pdf", "feedback.pdf_name", "application/pdf"),
    OfficeKind.ODT: (
        "feedback.download_odt",
        "feedback.odt_name",
        "application/vnd.oasis.opendocument.text",
    ),
}
"""Per kind: what its button says, what its file is called, and its type."""


def open_formats(case: Case) -> None:
    """Show a button for each kind of file, or how to make one without LibreOffice.

    While a file is made its button turns and cannot be pressed again.
    """
    if not has_office():
        mute(text("feedback.no_office"))
        return
    for kind, (label, name, mime) in _OFFERS.items():
        st.download_button(
            text(label),
            data=partial(final_as, desk(), kind),
            file_name=text(name, reference=case.reference),
            mime=mime,
            key=f"final-{kind}",
            on_click="ignore",
            width="stretch",
        )
    mute(text("feedback.converting"))
