"""What the documents say is true of the tree, and speaks of the product alone."""

import ast
import re
import subprocess
from functools import cache

import pytest

from tests.house.source import ROOT, named, tree_of, words_of

DOMAIN = sorted((ROOT / "casusanalyse" / "domain").glob("*.py"))
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
PATH = re.compile(r"`((?:[\w.-]+/)+[\w.*-]*|[\w-]+\.(?:py|toml|md|yml|js|docx))`")
SHORT = ("", "casusanalyse", "casusanalyse/content", "docs")
"""Folders a document may leave out in front of a path."""


@cache
def tracked() -> list[str]:
    """Every file of the repository, as git knows it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    return sorted(one for one in told.decode().split("\0") if one and (ROOT / one).is_file())


def is_there(path: str) -> bool:
    """Under one of the short names; a bare name, or the end of one, may lie anywhere."""
    if "/" not in path:
        return any(one.endswith(path) for one in tracked())
    return any(list((ROOT / folder).glob(path.rstrip("/"))) for folder in SHORT)


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_path_a_document_names_is_there(document) -> None:
    paths = PATH.findall(words_of(document))
    assert [path for path in paths if not is_there(path)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_link_leads_somewhere(document) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", words_of(document))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("script", ["Makefile", ".ci/run"])
def test_every_path_the_makefile_uses_is_there(script) -> None:
    words = (ROOT / script).read_text("utf-8")
    used = set(re.findall(r"\b(?:tools|tests|templates)/[\w./-]+", words))
    assert {path for path in used if not (ROOT / path).exists()} == set()


def classes() -> set[str]:
    return {
        node.name
        for module in DOMAIN
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }


def test_the_glossary_explains_every_class_of_the_domain_once() -> None:
    rows = words_of(ROOT / "docs" / "woordenlijst.md").splitlines()
    explained = [row.split("|")[1].strip(" `") for row in rows if row.startswith("| `")]
    assert sorted(one for one in explained if one in classes()) == sorted(classes())
    assert {one for one in explained if one[:1].isupper()} == classes()


FOREIGN = re.compile(
    "|".join(
        (
            r"(?<![\w.~])/(?:work|home|Users|root|mnt|tmp)/",
            "shared" + "/notes",
            "skele" + "ton",
            "Chat" + "GPT|Cl" + "aude|Co" + "pilot|Anth" + "ropic|Open" + "AI",
            r"\blanguage " + "model",
        )
    )
)


@pytest.mark.parametrize("path", tracked())
def test_the_repository_speaks_of_the_product_alone(path) -> None:
    try:
        words = (ROOT / path).read_text("utf-8")
    except UnicodeDecodeError:
        return
    assert FOREIGN.findall(words) == []
