"""Screen: snapshots to and from other regions."""

from casusanalyse.content.text import text
from casusanalyse.ui.exchange import regions, sending, taking
from casusanalyse.ui.frame import main_and_side, mute, open_region, title
from casusanalyse.ui.pooled import pooled_view

desk = open_region("exchange")
title(text("navigation.exchange"))
mute(text("exchange.intro"))
work, side = main_and_side()
with work:
    pooled_view(desk)
    regions(desk)
with side:
    sending(desk)
    taking(desk)
