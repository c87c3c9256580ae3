"""A quiet list on the beamer: at most seven lines at a time, the rest on a next page."""

from collections.abc import Sequence
from dataclasses import dataclass

from casusanalyse.figures.beamer_frame import Letters, wrapped, written
from casusanalyse.figures.palette import PRIMARY
from casusanalyse.figures.svg import tag

MOST = 7
"""How many lines somebody at ten metres takes in at once."""

_RULE = 4.0
_AWAY = 56.0
_LEAST_GAP = 26.0
_MOST_GAP = 58.0
_MOST_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The room of a list, in pixels of the sheet; a thin rule stands on its left."""

    left: float
    right: float
    top: float
    bottom: float
    letters: Letters

    @property
    def room(self) -> float:
        """Widest line."""
        return self.right - self.left - _AWAY

    @property
    def height(self) -> float:
        """The whole height."""
        return self.bottom - self.top


def pages(said: Sequence[str], column: Column) -> list[list[str]]:
    """Return the lines page by page: seven at most, fewer when they are long."""
    found: list[list[str]] = []
    for one in said:
        page = [*found[-1], one] if found else []
        if page and len(page) <= MOST and _needed(page, column) <= column.height:
            found[-1] = page
        else:
            found.append([one])
    return found


def listed(page: Sequence[str], column: Column) -> str:
    """Return one page of a list; without lines only the rule."""
    x, letters = column.left, column.letters
    wide = {"x": x, "width": _RULE, "fill": PRIMARY}
    parts = [tag("rect", y=column.top, height=column.height, **wide)]
    blocks = [_lines(one, column) for one in page]
    free = column.height - sum(len(lines) * letters.line for lines in blocks)
    gap = min(_MOST_GAP, free / max(1, len(blocks) - 1))
    y = column.top + letters.size
    for lines in blocks:
        parts.append(written(lines, (x + _AWAY, y), letters))
        y += len(lines) * letters.line + gap
    return "".join(parts)


def _needed(page: Sequence[str], column: Column) -> float:
    lines = sum(len(_lines(one, column)) for one in page)
    return lines * column.letters.line + (len(page) - 1) * _LEAST_GAP


def _lines(said: str, column: Column) -> tuple[str, ...]:
    return wrapped(said, column.room, column.letters, most=_MOST_LINES)
