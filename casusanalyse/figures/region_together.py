"""What is seen together, as a network: the thicker a line, the more analyses."""

from collections.abc import Mapping, Sequence
from math import sqrt

from casusanalyse.analysis.region_together import Tied, circle
from casusanalyse.content.region import say_number
from casusanalyse.content.text import text
from casusanalyse.figures.beamer_frame import Letters, wrapped, written
from casusanalyse.figures.palette import INK, PAIR, PAPER, PRIMARY, PRIMARY_INK
from casusanalyse.figures.svg import Picture, picture, tag

WIDTH, HEIGHT = 582.0, 440.0
MOST_CODES = 8
_ROUND_X, _ROUND_Y = 122.0, 150.0
_THICKEST = 13.0
_DOT = 15.0
_NAME = Letters(size=15, leading=1.15)
_LIT_NAME = Letters(size=15, weight=700, leading=1.15)
_LINES = 3
_BESIDE = 10.0
_STEEP = 0.2

Spot = tuple[float, float]


def together_picture(
    ties: Sequence[Tied],
    labels: Mapping[str, str],
    numbers: Mapping[str, int],
    *,
    chosen: str,
) -> Picture:
    """Draw the codes on a circle with a line for every published pair.

    Args:
        ties: the largest first.
        labels: of the codes.
        numbers: analyses in which a code is seen; the size of its dot.
        chosen: the code whose lines stand out.
    """
    spots = {code: _spot(at) for code, at in circle(ties).items()}
    largest = max((tie.number for tie in ties), default=1)
    top = max(numbers.values(), default=1)
    lines = [_line(tie, spots, largest, chosen) for tie in _lit_last(ties, chosen)]
    dots = [_dot(spots[code], numbers.get(code, 0) / top, code == chosen) for code in spots]
    names = [_name(labels[code], spots[code], is_lit=code == chosen) for code in spots]
    alt = together_alt(ties, labels)
    return picture([*lines, *dots, *names], width=WIDTH, height=HEIGHT, alt=alt)


def together_alt(ties: Sequence[Tied], labels: Mapping[str, str]) -> str:
    """Return the sentence that says the same as the drawing."""
    listed = ", ".join(
        text(
            "region.pairs_alt_one",
            one=labels[tie.one],
            other=labels[tie.other],
            number=say_number(tie.number),
        )
        for tie in ties
    )
    return text("region.together_alt", listed=listed or text("region.hidden"))


def _lit_last(ties: Sequence[Tied], chosen: str) -> list[Tied]:
    return sorted(ties, key=lambda tie: chosen in tie[:2])


def _spot(at: Spot) -> Spot:
    return WIDTH / 2 + _ROUND_X * at[0], HEIGHT / 2 + _ROUND_Y * at[1]


def _line(tie: Tied, spots: Mapping[str, Spot], largest: int, chosen: str) -> str:
    (x1, y1), (x2, y2) = spots[tie.one], spots[tie.other]
    colour = PRIMARY if chosen in tie[:2] else PAIR
    wide = _THICKEST * tie.number / largest
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=wide)


def _dot(at: Spot, size: float, is_lit: bool) -> str:  # noqa: FBT001 - drawn in one place
    fill = PRIMARY_INK if is_lit else PRIMARY
    radius = _DOT * sqrt(max(size, _STEEP))
    return tag("circle", cx=at[0], cy=at[1], r=radius, fill=fill, stroke=PAPER, stroke_width=3)


def _name(label: str, at: Spot, *, is_lit: bool) -> str:
    """Return the name outside the circle: beside it, or above or below at its poles."""
    letters = _LIT_NAME if is_lit else _NAME
    x, y = at
    aside = (x - WIDTH / 2) / _ROUND_X
    if abs(aside) < _STEEP:
        return _at_pole(label, at, letters)
    right = aside > 0
    edge = x + _DOT + _BESIDE if right else x - _DOT - _BESIDE
    room = WIDTH - edge if right else edge
    lines = wrapped(label, room, letters, most=_LINES)
    first = y + 5 - (len(lines) - 1) * letters.line / 2
    return _on_paper(lines, (edge, first), letters, "start" if right else "end")


def _at_pole(label: str, at: Spot, letters: Letters) -> str:
    x, y = at
    lines = wrapped(label, WIDTH * 0.6, letters, most=2)
    below = y + _DOT + _BESIDE + letters.size
    above = y - _DOT - _BESIDE - (len(lines) - 1) * letters.line
    first = below if y > HEIGHT / 2 else above
    return _on_paper(lines, (x, first), letters, "middle")


def _on_paper(lines: Sequence[str], at: Spot, letters: Letters, anchor: str) -> str:
    """Return words that stay legible where a line runs behind them."""
    halo = {"stroke": PAPER, "stroke_width": 4, "paint_order": "stroke", "fill": INK}
    return tag("g", written(lines, at, letters, anchor=anchor), **halo)
