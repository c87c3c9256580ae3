"""Screen: what of this case goes to the region, line by line."""

from casusanalyse.content.text import text
from casusanalyse.ui.frame import main_and_side, open_session, title
from casusanalyse.ui.release import release_lines, release_view
from casusanalyse.ui.release_panel import release_panel

case = open_session("release")
title(text("release.title"))
view = release_view(case)
if view:
    main, side = main_and_side()
    with main:
        release_lines(view)
    with side:
        release_panel(view)
