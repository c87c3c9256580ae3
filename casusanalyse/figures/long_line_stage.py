"""Where everything of the long line stands: the time never moves, only the heights do."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from casusanalyse.analysis.long_line_layers import LineLayer
from casusanalyse.analysis.step_line import StepLine
from casusanalyse.domain.case import Case

LEFT, RIGHT = 300.0, 1836.0
EDGE = 1856.0
"""Nothing stands further to the right."""
TITLES = 64.0

_AXIS_WORDS = 36.0
_STEP_TOP = {1: 312.0, 2: 282.0, 3: 250.0}
_LABEL = {1: 36.0, 2: 32.0, 3: 28.0}
_BOLD = {1: 1.5, 2: 1.15, 3: 0.9}
_BOTTOM = {1: 988.0, 2: 1020.0, 3: 1056.0}
_GAP = {1: 0.0, 2: 24.0, 3: 8.0}
_TO_AXIS = {1: 72.0, 2: 57.0, 3: 34.0}
"""From the lowest row to the axis."""
_TO_LANES = {1: 0.0, 2: 66.0, 3: 56.0}
"""From the axis to the first lane."""
_PITCH = {1: 170.0, 2: 120.0, 3: 90.0}
"""Most room for a row."""

_BOXES = (LineLayer.DIRECTION, LineLayer.FRAME, LineLayer.SCHOOL)
_HEIGHTS = {
    LineLayer.HELP: 92.0,
    LineLayer.CRISES: 44.0,
    LineLayer.ANALYSIS: 44.0,
    LineLayer.GOOD: 102.0,
}
_BOX = {2: 62.0, 3: 46.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The room of one lane."""

    top: float
    height: float

    @property
    def bottom(self) -> float:
        """Y of the lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """Y of the middle."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """How far the group has zoomed out, and what stands where then.

    Attributes:
        first, last: days at the left and right edge, as `date.toordinal()`.
        top: middle of the highest row of the step line; few rows stand in the middle.
        pitch: distance between two rows.
        label: size of the names of places.
        bold: by how much the step line is thicker than in its thinnest form.
        axis: y of the axis.
        lanes: room of every lane below the axis.
    """

    number: int
    first: int
    last: int
    top: float
    pitch: float
    label: float
    bold: float
    axis: float
    lanes: dict[LineLayer, Strip]

    def x(self, day: int) -> float:
        """Return the place of a day, kept within the field."""
        share = (day - self.first) / (self.last - self.first)
        return LEFT + min(max(share, 0.0), 1.0) * (RIGHT - LEFT)

    def row(self, number: int) -> float:
        """Return the middle of a row."""
        return self.top + number * self.pitch


def stage_of(
    case: Case, line: StepLine, today: date, *, number: int, layers: Collection[LineLayer]
) -> Stage:
    """Return the stage with a place for every layer that can appear in it.

    Args:
        case: its birth is where the line begins.
        line: its rows share the room above the axis.
        today: where the line ends.
        number: 1 to 3.
        layers: everything known that belongs to this stage or an earlier one.
    """
    lanes, axis = _lanes(number, layers)
    first, last = _life(case, line, today)
    top, rows = _STEP_TOP[number], len(line.rows)
    room = axis - _TO_AXIS[number] - top
    pitch = min(_PITCH[number], room / max(1, rows - 1))
    return Stage(
        number=number,
        first=first,
        last=last,
        top=top + (room - (rows - 1) * pitch) / 2,
        pitch=pitch,
        label=_LABEL[number],
        bold=_BOLD[number],
        axis=axis,
        lanes=lanes,
    )


def _lanes(number: int, layers: Collection[LineLayer]) -> tuple[dict[LineLayer, Strip], float]:
    found = [(layer, _height(layer, number)) for layer in LineLayer if layer in layers]
    wanted = [(layer, height) for layer, height in found if height]
    if not wanted:
        return {}, _BOTTOM[number] - (_AXIS_WORDS if number > 1 else 0)
    gap = _GAP[number]
    top = _BOTTOM[number] - sum(height + gap for _, height in wanted) + gap
    axis = top - _TO_LANES[number]
    lanes: dict[LineLayer, Strip] = {}
    for layer, height in wanted:
        lanes[layer] = Strip(top=top, height=height)
        top += height + gap
    return lanes, axis


def _height(layer: LineLayer, number: int) -> float:
    if layer in _BOXES:
        return _BOX.get(number, 0.0)
    return _HEIGHTS.get(layer, 0.0) if number == max(_BOX) else 0.0


def _life(case: Case, line: StepLine, today: date) -> tuple[int, int]:
    birth = case.child.birth if case.child else None
    days = [period.when.first.toordinal() for period in case.periods if period.when]
    days += [event.when.first.toordinal() for event in case.events if event.when]
    days += [segment.start for segment in line.segments]
    last = today.toordinal()
    first = birth.middle.toordinal() if birth else min([*days, last])
    return min(first, last - 366), last
