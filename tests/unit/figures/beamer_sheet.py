"""Read a sheet of the beamer back: where words stand, how large, and what lies behind them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree as ET

from casusanalyse.figures.dimming import contrast
from casusanalyse.figures.lettering import width
from casusanalyse.figures.svg import Picture

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_INHERITED = ("font-size", "font-weight", "fill", "text-anchor")
_ABOVE, _BELOW = 0.72, 0.2
"""Capital and tail of a letter, times its size."""
LEAST_SIZE, LEAST_CONTRAST = 28, 7.0


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        x, y = (other.left + other.right) / 2, (other.top + other.bottom) / 2
        return self.left <= x <= self.right and self.top <= y <= self.bottom


SHEET = Box(0, 0, 1920, 1080)


@dataclass(frozen=True)
class Words:
    """Words in pixels of the sheet."""

    said: str
    size: float
    colour: str
    behind: str
    box: Box


def words_on(picture: Picture) -> list[Words]:
    """Return every line of words on a sheet, in the order it is drawn."""
    shapes: list[tuple[Box, str]] = []
    return list(_read(ET.fromstring(picture.svg), {}, (1.0, 0.0, 0.0), shapes))


def wrong(picture: Picture) -> list[str]:
    """Return what cannot be read, hangs over the edge or stands on other words."""
    words = words_on(picture)
    return [
        *(f"{one.size:.1f} px: {one.said}" for one in words if one.size < LEAST_SIZE),
        *(
            f"{contrast(one.colour, one.behind):.1f} {one.colour} on {one.behind}: {one.said}"
            for one in words
            if contrast(one.colour, one.behind) < LEAST_CONTRAST
        ),
        *(f"over the edge: {one.said}" for one in words if not _inside(one.box)),
        *(
            f"{one.said} / {other.said}"
            for one, other in combinations(words, 2)
            if one.box.meets(other.box)
        ),
    ]


def _inside(box: Box) -> bool:
    return (
        box.left >= SHEET.left
        and box.top >= SHEET.top
        and box.right <= SHEET.right
        and box.bottom <= SHEET.bottom
    )


def choices(picture: Picture) -> list[str]:
    """Return what looks as if it can be chosen."""
    return [
        node.tag
        for node in ET.fromstring(picture.svg).iter()
        if {"tabindex", "onclick", "href"} & set(node.attrib) or node.get("role") == "button"
    ]


def _read(node, style, move, shapes) -> Iterator[Words]:
    style = style | {name: node.get(name) for name in _INHERITED if node.get(name)}
    move = _moved(move, node.get("transform", ""))
    kind = node.tag.rpartition("}")[2]
    if kind in {"rect", "circle"}:
        shapes.append((_shape(kind, node, move), style.get("fill", "#000000")))
    if kind == "text" and (node.text or "").strip():
        yield _words(node.text, node, style, move, shapes)
    for child in node:
        yield from _read(child, style, move, shapes)


def _moved(move, transform):
    scale, x, y = move
    for kind, inside in re.findall(r"(\w+)\(([^)]*)\)", transform):
        numbers = [float(one) for one in _NUMBER.findall(inside)]
        if kind == "translate":
            x, y = x + scale * numbers[0], y + scale * (numbers[1] if numbers[1:] else 0)
        else:
            assert kind == "scale", kind
            scale *= numbers[0]
    return scale, x, y


def _place(move, x: float, y: float) -> tuple[float, float]:
    scale, dx, dy = move
    return dx + scale * x, dy + scale * y


def _shape(kind, node, move) -> Box:
    given = {name: float(node.get(name, 0)) for name in ("x", "y", "width", "height")}
    if kind == "circle":
        cx, cy, r = (float(node.get(name, 0)) for name in ("cx", "cy", "r"))
        given = {"x": cx - r, "y": cy - r, "width": 2 * r, "height": 2 * r}
    left, top = _place(move, given["x"], given["y"])
    right, bottom = _place(move, given["x"] + given["width"], given["y"] + given["height"])
    return Box(left, top, right, bottom)


def _words(said, node, style, move, shapes) -> Words:
    size = move[0] * float(style["font-size"])
    x, y = _place(move, float(node.get("x", 0)), float(node.get("y", 0)))
    spacing = move[0] * float(node.get("letter-spacing", 0)) * len(said)
    wide = width(said, size, weight=int(style.get("font-weight", 400))) + spacing
    left = (
        x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[style.get("text-anchor", "start")]
    )
    box = Box(left, y - _ABOVE * size, left + wide, y + _BELOW * size)
    filled = [colour for shape, colour in shapes if shape.holds(box) and colour[0] == "#"]
    return Words(said, size, style.get("fill", "#000000"), filled[-1], box)
