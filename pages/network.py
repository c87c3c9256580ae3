"""Screen: the network on a date."""

from casusanalyse.ui.frame import main_and_side, open_session
from casusanalyse.ui.network import network_drawing, network_moment, network_side

case = open_session("network")
cast = network_moment(case)
main, side = main_and_side()
with main:
    network_drawing(cast)
with side:
    network_side(cast)
