"""Screen: the code book, with the region's own codes."""

from casusanalyse.content.text import text
from casusanalyse.ui.code_files import code_files
from casusanalyse.ui.code_work import code_work
from casusanalyse.ui.frame import main_and_side, open_region, title
from casusanalyse.ui.region_codes import (
    code_list,
    code_search,
    drafts_box,
    open_code,
    opened_book,
)

desk = open_region("region_codes")
title(text("region_codes.title"))
work = opened_book(desk)
main, side = main_and_side()
with main:
    drafts_box(work)
    code_search()
    code = open_code(work)
    if code:
        code_work(work, code)
    else:
        code_list(work)
with side:
    code_files(desk, work)
