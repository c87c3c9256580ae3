"""The lanes with boxes: who held the direction, the frame, and school; a blank stays empty."""

from collections.abc import Sequence

from casusanalyse.analysis.long_line_lane import LanePart
from casusanalyse.analysis.long_line_layers import LineLayer
from casusanalyse.content.text import page
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import Lane
from casusanalyse.figures.lettering import width
from casusanalyse.figures.long_line_stage import Stage, Strip
from casusanalyse.figures.palette import (
    DIRECTION_FADE,
    DIRECTION_INK,
    DIRECTION_SOFT,
    EDUCATION_INK,
    EDUCATION_SOFT,
    FRAME_INK,
    FRAME_SOFT,
    INK,
    PAPER,
)
from casusanalyse.figures.svg import tag, words

LANES = {
    LineLayer.DIRECTION: Lane.DIRECTION,
    LineLayer.FRAME: Lane.FRAME,
    LineLayer.SCHOOL: Lane.EDUCATION,
}
INKS = {
    LineLayer.DIRECTION: DIRECTION_INK,
    LineLayer.FRAME: FRAME_INK,
    LineLayer.SCHOOL: EDUCATION_INK,
}
_SOFT = {
    LineLayer.DIRECTION: DIRECTION_SOFT,
    LineLayer.FRAME: FRAME_SOFT,
    LineLayer.SCHOOL: EDUCATION_SOFT,
}
_SIZE = 28.0
_INSIDE = 14.0
_NARROWEST = 8.0
_ABOVE = 22.0
_FADE = "fade"


def drawn_boxes(layer: LineLayer, parts: Sequence[LanePart], stage: Stage) -> str:
    """Return the boxes of a lane; what does not fit in one is left out, never made smaller."""
    strip = stage.lanes[layer]
    return "".join(_box(layer, part, stage, strip) for part in parts)


def drawn_emptiness(parts: Sequence[LanePart], stage: Stage) -> str:
    """Return the column above every blank in the direction, fading up to the step line."""
    blanks = [part for part in parts if part.period is None]
    top = stage.top - _ABOVE
    columns = [
        tag(
            "rect",
            x=left,
            y=top,
            width=right - left,
            height=stage.axis - top,
            fill=f"url(#{_FADE})",
        )
        for left, right in (_edges(part, stage) for part in blanks)
    ]
    return (_gradient() if columns else "") + "".join(columns)


def lane_left(parts: Sequence[LanePart], stage: Stage) -> float:
    """Return where a lane begins."""
    return min((_edges(part, stage)[0] for part in parts), default=stage.x(stage.last))


def _edges(part: LanePart, stage: Stage) -> tuple[float, float]:
    left, right = stage.x(part.start), stage.x(part.end + 1)
    right = max(right, left + _NARROWEST)
    return left + 2, max(right - 2, left + 4)


def _box(layer: LineLayer, part: LanePart, stage: Stage, strip: Strip) -> str:
    left, right = _edges(part, stage)
    is_blank = part.period is None
    shrink = 2 if is_blank else 0
    shape = tag(
        "rect",
        x=left,
        y=strip.top + shrink,
        width=right - left,
        height=strip.height - 2 * shrink,
        rx=6,
        fill=PAPER if is_blank else _SOFT[layer],
        stroke=INKS[layer],
        stroke_width=3,
        stroke_dasharray="5 7" if is_blank else None,
    )
    return shape + _words(layer, part, (left, right), strip)


def _words(layer: LineLayer, part: LanePart, edges: tuple[float, float], strip: Strip) -> str:
    if part.period is None:
        return ""
    room = edges[1] - edges[0] - _INSIDE
    said = [str(part.number)] if part.number else _said(layer, part.period)
    fitting = next((one for one in said if one and width(one, _SIZE) <= room), "")
    if not fitting:
        return ""
    x, y = (edges[0] + edges[1]) / 2, strip.middle + 10
    return words(fitting, x=x, y=y, font_size=_SIZE, text_anchor="middle", fill=INK)


def _said(layer: LineLayer, period: Period) -> list[str]:
    book = page("long_line_layers")
    if layer is LineLayer.FRAME:
        return list(book["frames"].get(period.kind, ()))
    if layer is LineLayer.SCHOOL:
        return [period.title, *book["educations"].get(period.kind, ())]
    return []


def _gradient() -> str:
    stops = (
        tag("stop", offset=offset, stop_color=DIRECTION_FADE, stop_opacity=opacity)
        for offset, opacity in (("0", "0"), ("0.25", "0.18"), ("1", "0.34"))
    )
    return tag("defs", tag("linearGradient", *stops, id=_FADE, x1=0, y1=0, x2=0, y2=1))
