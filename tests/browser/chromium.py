"""The browser these tests use, started so that it looks for nothing outside this computer."""

import shutil

from playwright.sync_api import Browser, Playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_CALM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def open_browser(playwright: Playwright) -> Browser:
    """Start Chromium; without it nothing on a screen is proven, so that is a failure."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    assert found, f"Install Chromium: none of {', '.join(_NAMES)} is on the PATH."
    return playwright.chromium.launch(executable_path=found, args=_CALM)
