"""Which Dutch sentences there are, and which ones the code asks for."""

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

from tests.house.source import PRODUCT, ROOT, calls, meant, quoted, room_of, tree_of

NL = ROOT / "casusanalyse" / "content" / "nl"
NOUNS = frozenset(page.stem for page in NL.glob("*.toml"))
NAMES = r"([a-z_0-9]+)"


@cache
def sentences() -> dict[str, str]:
    """Every sentence by its key, such as `cases.none`; lists and tables are data."""
    return {
        f"{file.stem}.{key}": value
        for file in NL.glob("*.toml")
        for key, value in tomllib.loads(file.read_text("utf-8")).items()
        if isinstance(value, str)
    }


def keys(noun: str) -> set[str]:
    """The sentences of one page, without its name."""
    return {key.partition(".")[2] for key in sentences() if key.startswith(f"{noun}.")}


@cache
def rooms_that_read(noun: str) -> frozenset[str]:
    """The rooms that read a whole page as data, with `page("noun")`."""
    return frozenset(
        room_of(module)
        for module in PRODUCT
        for call in calls(module, "page")
        if call.args and noun in meant(call.args[0], module)
    )


@cache
def written_in_full() -> frozenset[tuple[str, str]]:
    """Every key in quotes with its room; the store speaks no Dutch, it names places."""
    key = re.compile(rf"({'|'.join(sorted(NOUNS))})\.[a-z_0-9]+")
    return frozenset(
        (room_of(module), said)
        for module in PRODUCT
        if room_of(module) != "store"
        for said in quoted(module)
        if key.fullmatch(said)
    )


def first_words(function: str) -> set[str]:
    """The first argument of every call of a function, as in `Refusal("gone")`."""
    return {
        said
        for module in PRODUCT
        for call in calls(module, function)
        if call.args
        for said in meant(call.args[0], module)
    }


def told_as(parameter: str) -> set[str]:
    """What is handed over under the name of a parameter, by place or by name."""
    places = dict(_takers(parameter))
    found: set[str] = set()
    for module in PRODUCT:
        for call in calls(module, "Deed", *places):
            named = [word.value for word in call.keywords if word.arg == parameter]
            name = call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id
            placed = call.args[places[name] :][:1] if name in places else []
            found |= {said for node in (*named, *placed) for said in meant(node, module)}
    return found


def _takers(parameter: str) -> list[tuple[str, int]]:
    """Functions with this parameter, and its place among the arguments of a call."""
    found = []
    for module in PRODUCT:
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.FunctionDef):
                names = [one.arg for one in node.args.args if one.arg != "self"]
                if parameter in names:
                    found.append((node.name, names.index(parameter)))
    return found


@cache
def computed() -> frozenset[tuple[str, re.Pattern[str]]]:
    """Keys put together, as in f"insights.{part}": the room, and a pattern that fits them."""
    return frozenset(
        (room_of(module), pattern)
        for module in PRODUCT
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.JoinedStr) and (pattern := _pattern(node))
    )


def _pattern(node: ast.JoinedStr) -> re.Pattern[str] | None:
    begin = node.values[0]
    noun = str(begin.value).partition(".") if isinstance(begin, ast.Constant) else ("", "", "")
    if noun[0] not in NOUNS or not noun[1]:
        return None
    parts = [
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else NAMES
        for part in node.values
    ]
    return re.compile("".join(parts))


@cache
def names_in(room: str) -> frozenset[str]:
    """Everything that can fill a hole in a key: words in quotes in the room or below it."""
    inside = [one for one in PRODUCT if room_of(one) in {room, "domain", "analysis"}]
    said = {word for module in inside for word in quoted(module)}
    return frozenset(said | {word.replace("-", "_") for word in said})


def is_used(key: str) -> bool:
    """Asked for in full, as the one of a count, by a computed key, or as data of its page."""
    return any(_is_asked(one) for one in {key, key.removesuffix("_one")})


def _is_asked(key: str) -> bool:
    noun, _, name = key.partition(".")
    in_full = key in {said for _, said in written_in_full()}
    as_data = any(name in names_in(room) for room in rooms_that_read(noun))
    return in_full or as_data or _is_computed(key)


def _is_computed(key: str) -> bool:
    fits = ((room, pattern.fullmatch(key)) for room, pattern in computed())
    return any(found and set(found.groups()) <= names_in(room) for room, found in fits)


def where(path: Path, node: ast.AST) -> str:
    """A place in the source as people look it up."""
    return f"{path.relative_to(ROOT)}:{node.lineno}"
