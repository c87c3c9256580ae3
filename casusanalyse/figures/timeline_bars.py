"""Bars of one lane: rows, words on or above them, gaps as open brackets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casusanalyse.analysis.packing import spread
from casusanalyse.figures.lettering import width
from casusanalyse.figures.palette import INK
from casusanalyse.figures.svg import item, words

SIZE = 13
BAR = 20.0
_PITCH = 24.0
_STRIP = 16.0
"""Height of the row of names above a row of bars."""
_PAD = 4.0
_NARROWEST = 6.0
_INSIDE = 8.0
_APART = 8.0
_FAR = 46.0
"""A name that stands further from its bar than this no longer belongs to it."""
_LONG = 110.0
_CROWD = 3
"""Neighbours on each side that can make room."""
_TARGET = 24.0
_HALO = 'stroke="#fff" stroke-width="4" paint-order="stroke" stroke-linejoin="round"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar, or one gap, before it gets its row.

    Attributes:
        key: key of the period; empty for a gap, which nobody can choose.
        left, right: edges in drawing units.
        said: words for it, the fullest first.
        label: what a screen reader says.
        fill: colour; the open bracket of a gap has none.
        hard_left, hard_right: False when that end is vague; None when it lies outside the view.
        is_dashed: an unknown place.
    """

    key: str
    left: float
    right: float
    said: tuple[str, ...]
    label: str = ""
    fill: str = "#fff"
    hard_left: bool | None = True
    hard_right: bool | None = True
    is_dashed: bool = False

    @property
    def middle(self) -> float:
        """Where the leg to a name above it stands."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """One row of bars with the names that stand above it; names by index of the bar."""

    bars: tuple[Bar, ...]
    inside: dict[int, str]
    above: dict[int, tuple[str, float]]

    @property
    def height(self) -> float:
        """Height with the names above, without the space between rows."""
        return BAR + (_STRIP if self.above else 0)


def bar_rows(bars: Sequence[Bar], *, field: tuple[float, float]) -> tuple[BarRow, ...]:
    """Give the bars rows, so that overlapping periods both stay in view, and place the names.

    Args:
        bars: in order of time.
        field: left and right edge for the names.
    """
    rows: list[list[Bar]] = []
    for bar in bars:
        row = next((row for row in rows if bar.left >= row[-1].right - _NARROWEST), None)
        if row is None:
            rows.append([_widened(bar)])
        else:
            row.append(_widened(replace(bar, left=max(bar.left, row[-1].right))))
    return tuple(_named(row, field) for row in rows)


def lane_height(rows: Sequence[BarRow], *, least: float) -> float:
    """Return the height of a lane with these rows."""
    return max(least, sum(row.height + _PITCH - BAR for row in rows) + _PAD)


def drawn_bars(rows: Sequence[BarRow], *, top: float, colour: str, lane: str) -> str:
    """Return the drawing of all rows of a lane, in order of time.

    Args:
        rows: from `bar_rows`.
        top: y of the upper edge of the lane.
        colour: outline of the bars.
        lane: for moving up and down with the keyboard.
    """
    parts, y = [], top + _PAD
    for row in rows:
        y += row.height - BAR
        parts += [
            (bar.left, _drawn(row, at, y, (colour, lane))) for at, bar in enumerate(row.bars)
        ]
        y += _PITCH
    in_time = sorted(parts, key=lambda part: part[0])
    return f'<g font-size="{SIZE}">{"".join(drawing for _, drawing in in_time)}</g>'


def outline(bar: Bar, y: float, height: float, colour: str) -> str:
    """Return the shape of a bar: a vague end is dashed, an end outside the view is open."""
    left, right = bar.left + 0.7, bar.right - 0.7
    box = f'x="{left:.1f}" y="{y:.1f}" width="{right - left:.1f}" height="{height:.0f}"'
    if bar.hard_left and bar.hard_right:
        dashes = ' stroke-dasharray="3 3"' if bar.is_dashed else ""
        pen = f'stroke="{colour}" stroke-width="1.5"{dashes}'
        return f'<rect {box} rx="3" fill="{bar.fill}" {pen}/>'
    low = y + height
    edges = ((bar.hard_left, left), (bar.hard_right, right))
    solid = "".join(f"M{x:.1f} {y:.1f}V{low:.1f}" for hard, x in edges if hard)
    vague = "".join(f"M{x:.1f} {y:.1f}V{low:.1f}" for hard, x in edges if hard is False)
    sides = f"M{left:.1f} {y:.1f}H{right:.1f}M{left:.1f} {low:.1f}H{right:.1f}"
    return (
        f'<rect {box} fill="{bar.fill}" stroke="none"/>'
        f'<path d="{sides}{solid}" fill="none" stroke="{colour}" stroke-width="1.5"/>'
        f'<path d="{vague}" fill="none" stroke="{colour}" stroke-width="1.5"'
        ' stroke-dasharray="2 3"/>'
    )


def target(left: float, right: float, middle: float) -> str:
    """Return the invisible area, at least 24 units each way, that can be hit."""
    grow = max(0.0, _TARGET - (right - left)) / 2
    return (
        f'<rect class="hit" x="{left - grow:.1f}" y="{middle - _TARGET / 2:.1f}"'
        f' width="{right - left + 2 * grow:.1f}" height="{_TARGET:.0f}"'
        ' fill="none" stroke="none" pointer-events="all"/>'
    )


def bracket(left: float, right: float, floor: float) -> str:
    """Return the open bracket of a gap: a dotted floor with two small uprights."""
    left, right = left + 1.2, right - 1.2
    return (
        f'<path d="M{left:.1f} {floor - 1:.1f}H{right:.1f}" fill="none" stroke="{INK}"'
        ' stroke-width="1.5" stroke-dasharray="2 3"/>'
        f'<path d="M{left:.1f} {floor - 6:.1f}v6M{right:.1f} {floor - 6:.1f}v6" fill="none"'
        f' stroke="{INK}" stroke-width="1.5"/>'
    )


def _widened(bar: Bar) -> Bar:
    return replace(bar, right=max(bar.right, bar.left + _NARROWEST))


def _named(row: Sequence[Bar], field: tuple[float, float]) -> BarRow:
    inside = {at: fit for at, bar in enumerate(row) if (fit := _fitting(bar, bar.said[:2]))}
    outside = {at: _outside(bar.said) for at, bar in enumerate(row) if at not in inside}
    above = _above(row, {at: said for at, said in outside.items() if said}, field)
    for at, said in outside.items():
        fit = _fitting(row[at], said) if at not in above else ""
        inside |= {at: fit} if fit else {}
    return BarRow(bars=tuple(row), inside=inside, above=above)


def _fitting(bar: Bar, said: Sequence[str]) -> str:
    room = bar.right - bar.left - _INSIDE if bar.key else 0
    return next((words for words in said if width(words, SIZE) <= room), "")


def _outside(said: tuple[str, ...]) -> list[str]:
    """Return the words for above a bar; the very fullest is too long to find its own bar."""
    is_long = len(said) > 1 and width(said[0], SIZE) > _LONG
    return list(said[1:] if is_long else said)


def _above(
    row: Sequence[Bar], names: dict[int, list[str]], field: tuple[float, float]
) -> dict[int, tuple[str, float]]:
    """Place the names above the bars; where it is full, shorten, and in the end leave out.

    A name that became short enough to stand in its bar is left out too.
    """
    said = {at: list(shorter) for at, shorter in names.items()}
    while said:
        order = list(said)
        long = [width(said[at][0], SIZE) for at in order]
        wanted = [
            (row[at].middle - wide / 2, wide) for at, wide in zip(order, long, strict=True)
        ]
        lefts = spread(wanted, field=field, gap=_APART)
        moved = [abs(left - wish) for left, (wish, _) in zip(lefts, wanted, strict=True)]
        ends = lefts[-1] + long[-1]
        if max(moved) <= _FAR and ends <= field[1] + 1:
            return {at: (said[at][0], left) for at, left in zip(order, lefts, strict=True)}
        for crowd in _crowds(order, moved):
            _shorten(said, crowd, row)
    return {}


def _crowds(order: list[int], moved: list[float]) -> list[list[int]]:
    """Return the bars around the names that had to move furthest; no bar is in two crowds."""
    places = range(len(moved))
    far = sorted(places, key=lambda at: -moved[at])
    picked: list[int] = []
    for at in far:
        is_apart = all(abs(at - other) > 2 * _CROWD for other in picked)
        if is_apart and (not picked or moved[at] > _FAR):
            picked.append(at)
    return [order[max(0, at - _CROWD) : at + _CROWD + 1] for at in picked]


def _shorten(said: dict[int, list[str]], crowd: list[int], row: Sequence[Bar]) -> None:
    longer = [at for at in crowd if len(said[at]) > 1]
    longest = max(longer or crowd, key=lambda at: (width(said[at][0], SIZE), at))
    if longer:
        said[longest].pop(0)
    if not longer or _fitting(row[longest], said[longest][:1]):
        del said[longest]


def _drawn(row: BarRow, at: int, y: float, look: tuple[str, str]) -> str:
    colour, lane = look
    bar = row.bars[at]
    name = _name_above(row, at, y, colour)
    if not bar.key:
        return bracket(bar.left, bar.right, y + BAR) + name
    shape = outline(bar, y, BAR, colour) + name
    if at in row.inside:
        shape += words(row.inside[at], x=bar.left + 5.2, y=y + 14.7)
    hit = target(bar.left, bar.right, y + BAR / 2)
    return item("periods", bar.key, bar.label, hit, shape, data_lane=lane)


def _name_above(row: BarRow, at: int, y: float, colour: str) -> str:
    if at not in row.above:
        return ""
    said, left = row.above[at]
    bar = row.bars[at]
    foot = y if bar.key else y + BAR - 6
    end = min(max(bar.middle, left + 3), left + width(said, SIZE) - 3)
    leg = (
        f'<path d="M{bar.middle:.1f} {foot:.1f}V{y:.1f}L{end:.1f} {y - 2.5:.1f}" fill="none"'
        f' stroke="{colour}" stroke-width="1.5"/>'
    )
    return f"{leg}<g {_HALO}>{words(said, x=left, y=y - 6)}</g>"
