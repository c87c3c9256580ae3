"""Screen: step 1, introduce yourself and check in."""

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.ui.checkin import participant_entry, participant_sheet
from casusanalyse.ui.frame import main_and_side, open_session, title
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.side import note_sheet, step_of, step_panel

case = open_session("checkin")
main, side = main_and_side()
with main:
    title(step_of("checkin").title)
    participant_entry(case)
    participant_sheet(case)
    note_sheet(case, "hopes-together")
with side:
    step_panel(case, "checkin")
    st.button(text("checkin.prepare"), on_click=go_to, args=("intake",), type="tertiary")
