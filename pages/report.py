"""Screen: the draft report."""

from casusanalyse.content.text import text
from casusanalyse.ui.frame import main_and_side, open_session, title
from casusanalyse.ui.language import language_list
from casusanalyse.ui.report import report_contents_list, report_download
from casusanalyse.ui.round import feedback_link
from casusanalyse.ui.template import template_choice

case = open_session("report")
title(text("report_screen.title"))
main, side = main_and_side()
with main:
    language_list(case)
    report_contents_list(case)
with side:
    report_download(case)
    feedback_link()
    template_choice()
