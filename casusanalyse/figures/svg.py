"""Write SVG safely: every word of a case is escaped here and nowhere else."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from casusanalyse.figures.lettering import FAMILY

_SPECIAL = re.compile('[&<>"\\t\\n\\r]')
_ITEM = re.compile('<g class="item"[^>]*>')
_CHOICE = re.compile(r""" (?:class|role|tabindex|aria-label|data-[a-z]+)=(?:"[^"]*"|'[^']*')""")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing with the words that say the same.

    Attributes:
        svg: a whole `<svg>` element; the items a person can choose are `<g class="item">`.
        width, height: of its view box, in units of one CSS pixel at 1366 wide.
        alt: one or two sentences that say what the picture shows.
    """

    svg: str
    width: float
    height: float
    alt: str


def tag(name: str, *inside: str, **attributes: object) -> str:
    """Return one element; `class_` becomes `class`, `_` becomes `-`, None is left out.

    Args:
        name: element name.
        *inside: children that are already SVG; words go through `words()`.
        **attributes: plain values; they are escaped here.
    """
    given = [
        f" {_name(key)}={_quoted(value)}"
        for key, value in attributes.items()
        if value is not None
    ]
    opening = f"<{name}{''.join(given)}"
    return f"{opening}>{''.join(inside)}</{name}>" if inside else f"{opening}/>"


def words(said: str, **attributes: object) -> str:
    """Return a `<text>` element with escaped words."""
    return tag("text", escape(_printable(said)) or " ", **attributes)


def item(shelf: str, key: str, label: str, *inside: str, **attributes: object) -> str:
    """Return a group a person can choose with mouse, finger or keyboard.

    The screen component walks items in the order they are drawn, left and right, and up and
    down between items with another `data-lane`. `data-drag="1"` makes it movable.

    Args:
        shelf: shelf of the record, such as `events`.
        key: key of the record.
        label: what a screen reader says.
        *inside: the drawing of the item, already SVG.
        **attributes: more attributes of the group, such as `data_lane`.
    """
    return tag(
        "g",
        *inside,
        class_="item",
        data_shelf=shelf,
        data_key=key,
        role="button",
        tabindex="-1",
        aria_label=label,
        **attributes,
    )


def at_rest(parts: Iterable[str]) -> str:
    """Return parts with nothing left to choose, for a sheet that people only look at."""
    return _ITEM.sub(lambda found: _CHOICE.sub("", found[0]), "".join(parts))


def picture(parts: Iterable[str], *, width: float, height: float, alt: str) -> Picture:
    """Put the parts together in one drawing."""
    svg = tag(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_plain(width)} {_plain(height)}",
        role="group",
        aria_label=alt,
        font_family=f"'{FAMILY}', sans-serif",
    )
    return Picture(svg=svg, width=width, height=height, alt=alt)


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _quoted(value: object) -> str:
    # Most values hold nothing to escape, and a picture is mostly values.
    said = _plain(value)
    return quoteattr(said) if _SPECIAL.search(said) else f'"{said}"'


def _plain(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(value) if isinstance(value, int) else _printable(str(value))


def _printable(said: str) -> str:
    return _FORBIDDEN.sub("", said)
