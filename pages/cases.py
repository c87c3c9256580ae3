"""Screen: the list of cases."""

from casusanalyse.content.text import text
from casusanalyse.ui.cases import case_list, new_case_entry
from casusanalyse.ui.frame import open_front, title

open_front("cases")
title(text("cases.title"))
new_case_entry()
case_list()
