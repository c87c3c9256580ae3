"""Screen: the manual."""

from casusanalyse.content.text import text
from casusanalyse.ui.frame import open_front, title
from casusanalyse.ui.manual import manual_reader

open_front("manual")
title(text("navigation.manual"))
manual_reader()
