"""Screen: step 3, the family members as persons."""

import streamlit as st

from casusanalyse.ui.family import family_drawing, family_mode, people_entries, relation_choice
from casusanalyse.ui.frame import main_and_side, open_session
from casusanalyse.ui.parking import parking_place
from casusanalyse.ui.person import person_panel
from casusanalyse.ui.side import beside, note_sheet, step_panel

case = open_session("family")
main, side = main_and_side()
with main:
    mode = family_mode()
    people_entries(case)
    family_drawing(case, mode)
    relation_choice(case)
    note_sheet(case, "family-history")
with side:
    if beside("family") == "session":
        step_panel(case, "family")
    else:
        with st.container(border=True):
            person_panel(case)
    with st.container(border=True):
        parking_place(case, to_line=False)
