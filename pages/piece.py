"""Screen: the piece the region talks about every quarter."""

from casusanalyse.content.text import text
from casusanalyse.ui.frame import open_region, title

open_region("piece")
title(text("navigation.piece"))
