"""Screen: the code book, with the region's own codes."""

from casusanalyse.content.text import text
from casusanalyse.ui.frame import open_region, title

open_region("region_codes")
title(text("navigation.region_codes"))
