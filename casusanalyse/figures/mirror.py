"""The mirror on one axis: the family above the waterline, us below it, organisations last.

Every dynamic is a word on its day. The rows of family and professionals grow away from the
waterline, so that each is the reflection of the other.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from casusanalyse.analysis.mirror import (
    COUNTERPARTS,
    Side,
    Sight,
    mirror_sides,
    sights,
    visible_mirrors,
)
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.vocabulary import Dynamic
from casusanalyse.figures import palette
from casusanalyse.figures.mirror_rows import Row, drawn_row, places, row_of
from casusanalyse.figures.mirror_words import SightWords
from casusanalyse.figures.svg import Picture, picture, tag, words
from casusanalyse.figures.timeline_axis import Axis, grid, now_line, whole_axis, year_names
from casusanalyse.figures.timeline_marks import Dated, dated_events
from casusanalyse.figures.timeline_reach import line_reach

NARROW, WIDE = 1322.0, 1640.0
_LEFT, _MARGIN = 128.0, 26.0
_TOP = 24.0
_WATER = 28.0
"""Between two rows, where the ties cross the waterline."""
_NAME = 13.6
_HALF_MARK = 6.0
_COLOURS = {
    Side.FAMILY: palette.FAMILY,
    Side.TEAM: palette.DIRECTION,
    Side.ORGANISATION: palette.HELP,
}


def mirror_picture(case: Case, *, lit: Dynamic | None, today: date, wide: bool) -> Picture:
    """Draw the three rows with what is tied.

    Args:
        case: the case; hidden events are not drawn, and neither are undated ones.
        lit: the dynamic that is looked at stands out on every side.
        today: the line runs until then.
        wide: lay out for a wide screen.
    """
    total = WIDE if wide else NARROW
    said = SightWords(case)
    dated = dated_events((event for event in case.events if not event.hidden), today)
    axis = _axis(case, dated, today, total)
    rows = _rows(case, dated, said, axis)
    bottom = rows[-1].edge + rows[-1].height
    seen = [one for row in rows for one in row.sights]
    shining = {one for one in seen if lit and one.dynamic is lit}
    tied = {one for mirror in visible_mirrors(case) for one in mirror_sides(mirror) if one}
    parts = [
        _ground(rows, total),
        grid(axis, top=_TOP - 4, bottom=bottom),
        year_names(axis, baseline=14, size=_NAME, until=axis.right + _MARGIN),
        now_line(axis.x(today.toordinal()), top=_TOP - 4, bottom=bottom),
        *(_title(row, side) for row, side in zip(rows, Side, strict=True)),
        _ties(case, rows),
        *(drawn_row(row, said, lit=shining, tied=tied) for row in rows),
    ]
    return picture(parts, width=total, height=bottom + 1, alt=_alt(case, rows))


def _axis(case: Case, dated: Sequence[Dated], today: date, total: float) -> Axis:
    first, last = line_reach(case, dated, today)
    days = [one.start for one in dated]
    return whole_axis(days, first=first, last=last, field=(_LEFT, total - _MARGIN))


def _rows(
    case: Case, dated: Sequence[Dated], said: SightWords, axis: Axis
) -> tuple[Row, Row, Row]:
    """Place the rows below each other; the first stands on the waterline, the others hang."""
    known = {one.event.key: one for one in dated}
    seen = [one for one in sights(case) if one.event in known]
    above, team, beyond = (
        row_of(
            [(one, known[one.event]) for one in seen if one.side is side],
            said,
            axis,
            grows=-1 if side is Side.FAMILY else 1,
        )
        for side in Side
    )
    water = _TOP + above.height
    lower = water + _WATER + team.height + _WATER
    return (
        above._replace(edge=water),
        team._replace(edge=water + _WATER),
        beyond._replace(edge=lower),
    )


def _ground(rows: Sequence[Row], total: float) -> str:
    """Return paper behind it all, and the dashed lines the sides are mirrored in."""
    bottom = rows[-1].edge + rows[-1].height
    paper = tag("rect", x=0, y=0, width=total, height=bottom + 1, fill=palette.SURFACE)
    lines = (_top(below) - _WATER / 2 for _, below in pairwise(rows))
    water = "".join(
        f'<path d="M12 {y:.1f}H{total - 12:.0f}" fill="none" stroke="{palette.LINE_STRONG}"'
        ' stroke-width="1.4" stroke-dasharray="9 6"/>'
        for y in lines
    )
    return paper + water


def _top(row: Row) -> float:
    return row.edge if row.grows > 0 else row.edge - row.height


def _title(row: Row, side: Side) -> str:
    """Return the name of a side in the left margin, on two lines when it has two parts."""
    first, _, rest = text(f"mirror.{side}").partition(" ")
    lines = [first, rest] if side is not Side.FAMILY else [f"{first} {rest}"]
    middle = _top(row) + row.height / 2 - (len(lines) - 1) * 9
    bar = tag("rect", x=0, y=_top(row), width=5, height=row.height, fill=_COLOURS[side], rx=2)
    return bar + "".join(
        words(line, x=14, y=middle + 5 + at * 18, font_size=_NAME, font_weight=700)
        for at, line in enumerate(lines)
    )


def _ties(case: Case, rows: Sequence[Row]) -> str:
    found = places(rows)
    return "".join(
        _tie(found[one], found[other], carries=mirror.family in COUNTERPARTS)
        for mirror in visible_mirrors(case)
        for one, other in pairwise(_ends(mirror_sides(mirror)))
        if one in found and other in found
    )


def _ends(sides: Sequence[Sight | None]) -> list[Sight]:
    return [one for one in sides if one]


def _tie(one: tuple[float, float], other: tuple[float, float], *, carries: bool) -> str:
    """Return a tie: one thick line, or a double one for what carries."""
    (x, y), (to_x, to_y) = one, other
    middle = (y + to_y) / 2
    path = (
        f"M{x:.1f} {y:.1f}C{x:.1f} {middle:.1f} {to_x:.1f} {middle:.1f} {to_x:.1f} {to_y:.1f}"
    )
    if not carries:
        return f'<path d="{path}" fill="none" stroke="{palette.INK}" stroke-width="2.5"/>'
    outer = f'<path d="{path}" fill="none" stroke="{palette.PRIMARY}" stroke-width="5"/>'
    return outer + f'<path d="{path}" fill="none" stroke="#fff" stroke-width="2"/>'


def _alt(case: Case, rows: Sequence[Row]) -> str:
    numbers = {side.value: len(row.sights) for row, side in zip(rows, Side, strict=True)}
    return text("mirror.alt", **numbers, ties=len(visible_mirrors(case)))
