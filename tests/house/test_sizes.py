"""Small enough to hold in the head, with names that say what is inside."""

import ast

import pytest

from tests.house.source import APP, OURS, PACKAGE, PAGES, named, tree_of, words_of

DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "base", "manager"}


@pytest.mark.parametrize("page", [*PAGES, APP], ids=named)
def test_a_page_is_thin(page):
    nodes = ast.walk(tree_of(page))
    assert not [node for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert len(words_of(page).splitlines()) <= 60


@pytest.mark.parametrize("module", PACKAGE, ids=named)
def test_a_module_fits_in_the_head(module):
    assert len(words_of(module).splitlines()) <= 300


def test_there_is_no_junk_drawer():
    drawers = [named(path) for path in OURS if DRAWERS & set(path.stem.split("_"))]
    assert drawers == []


@pytest.mark.parametrize("module", PACKAGE, ids=named)
def test_a_module_says_what_it_is_for(module):
    assert ast.get_docstring(tree_of(module)) or named(module).startswith(
        "casusanalyse/store/migrations/"
    )


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_page_has_a_test(page):
    tests = page.parents[1] / "tests" / "pages"
    assert (tests / f"test_{page.name}").is_file()
