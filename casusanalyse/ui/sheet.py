"""A sheet of fields that save themselves while somebody types."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from casusanalyse.content.steps import field_hint, field_label
from casusanalyse.content.text import text
from casusanalyse.domain.case import shelf_of
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.record import Record
from casusanalyse.ui.component import part
from casusanalyse.ui.refusals import sentence, showing_refusals
from casusanalyse.ui.session import desk, open_reference, recall, remember, told_by
from casusanalyse.usecases.writing import FieldName, Plain, shown, write_field

Options = Sequence[tuple[Plain, str]]
Press = Callable[[str, str], None]
Keep = Callable[[str, Plain, Plain], None]
"""Called with the id of a field, its new value, and what it held on the screen before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A button in a sheet; `says` is its name for a screen reader when the label is short."""

    id: str
    label: str
    look: str = ""
    says: str = ""

    def told(self) -> dict[str, str]:
        """Return it as plain data."""
        return {"id": self.id, "label": self.label, "look": self.look, "says": self.says}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Fields that belong together, under one title.

    Attributes:
        look: `card`, `sunk`, `soft`, `line` or empty.
        columns: how many fields stand beside each other.
        lines: quiet lines of text under the title.
        below: title, lines and buttons stand below the fields.
    """

    key: str
    fields: Sequence[dict[str, Any]] = ()
    title: str = ""
    meta: str = ""
    actions: Sequence[Action] = ()
    look: str = ""
    columns: int = 1
    lines: Sequence[str] = ()
    below: bool = False

    def told(self, troubles: dict[str, Any]) -> dict[str, Any]:
        """Return it as plain data, with what went wrong beside each field."""
        return {
            "key": self.key,
            "title": self.title,
            "meta": self.meta,
            "actions": [action.told() for action in self.actions],
            "look": self.look,
            "columns": self.columns,
            "lines": list(self.lines),
            "below": self.below,
            "fields": [one | {"trouble": troubles.get(str(one["id"]))} for one in self.fields],
        }


def field(record: Record, name: str, *, kind: str = "line", **more: object) -> dict[str, Any]:
    """Return one field of a record for a sheet.

    Args:
        record: the record it belongs to; a new note or moment need not be saved yet.
        name: attribute of the record.
        kind: `line`, `area`, `date`, `choice`, `number`, `scale`, `many`, `star` or `check`.
        **more: `label`, `hint`, `placeholder`, `options`, `ends`, `rows`, `wide`,
            `understood`, `aside`; label and hint come from the content when not given.
    """
    shelf = shelf_of(record)
    given = {
        "id": f"{shelf}/{record.key}/{name}",
        "kind": kind,
        "value": shown(record, name),
        "version": record.version,
        "placeholder": text("sheet.placeholder") if kind == "area" else "",
    }
    if "label" not in more:
        given |= {"label": field_label(shelf, name), "hint": field_hint(shelf, name)}
    if more.get("label") == "":
        given["says"] = field_label(shelf, name)
    return given | more


def sheet(
    name: str,
    blocks: Iterable[Block],
    *,
    look: str = "",
    on_press: Press | None = None,
    keep: Keep | None = None,
) -> None:
    """Show a sheet; saving, clashes and refusals are handled inside.

    Args:
        name: unique on the page.
        blocks: what it holds.
        look: `row2` sets the blocks two by two.
        on_press: what to do with a pressed button: called with where it was and its id.
        keep: keeps a value by the id of its field, when the fields are not those of a record.
    """
    troubles = recall(f"{name}.troubles", {})
    part("sheet")(
        key=name,
        data={
            "id": f"{open_reference()}|{name}",
            "look": look,
            "blocks": [block.told(troubles) for block in blocks],
            "acked": recall(f"{name}.acked", 0),
            "words": _words(),
        },
        on_act_change=partial(_act, name, on_press, keep),
    )


def _words() -> dict[str, str]:
    keys = (
        "clash",
        "mine",
        "theirs",
        "keep_both",
        "keep_mine",
        "keep_theirs",
        "saving",
        "not_saved",
    )
    return {key: text(f"sheet.{key}") for key in keys}


def _act(name: str, on_press: Press | None, keep: Keep | None) -> None:
    told = told_by(name)
    if not told:
        return
    troubles = {save["id"]: _save(save, keep) for save in told["saves"]}
    remember(f"{name}.troubles", {key: said for key, said in troubles.items() if said})
    remember(f"{name}.acked", told["n"])
    if told["press"] and on_press:
        with showing_refusals():
            on_press(told["press"]["where"], told["press"]["action"])


def _save(save: dict[str, Any], keep: Keep | None) -> dict[str, Any] | None:
    """Save one field; return what to say beside it when that may not be."""
    try:
        if keep:
            keep(str(save["id"]), save["value"], save["base"])
        else:
            _write(save)
    except Refusal as refusal:
        return {"text": sentence(refusal), "clash": refusal.code == "changed_elsewhere"}
    return None


def _write(save: dict[str, Any]) -> None:
    shelf, key, name = str(save["id"]).split("/")
    where = FieldName(shelf=shelf, key=key, field=name)
    write_field(desk(), where, save["value"], base=save["base"], version=save["version"])
