"""Screen: step 4, the timeline."""

from casusanalyse.ui.event_grid import event_grid
from casusanalyse.ui.figures import derived_figures
from casusanalyse.ui.frame import main_and_side, open_session
from casusanalyse.ui.long_line import is_long_line_open
from casusanalyse.ui.long_line_view import long_line_view
from casusanalyse.ui.mirror import mirror_link
from casusanalyse.ui.strip import family_strip
from casusanalyse.ui.timeline import event_entry, timeline_drawing, timeline_mode
from casusanalyse.ui.timeline_side import timeline_side

case = open_session("timeline")
family_strip(case)
if is_long_line_open():
    long_line_view(case)
else:
    main, side = main_and_side()
    with main:
        event_entry(case)
        mode = timeline_mode(case)
        if mode == "list":
            event_grid(case)
        else:
            timeline_drawing(case, mode)
        derived_figures(case)
        mirror_link()
    with side:
        timeline_side(case)
