"""Our own source as the house tests read it: files, trees, words in quotes."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = sorted((ROOT / "casusanalyse").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
APP = ROOT / "app.py"
PRODUCT = [*PACKAGE, *PAGES, APP]
OURS = [
    *PRODUCT,
    *sorted((ROOT / "templates").rglob("*.py")),
    *sorted((ROOT / "tests").rglob("*.py")),
]


def named(path: Path) -> str:
    """A path as people say it."""
    return str(path.relative_to(ROOT))


@cache
def words_of(path: Path) -> str:
    """The text of a file."""
    return path.read_text("utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(words_of(path))


def room_of(path: Path) -> str:
    """The room a module lies in, such as `ui`; pages and app.py are rooms too."""
    parts = path.relative_to(ROOT).parts
    return parts[1] if parts[0] == "casusanalyse" and len(parts) > 2 else parts[0]


def strings(path: Path) -> Iterator[ast.Constant]:
    """Every string in quotes that is no docstring, parts of computed strings included."""
    docs = set(docstrings(path))
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docs:
            yield node


@cache
def quoted(path: Path) -> frozenset[str]:
    """Every whole string in quotes; parts of computed strings left out."""
    computed = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.JoinedStr)]
    parts = {part for whole in computed for part in whole.values}
    return frozenset(node.value for node in strings(path) if node not in parts)


def docstrings(path: Path) -> Iterator[ast.Constant]:
    """Every string that stands on its own: docstrings of modules, classes and values."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def calls(path: Path, *names: str) -> Iterator[ast.Call]:
    """Every call of a function with one of these names, plain or as a method."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and _called(node.func) in names:
            yield node


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def meant(node: ast.expr | None, path: Path) -> set[str]:
    """The strings an expression can be: in quotes, one of two, or the name of a constant."""
    if isinstance(node, ast.Constant):
        return {node.value} if isinstance(node.value, str) else set()
    if isinstance(node, ast.IfExp):
        return meant(node.body, path) | meant(node.orelse, path)
    return fixed_values(path).get(node.id, set()) if isinstance(node, ast.Name) else set()


@cache
def fixed_values(path: Path) -> dict[str, set[str]]:
    """Names a module gives to strings, as in `UNDONE, REDONE = "undone", "redone"`."""
    found: dict[str, set[str]] = {}
    for node in tree_of(path).body:
        if isinstance(node, ast.Assign):
            names, values = _flat(node.targets[0]), _flat(node.value)
            for name, value in zip(names, values, strict=False):
                if isinstance(name, ast.Name) and isinstance(value, ast.Constant):
                    found[name.id] = {value.value}
    return found


def _flat(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [node]
