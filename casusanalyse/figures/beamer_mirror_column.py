"""One mirror on the beamer: cards that reflect each other, and the ties between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from casusanalyse.analysis.mirror import Side
from casusanalyse.content.text import text
from casusanalyse.figures import palette
from casusanalyse.figures.beamer_frame import (
    CONTENT,
    MARGIN,
    WIDTH,
    Letters,
    fitting,
    smaller,
    wrapped,
    written,
)
from casusanalyse.figures.svg import tag

LEFT = 382.0
CARD_WIDTH, CARD_HEIGHT = 474.0, 160.0
TOPS = {Side.FAMILY: 212.0, Side.TEAM: 538.0, Side.ORGANISATION: 864.0}

_SAID = replace(CONTENT, leading=1.2)
_WORD = replace(CONTENT, weight=700, leading=1.15)
_ROOM = (CARD_WIDTH - 44.0, CARD_HEIGHT - 16.0)
_MOST_LINES = 3
_ARCH, _CORNER = 58.0, 10.0
_BEND = 46.0
_AROUND = 26.0
_WIDEST_WORD, _NARROWEST_WORD = 250.0, 150.0
_BEHIND = 12.0
"""How far a tie runs on behind a card, so that it also meets a round corner."""
_DOUBLE = 15.0
_LOOKS = {
    Side.FAMILY: (palette.FAMILY_INK, palette.FAMILY_SOFT),
    Side.TEAM: (palette.DIRECTION_INK, palette.DIRECTION_SOFT),
    Side.ORGANISATION: (palette.HELP_INK, palette.HELP_SOFT),
}
_JOINTS = {"tie": (Side.FAMILY, Side.TEAM), "organisation": (Side.TEAM, Side.ORGANISATION)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One mirror, as far as it is revealed.

    Attributes:
        x: its middle.
        word: on the waterline.
        said: per side what can stand on its card, the best first.
        parts: what is revealed: `family`, `team`, `tie`, `organisation`, `asks`.
        carries: it is something that carries, not a burden.
    """

    x: float
    word: str
    said: Mapping[Side, tuple[str, ...]]
    parts: frozenset[str]
    carries: bool

    def on_card(self, side: Side) -> str:
        """Return the first words that fit on the card, else the last."""
        said = self.said[side]
        smallest = smaller(_SAID, 34)[-1]
        fits = (one for one in said if len(_lines(one, smallest)) <= _MOST_LINES)
        return next(fits, said[-1])

    @property
    def open_side(self) -> Side:
        """The side that asks what can help."""
        return Side.ORGANISATION if Side.TEAM in self.said else Side.TEAM

    @property
    def half_word(self) -> float:
        """Half the room the word takes between its two curves."""
        widest = max(map(_WORD.width, self.lines))
        return max(widest, _NARROWEST_WORD) / 2 + _AROUND

    @property
    def lines(self) -> tuple[str, ...]:
        """The word on the waterline, on three lines at most."""
        return wrapped(self.word, _WIDEST_WORD, _WORD, most=3)


def _lines(said: str, letters: Letters) -> tuple[str, ...]:
    return wrapped(said, _ROOM[0], letters)


def drawn_column(column: Column) -> Iterator[str]:
    """Yield the cards and ties that are revealed."""
    for part, joint in _JOINTS.items():
        if part in column.parts:
            yield from _tie(column, joint)
    for side in Side:
        if side.value in column.parts:
            yield _card(column, side)
    if "asks" in column.parts:
        yield from _open_place(column)


def _card(column: Column, side: Side) -> str:
    edge, ground = _LOOKS[side]
    shape = tag("path", d=_shape(column.x, side), fill=ground, stroke=edge, stroke_width=3)
    return shape + _on_card(column.on_card(side), column.x, side, _SAID)


def _on_card(said: str, x: float, side: Side, letters: Letters) -> str:
    chosen = fitting(said, _ROOM, smaller(letters, 34))
    lines = wrapped(said, _ROOM[0], chosen, most=_MOST_LINES)
    middle = TOPS[side] + CARD_HEIGHT / 2 - (len(lines) - 1) * chosen.line / 2
    return written(lines, (x, middle + chosen.size / 3), chosen, anchor="middle")


def _shape(x: float, side: Side) -> str:
    """Return a card: arched above for the family, below for professionals, flat for others."""
    top = _ARCH if side is Side.FAMILY else _CORNER
    low = _ARCH if side is Side.TEAM else _CORNER
    left, wide, high = x - CARD_WIDTH / 2, CARD_WIDTH, CARD_HEIGHT
    return (
        f"M{left + top:.1f} {TOPS[side]:.1f}h{wide - 2 * top:.1f}"
        f"a{top} {top} 0 0 1 {top} {top}v{high - top - low:.1f}"
        f"a{low} {low} 0 0 1 -{low} {low}h-{wide - 2 * low:.1f}"
        f"a{low} {low} 0 0 1 -{low} -{low}v-{high - top - low:.1f}"
        f"a{top} {top} 0 0 1 {top} -{top}z"
    )


def _tie(column: Column, joint: tuple[Side, Side]) -> Iterator[str]:
    """Yield two inward curves with the word between them; double for what carries."""
    for outward in (-1, 1):
        yield _curve(column, joint, outward, 0)
        if column.carries:
            yield _curve(column, joint, outward, _DOUBLE)
    middle = _between(*joint) - (len(column.lines) - 1) * _WORD.line / 2
    yield written(column.lines, (column.x, middle + _WORD.size / 3), _WORD, anchor="middle")


def _curve(column: Column, joint: tuple[Side, Side], outward: int, apart: float) -> str:
    above, below = joint
    inner = column.x + outward * (column.half_word + apart)
    outer = inner + outward * _BEND
    top, low = TOPS[above] + CARD_HEIGHT - _BEHIND, TOPS[below] + _BEHIND
    # A bend of this kind reaches three quarters of the way to its handles.
    handle = outer + (inner - outer) / 0.75
    third = (low - top) / 3
    return tag(
        "path",
        d=f"M{outer:.1f} {top:.1f}C{handle:.1f} {top + third:.1f} {handle:.1f}"
        f" {low - third:.1f} {outer:.1f} {low:.1f}",
        fill="none",
        stroke=palette.PRIMARY if column.carries else palette.INK,
        stroke_width=4 if column.carries else 5,
    )


def _open_place(column: Column) -> Iterator[str]:
    """Yield the dashed card with a question: it invites, it does not accuse."""
    side = column.open_side
    above = Side.FAMILY if side is Side.TEAM else Side.TEAM
    dashed = {"fill": "none", "stroke": palette.PRIMARY}
    top, low = TOPS[above] + CARD_HEIGHT + 14, TOPS[side] - 14
    yield tag(
        "path",
        d=f"M{column.x:.1f} {top:.1f}V{low:.1f}",
        stroke_width=4,
        stroke_dasharray="4 12",
        stroke_linecap="round",
        **dashed,
    )
    yield tag(
        "rect",
        x=column.x - CARD_WIDTH / 2,
        y=TOPS[side],
        width=CARD_WIDTH,
        height=CARD_HEIGHT,
        rx=_CORNER,
        stroke_width=3,
        stroke_dasharray="9 6",
        **dashed,
    )
    yield _on_card(text("mirror.help"), column.x, side, replace(_SAID, weight=700))


def water(columns: Sequence[Column]) -> Iterator[str]:
    """Yield the two dashed waterlines, open where something crosses them."""
    for part, joint in _JOINTS.items():
        edges = [LEFT]
        for column in columns:
            half = _crossing(column, part, joint[1])
            edges += [column.x - half, column.x + half] if half else []
        edges.append(WIDTH - MARGIN)
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            yield tag(
                "path",
                d=f"M{start:.1f} {_between(*joint):.1f}H{end:.1f}",
                fill="none",
                stroke=palette.LINE_STRONG,
                stroke_width=2.5,
                stroke_dasharray="14 8",
            )


def _crossing(column: Column, part: str, below: Side) -> float:
    """Return half the width of what crosses a waterline, 0 when nothing does."""
    if part in column.parts:
        return column.half_word + (_DOUBLE if column.carries else 0) + _AROUND
    return _AROUND if "asks" in column.parts and column.open_side is below else 0


def _between(above: Side, below: Side) -> float:
    return (TOPS[above] + CARD_HEIGHT + TOPS[below]) / 2
