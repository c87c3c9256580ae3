"""Screen: step 5, insights, deepening and what works."""

from casusanalyse.domain.vocabulary import AgreementMoment
from casusanalyse.ui.codebook import code_book, recognised
from casusanalyse.ui.dynamics import dynamic_moments
from casusanalyse.ui.earlier import earlier_part
from casusanalyse.ui.frame import main_and_side, open_session, title
from casusanalyse.ui.insights import insight_list, moment_of, part_choice, whole_line
from casusanalyse.ui.mirror import mirror_link
from casusanalyse.ui.side import beside, note_sheet, step_of, step_panel
from casusanalyse.ui.strip import family_strip
from casusanalyse.ui.together import agreements, check_out, positions

case = open_session("insights")
title(step_of("insights").title)
family_strip(case)
whole_line(case)
main, side = main_and_side()
with main:
    part = part_choice()
    if part == "moments":
        moment_of(case)
        note_sheet(case, "standing-out")
    elif part == "insights":
        insight_list(case)
        dynamic_moments(case)
        earlier_part(case)
    elif part == "codes":
        recognised(case)
        earlier_part(case)
    elif part == "agreements":
        agreements(case, AgreementMoment.AFTERWARDS)
    else:
        check_out(case)
        positions(case, "position_after")
        note_sheet(case, "checkout-together")
with side:
    if part in {"insights", "codes"} and beside("insights") == "book":
        code_book(case)
    else:
        step_panel(case, "insights")
    mirror_link()
