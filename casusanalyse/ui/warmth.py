"""Load beforehand what the pages need, so that the first click is as quick as the second."""

from importlib import import_module

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
