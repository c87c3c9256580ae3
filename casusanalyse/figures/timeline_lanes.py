"""The lanes of the line that hold periods: what stands on them and how high they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casusanalyse.analysis.gaps import Gap, gaps
from casusanalyse.analysis.stretch import Stretch, joined, stretches
from casusanalyse.domain.case import Case, Party
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import EducationKind, FrameKind, Lane, StayKind
from casusanalyse.figures import palette
from casusanalyse.figures.timeline_axis import Axis
from casusanalyse.figures.timeline_bars import Bar, bar_rows, drawn_bars, lane_height
from casusanalyse.figures.timeline_words import (
    bar_words,
    gap_words,
    helper,
    lane_name,
    period_label,
)

WITH_HELPER = 44.0
LOW = 28.0
_STUB = 26.0
"""Width of a bar of which only one end is known."""

_COLOURS = {
    Lane.FAMILY: (palette.FAMILY, "#F3E4DD"),
    Lane.STAY: (palette.STAY, "#EAF3F2"),
    Lane.EDUCATION: (palette.EDUCATION, "#F4E8D2"),
    Lane.FRAME: (palette.FRAME, "#EDE3F0"),
    Lane.DIRECTION: (palette.DIRECTION, "#E0E6F2"),
}
_LIGHT, _MIDDLE, _HEAVY, _HEAVIEST = "#EAF3F2", "#CFE3E1", "#A9CECB", "#8FBDB9"
_STAY_FILLS = {
    StayKind.HOME: "#FFFFFF",
    StayKind.UNKNOWN: "#FFFFFF",
    StayKind.OPEN_GROUP: _MIDDLE,
    StayKind.CRISIS_SHELTER: _HEAVY,
    StayKind.PSYCHIATRIC: _HEAVY,
    StayKind.CLOSED: _HEAVIEST,
    StayKind.CUSTODY: _HEAVIEST,
}
"""Denser for a heavier kind of stay; what is not named here is light."""
_ORDERS = frozenset({FrameKind.OUT_OF_HOME, FrameKind.CLOSED_ORDER})
"""Court orders within a frame; they are drawn white, on the frame they belong to."""
_WITH_GAPS = frozenset({Lane.STAY, Lane.EDUCATION, Lane.DIRECTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneDrawing:
    """A lane that stands on its place.

    Attributes:
        helper: the one line under the title; may be empty.
        drawing: SVG, in the coordinates of the whole picture.
    """

    title: str
    helper: str
    colour: str
    top: float
    height: float
    drawing: str

    @property
    def bottom(self) -> float:
        """Y of the lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What every lane needs to know.

    Attributes:
        field: left and right edge for words; nothing passes the line of today.
    """

    case: Case
    parties: dict[str, Party]
    axis: Axis
    today: date
    field: tuple[float, float]


def colour_of(lane: Lane) -> str:
    """Return the outline of the bars of a lane."""
    return _COLOURS[lane][0]


def is_order(period: Period) -> bool:
    """Tell a court order within a frame from the frame itself."""
    return period.lane is Lane.FRAME and period.kind in _ORDERS


def fill_of(stretch: Stretch) -> str:
    """Return the pale fill of a bar; for a stay it grows denser with the kind."""
    period = stretch.period
    if period.lane is Lane.STAY and period.kind in {kind.value for kind in StayKind}:
        return _STAY_FILLS.get(StayKind(period.kind), _LIGHT)
    if is_order(period):
        return "#FFFFFF"
    return _COLOURS[period.lane][1]


def lane_line(case: Case, lane: Lane, today: date) -> tuple[Stretch, ...]:
    """Return the stretches of a lane in order of time."""
    line = stretches((period for period in case.periods if period.lane is lane), today=today)
    return joined(line)


def lane_gaps(lane: Lane, line: tuple[Stretch, ...], today: date) -> tuple[Gap, ...]:
    """Return the gaps that are drawn in a lane; only the direction is asked for until today."""
    if lane not in _WITH_GAPS:
        return ()
    return gaps(line, until=today.toordinal() if lane is Lane.DIRECTION else None)


def period_lane(scene: Scene, lane: Lane, *, top: float) -> LaneDrawing:
    """Draw one lane of periods with its upper edge on `top`."""
    line = lane_line(scene.case, lane, scene.today)
    found = lane_gaps(lane, line, scene.today)
    frames = [stretch for stretch in line if not is_order(stretch.period)]
    orders = [stretch for stretch in line if is_order(stretch.period)]
    rows = (
        *bar_rows(_bars(scene, frames, found, lane), field=scene.field),
        *bar_rows(_bars(scene, orders, (), lane), field=scene.field),
    )
    below = _helper(lane, line, found)
    colour = colour_of(lane)
    return LaneDrawing(
        title=lane_name(lane.value),
        helper=below,
        colour=colour,
        top=top,
        height=lane_height(rows, least=WITH_HELPER if below else LOW),
        drawing=drawn_bars(rows, top=top, colour=colour, lane=lane.value),
    )


def edges(axis: Axis, stretch: Stretch) -> tuple[float, float, bool | None, bool | None] | None:
    """Return left, right and how hard both ends are; None when outside the view.

    An end that is not known at all gets a short open bar, not a guess.
    """
    left, right = axis.x(stretch.start), axis.x(stretch.end)
    if not stretch.starts:
        left = max(axis.left, right - _STUB)
    if not stretch.ends:
        right = min(axis.right, max(right, left + _STUB))
    if stretch.start > axis.last or (stretch.end < axis.first and right <= axis.left):
        return None
    hard_left = not stretch.soft_start if stretch.start >= axis.first else None
    hard_right = not stretch.soft_end if stretch.end <= axis.last else None
    return left, right, stretch.starts and hard_left, stretch.ends and hard_right


def _bars(scene: Scene, line: Sequence[Stretch], found: Sequence[Gap], lane: Lane) -> list[Bar]:
    bars = [bar for stretch in line if (bar := _bar(scene, stretch))]
    for gap in found:
        if scene.axis.first < gap.end and gap.start < scene.axis.last:
            said = gap_words(lane, gap.months, soft=gap.soft)
            left, right = scene.axis.x(gap.start), scene.axis.x(gap.end)
            bars.append(Bar(key="", left=left, right=right, said=(said,)))
    return sorted(bars, key=lambda bar: (bar.left, -bar.right))


def _bar(scene: Scene, stretch: Stretch) -> Bar | None:
    period = stretch.period
    found = edges(scene.axis, stretch)
    is_gap = period.kind == EducationKind.NONE and period.lane is Lane.EDUCATION
    if found is None:
        return None
    return Bar(
        key=period.key,
        left=found[0],
        right=found[1],
        said=bar_words(period, scene.parties),
        label=period_label(period, scene.parties),
        fill="#FFFFFF" if is_gap else fill_of(stretch),
        hard_left=found[2],
        hard_right=found[3],
        is_dashed=is_gap or (period.lane is Lane.STAY and period.kind == StayKind.UNKNOWN),
    )


def _helper(lane: Lane, line: Sequence[Stretch], found: Sequence[Gap]) -> str:
    if lane is Lane.STAY and line:
        return helper("stays", len(line))
    if lane is Lane.DIRECTION and found:
        return helper("gaps", len(found))
    return ""
