"""Screen: what is asked before the session."""

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.ui.frame import heading, main_and_side, open_session, title
from casusanalyse.ui.intake import intake_sheet, organisation_list
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.plan_buttons import plan_editor

case = open_session("intake")
title(text("intake.title"))
main, side = main_and_side()
with main:
    intake_sheet(case)
    heading(text("intake.organisations"))
    organisation_list(case)
with side:
    with st.container(border=True):
        plan_editor(case)
    st.button(text("intake.start"), on_click=go_to, args=("checkin",), type="primary")
