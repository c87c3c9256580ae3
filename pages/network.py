"""Screen: the network on a date."""

from casusanalyse.ui.frame import main_and_side, open_session
from casusanalyse.ui.network import day_choice, network_drawing, network_side, preset_choice

case = open_session("network")
preset = preset_choice()
main, side = main_and_side()
with main:
    day = day_choice(case)
    network_drawing(case, day, preset)
with side:
    network_side(case, day, preset)
