"""On the beamer: opposite each other or beside each other, as dots without a name (step 2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casusanalyse.content.text import page, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.participant import POSITIONS
from casusanalyse.domain.sitting import Scene
from casusanalyse.figures.beamer_frame import (
    CONTENT,
    QUIET,
    STEP_MARGIN,
    WIDTH,
    Letters,
    step_sheet,
    written,
)
from casusanalyse.figures.palette import INK, LINE_STRONG, PRIMARY
from casusanalyse.figures.svg import Picture, tag

_LEFT, _RIGHT = 420.0, WIDTH - 236.0
_ALONE, _ABOVE, _BELOW = 690.0, 560.0, 800.0
_ROW = 5
_APART = 54.0
_RADIUS = 20.0
_TICK = 14.0
_HEADING = Letters(size=64, weight=700)
_ENDS = Letters(size=40, weight=700)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Where a group stood at one moment.

    Attributes:
        when: the moment in words.
        places: one per person, 0 (opposite) to 4 (beside); in any order.
        is_open: drawn as rings, to tell the beginning from the end.
    """

    when: str
    places: tuple[int, ...]
    is_open: bool = False


def spreads_of(case: Case) -> tuple[Spread, ...]:
    """Return where the group stood at the beginning and, when anybody said so, stands now."""
    start = tuple(one.position for one in case.participants if one.position is not None)
    end = tuple(
        one.position_after for one in case.participants if one.position_after is not None
    )
    first = Spread(when=text("beamer.positions_start"), places=start, is_open=bool(end))
    last = Spread(when=text("beamer.positions_end"), places=end)
    return (first, last) if end else (first,)


def positions_scene(case: Case, scene: Scene, _today: date) -> Picture:
    """Draw the line of step 2 as it stands in the case."""
    return positions_sheet(scene.step, spreads_of(case))


def positions_sheet(step: int, spreads: Sequence[Spread]) -> Picture:
    """Draw one or two spreads below each other.

    Args:
        step: 1 to 5.
        spreads: the beginning, and perhaps the end.
    """
    floors = (_ALONE,) if len(spreads) == 1 else (_ABOVE, _BELOW)
    question = text("beamer.positions")
    lines = (
        _drawn(one, floor, named=len(spreads) > 1)
        for one, floor in zip(spreads, floors, strict=True)
    )
    parts = (
        written([question], (STEP_MARGIN, 300.0), _HEADING),
        *lines,
        _ends(floors[-1]),
    )
    places = " ".join(filter(None, map(_said, spreads)))
    alt = text("beamer.alt_positions", question=question, places=places)
    return step_sheet(step, parts, alt=alt, top=130.0)


def _drawn(spread: Spread, floor: float, *, named: bool) -> str:
    line = {"stroke": LINE_STRONG, "stroke_width": 4, "stroke_linecap": "round"}
    parts = [tag("path", d=f"M{_LEFT} {floor}H{_RIGHT}", **line)]
    parts += [
        tag("path", d=f"M{_x(place):.1f} {floor - _TICK}v{2 * _TICK}", **line)
        for place in POSITIONS
    ]
    if named:
        parts.append(written([spread.when], (STEP_MARGIN, floor + 12), QUIET))
    return "".join(parts) + "".join(_stack(spread, place, floor) for place in POSITIONS)


def _stack(spread: Spread, place: int, floor: float) -> str:
    """Return the dots of one place: rows of five, each row in the middle of its place."""
    count = spread.places.count(place)
    rows = [min(_ROW, count - begun) for begun in range(0, count, _ROW)]
    return "".join(
        _dot(_x(place) + (at - (many - 1) / 2) * _APART, floor - 52 - row * _APART, spread)
        for row, many in enumerate(rows)
        for at in range(many)
    )


def _dot(x: float, y: float, spread: Spread) -> str:
    if spread.is_open:
        ring = {"fill": "none", "stroke": INK, "stroke_width": 4}
        return tag("circle", cx=x, cy=y, r=_RADIUS - 2, **ring)
    return tag("circle", cx=x, cy=y, r=_RADIUS, fill=PRIMARY)


def _ends(floor: float) -> str:
    stops = _stops()
    low = written([stops[0]], (_LEFT, floor + 72), _ENDS, anchor="middle")
    middle = written([stops[2]], (_x(2), floor + 72), CONTENT, anchor="middle")
    return low + middle + written([stops[-1]], (_RIGHT, floor + 72), _ENDS, anchor="middle")


def _x(place: int) -> float:
    return _LEFT + place * (_RIGHT - _LEFT) / (len(POSITIONS) - 1)


def _said(spread: Spread) -> str:
    if not spread.places:
        return ""
    low, high = (_stops()[end] for end in (min(spread.places), max(spread.places)))
    facts = {"when": spread.when, "low": low, "high": high}
    return text(
        "beamer.alt_positions_one" if low == high else "beamer.alt_positions_spread", **facts
    )


def _stops() -> list[str]:
    stops: list[str] = page("scale")["position"]
    return stops
