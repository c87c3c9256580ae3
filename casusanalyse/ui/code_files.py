"""The code book as a file: take it along, and look before codes of another region come in."""

from functools import partial
from html import escape

import streamlit as st

from casusanalyse.content.text import counted, text
from casusanalyse.domain.problems import Refusal
from casusanalyse.report.codebook_file import MOST_BYTES
from casusanalyse.ui.frame import heading, marked_list, mute
from casusanalyse.ui.refusals import sentence, showing_refusals
from casusanalyse.ui.session import recall, region_desk, remember
from casusanalyse.usecases.codebook_file import (
    Brought,
    bring_in,
    codes_as_qdc,
    codes_as_table,
    codes_file_name,
    look_at,
)
from casusanalyse.usecases.region import RegionDesk
from casusanalyse.usecases.region_codes import Work

MOST_MISFITS = 12
_BROUGHT, _SAID = "codes-brought", "codes-brought-said"


def code_files(desk: RegionDesk, work: Work) -> None:
    """Show the downloads and the place for a file of another region."""
    with st.container(border=True, key="code-files"):
        heading(text("region_codes.files"))
        mute(text("region_codes.files_help"))
        for kind, made in (("qdc", codes_as_qdc), ("csv", codes_as_table)):
            st.download_button(
                text(f"region_codes.as_{kind}"),
                data=partial(made, desk),
                file_name=codes_file_name(work.shelf.edition, kind),
                mime="text/csv" if kind == "csv" else "application/xml",
                key=f"codes-{kind}",
                on_click="ignore",
                width="stretch",
            )
        key = f"codes-file-{recall(_BROUGHT, 0)}"
        brought = st.file_uploader(
            text("region_codes.bring"),
            type=["qdc", "csv"],
            key=key,
            max_upload_size=MOST_BYTES >> 20,
        )
        if brought:
            _preview(desk, brought.getvalue(), is_table=brought.name.lower().endswith(".csv"))
        elif recall(_SAID):
            st.html(f'<p class="ca-soft" role="status">{escape(recall(_SAID))}</p>')


def _preview(desk: RegionDesk, data: bytes, *, is_table: bool) -> None:
    """Show what a file would bring; nothing changes before somebody says so."""
    try:
        found = look_at(desk, data, is_table=is_table)
    except Refusal as refusal:
        st.html(f'<p class="ca-aside" role="status">{escape(sentence(refusal))}</p>')
        return
    if found.misfits:
        _misfits(found)
        return
    _brings(found)
    if found.new or found.changed:
        st.button(
            text("region_codes.bring_do"),
            key="bring-in",
            type="primary",
            on_click=partial(_bring_in, data, is_table=is_table),
        )


def _misfits(found: Brought) -> None:
    told = [
        text("region_codes.misfit", row=one.row, column=one.column, sentence=sentence(one.why))
        for one in found.misfits[:MOST_MISFITS]
    ]
    rest = len(found.misfits) - len(told)
    if rest:
        told.append(counted("region_codes.misfits_more", rest))
    shown = marked_list(text("region_codes.misfits"), [escape(one) for one in told])
    st.html(f'<div class="ca-aside" role="status">{shown}</div>')


def _brings(found: Brought) -> None:
    for name, codes in (("new", found.new), ("changed", found.changed)):
        told = [one.newest.words.label for one in codes if one.newest]
        if told:
            head = counted(f"region_codes.bring_{name}", len(told))
            st.html(marked_list(head, [escape(one) for one in told]))
    if not (found.new or found.changed):
        mute(text("region_codes.bring_nothing"))
    for name, number in (("method", found.method), ("same", found.same)):
        if number:
            mute(text(f"region_codes.bring_{name}", number=number))


def _bring_in(data: bytes, *, is_table: bool) -> None:
    with showing_refusals():
        done = bring_in(region_desk(), data, is_table=is_table)
        came = len(done.new) + len(done.changed)
        remember(_SAID, counted("region_codes.brought", came))
    remember(_BROUGHT, recall(_BROUGHT, 0) + 1)
