"""Good moments: suns on one warm line; the picture ends with what carried."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin

from casusanalyse.analysis.figure import Line
from casusanalyse.analysis.long_line_good import dated_good_moments, day_of, far_apart
from casusanalyse.analysis.long_line_layers import LineLayer
from casusanalyse.analysis.packing import spread
from casusanalyse.domain.timeline import Event
from casusanalyse.figures.lettering import shortened, width
from casusanalyse.figures.long_line_stage import EDGE, LEFT, RIGHT, Stage
from casusanalyse.figures.palette import INK, PAPER, SUN, SUN_INK, SUN_LINE
from casusanalyse.figures.svg import tag, words

MOST_SUNS = 6
_SIZE = 30.0
_LONGEST = 344.0
_APART = 28.0
_ASIDE = 70.0
"""How far a name may stand from the middle of its sun."""
_SUNS_APART = 84.0
_RADIUS, _RAY = 15.0, 28.0
_CLEAR = 48.0
"""A dot nearer to a sun than this is left out."""
_SUN_AT, _NAME_AT = 32.0, 94.0
"""Below the top of the lane."""
_FIRST_LEFT = 232.0
"""Names stay right of the title of the lane."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sun:
    x: float
    said: str
    left: float = 0.0

    @property
    def long(self) -> float:
        return width(self.said, _SIZE)


def drawn_suns(line: Line, stage: Stage) -> str:
    """Return at most six suns with their words, spread over the life; the others are dots."""
    moments = dated_good_moments(line)
    chosen = _chosen(moments, stage)
    top = stage.lanes[LineLayer.GOOD].top
    y = top + _SUN_AT
    warm = tag("path", d=f"M{LEFT:.0f} {y:.1f}H{RIGHT:.0f}", stroke=SUN_LINE, stroke_width=3)
    spots = {stage.x(day_of(one)) for one in moments}
    free = [x for x in spots if all(abs(x - sun.x) > _CLEAR for sun in chosen)]
    dots = [
        tag("circle", cx=x, cy=y, r=8, fill=SUN, stroke=SUN_INK, stroke_width=3)
        for x in sorted(free)
    ]
    suns = [_drawn(sun, y, top + _NAME_AT) for sun in chosen]
    return warm + "".join(dots) + "".join(suns)


def _chosen(moments: Sequence[Event], stage: Stage) -> list[_Sun]:
    """Add one after the other, as long as suns and names keep off each other."""
    chosen: list[_Sun] = []
    for event in far_apart(moments):
        said = shortened(event.title, _LONGEST, _SIZE)
        sun = _Sun(x=stage.x(day_of(event)), said=said)
        tried = _laid(sorted([*chosen, sun], key=lambda one: one.x))
        if tried and len(chosen) < MOST_SUNS:
            chosen = tried
    return chosen


def _laid(suns: Sequence[_Sun]) -> list[_Sun]:
    """Give the names a place on one line; nothing when they do not fit."""
    gaps = [after.x - before.x for before, after in pairwise(suns)]
    wanted = [(sun.x - sun.long / 2, sun.long) for sun in suns]
    lefts = spread(wanted, field=(_FIRST_LEFT, EDGE), gap=_APART)
    asides = [abs(left - wish[0]) for left, wish in zip(lefts, wanted, strict=True)]
    if min(gaps, default=_SUNS_APART) < _SUNS_APART or max(asides) > _ASIDE:
        return []
    if lefts[-1] + suns[-1].long > EDGE:
        return []
    return [
        _Sun(x=sun.x, said=sun.said, left=left) for sun, left in zip(suns, lefts, strict=True)
    ]


def _drawn(sun: _Sun, y: float, baseline: float) -> str:
    halo = tag("circle", cx=sun.x, cy=y, r=_RAY + 5, fill=PAPER)
    turns = [(cos(at * pi / 4), sin(at * pi / 4)) for at in range(8)]
    rays = tag(
        "path",
        d="".join(_ray(sun.x, y, turn) for turn in turns),
        stroke=SUN_INK,
        stroke_width=4,
        stroke_linecap="round",
    )
    disc = tag("circle", cx=sun.x, cy=y, r=_RADIUS, fill=SUN, stroke=SUN_INK, stroke_width=4)
    said = words(sun.said, x=sun.left, y=baseline, font_size=_SIZE, fill=INK)
    return halo + rays + disc + said


def _ray(x: float, y: float, turn: tuple[float, float]) -> str:
    across, down = turn
    near, far = _RADIUS + 7, _RAY
    begin = f"M{x + near * across:.1f} {y + near * down:.1f}"
    return begin + f"L{x + far * across:.1f} {y + far * down:.1f}"
