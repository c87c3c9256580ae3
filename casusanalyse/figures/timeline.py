"""The picture of the line: what happened, and who was there, in lanes below each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from casusanalyse.analysis.packing import Spot
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import in_order
from casusanalyse.domain.vocabulary import Lane
from casusanalyse.figures import palette
from casusanalyse.figures.svg import Picture, picture, words
from casusanalyse.figures.timeline_axis import (
    Axis,
    day_line,
    grid,
    month_names,
    now_line,
    year_names,
)
from casusanalyse.figures.timeline_events import LANE, Layout, drawn_events, layout, names_of
from casusanalyse.figures.timeline_help import (
    PROFESSIONALS,
    help_lane,
    help_rows,
    named_lane,
    thin_lane,
)
from casusanalyse.figures.timeline_lanes import LaneDrawing, Scene, period_lane
from casusanalyse.figures.timeline_marks import dated_events
from casusanalyse.figures.timeline_reach import line_reach
from casusanalyse.figures.timeline_view import (
    MARGIN,
    View,
    axis_of,
    first_year_of,
    years_of,
)
from casusanalyse.figures.timeline_words import child_name, helper, lane_name, own_half

_TOP = 22.0
_HALF = 22.0
_OWN = (Lane.FAMILY.value, Lane.STAY.value, Lane.EDUCATION.value, LANE)
_OURS = (Lane.FRAME.value, Lane.DIRECTION.value, Lane.INVOLVEMENT.value, PROFESSIONALS)
_ALWAYS = frozenset({Lane.STAY.value, LANE, Lane.FRAME.value, Lane.DIRECTION.value})
"""Lanes that stand there empty too: they show what can be filled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineDrawing:
    """The picture with what it does not show.

    Attributes:
        hidden: dated events not drawn: hidden by the chair, filtered out or out of view.
        outside: those of them that only lie outside the four years in view.
        undated: keys of the events without a date in order of rank, then of such periods.
        nameless: events drawn as a mark without their name, for lack of room.
        years: first years that four years can start with.
        first_year: first year in view.
        spots: row and side per event key, to pass on as `View.settled`.
    """

    picture: Picture
    hidden: int
    outside: int
    undated: tuple[str, ...]
    nameless: int
    years: tuple[int, ...]
    first_year: int
    spots: dict[str, Spot]


def timeline_picture(case: Case, view: View, *, today: date) -> TimelineDrawing:
    """Draw the line of a case."""
    dated = dated_events(case.events, today)
    wanted = [one for one in dated if view.wants(one.event)]
    first, last = line_reach(case, dated, today)
    years = years_of(first, last)
    first_year = first_year_of(view, years, wanted)
    axis = axis_of(view, wanted, (first, last), first_year)
    seen = [one for one in wanted if one.first <= axis.last and one.last >= axis.first]
    scene = _scene(case, axis, last, today)
    names = names_of(case, seen, axis, scene.field)
    laid = layout(names, is_whole=view.mode == "whole", settled=view.settled)
    return TimelineDrawing(
        picture=_drawn(scene, view, laid),
        hidden=len(dated) - len(seen),
        outside=len(wanted) - len(seen),
        undated=_undated(case),
        nameless=laid.nameless,
        years=years,
        first_year=first_year,
        spots=laid.spots(),
    )


def _undated(case: Case) -> tuple[str, ...]:
    events = (event.key for event in in_order(case.events) if not event.when)
    return (*events, *(period.key for period in case.periods if not period.when))


def _scene(case: Case, axis: Axis, last: int, today: date) -> Scene:
    edge = axis.x(min(axis.last, max(last, today.toordinal())))
    return Scene(
        case=case,
        parties=case.parties(),
        axis=axis,
        today=today,
        field=(axis.left - 8, edge - 2),
    )


def _drawn(scene: Scene, view: View, laid: Layout) -> Picture:
    own, height = _stacked(scene, view, laid, (_OWN, _TOP))
    ours, bottom = _stacked(scene, view, laid, (_OURS, height + _HALF))
    lanes = own + ours
    parts = [
        *(_background(lane, view.width) for lane in lanes),
        _half_line(height, view.width) if ours else "",
        grid(scene.axis, top=_TOP - 2, bottom=bottom),
        _axis_names(scene, view),
        day_line(scene.axis, view.day, top=_TOP - 2, bottom=bottom),
        _hairline(bottom),
        _now(scene, bottom),
        *(_heading(lane) for lane in lanes),
        *(lane.drawing for lane in lanes),
        _border(view.width, bottom),
    ]
    return picture(parts, width=view.width, height=bottom + 1, alt=_alt(scene, laid))


def _stacked(
    scene: Scene, view: View, laid: Layout, half: tuple[Sequence[str], float]
) -> tuple[list[LaneDrawing], float]:
    names, top = half
    drawings: list[LaneDrawing] = []
    for name in names:
        if name in view.lanes_off or not _has_content(scene, name):
            continue
        drawing = _lane(scene, view, laid, (name, top))
        drawings.append(drawing)
        top = drawing.bottom
    return drawings, top


def _has_content(scene: Scene, name: str) -> bool:
    if name in _ALWAYS:
        return True
    lane = Lane.INVOLVEMENT if name == PROFESSIONALS else Lane(name)
    return any(period.lane is lane and period.when for period in scene.case.periods)


def _lane(scene: Scene, view: View, laid: Layout, place: tuple[str, float]) -> LaneDrawing:
    name, top = place
    if name == LANE:
        return _events_lane(scene, laid, top)
    if name == Lane.INVOLVEMENT:
        return help_lane(scene, help_rows(scene), top=top)
    if name == PROFESSIONALS:
        draw: Callable[..., LaneDrawing] = thin_lane if view.mode == "whole" else named_lane
        return draw(scene, help_rows(scene), top=top)
    return period_lane(scene, Lane(name), top=top)


def _events_lane(scene: Scene, laid: Layout, top: float) -> LaneDrawing:
    return LaneDrawing(
        title=lane_name(LANE),
        helper=helper("on_the_line", len(laid.names)),
        colour=palette.INK,
        top=top,
        height=laid.height,
        drawing=drawn_events(scene.case, laid, top=top),
    )


def _background(lane: LaneDrawing, total: float) -> str:
    return (
        f'<rect x="0" y="{lane.top:.1f}" width="{total:.0f}" height="{lane.height:.1f}"'
        f' fill="{palette.SURFACE}"/>'
        f'<rect x="0" y="{lane.top:.1f}" width="5" height="{lane.height:.1f}"'
        f' fill="{lane.colour}"/>'
        f'<path d="M0 {lane.bottom:.1f}H{total:.0f}" stroke="{palette.LINE}" fill="none"/>'
    )


def _half_line(y: float, total: float) -> str:
    return (
        f'<rect x="0" y="{y:.1f}" width="{total:.0f}" height="{_HALF:.0f}"'
        f' fill="{palette.SUNK}"/>'
        f'<path d="M0 {y + 0.5:.1f}H{total:.0f}" stroke="{palette.LINE_STRONG}"'
        ' stroke-width="1.5" fill="none"/>'
        + words(text("timeline_picture.our_half"), x=14, y=y + 15.5, font_size=13)
    )


def _border(total: float, bottom: float) -> str:
    return (
        f'<rect x="0.5" y="{_TOP - 1.5:.1f}" width="{total - 1:.0f}"'
        f' height="{bottom - _TOP + 2:.1f}" fill="none" stroke="{palette.LINE}"/>'
    )


def _heading(lane: LaneDrawing) -> str:
    title = words(lane.title, x=14, y=lane.top + 17, font_size=13.5, font_weight=700)
    if not lane.helper:
        return title
    return title + words(lane.helper, x=14, y=lane.top + 34, font_size=13)


def _axis_names(scene: Scene, view: View) -> str:
    own = words(own_half(scene.case), x=14, y=14, font_size=13)
    now = scene.axis.x(scene.today.toordinal())
    until = now - 11 if _shows_now(scene) else scene.axis.right + MARGIN
    months = month_names(scene.axis, baseline=14, until=until) if view.mode == "years" else ""
    return own + year_names(scene.axis, baseline=14, size=13, until=until) + months


def _shows_now(scene: Scene) -> bool:
    return scene.axis.first <= scene.today.toordinal() <= scene.axis.last


def _now(scene: Scene, bottom: float) -> str:
    if not _shows_now(scene):
        return ""
    x = scene.axis.x(scene.today.toordinal())
    said = words(text("timeline_picture.now"), x=x, y=14, font_size=13, text_anchor="middle")
    return now_line(x, top=_TOP - 2, bottom=bottom) + said


def _hairline(bottom: float) -> str:
    """The line through all lanes; the screen moves it to the day of the open event."""
    return (
        f'<path class="hairline" d="M0 {_TOP - 2:.0f}V{bottom:.0f}" fill="none"'
        f' stroke="{palette.PRIMARY}" stroke-width="1.6" stroke-dasharray="5 4"'
        ' visibility="hidden"/>'
    )


def _alt(scene: Scene, laid: Layout) -> str:
    return counted(
        "timeline_picture.alt",
        len(laid.names),
        name=child_name(scene.case) or text("timeline_picture.nobody"),
        first=date.fromordinal(scene.axis.first).year,
        last=date.fromordinal(scene.axis.last).year,
    )
