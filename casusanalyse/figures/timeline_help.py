"""The lanes of help: one row per organisation, and its professionals in thin bars."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from casusanalyse.analysis.stretch import Stretch, stretches
from casusanalyse.content.text import text
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import Lane
from casusanalyse.figures.lettering import shortened, width
from casusanalyse.figures.palette import HELP
from casusanalyse.figures.svg import item, words
from casusanalyse.figures.timeline_axis import GRID
from casusanalyse.figures.timeline_bars import Bar, outline, target
from casusanalyse.figures.timeline_lanes import LaneDrawing, Scene, edges
from casusanalyse.figures.timeline_words import (
    bar_words,
    helper,
    lane_name,
    period_label,
)

PROFESSIONALS = "professionals"
_FILL = "#E4E7EA"
_TITLE = 28.0
_ROW = 19.0
_THIN_ROW = 17.0
_NAMED_ROW = 22.0
_NAME_ROOM = 128.0
_PAUSE = 6.0
_BESIDE, _OTHERS, _NETWORK = "organisation", "others", "network"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRow:
    """One organisation, or the own network, with everything it was involved in.

    Attributes:
        line: the involvements in order of time.
        people: those of the line that are about one professional.
    """

    name: str
    line: tuple[Stretch, ...]
    people: tuple[Stretch, ...]


def help_rows(scene: Scene) -> tuple[HelpRow, ...]:
    """Return the rows in order of who came first; those outside the view are left out."""
    groups: dict[str, list[Period]] = {}
    for period in scene.case.periods:
        if period.lane is Lane.INVOLVEMENT:
            groups.setdefault(_group(scene, period), []).append(period)
    rows = [_row(scene, group, periods) for group, periods in groups.items()]
    seen = [row for row in rows if row.line]
    return tuple(sorted(seen, key=lambda row: (row.line[0].start, row.name)))


def help_lane(scene: Scene, rows: Sequence[HelpRow], *, top: float) -> LaneDrawing:
    """Draw one row per organisation; a pause is a dotted thread."""
    parts = []
    for number, row in enumerate(rows):
        y = top + _TITLE + number * _ROW
        parts.append(_row_name(row.name, y + 12.5, y, is_first=number == 0, scene=scene))
        parts.append(_organisation(scene, row, y + 2))
    return _lane(Lane.INVOLVEMENT.value, "", (top, _TITLE + len(rows) * _ROW + 4), parts)


def thin_lane(scene: Scene, rows: Sequence[HelpRow], *, top: float) -> LaneDrawing:
    """Draw the professionals as one thin row per organisation."""
    parts = []
    staffed = [row for row in rows if row.people]
    for number, row in enumerate(staffed):
        y = top + WITH_PEOPLE + number * _THIN_ROW
        parts.append(_row_name(row.name, y + 12, y, is_first=number == 0, scene=scene))
        parts += [_thin(scene, stretch, y + 4) for stretch in row.people]
    below = helper("people", _count(staffed)) if staffed else ""
    return _lane(PROFESSIONALS, below, (top, WITH_PEOPLE + len(staffed) * _THIN_ROW + 4), parts)


def named_lane(scene: Scene, rows: Sequence[HelpRow], *, top: float) -> LaneDrawing:
    """Draw the professionals as bars with their names where these fit."""
    parts, y = [], top + WITH_PEOPLE
    staffed = [row for row in rows if row.people]
    for number, row in enumerate(staffed):
        parts.append(_row_name(row.name, y + 14, y, is_first=number == 0, scene=scene))
        levels = _levels(scene, row.people)
        for level, bars in enumerate(levels):
            parts += [_named(bar, y + 2 + level * _NAMED_ROW) for bar in bars]
        y += len(levels) * _NAMED_ROW
    below = helper("people", _count(staffed)) if staffed else ""
    return _lane(PROFESSIONALS, below, (top, y - top + 4), parts)


WITH_PEOPLE = 42.0
"""Room for the title and the helper line above the first row."""


def _group(scene: Scene, period: Period) -> str:
    party = scene.parties.get(period.party)
    if isinstance(party, Organisation):
        return party.key
    if isinstance(party, Professional) and party.organisation in scene.parties:
        return party.organisation
    return _NETWORK if isinstance(party, Person) else _OTHERS


def _row(scene: Scene, group: str, periods: Iterable[Period]) -> HelpRow:
    line = tuple(
        stretch
        for stretch in stretches(periods, today=scene.today)
        if edges(scene.axis, stretch)
    )
    named = {_NETWORK: "own_network", _OTHERS: "no_organisation"}
    party = scene.parties.get(group)
    name = (
        party.name if party else text(f"timeline_picture.{named.get(group, 'no_organisation')}")
    )
    people = (s for s in line if isinstance(scene.parties.get(s.period.party), Professional))
    return HelpRow(name=name, line=line, people=tuple(people))


def _count(rows: Iterable[HelpRow]) -> int:
    return len({stretch.period.party for row in rows for stretch in row.people})


def _lane(
    lane: str, below: str, place: tuple[float, float], parts: Sequence[str]
) -> LaneDrawing:
    return LaneDrawing(
        title=lane_name(lane),
        helper=below,
        colour=HELP,
        top=place[0],
        height=place[1],
        drawing=f'<g font-size="13">{"".join(parts)}</g>',
    )


def _row_name(name: str, baseline: float, top: float, *, is_first: bool, scene: Scene) -> str:
    said = words(shortened(name, _NAME_ROOM, 13), x=14, y=baseline)
    if is_first:
        return said
    right = scene.axis.right
    return f'{said}<path d="M136 {top - 2.5:.1f}H{right:.1f}" stroke="{GRID}" fill="none"/>'


def _organisation(scene: Scene, row: HelpRow, y: float) -> str:
    bars = _merged([_bar(scene, stretch) for stretch in row.line])
    threads = "".join(
        f"M{one.right + 2:.1f} {y + 5.5:.1f}H{other.left - 2:.1f}"
        for one, other in pairwise(bars)
        if other.left - one.right > _PAUSE
    )
    thread = (
        f'<path d="{threads}" fill="none" stroke="{HELP}" stroke-width="1.3"'
        ' stroke-dasharray="1 4"/>'
    )
    drawn = (
        item(
            "periods",
            bar.key,
            f"{row.name}, {bar.label}",
            target(bar.left, bar.right, y + 5.5),
            outline(bar, y, 11, HELP),
            data_lane=Lane.INVOLVEMENT.value,
        )
        for bar in bars
    )
    return (thread if threads else "") + "".join(drawn)


def _thin(scene: Scene, stretch: Stretch, y: float) -> str:
    bar = _bar(scene, stretch)
    return item(
        "periods",
        bar.key,
        bar.label,
        target(bar.left, bar.right, y + 3.5),
        f'<g fill-opacity=".6">{outline(bar, y, 7, HELP)}</g>',
        data_lane=PROFESSIONALS,
    )


def _named(bar: Bar, y: float) -> str:
    room = bar.right - bar.left - 8
    said = next((name for name in bar.said if width(name, 13) <= room), "")
    return item(
        "periods",
        bar.key,
        bar.label,
        target(bar.left, bar.right, y + 9),
        outline(bar, y, 18, HELP),
        words(said, x=bar.left + 5, y=y + 13.5) if said else "",
        data_lane=PROFESSIONALS,
    )


def _levels(scene: Scene, people: Iterable[Stretch]) -> list[list[Bar]]:
    levels: list[list[Bar]] = []
    for stretch in people:
        bar = _bar(scene, stretch)
        level = next((level for level in levels if bar.left >= level[-1].right - 1), None)
        if level is None:
            levels.append([bar])
        else:
            level.append(bar)
    return levels


def _bar(scene: Scene, stretch: Stretch) -> Bar:
    left, right, hard_left, hard_right = edges(scene.axis, stretch) or (0.0, 0.0, None, None)
    period = stretch.period
    party = scene.parties.get(period.party)
    name = (
        (party.name,) if isinstance(party, Professional) else bar_words(period, scene.parties)
    )
    return Bar(
        key=period.key,
        left=left,
        right=max(right, left + 5),
        said=name,
        label=period_label(period, scene.parties),
        fill=_FILL,
        hard_left=hard_left,
        hard_right=hard_right,
    )


def _merged(bars: Sequence[Bar]) -> list[Bar]:
    """Join what touches: on this row it only matters that somebody of them was there."""
    merged: list[Bar] = []
    for bar in bars:
        if not merged or bar.left > merged[-1].right + 1:
            merged.append(bar)
        elif bar.right > merged[-1].right:
            last = merged[-1]
            merged[-1] = Bar(
                key=last.key,
                left=last.left,
                right=bar.right,
                said=last.said,
                label=last.label,
                fill=_FILL,
                hard_left=last.hard_left,
                hard_right=bar.hard_right,
            )
    return merged
