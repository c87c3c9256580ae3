"""What may stand where: the browser's memory, the clock, the network, silenced checks."""

import re
import tomllib

import pytest

from tests.house.source import OURS, PACKAGE, PAGES, PRODUCT, ROOT, named, words_of

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
FLOORS = PROJECT["tool"]["importlinter"]["contracts"][0]
SHIPPED = sorted(
    path
    for path in (ROOT / "casusanalyse").rglob("*")
    if path.suffix in {".py", ".js", ".css", ".toml", ".md", ".mako"}
)
NAMESPACES = (
    "http://www.w3.org/",
    "http://schemas.openxmlformats.org/",
    "http://purl.org/dc/",
    "http://schemas.microsoft.com/office/word/",
)
"""Names that look like addresses; nobody ever calls them."""
OWN = ("http://{HOST}:{port}", "sqlite:///")
"""This machine: the address the browser opens, and the file with the cases."""


@pytest.mark.parametrize("word", ["session_state", "cache_data", "cache_resource"])
def test_the_memory_of_the_browser_is_kept_in_one_place(word) -> None:
    assert [named(path) for path in PRODUCT if word in words_of(path)] in (
        [],
        ["casusanalyse/ui/session.py"],
    )


def test_one_place_reads_the_clock() -> None:
    reading = re.compile(r"\b(datetime\.(now|utcnow|today)|date\.today|time\.time)\(")
    readers = [named(path) for path in PRODUCT if reading.search(words_of(path))]
    assert readers in (
        ["casusanalyse/ui/clock.py"],
        ["casusanalyse/command/__init__.py", "casusanalyse/ui/clock.py"],
    )


@pytest.mark.parametrize("file", SHIPPED, ids=named)
def test_nothing_points_at_the_internet(file) -> None:
    addresses = re.findall(r"\w+://[^\s\"'<>)]*", words_of(file))
    assert [one for one in addresses if not one.startswith((*NAMESPACES, *OWN))] == []
    assert "url(//" not in words_of(file)


@pytest.mark.parametrize("module", OURS, ids=named)
def test_every_silenced_check_says_why(module) -> None:
    silenced = re.findall(
        r"(?m)^[^\"']*[^\"'|]#\s*(?:noqa|type: ignore|pragma)\b(.*)$", words_of(module)
    )
    assert [rest for rest in silenced if not re.search(r" - \S", rest)] == []


def test_every_room_has_a_floor() -> None:
    placed = {room.strip() for floor in FLOORS["layers"] for room in floor.split("|")}
    rooms = {path.relative_to(ROOT).parts[1].removesuffix(".py") for path in PACKAGE}
    assert rooms - {"__init__"} == placed
    assert FLOORS["exhaustive"] is True


@pytest.mark.parametrize("library", ["streamlit", "sqlmodel", "docx", "lxml", "networkx"])
def test_every_library_has_one_owner(library) -> None:
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    owned = {one for contract in contracts for one in contract.get("protected_modules", ())}
    assert library in owned


def test_dead_code_is_looked_for_in_the_whole_product() -> None:
    assert set(PROJECT["tool"]["vulture"]["paths"]) == {"casusanalyse", "pages", "app.py"}


def test_every_page_is_a_screen_with_a_door() -> None:
    navigation = words_of(ROOT / "casusanalyse" / "ui" / "navigation.py")
    assert {page.stem for page in PAGES} == set(re.findall(r'^    "(\w+)",$', navigation, re.M))
    for page in PAGES:
        assert f'("{page.stem}")' in words_of(page)


@pytest.mark.parametrize("room", ["web", "figures"])
def test_typefaces_ship_with_their_licence(room) -> None:
    fonts = ROOT / "casusanalyse" / room / "fonts"
    assert [file for file in fonts.iterdir() if file.suffix in {".ttf", ".woff2"}]
    assert "SIL OPEN FONT LICENSE" in (fonts / "LICENSE").read_text("utf-8").upper()


def test_everything_a_room_needs_is_packed() -> None:
    packed = PROJECT["tool"]["setuptools"]["package-data"]["casusanalyse"]
    kinds = {pattern.rpartition("*")[2] for pattern in packed}
    beside = {path for path in (ROOT / "casusanalyse").rglob("*") if path.is_file()}
    loose = {
        named(path)
        for path in beside
        if path.suffix not in {".py", ".pyc"} and path.suffix not in kinds
    }
    assert {path for path in loose if not path.endswith(("LICENSE", "py.typed"))} == set()
