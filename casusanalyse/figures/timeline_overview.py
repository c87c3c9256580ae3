"""The whole line in one strip: stay, frame, direction with its gaps, and every event."""

from collections.abc import Sequence
from datetime import date

from casusanalyse.analysis.packing import spread
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.vocabulary import Lane, StayKind
from casusanalyse.figures import palette
from casusanalyse.figures.lettering import width
from casusanalyse.figures.svg import Picture, item, picture, words
from casusanalyse.figures.timeline_axis import Axis, grid, now_line, whole_axis, year_names
from casusanalyse.figures.timeline_bars import Bar, bracket, outline, target
from casusanalyse.figures.timeline_events import LANE
from casusanalyse.figures.timeline_lanes import (
    colour_of,
    edges,
    fill_of,
    is_order,
    lane_gaps,
    lane_line,
)
from casusanalyse.figures.timeline_marks import Dated, dated_events
from casusanalyse.figures.timeline_reach import line_reach
from casusanalyse.figures.timeline_words import (
    EventLabels,
    bar_words,
    child_name,
    lane_name,
    period_label,
    short_title,
)

NARROW, WIDE = 1322.0, 1640.0
SIZE = 13.6
_LANES = (Lane.STAY, Lane.FRAME, Lane.DIRECTION)
_LEFT = 95.0
_MARGIN = 26.0
_BAR = 15.0
_PITCH = 24.0
_FIRST_LANE = 28.0
_MOMENTS = "moments"
_TICKS = 113.0
_NAMES = 128.0
_NAME_ROW = 24.0
_MOST_NAME_ROWS = 3
_FULL = 0.94
"""A row of names is full when they take this share of the field."""


def overview_picture(case: Case, *, chosen: str, today: date, wide: bool) -> Picture:
    """Draw the strip above step 5; court orders within a frame are left to the large picture.

    Args:
        case: the case; hidden events and periods are not drawn.
        chosen: key of the event that is open.
        today: the line runs until then.
        wide: lay out for a wide screen.
    """
    total = WIDE if wide else NARROW
    dated = dated_events((event for event in case.events if not event.hidden), today)
    axis = _axis(case, dated, today, total)
    named = [one for one in dated if one.event.is_crucial or one.event.key == chosen]
    rows = _name_rows(named, axis)
    height = _NAMES + max(1, len(rows)) * _NAME_ROW
    parts = [
        grid(axis, top=20, bottom=height - 4),
        year_names(axis, baseline=14, size=SIZE, until=axis.right + _MARGIN),
        *(_lane(case, lane, axis, (today, number)) for number, lane in enumerate(_LANES)),
        words(
            text("timeline_picture.happened"),
            x=12,
            y=_TICKS + 5,
            font_size=SIZE,
            font_weight=700,
        ),
        *(_thread(one, axis, chosen) for one in named),
        _ticks(case, dated, axis, chosen),
        *(_names(row, axis, (number, chosen)) for number, row in enumerate(rows)),
        now_line(axis.x(today.toordinal()), top=20, bottom=126),
    ]
    name = child_name(case) or text("timeline_picture.nobody")
    alt = counted("timeline_picture.alt_overview", len(named), name=name)
    return picture(parts, width=total, height=height, alt=alt)


def _axis(case: Case, dated: Sequence[Dated], today: date, total: float) -> Axis:
    first, last = line_reach(case, dated, today)
    days = [one.start for one in dated]
    return whole_axis(days, first=first, last=last, field=(_LEFT, total - _MARGIN))


def _lane(case: Case, lane: Lane, axis: Axis, place: tuple[date, int]) -> str:
    today, number = place
    y = _FIRST_LANE + number * _PITCH
    line = [one for one in lane_line(case, lane, today) if not is_order(one.period)]
    parties = case.parties()
    title = words(lane_name(lane.value), x=12, y=y + 11.5, font_size=SIZE, font_weight=700)
    brackets = [
        bracket(axis.x(gap.start), axis.x(gap.end), y + _BAR)
        for gap in lane_gaps(lane, tuple(line), today)
    ]
    bars = []
    for stretch in line:
        found = edges(axis, stretch)
        if found:
            bar = Bar(
                key=stretch.period.key,
                left=found[0],
                right=max(found[1], found[0] + 4),
                said=bar_words(stretch.period, parties),
                label=period_label(stretch.period, parties),
                fill=fill_of(stretch),
                hard_left=found[2],
                hard_right=found[3],
                is_dashed=stretch.period.kind == StayKind.UNKNOWN,
            )
            shape = outline(bar, y, _BAR, colour_of(lane))
            hit = target(bar.left, bar.right, y + _BAR / 2)
            bars.append(item("periods", bar.key, bar.label, hit, shape, data_lane=lane.value))
    return title + "".join(brackets) + "".join(bars)


def _thread(one: Dated, axis: Axis, chosen: str) -> str:
    x = axis.x(one.start)
    if one.event.key == chosen:
        return (
            f'<path d="M{x:.1f} 22V127" fill="none" stroke="{palette.PRIMARY}"'
            ' stroke-width="2"/>'
        )
    return (
        f'<path d="M{x:.1f} 22V127" fill="none" stroke="{palette.LINE_STRONG}"'
        ' stroke-width="1.2" stroke-dasharray="4 3"/>'
    )


def _ticks(case: Case, dated: Sequence[Dated], axis: Axis, chosen: str) -> str:
    labels = EventLabels(case)
    differing = {view.event for view in case.perspectives}
    drawn = []
    # Moments that matter lie on top and in a lane of their own, so that they can always be hit.
    for one in sorted(dated, key=lambda one: one.event.is_crucial):
        event, x = one.event, axis.x(one.start)
        said = labels.say(event, one.when, is_differing=event.key in differing)
        shape = _tick(x, is_ring=event.is_crucial, is_chosen=event.key == chosen)
        hit, lane = target(x - 4, x + 4, _TICKS), _MOMENTS if event.is_crucial else LANE
        drawn.append(item("events", event.key, said, hit, shape, data_lane=lane))
    return "".join(drawn)


def _tick(x: float, *, is_ring: bool, is_chosen: bool) -> str:
    if not (is_ring or is_chosen):
        return (
            f'<path d="M{x:.1f} {_TICKS - 7:.0f}v14" fill="none" stroke="{palette.LINE_STRONG}"'
            ' stroke-width="1.5"/>'
        )
    colour, fill = (
        (palette.PRIMARY, palette.PRIMARY_SOFT) if is_chosen else (palette.INK, "#fff")
    )
    core = f'<circle cx="{x:.1f}" cy="{_TICKS:.0f}" r="3" fill="{colour}"/>' if is_ring else ""
    return (
        f'<circle cx="{x:.1f}" cy="{_TICKS:.0f}" r="{8 if is_chosen else 6.5}" fill="{fill}"'
        f' stroke="{colour}" stroke-width="2"/>{core}'
    )


def _name_rows(named: Sequence[Dated], axis: Axis) -> list[list[Dated]]:
    """Deal the names over as few rows as they fit on; what does not fit stays a ring."""
    room = (axis.right - axis.left) * _FULL
    for count in range(1, _MOST_NAME_ROWS + 1):
        rows = [list(named[start::count]) for start in range(count)]
        if all(sum(_room(one) for one in row) <= room for row in rows):
            return [row for row in rows if row]
    kept = [one for at, one in enumerate(named) if at % 2 == 0]
    return _name_rows(kept, axis)


def _room(one: Dated) -> float:
    return width(short_title(one.event.title), SIZE, weight=700) + 16


def _names(row: Sequence[Dated], axis: Axis, look: tuple[int, str]) -> str:
    number, chosen = look
    wide = [_room(one) for one in row]
    wanted = [(axis.x(one.start) - room / 2, room) for one, room in zip(row, wide, strict=True)]
    lefts = spread(wanted, field=(axis.left - 8, axis.right + _MARGIN), gap=2)
    top = _NAMES + number * _NAME_ROW
    said = [
        _name(one, (left, room), top, is_chosen=one.event.key == chosen)
        for one, left, room in zip(row, lefts, wide, strict=True)
    ]
    return f'<g font-size="{SIZE}" text-anchor="middle">{"".join(said)}</g>'


def _name(one: Dated, place: tuple[float, float], top: float, *, is_chosen: bool) -> str:
    left, room = place
    title, middle, baseline = short_title(one.event.title), left + room / 2, top + 15.8
    if not is_chosen:
        return words(title, x=middle, y=baseline)
    plate = (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{room:.1f}" height="22" rx="6"'
        f' fill="{palette.PRIMARY}"/>'
    )
    return plate + words(title, x=middle, y=baseline, font_weight=700, fill="#fff")
