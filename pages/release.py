"""Screen: what of this case goes to the region, line by line."""

from casusanalyse.content.text import text
from casusanalyse.ui.frame import open_session, title

open_session("release")
title(text("navigation.release"))
