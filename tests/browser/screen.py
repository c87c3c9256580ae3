"""What can be read from a screen as it is drawn: its words, what does not fit, the focus."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_READING = Path(__file__).with_suffix(".js").read_text("utf-8")


def _read(page: Page, name: str) -> Any:
    return page.evaluate(f"() => {{ {_READING}\n return {name}(); }}")


def words(page: Page) -> list[tuple[str, str]]:
    """Return every text somebody can read or hear, each with where it stands."""
    return [(said, where) for said, where in _read(page, "words")]


def too_wide(page: Page) -> list[str]:
    """Return what sticks out of the screen, or scrolls from left to right."""
    return _read(page, "tooWide")


def cut_off(page: Page) -> list[str]:
    """Return the boxes that hide part of their own words."""
    return _read(page, "cutOff")


def focus(page: Page) -> tuple[str, bool]:
    """Return the name of what has the focus, and whether somebody can see that it has."""
    name, is_seen = _read(page, "focus")
    return name, is_seen


def unfold_all(page: Page) -> None:
    """Open everything that is folded, so that it is looked at too."""
    for summary in page.locator("details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()
