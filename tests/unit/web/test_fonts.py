import re
from pathlib import Path

import pytest
from starlette.applications import Starlette

from casusanalyse.web.fonts import FONTS, font_route
from tests.unit.web.asking import ask

APP = Starlette(routes=[font_route()])
ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("file", sorted(FONTS.glob("*.woff2")), ids=lambda file: file.name)
def test_every_typeface_that_ships_is_served(file):
    answer = ask(APP, f"/lettertypen/{file.name}")
    assert (answer.status, answer.body) == (200, file.read_bytes())
    assert answer.headers["content-type"] == "font/woff2"
    assert answer.headers["cache-control"] == "public, max-age=604800"
    assert answer.body[:4] == b"wOF2"


@pytest.mark.parametrize(
    "name",
    ["nergens.woff2", "LICENSE", "..", "../fonts.py", "%2e%2e/fonts.py", "", "a/b.woff2"],
)
def test_nothing_else_is_served(name):
    answer = ask(APP, f"/lettertypen/{name}")
    assert answer.status == 404
    assert b"fonts" not in answer.body


def test_every_typeface_a_style_asks_for_is_there():
    styles = [
        *(ROOT / "casusanalyse" / "ui" / "parts").glob("*.css"),
        ROOT / ".streamlit" / "config.toml",
    ]
    asked = {
        name
        for file in styles
        for name in re.findall(r"lettertypen/([\w.-]+)", file.read_text())
    }
    assert asked <= {file.name for file in FONTS.glob("*.woff2")}
    assert asked
