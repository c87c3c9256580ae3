"""Screen: what finished cases show together."""

from casusanalyse.content.text import text
from casusanalyse.ui.frame import open_region, title

open_region("region")
title(text("navigation.region"))
