"""A section of the session panel, as plain data for its part."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button; `says` is its name for a screen reader when the label is short.

    Attributes:
        on: whether it is pressed; None for a button that only does something.
    """

    id: str
    label: str
    look: str = ""
    says: str = ""
    on: bool | None = None

    def told(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "id": self.id,
            "label": self.label,
            "look": self.look,
            "says": self.says,
            "on": self.on,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line with buttons behind it."""

    label: str
    meta: str = ""
    buttons: Sequence[Button] = ()

    def told(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "label": self.label,
            "meta": self.meta,
            "buttons": [one.told() for one in self.buttons],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Words with their buttons.

    Attributes:
        said: the words that matter most, large.
        look: `soft`, `care`, `plain` or empty.
        choice: a list to pick from: `id`, `label`, `options` as pairs, `value`.
        fold: words under which buttons and rows are folded away; empty when they show.
    """

    id: str
    title: str = ""
    said: str = ""
    lines: Sequence[str] = ()
    look: str = ""
    buttons: Sequence[Button] = ()
    rows: Sequence[Row] = ()
    choice: dict[str, Any] | None = None
    fold: str = ""

    def told(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "id": self.id,
            "title": self.title,
            "said": self.said,
            "lines": list(self.lines),
            "look": self.look,
            "buttons": [one.told() for one in self.buttons],
            "rows": [one.told() for one in self.rows],
            "choice": self.choice,
            "fold": self.fold,
        }
