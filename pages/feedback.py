"""Screen: the week after the session, from concept to final."""

from casusanalyse.content.text import text
from casusanalyse.ui.frame import main_and_side, open_session, title
from casusanalyse.ui.round import state_strip, week_panel, week_work

case = open_session("feedback")
title(text("feedback.title"))
state_strip()
main, side = main_and_side()
with main:
    week_work(case)
with side:
    week_panel(case)
