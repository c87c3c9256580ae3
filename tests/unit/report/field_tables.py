"""The tables of fields in the manual, written from the content."""

from casusanalyse.content.text import page


def field_tables() -> str:
    """Return the tables as they have to stand in the manual; equal lists share one."""
    shared: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for owner, inside in _by_owner().items():
        shared.setdefault(tuple(inside.items()), []).append(owner)
    tables = [_table(owners, dict(inside)) for inside, owners in shared.items()]
    return "\n\n".join(tables) + "\n"


def _by_owner() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for path, said in page("template")["fields"].items():
        owner, _, name = path.rpartition(".")
        if name != "id":
            found.setdefault(owner.replace("[]", ""), {})[name.replace("[]", "")] = said
    return found


def _table(owners: list[str], inside: dict[str, str]) -> str:
    head = " en ".join(f"`{owner}`" for owner in owners if owner) or "Losse velden"
    lines = [f"| `{name}` | {said} |" for name, said in inside.items()]
    return "\n".join([f"### {head}", "", "| veld | uitleg |", "|---|---|", *lines])
