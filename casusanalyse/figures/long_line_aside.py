"""What stands left of the lanes of the long line: their names, and one quiet phrase."""

from collections.abc import Sequence

from casusanalyse.analysis.figure import Figure, Line
from casusanalyse.analysis.long_line_direction import directors, times_without_director
from casusanalyse.analysis.long_line_events import (
    crises,
    signal_to_analysis,
    signal_until_now,
)
from casusanalyse.analysis.long_line_layers import LineLayer
from casusanalyse.analysis.long_line_parties import organisations_at_once, professionals_met
from casusanalyse.analysis.long_line_schools import schools
from casusanalyse.analysis.long_line_stays import frame_changes
from casusanalyse.analysis.step_line import StepLine
from casusanalyse.content.long_line import number_words, say_figure
from casusanalyse.content.long_line_layers import Fact, layer_name, say_holders
from casusanalyse.content.text import counted, page, text
from casusanalyse.figures.beamer_frame import Letters, wrapped, written
from casusanalyse.figures.lettering import width
from casusanalyse.figures.long_line_crises import drawn_span
from casusanalyse.figures.long_line_help import HALO
from casusanalyse.figures.long_line_lanes import INKS
from casusanalyse.figures.long_line_stage import LEFT, TITLES, Stage, Strip
from casusanalyse.figures.long_line_steps import Tread
from casusanalyse.figures.palette import FAMILY_INK, HELP_INK, INK, PAPER, STAY_SHADES, SUN_INK
from casusanalyse.figures.svg import tag, words

_SIZE = 28.0
_AWAY = 26.0
_TITLE = Letters(size=30, weight=700, leading=1.13)
_TITLE_ROOM = 230.0
_BESIDE_TITLE = 280.0
_COLOURS = {
    **INKS,
    LineLayer.HELP: HELP_INK,
    LineLayer.CRISES: FAMILY_INK,
    LineLayer.ANALYSIS: HELP_INK,
    LineLayer.GOOD: SUN_INK,
}


def drawn_title(layer: LineLayer, line: Line, stage: Stage, *, is_dated: bool) -> str:
    """Return the name of a lane; that of help names both numbers when there are any."""
    strip = stage.lanes[layer]
    if layer is LineLayer.HELP and is_dated:
        return _help_titles(line, strip)
    lines = wrapped(layer_name(layer.value), _TITLE_ROOM, _TITLE)
    letters = Letters(size=30, weight=700, leading=1.13, colour=_COLOURS[layer])
    y = strip.middle + 10 - (len(lines) - 1) * letters.line / 2
    return written(lines, (TITLES, y), letters)


def _help_titles(line: Line, strip: Strip) -> str:
    """Return a title per row of numbers, so that nobody has to guess what is counted."""
    font = {"x": TITLES, "font_size": 30, "fill": HELP_INK}
    around = words(text("long_line_layers.around"), y=strip.top + 50, font_weight=700, **font)
    people = words(text("long_line_layers.people"), y=strip.top + 88, **font)
    return (around if organisations_at_once(line) else "") + people


def drawn_aside(
    layer: LineLayer, line: Line, stage: Stage, left: float, *, is_said: bool
) -> str:
    """Return the phrase before a lane begins: a question first, after its sentence the answer.

    Args:
        layer: of the lane.
        line: what is counted.
        stage: where the lane stands.
        left: where the lane begins; the phrase ends before it, or is left out.
        is_said: the sentence of the layer was shown.
    """
    strip = stage.lanes[layer]
    if layer is LineLayer.ANALYSIS:
        return drawn_span(line, _time(line), stage) if is_said else ""
    if layer is LineLayer.HELP and not left:
        people = _counted("professionals_met", professionals_met(line)) if is_said else ""
        said = text("long_line_layers.no_dates", people=people) if people else ""
        return words(said, x=LEFT, y=strip.middle + 10, font_size=_SIZE, fill=INK)
    if layer is LineLayer.HELP:
        book = page("long_line_layers")["aside"]
        around = _phrase(book["help"], left, strip.top + 50)
        people = _phrase(book["help_people"], left, strip.top + 88)
        return (around if organisations_at_once(line) else "") + people
    return _phrase(_said(layer, line, is_said=is_said), left, strip.middle + 10)


def drawn_legend(line: StepLine, stage: Stage, placed: Sequence[Tread]) -> str:
    """Return what a dashed ring means, in the first stage and only when it is needed."""
    is_needed = stage.number == 1 and not all(one.segment.is_sure for one in placed)
    said = [text("long_line_layers.not_sure")] if is_needed else []
    if stage.number == 1 and line.undated:
        places = number_words("places_lived", line.undated, line.undated)
        said.append(counted("long_line_layers.undated", line.undated, places=places))
    low, y = stage.axis - 44, stage.axis - 34
    x = LEFT + 84 if is_needed else LEFT
    ring = tag(
        "rect",
        x=LEFT,
        y=low - 14,
        width=64,
        height=28,
        rx=14,
        fill=PAPER,
        stroke=STAY_SHADES[3],
        stroke_width=4,
        stroke_dasharray="7 6",
    )
    told = words("; ".join(said), x=x, y=y, font_size=_SIZE, fill=INK) if said else ""
    return (ring if is_needed else "") + told


def _phrase(said: str, left: float, baseline: float) -> str:
    end = left - _AWAY
    if not said or end - width(said, _SIZE) < _BESIDE_TITLE:
        return ""
    font = {"font_size": _SIZE, "text_anchor": "end", "fill": INK} | HALO
    return words(said, x=end, y=baseline, **font)


def _said(layer: LineLayer, line: Line, *, is_said: bool) -> str:
    book = page("long_line_layers")["aside"]
    if layer is LineLayer.DIRECTION:
        return _direction(line) if is_said else str(book["direction"])
    if layer is LineLayer.FRAME:
        changes = frame_changes(line)
        times = _counted("frame_changes", changes) if is_said and changes else ""
        return str(book["frame_said"].format(times=times) if times else book["frame"])
    if layer is LineLayer.SCHOOL and is_said:
        return _counted("schools", schools(line))
    if layer is LineLayer.CRISES and is_said:
        return _counted("crises", crises(line))
    return ""


def _direction(line: Line) -> str:
    holders, blanks = directors(line), times_without_director(line)
    if holders is None:
        return ""
    fact = Fact(low=holders.low, high=holders.high, out_of=holders.out_of)
    book = page("long_line_layers")["aside"]
    if blanks is None or not blanks.high:
        return say_holders(fact)
    said = number_words("times_without_director", blanks.low, blanks.high)
    return str(book["directors"].format(holders=say_holders(fact), blanks=said))


def _counted(code: str, found: Figure | None) -> str:
    return number_words(code, found.low, found.high) if found else ""


def _time(line: Line) -> str:
    found = signal_to_analysis(line) or signal_until_now(line)
    if found is None:
        return ""
    return say_figure(found.code, found.low, found.high, name="").count
