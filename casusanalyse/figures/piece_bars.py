"""How often the findings of the quarterly piece are seen: words on the left, bars beside."""

from collections.abc import Sequence

from casusanalyse.content.region import shown
from casusanalyse.figures.beamer_frame import Letters, wrapped
from casusanalyse.figures.palette import BAR_GROUND, INK, PRIMARY
from casusanalyse.figures.region_bars import Bar, bars_alt
from casusanalyse.figures.svg import Picture, picture, tag, words

_WIDE, _LABELS, _BAR = 660.0, 300.0, 300.0
_ROW, _HIGH = 30.0, 14.0
_LETTERS = Letters(size=14)


def piece_bars(bars: Sequence[Bar], *, whole: int) -> Picture:
    """Draw the bars for paper; all of them are published.

    Args:
        bars: from top to bottom.
        whole: analyses in all, the length of a full bar.
    """
    parts, y = [], 0.0
    for bar in bars:
        lines = wrapped(bar.label, _LABELS - 16, _LETTERS, most=2)
        high = max(_ROW, len(lines) * _LETTERS.line + 8)
        parts += [_label(lines, y, high), _bar(bar, whole, y + (high - _HIGH) / 2)]
        y += high
    return picture(parts, width=_WIDE, height=max(y, 1.0), alt=bars_alt(bars))


def _label(lines: Sequence[str], top: float, high: float) -> str:
    first = top + (high - len(lines) * _LETTERS.line) / 2 + _LETTERS.size
    return "".join(
        words(line, x=0, y=first + at * _LETTERS.line, font_size=_LETTERS.size, fill=INK)
        for at, line in enumerate(lines)
    )


def _bar(bar: Bar, whole: int, y: float) -> str:
    length = _BAR * min(1.0, (bar.number or 0) / whole)
    look = {"font_size": _LETTERS.size, "font_weight": 700, "fill": INK}
    return (
        tag("rect", x=_LABELS, y=y, width=_BAR, height=_HIGH, fill=BAR_GROUND)
        + tag("rect", x=_LABELS, y=y, width=length, height=_HIGH, fill=PRIMARY)
        + words(shown(bar.number), x=_LABELS + _BAR + 10, y=y + 12.5, **look)
    )
