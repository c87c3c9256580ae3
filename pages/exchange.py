"""Screen: snapshots to and from other regions."""

from casusanalyse.content.text import text
from casusanalyse.ui.frame import open_region, title

open_region("exchange")
title(text("navigation.exchange"))
