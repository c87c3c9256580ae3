"""How often each code is seen: a bar per code, and a hatched one of full length when hidden."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from casusanalyse.content.region import shown
from casusanalyse.content.text import text
from casusanalyse.figures.beamer_frame import Letters, wrapped
from casusanalyse.figures.palette import BAR_GROUND, INK, PRIMARY
from casusanalyse.figures.region_hidden import hatched
from casusanalyse.figures.svg import Picture, item, picture, tag, words

WIDTH = 370.0
_BAR, _HIGH = 256.0, 15.0
_LETTER = 16.0
_LABEL, _CHOSEN = Letters(size=_LETTER), Letters(size=_LETTER, weight=700)
_LINES = 2
_ABOVE, _BELOW = 5.0, 13.0


class Bar(NamedTuple):
    """One row.

    Attributes:
        key: id of the code.
        number: analyses in which it is seen; None when that is hidden.
    """

    key: str
    label: str
    number: int | None


def bars_picture(bars: Sequence[Bar], *, whole: int | None, chosen: str) -> Picture:
    """Draw the bars; every row can be chosen and opens its definition.

    Args:
        bars: from top to bottom.
        whole: analyses in all, the length of a full bar; None when that is hidden.
        chosen: key of the row that is open.
    """
    parts, y = [], 0.0
    for bar in bars:
        letters = _CHOSEN if bar.key == chosen else _LABEL
        lines = wrapped(bar.label, WIDTH - 12, letters, most=_LINES)
        high = len(lines) * letters.line + _ABOVE + _HIGH + _BELOW
        inside = (
            tag("rect", x=0, y=y, width=WIDTH, height=high, fill="transparent"),
            _named(lines, letters, y),
            _bar(bar, whole, y + len(lines) * letters.line + _ABOVE),
        )
        pressed = "true" if bar.key == chosen else "false"
        more = {"data_lane": bar.key, "aria_pressed": pressed}
        parts.append(item("codes", bar.key, says(bar), *inside, **more))
        y += high
    return picture(parts, width=WIDTH, height=max(y, 1.0), alt=bars_alt(bars))


def says(bar: Bar) -> str:
    """Return a row in words."""
    return text("region.often_alt_one", label=bar.label, number=shown(bar.number))


def bars_alt(bars: Iterable[Bar]) -> str:
    """Return the sentence that says the same as the drawing."""
    return text("region.often_alt", listed=", ".join(map(says, bars)))


def _named(lines: Sequence[str], letters: Letters, top: float) -> str:
    """Return the label, underlined with dots: a word that can be opened."""
    drawn = []
    for at, line in enumerate(lines):
        y = top + letters.size + at * letters.line
        drawn.append(
            words(line, x=0, y=y, font_size=_LETTER, font_weight=letters.weight, fill=INK)
        )
        dots = {"stroke_dasharray": "1.5 2.5", "stroke_width": 1.4, "stroke": INK}
        drawn.append(tag("path", d=f"M0 {y + 4:.1f}h{letters.width(line):.1f}", **dots))
    return "".join(drawn)


def _bar(bar: Bar, whole: int | None, y: float) -> str:
    number = words(
        shown(bar.number),
        x=_BAR + 10,
        y=y + 13,
        font_size=_LETTER,
        font_weight=400 if bar.number is None else 700,
        fill=INK,
    )
    if bar.number is None or not whole:
        return hatched(0.75, y, _BAR - 1.5, _HIGH) + number
    length = _BAR * min(1.0, bar.number / whole)
    ground = tag("rect", x=0, y=y, width=_BAR, height=_HIGH, fill=BAR_GROUND)
    return ground + tag("rect", x=0, y=y, width=length, height=_HIGH, fill=PRIMARY) + number
