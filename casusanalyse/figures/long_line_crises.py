"""Crises on the long line, in their lane and where the fall starts; the first analysis."""

from collections.abc import Sequence
from dataclasses import dataclass

from casusanalyse.analysis.figure import Line
from casusanalyse.analysis.long_line_good import day_of
from casusanalyse.analysis.long_line_layers import LineLayer
from casusanalyse.analysis.step_line import StepLine
from casusanalyse.content.text import text
from casusanalyse.domain.timeline import Event
from casusanalyse.domain.vocabulary import EventKind
from casusanalyse.figures.lettering import width
from casusanalyse.figures.long_line_stage import EDGE, Stage
from casusanalyse.figures.long_line_steps import Box
from casusanalyse.figures.palette import FAMILY_INK, HELP_INK, INK, PAPER
from casusanalyse.figures.svg import tag, words

_SIZE = 28.0
_HALF, _ON_LINE = 18.0, 16.0
_TOGETHER = 40.0
"""Crises nearer to each other than this share one diamond."""
_MOST_THREADS, _MOST_ON_LINE = 7, 12
"""With more crises the picture would no longer be quiet; they stay in their lane."""
_RING = 11.0
_GAP = 18.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Diamond:
    """One or more crises close together.

    Attributes:
        x: place in the lane.
        y: height of the step line there, or None when nobody knows where the child lived.
        number: how many crises.
        is_sure: every date is known well enough.
    """

    x: float
    y: float | None
    number: int
    is_sure: bool


def diamonds(line: Line, steps: StepLine, stage: Stage) -> tuple[Diamond, ...]:
    """Place the crises that have a date."""
    crises = sorted((one for one in line.of_kind(EventKind.CRISIS) if one.when), key=day_of)
    groups: list[list[Event]] = []
    for crisis in crises:
        if groups and stage.x(day_of(crisis)) - stage.x(day_of(groups[-1][0])) < _TOGETHER:
            groups[-1].append(crisis)
        else:
            groups.append([crisis])
    return tuple(_diamond(group, steps, stage) for group in groups)


def crisis_boxes(placed: Sequence[Diamond]) -> list[Box]:
    """Return the room the diamonds take on the step line."""
    half = _ON_LINE + 3
    return [
        (one.x - half, one.y - half, one.x + half, one.y + half)
        for one in placed
        if one.y is not None and len(placed) <= _MOST_ON_LINE
    ]


def crises_left(placed: Sequence[Diamond]) -> float:
    """Return where the lane of the crises begins."""
    return min((one.x for one in placed), default=0.0) - _HALF


def drawn_threads(placed: Sequence[Diamond], stage: Stage) -> str:
    """Return the dotted threads from the crises up to who held the direction."""
    lane, above = stage.lanes[LineLayer.CRISES], stage.lanes.get(LineLayer.DIRECTION)
    if above is None or len(placed) > _MOST_THREADS:
        return ""
    return "".join(
        tag(
            "path",
            d=f"M{one.x:.1f} {lane.middle - _HALF:.1f}V{above.middle:.1f}",
            stroke=FAMILY_INK,
            stroke_width=4,
            stroke_dasharray="0.5 10",
            stroke_linecap="round",
        )
        for one in placed
    )


def drawn_crises(placed: Sequence[Diamond], stage: Stage) -> str:
    """Return a diamond in the lane and the same one on the step line."""
    y = stage.lanes[LineLayer.CRISES].middle
    drawn = [_shape(one, one.x, y, _HALF) for one in placed]
    if len(placed) <= _MOST_ON_LINE:
        drawn += [_shape(one, one.x, one.y, _ON_LINE) for one in placed if one.y is not None]
    return "".join(drawn) + _numbers(placed, y)


def drawn_analysis(line: Line, stage: Stage) -> str:
    """Return the time from the first signal to the first broad analysis, or until today."""
    signal = _first(line, EventKind.SIGNAL)
    if signal is None:
        return ""
    analysis, y = _first(line, EventKind.BROAD_ANALYSIS), stage.lanes[LineLayer.ANALYSIS].middle
    left = stage.x(day_of(signal))
    right = stage.x(day_of(analysis) if analysis else stage.last)
    path = tag(
        "path",
        d=f"M{left:.1f} {y:.1f}H{right:.1f}",
        stroke=HELP_INK,
        stroke_width=4,
        stroke_dasharray="2 10",
        stroke_linecap="round",
    )
    begin = _ring(left, y, fill=PAPER)
    return path + begin + (_ring(right, y, fill=HELP_INK) if analysis else "")


def drawn_span(line: Line, said: str, stage: Stage) -> str:
    """Return how long that took, on the line itself where it is broken for the words."""
    signal, analysis = (
        _first(line, kind) for kind in (EventKind.SIGNAL, EventKind.BROAD_ANALYSIS)
    )
    if signal is None:
        return ""
    left = stage.x(day_of(signal)) + _RING + _GAP
    right = stage.x(day_of(analysis) if analysis else stage.last) - _RING - _GAP
    strip, long = stage.lanes[LineLayer.ANALYSIS], width(said, _SIZE)
    if long + 2 * _GAP > right - left:
        beside = right + 2 * (_RING + _GAP)
        place = beside if beside + long <= EDGE else left - 2 * (_RING + _GAP) - long
        return words(said, x=place, y=strip.middle + 10, font_size=_SIZE, fill=INK)
    x = (left + right - long) / 2
    plate = tag(
        "rect",
        x=x - _GAP,
        y=strip.top,
        width=long + 2 * _GAP,
        height=strip.height,
        fill=PAPER,
    )
    return plate + words(said, x=x, y=strip.middle + 10, font_size=_SIZE, fill=INK)


def _first(line: Line, kind: EventKind) -> Event | None:
    return min((one for one in line.of_kind(kind) if one.when), key=day_of, default=None)


def _diamond(group: Sequence[Event], steps: StepLine, stage: Stage) -> Diamond:
    day = day_of(group[0])
    there = steps.at(day) or steps.at(day - 1)
    moments = [one.when.since or one.when.until for one in group if one.when]
    return Diamond(
        x=stage.x(day),
        y=stage.row(there.row) if there else None,
        number=len(group),
        is_sure=all(moment.is_sharp for moment in moments if moment),
    )


def _shape(one: Diamond, x: float, y: float, half: float) -> str:
    side = half * 2**0.5
    dashes = f"{side * 0.34:.2f} {side * 0.32:.2f} {side * 0.34:.2f} 0"
    outline = tag(
        "path",
        d=f"M{x:.1f} {y - half:.1f}L{x + half:.1f} {y:.1f}L{x:.1f} {y + half:.1f}"
        f"L{x - half:.1f} {y:.1f}Z",
        fill=PAPER,
        stroke=FAMILY_INK,
        stroke_width=5,
        stroke_linejoin="miter",
        stroke_dasharray=None if one.is_sure else dashes,
    )
    return outline + tag("circle", cx=x, cy=y, r=4.5, fill=FAMILY_INK)


def _numbers(placed: Sequence[Diamond], y: float) -> str:
    ends = [one.x - _HALF for one in placed[1:]] + [EDGE]
    said = []
    for one, end in zip(placed, ends, strict=False):
        number = text("long_line_layers.times", number=one.number)
        left = one.x + _HALF + 6
        if one.number > 1 and left + width(number, _SIZE) + 4 <= end:
            said.append(words(number, x=left, y=y + 10, font_size=_SIZE, fill=INK))
    return "".join(said)


def _ring(x: float, y: float, *, fill: str) -> str:
    return tag("circle", cx=x, cy=y, r=_RING, fill=fill, stroke=HELP_INK, stroke_width=4)
