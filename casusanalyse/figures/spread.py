"""Where a group stands on a line between two words, without saying who stands where."""

from collections import Counter
from collections.abc import Iterable, Sequence

from casusanalyse.domain.participant import POSITIONS
from casusanalyse.figures.palette import INK, LINE_STRONG, PRIMARY
from casusanalyse.figures.svg import Picture, picture, tag, words

_WIDTH = 964
_LEFT = 90
_DOT = 9
_LETTER = 15


def spread_picture(places: Iterable[int], stops: Sequence[str], *, alt: str) -> Picture:
    """Draw one dot per voice above its place on the line; dots of one place are stacked.

    Args:
        places: one of `POSITIONS` per voice, in any order; the order is not shown.
        stops: the word under every place, from left to right.
        alt: the sentence that says the same.
    """
    stacks = Counter(places)
    highest = max(stacks.values(), default=1)
    floor = 24 + 2 * _DOT * highest
    parts = [_line(floor)]
    for place in POSITIONS:
        parts.append(_stop(place, floor, stops[place]))
        parts += [_dot(place, floor, at) for at in range(stacks[place])]
    return picture(parts, width=_WIDTH, height=floor + 40, alt=alt)


def _x(place: int) -> float:
    return _LEFT + place * (_WIDTH - 2 * _LEFT) / (len(POSITIONS) - 1)


def _line(floor: float) -> str:
    ends = {"x1": _x(POSITIONS[0]), "x2": _x(POSITIONS[-1])}
    return tag("line", **ends, y1=floor, y2=floor, stroke=LINE_STRONG, stroke_width=2)


def _stop(place: int, floor: float, word: str) -> str:
    mark = tag(
        "line",
        x1=_x(place),
        x2=_x(place),
        y1=floor - 5,
        y2=floor + 5,
        stroke=LINE_STRONG,
        stroke_width=2,
    )
    word_under = words(
        word, x=_x(place), y=floor + 24, font_size=_LETTER, fill=INK, text_anchor="middle"
    )
    return mark + word_under


def _dot(place: int, floor: float, at: int) -> str:
    return tag("circle", cx=_x(place), cy=floor - 14 - at * 2 * _DOT, r=_DOT - 1, fill=PRIMARY)
