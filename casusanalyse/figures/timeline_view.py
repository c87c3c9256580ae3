"""What the chair wants to see of the line: which events, which years, on which scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from casusanalyse.analysis.packing import Spot
from casusanalyse.domain.timeline import Event
from casusanalyse.figures.timeline_axis import YEARS_IN_VIEW, Axis, whole_axis, years_axis
from casusanalyse.figures.timeline_marks import Dated

NARROW, WIDE = 964.0, 1190.0
MARGIN = 15.0
_FIELD_LEFT = 146.0


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What the chair wants to see.

    Attributes:
        mode: the whole line, or four years of it on a straight scale.
        first_year: first of the four years; None for the last four.
        wide: lay out for a wide screen (1190 units instead of 964).
        chosen: key of the event that is open; four years then begin around it.
        day: the day of the network when that is another one; a thin line.
        kinds: values of `EventKind` to draw; empty for all.
        lanes_off: lanes left out: values of `Lane`, `events` or `professionals`.
        settled: `TimelineDrawing.spots` of the drawing before; a new event then takes the first
            free row and nothing else moves. Leave empty on a change of view or width.
    """

    mode: Literal["whole", "years"] = "whole"
    first_year: int | None = None
    wide: bool = False
    chosen: str = ""
    day: date | None = None
    kinds: frozenset[str] = frozenset()
    lanes_off: frozenset[str] = frozenset()
    settled: Mapping[str, Spot] = field(default_factory=dict)

    @property
    def width(self) -> float:
        """Width of the picture, in its units."""
        return WIDE if self.wide else NARROW

    def wants(self, event: Event) -> bool:
        """Tell whether an event is drawn when it lies in view."""
        return not event.hidden and (not self.kinds or event.kind.value in self.kinds)


def years_of(first: int, last: int) -> tuple[int, ...]:
    """Return the years that four years in view can start with.

    Args:
        first: first day of the line (`date.toordinal()`).
        last: last day of it.
    """
    begin, end = date.fromordinal(first).year, date.fromordinal(last).year
    return tuple(range(begin, max(begin, end - YEARS_IN_VIEW + 1) + 1))


def first_year_of(view: View, years: tuple[int, ...], dated: Sequence[Dated]) -> int:
    """Return the first year in view: as asked, else around the open event, else the last.

    Args:
        view: as the chair wants it.
        years: those it can be.
        dated: the events that are drawn.
    """
    chosen = next((one for one in dated if one.event.key == view.chosen), None)
    wish = view.first_year
    if wish is None and chosen:
        wish = date.fromordinal(chosen.start).year - 1
    return min(max(years[-1] if wish is None else wish, years[0]), years[-1])


def axis_of(
    view: View, dated: Sequence[Dated], reach: tuple[int, int], first_year: int
) -> Axis:
    """Return the scale: four straight years, or the whole line.

    Args:
        view: as the chair wants it.
        dated: the events that are drawn.
        reach: first and last day of the whole line (`date.toordinal()`).
        first_year: as `first_year_of` gives it.
    """
    room = (_FIELD_LEFT, view.width - MARGIN)
    if view.mode == "years":
        return years_axis(first_year, field=room)
    days = [one.start for one in dated]
    return whole_axis(days, first=reach[0], last=reach[1], field=room)
