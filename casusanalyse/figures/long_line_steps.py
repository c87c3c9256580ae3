"""The step line seen from far away: home on top, heavier places lower, thicker and darker."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from casusanalyse.analysis.step_line import Segment, StepLine
from casusanalyse.content.text import text
from casusanalyse.figures.long_line_stage import RIGHT, TITLES, Stage
from casusanalyse.figures.palette import (
    INK,
    PAPER,
    STAY_FAR,
    STAY_NEAR,
    STAY_SHADES,
)
from casusanalyse.figures.svg import tag, words

_THIN, _THICKER = 8.0, 3.2
_NARROWEST = 26.0
_RISER = 4.5
_ARROW = 11.0
_WEDGE_LEAST = 120.0
_VALLEY = "valley"

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tread:
    """A segment on its place.

    Attributes:
        left, right: its ends, without the round caps.
    """

    segment: Segment
    left: float
    right: float
    y: float
    thick: float
    colour: str

    @property
    def box(self) -> Box:
        """The room it takes, caps included."""
        half = max(self.thick, 18.0 if not self.segment.is_sure else 0.0) / 2 + 2
        return self.left - half, self.y - half, self.right + half, self.y + half


def treads(line: StepLine, stage: Stage) -> tuple[Tread, ...]:
    """Place every segment."""
    return tuple(_tread(segment, stage) for segment in line.segments)


def drawn_line(placed: Sequence[Tread]) -> str:
    """Return risers and treads; what is not sure is hollow and dashed."""
    risers = "".join(_riser(before, after) for before, after in pairwise(placed))
    return risers + "".join(_drawn(tread) for tread in placed)


def drawn_distance(placed: Sequence[Tread], stage: Stage) -> str:
    """Return the dotted line that goes on at home, and the soft fill down to where life is."""
    away = [tread for tread in placed if tread.segment.row > 0]
    if not away:
        return ""
    home, low = stage.row(0), max(tread.y for tread in away)
    fills = [
        tag(
            "rect",
            x=tread.left,
            y=home,
            width=max(0.0, tread.right - tread.left),
            height=tread.y - home,
            fill=f"url(#{_VALLEY})",
        )
        for tread in away
    ]
    start = min(tread.left for tread in away)
    dots = tag(
        "path",
        d=f"M{start:.1f} {home:.1f}H{RIGHT:.1f}",
        stroke=STAY_SHADES[3],
        stroke_width=3,
        stroke_dasharray="2 12",
        stroke_linecap="round",
    )
    return _gradient(home, low) + "".join(fills) + dots


def drawn_weight(placed: Sequence[Tread], stage: Stage) -> str:
    """Return the wedge from light to heavy, and an arrow on every move up or down in weight."""
    return _wedge(placed, stage) + "".join(_arrow(spot) for spot in _arrows(placed))


def title_of_line(stage: Stage) -> str:
    """Return the name of the step line."""
    said, y = text("long_line_layers.stays"), stage.row(0) + 10
    return words(said, x=TITLES, y=y, font_size=30, font_weight=700, fill=INK)


def taken(placed: Sequence[Tread], stage: Stage) -> list[Box]:
    """Return the room of the treads, and of the thin lines and arrows between them."""
    solid = [tread.box for tread in placed]
    thin = [
        (after.left - 6, min(before.y, after.y), after.left + 6, max(before.y, after.y))
        for before, after in pairwise(placed)
    ]
    thin += [
        (x - _ARROW - 2, y - _ARROW - 2, x + _ARROW + 2, y + _ARROW + 2)
        for x, y, _ in _arrows(placed)
    ]
    away = [tread.left for tread in placed if tread.segment.row > 0]
    if away:
        thin.append((min(away), stage.row(0) - 3, RIGHT, stage.row(0) + 3))
    return solid + thin


def _tread(segment: Segment, stage: Stage) -> Tread:
    left = stage.x(segment.start)
    right = max(stage.x(segment.end), left)
    if not segment.is_sure:
        right = max(right, left + _NARROWEST)
    return Tread(
        segment=segment,
        left=min(left, RIGHT - (right - left)),
        right=min(right, RIGHT),
        y=stage.row(segment.row),
        thick=(_THIN + segment.row * _THICKER) * stage.bold,
        colour=STAY_SHADES[min(segment.row, len(STAY_SHADES) - 1)],
    )


def _drawn(tread: Tread) -> str:
    if tread.segment.is_sure:
        return tag(
            "path",
            d=f"M{tread.left:.1f} {tread.y:.1f}H{tread.right:.1f}",
            stroke=tread.colour,
            stroke_width=tread.thick,
            stroke_linecap="round",
        )
    high = max(18.0, tread.thick)
    return tag(
        "rect",
        x=tread.left - 4,
        y=tread.y - high / 2,
        width=tread.right - tread.left + 8,
        height=high,
        rx=high / 2,
        fill=PAPER,
        stroke=tread.colour,
        stroke_width=4,
        stroke_dasharray="7 6",
    )


def _riser(before: Tread, after: Tread) -> str:
    if before.y == after.y:
        return ""
    is_sure = before.segment.is_sure and after.segment.is_sure and after.segment.is_joined
    heavier = max(before, after, key=lambda tread: tread.y)
    return tag(
        "path",
        d=f"M{after.left:.1f} {before.y:.1f}V{after.y:.1f}",
        stroke=heavier.colour,
        stroke_width=_RISER,
        stroke_dasharray=None if is_sure else "6 9",
    )


def _arrows(placed: Sequence[Tread]) -> list[tuple[float, float, int]]:
    """Return the middle and the direction of every arrow: 1 down to heavier, -1 up."""
    return [
        (after.left, (before.y + after.y) / 2, after.segment.rise)
        for before, after in pairwise(placed)
        if after.segment.rise and abs(before.y - after.y) > 2 * _ARROW
    ]


def _arrow(spot: tuple[float, float, int]) -> str:
    x, y, down = spot
    tip, foot = y + _ARROW * down, y - _ARROW * down
    shape = f"M{x:.1f} {tip:.1f}L{x - _ARROW:.1f} {foot:.1f}H{x + _ARROW:.1f}Z"
    return tag("path", d=shape, fill=STAY_SHADES[4], stroke=PAPER, stroke_width=3)


def _wedge(placed: Sequence[Tread], stage: Stage) -> str:
    low = max((tread.y for tread in placed), default=stage.top)
    top = stage.top + 22
    if low - top < _WEDGE_LEAST:
        return ""
    shape = f"M76 {top:.1f}H80L92 {low + 12:.1f}H64Z"
    font = {"x": 104, "font_size": max(28.0, stage.label - 2), "fill": INK}
    light = words(text("long_line_layers.light"), y=top + 26, **font)
    heavy = words(text("long_line_layers.heavy"), y=low + 10, **font)
    return tag("path", d=shape, fill=STAY_SHADES[3]) + light + heavy


def _gradient(top: float, bottom: float) -> str:
    near = tag("stop", offset=0, stop_color=STAY_NEAR)
    far = tag("stop", offset=1, stop_color=STAY_FAR)
    place = {"x1": 0, "y1": top, "x2": 0, "y2": bottom, "gradientUnits": "userSpaceOnUse"}
    return tag("defs", tag("linearGradient", near, far, id=_VALLEY, **place))
