"""Below the findings: the same numbers as a table and as a file, and the next snapshot."""

from functools import partial
from html import escape

import streamlit as st

from casusanalyse.content.region import shown
from casusanalyse.content.text import text
from casusanalyse.ui.frame import mute
from casusanalyse.ui.snapshot import snapshot_panel
from casusanalyse.usecases.findings import Findings, findings_file
from casusanalyse.usecases.region import RegionDesk


def region_snapshot(desk: RegionDesk) -> None:
    """Show how a new snapshot is made; what that takes is only asked when it is opened."""
    with st.expander(text("region.made"), key="region-made", on_change="rerun") as made:
        if made.open:
            snapshot_panel(desk)


def region_table(look: Findings) -> None:
    """Show every code of the kind with its number, and the file with all numbers."""
    with st.expander(text("region.table"), key="region-table", on_change="rerun") as table:
        if not table.open:
            return
        st.html(_table(look))
        st.download_button(
            text("region.download"),
            data=partial(findings_file, look.snapshot, look.book),
            file_name=text("region.file_name", number=look.snapshot.number),
            mime="text/csv",
            key="region-csv",
            on_click="ignore",
        )
        mute(text("region.download_help"))


def _table(look: Findings) -> str:
    names = (text("region.column_name"), text("region.column_number"))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    rows = "".join(
        f'<tr><th scope="row">{escape(look.book.label(one.name))}</th>'
        f"<td>{escape(shown(one.number))}</td></tr>"
        for one in look.ranked
    )
    return f'<table class="ca-table"><tr>{head}</tr>{rows}</table>'
