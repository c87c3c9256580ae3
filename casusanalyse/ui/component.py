"""Our own screen parts: small scripts without dependencies, shipped with the package."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

PARTS = Path(__file__).parent / "parts"

_HTML = {
    "sheet": '<div class="root ca sheet"></div>',
    "picture": '<div class="root ca picture"></div>',
    "dutch": '<div class="root"></div>',
    "pulse": '<div class="root"></div>',
    "beamer": '<div class="root"></div>',
    "play": '<div class="root ca play"></div>',
    "bar": '<header class="root ca bar"></header>',
    "cockpit": '<div class="root ca cockpit"></div>',
    "stop": '<div class="root ca"></div>',
    "entry": (
        '<div class="root ca entry"><p class="label"></p><input class="in" type="text"'
        ' autocomplete="off" maxlength="500">'
        '<span class="understood" role="status" hidden></span>'
        '<button type="button" class="btn main"><span></span> <kbd>Enter</kbd></button>'
        '<p class="trouble" role="status"></p></div>'
    ),
}


@cache
def part_file(name: str) -> str:
    """Return the text of a script or style of our own."""
    return (PARTS / name).read_text("utf-8")


@cache
def _sources(name: str) -> tuple[str, str]:
    """Return style and script of a part, each behind what all parts share."""
    css = part_file("look.css") + part_file(f"{name}.css")
    return css, part_file("part.js") + part_file(f"{name}.js")


def part(name: str) -> Any:  # noqa: ANN401 - the platform gives the mounting command no type
    """Return the mounting command of one of our parts.

    Args:
        name: one of those above, as its script and style are called.
    """
    css, js = _sources(name)
    return st.components.v2.component(f"casusanalyse_{name}", html=_HTML[name], css=css, js=js)
