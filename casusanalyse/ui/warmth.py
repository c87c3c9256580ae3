"""Load beforehand what the pages need, so that the first click is as quick as the second."""

from importlib import import_module

from streamlit.runtime.pages_manager import PagesManager

_NEEDED = (
    "pandas",
    "pyarrow",
    "streamlit.elements.lib.column_config_utils",
    "casusanalyse.ui.session",
)


def warm_up() -> None:
    """Import the heavy modules once, before anybody looks."""
    for name in _NEEDED:
        import_module(name)
    # Until a first visitor came the platform would show any file in pages/ by itself, without
    # the front door, and would not know our Dutch addresses.
    PagesManager.uses_pages_directory = False
