"""Screen: step 2, how do we do this with each other."""

from casusanalyse.content.text import text
from casusanalyse.domain.vocabulary import AgreementMoment
from casusanalyse.ui.frame import heading, main_and_side, open_session, title
from casusanalyse.ui.side import note_sheet, step_of, step_panel
from casusanalyse.ui.together import agreements, positions

case = open_session("together")
main, side = main_and_side()
with main:
    title(step_of("together").title)
    positions(case, "position")
    heading(text("together.dynamics"))
    note_sheet(case, "dynamics-notice", "dynamics-bend")
    heading(text("together.agreements"))
    agreements(case, AgreementMoment.TODAY)
with side:
    step_panel(case, "together")
