"""The help around a family per stretch of the line: bars for organisations, people so far."""

from collections.abc import Sequence
from datetime import date

from casusanalyse.analysis.figure import line_of
from casusanalyse.analysis.long_line_help import HelpColumn, first_help, help_columns
from casusanalyse.analysis.long_line_layers import LineLayer
from casusanalyse.analysis.step_line import StepLine
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.figures.lettering import width
from casusanalyse.figures.long_line_stage import Stage
from casusanalyse.figures.palette import HELP_BAR, HELP_INK, INK, INK_SOFT, PAPER
from casusanalyse.figures.svg import tag, words

_SIZE = 28.0
_NARROWEST = 64.0
_BASE = 56.0
"""Y of the foot of the bars, below the top of the lane."""
_BAR = 26.0
"""Height of the highest bar."""
_PEOPLE = 88.0
_TWO_YEARS = 730
HALO = {"stroke": PAPER, "stroke_width": 8, "paint_order": "stroke"}
"""Keeps the threads of the crises, which run behind, off the numbers."""


def columns_of(case: Case, line: StepLine, stage: Stage, today: date) -> tuple[HelpColumn, ...]:
    """Return the columns: one per stretch between two moves that can be read."""
    told = line_of(case, today)
    begin = first_help(told)
    if begin is None:
        return ()
    begin = max(begin, stage.first)
    moves = [segment.start for segment in line.segments if segment.start > begin]
    days = moves or list(range(begin + _TWO_YEARS, stage.last, _TWO_YEARS))
    return help_columns(told, _readable([begin, *sorted(days)], stage))


def drawn_help(columns: Sequence[HelpColumn], stage: Stage) -> str:
    """Return a bar per column with its number above it, and below it the people so far."""
    if not columns:
        return ""
    top = stage.lanes[LineLayer.HELP].top
    most = max(1, *(column.organisations[1] for column in columns))
    left, right = stage.x(columns[0].start), stage.x(columns[-1].end)
    foot = f"M{left:.1f} {top + _BASE:.1f}H{right:.1f}"
    base = tag("path", d=foot, stroke=HELP_INK, stroke_width=2)
    return "".join(_column(column, stage, most) for column in columns) + base


def _readable(days: Sequence[int], stage: Stage) -> list[int]:
    kept = [days[0]]
    for day in days[1:]:
        if stage.x(day) - stage.x(kept[-1]) >= _NARROWEST:
            kept.append(day)
    if len(kept) > 1 and stage.x(stage.last) - stage.x(kept[-1]) < _NARROWEST:
        kept.pop()
    return [*kept, stage.last + 1]


def _column(column: HelpColumn, stage: Stage, most: int) -> str:
    top = stage.lanes[LineLayer.HELP].top
    left, right = stage.x(column.start) + 2, stage.x(column.end) - 2
    high = column.organisations[1] / most * _BAR
    y = top + _BASE - high
    bar = tag("rect", x=left, y=y, width=right - left, height=high, fill=HELP_BAR)
    lid = tag("path", d=f"M{left:.1f} {y:.1f}H{right:.1f}", stroke=HELP_INK, stroke_width=5)
    place = ((left + right) / 2, right - left)
    number = _number(column.organisations, place, y - 8, weight=700)
    people = _number(column.professionals, place, top + _PEOPLE)
    return (bar + lid + number if high else "") + people


def _number(
    bounds: tuple[int, int], place: tuple[float, float], y: float, *, weight: int = 400
) -> str:
    low, high = bounds
    said = str(high) if low == high else text("long_line_layers.range", low=low, high=high)
    middle, room = place
    if width(said, _SIZE, weight=weight) > room:
        return ""
    font = {"font_size": _SIZE, "font_weight": weight, "text_anchor": "middle"} | HALO
    return words(said, x=middle, y=y, fill=INK if weight > 400 else INK_SOFT, **font)  # noqa: PLR2004 - bold
