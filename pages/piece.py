"""Screen: the piece the region talks about every quarter."""

from casusanalyse.content.text import text
from casusanalyse.ui.frame import main_and_side, open_region, title
from casusanalyse.ui.piece import open_piece, piece_panel, piece_words

desk = open_region("piece")
title(text("navigation.piece"))
view = open_piece(desk)
if view:
    main, side = main_and_side()
    with main:
        piece_words(view)
    with side:
        piece_panel(desk, view)
