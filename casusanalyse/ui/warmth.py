"""Load beforehand what the pages need, so that the first click is as quick as the second."""

from importlib import import_module

from streamlit.runtime.pages_manager import PagesManager

from casusanalyse.ui.trouble import silence_platform_log

_NEEDED = (
    "pandas",
    "pyarrow",
    "streamlit.elements.lib.column_config_utils",
    "casusanalyse.ui.session",
    "casusanalyse.ui.event_grid",
    "casusanalyse.ui.family",
    "casusanalyse.ui.insights",
    "casusanalyse.ui.mirror",
    "casusanalyse.ui.network",
    "casusanalyse.ui.report",
    "casusanalyse.ui.timeline_side",
)


def warm_up() -> None:
    """Import the heavy modules once, before anybody looks."""
    for name in _NEEDED:
        import_module(name)
    silence_platform_log()
    # Until a first visitor came the platform would show any file in pages/ by itself, without
    # the front door, and would not know our Dutch addresses.
    PagesManager.uses_pages_directory = False
