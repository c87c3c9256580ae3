"""The manual, one page per screen, as it can be read inside the app.

The texts are the Markdown files of `docs/handleiding/`, so that they are also readable beside
the code; `nl/manual.toml` says which and in what order.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from casusanalyse.content.text import page, text

MANUAL_FOLDER = Path(__file__).parents[2] / "docs" / "handleiding"

LINK_TO_PAGE = re.compile(r"\[([^]]+)]\([a-z]+\.md\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualPage:
    """One page.

    Attributes:
        slug: file name without `.md`.
        title: first heading of the page.
        text: Markdown below that heading; links between pages are plain words.
    """

    slug: str
    title: str
    text: str


@cache
def manual_pages(folder: Path = MANUAL_FOLDER) -> tuple[ManualPage, ...]:
    """Return the pages in reading order.

    Args:
        folder: an installation without the folder gets one page that says where to look.
    """
    files = [folder / f"{slug}.md" for slug in page("manual")["pages"]]
    found = tuple(_read(file) for file in files if file.is_file())
    return found or (_nothing_here(),)


def _read(file: Path) -> ManualPage:
    heading, _, rest = file.read_text("utf-8").partition("\n")
    return ManualPage(
        slug=file.stem,
        title=heading.removeprefix("# ").strip(),
        text=LINK_TO_PAGE.sub(r"\1", rest).strip(),
    )


def _nothing_here() -> ManualPage:
    return ManualPage(
        slug="index", title=text("manual.missing_title"), text=text("manual.missing")
    )
