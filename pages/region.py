"""Screen: what finished cases show together."""

import streamlit as st

from casusanalyse.ui.frame import open_region
from casusanalyse.ui.region import region_columns, region_finding
from casusanalyse.ui.region_choice import region_choice
from casusanalyse.ui.region_code import region_code
from casusanalyse.ui.region_figures import region_figures
from casusanalyse.ui.region_start import region_start
from casusanalyse.ui.region_table import region_snapshot, region_table
from casusanalyse.usecases.region import newest_snapshot

desk = open_region("region")
snapshot = newest_snapshot(desk)
if snapshot is None:
    region_start(desk)
else:
    head = st.container()
    look = region_choice(desk, snapshot)
    with head:
        region_finding(look, national=desk.national)
    region_columns(look)
    region_code(look, desk)
    region_figures(look, national=desk.national)
    region_table(look)
    region_snapshot(desk)
