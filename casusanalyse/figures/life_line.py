"""The step line of the report: where the child lived, heavier places lower and thicker."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from casusanalyse.analysis.stretch import Stretch, joined, stretches
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case, Party
from casusanalyse.domain.vocabulary import WEIGHTLESS, Lane, StayKind
from casusanalyse.figures.lettering import width
from casusanalyse.figures.life_line_names import (
    LEFT,
    PITCH,
    RIGHT,
    SIZE,
    TOP,
    WIDTH,
    Step,
    drawn_names,
)
from casusanalyse.figures.palette import INK_SOFT, LINE_STRONG, STAY
from casusanalyse.figures.svg import Picture, picture, words
from casusanalyse.figures.timeline_words import child_name, short_kind, short_title

_AXIS = 62.0
_SHORTEST = 12.0
_TICK_ROOM = 110.0
_DAYS_PER_YEAR = 365.25


def life_line_picture(case: Case, *, today: date) -> Picture:
    """Draw the places where the child lived, with home on top and ages below."""
    periods = [period for period in case.periods if period.lane is Lane.STAY]
    line = joined(stretches(periods, today=today))
    first, last = _reach(case, line, today)
    scale = _Scale(first=first, last=last)
    steps = _steps(line, scale, case.parties())
    bottom = TOP + max((step.level for step in steps), default=0) * PITCH + 48
    parts = [*_home_line(steps), *_risers(steps), *map(_segment, steps), drawn_names(steps)]
    axis = _axis(case, scale, bottom)
    return picture([*parts, *axis], width=WIDTH, height=bottom + _AXIS, alt=_alt(case, steps))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    first: int
    last: int

    def x(self, day: int) -> float:
        share = (day - self.first) / (self.last - self.first)
        return LEFT + min(max(share, 0), 1) * (RIGHT - LEFT)


def _reach(case: Case, line: Sequence[Stretch], today: date) -> tuple[int, int]:
    birth = case.child.birth if case.child else None
    first = [birth.middle.toordinal()] if birth else [stretch.start for stretch in line]
    last = max([today.toordinal(), *(stretch.end for stretch in line)])
    return min([*first, last - 366]), last


def _steps(
    line: Iterable[Stretch], scale: _Scale, parties: dict[str, Party]
) -> tuple[Step, ...]:
    stays = list(line)
    levels = _levels(stays)
    steps: list[Step] = []
    for stretch in stays:
        kind = _kind(stretch)
        level = levels[kind] if kind in levels else (steps[-1].level if steps else 0)
        left = scale.x(stretch.start)
        steps.append(
            Step(
                left=left,
                right=min(RIGHT, max(scale.x(stretch.end), left + _SHORTEST)),
                level=level,
                said=_said(stretch, parties),
                is_known=_is_known(stretch),
            )
        )
    return tuple(steps)


def _levels(line: Iterable[Stretch]) -> dict[StayKind, int]:
    """Return the level of every kind in this case; the unknown has none and stays level."""
    order = [*(kind for kind in StayKind if kind not in WEIGHTLESS)]
    order.insert(1, StayKind.SUPERVISED_LIVING)
    used = {_kind(stretch) for stretch in line} | {StayKind.HOME}
    return {kind: level for level, kind in enumerate(kind for kind in order if kind in used)}


def _kind(stretch: Stretch) -> StayKind:
    known = {kind.value for kind in StayKind}
    return StayKind(stretch.period.kind) if stretch.period.kind in known else StayKind.UNKNOWN


def _is_known(stretch: Stretch) -> bool:
    is_doubted = stretch.period.when is not None and any(
        moment.doubt
        for moment in (stretch.period.when.since, stretch.period.when.until)
        if moment
    )
    return _kind(stretch) is not StayKind.UNKNOWN and stretch.starts and not is_doubted


def _said(stretch: Stretch, parties: dict[str, Party]) -> str:
    party = parties.get(stretch.period.party)
    name = short_title(stretch.period.title or (party.name if party else ""))
    if not name:
        return short_kind(stretch.period) or text("timeline_picture.no_kind")
    return name if _is_known(stretch) else text("timeline_picture.not_sure", place=name)


def _home_line(steps: Sequence[Step]) -> list[str]:
    """Return the dotted line of home, from the first step away until the end."""
    away = [step.left for step in steps if step.level > 0]
    if not away:
        return []
    return [
        f'<path d="M{away[0]:.1f} {TOP:.0f}H{RIGHT:.0f}" fill="none" stroke="{STAY}"'
        ' stroke-width="2" stroke-dasharray="1 8" stroke-linecap="round"/>'
    ]


def _risers(steps: Sequence[Step]) -> list[str]:
    return [_riser(before, after) for before, after in pairwise(steps) if before.y != after.y]


def _riser(before: Step, after: Step) -> str:
    dashes = "" if before.is_known and after.is_known else ' stroke-dasharray="5 5"'
    return (
        f'<path d="M{after.left:.1f} {before.y:.1f}V{after.y:.1f}" fill="none" stroke="#145050"'
        f' stroke-width="3"{dashes}/>'
    )


def _segment(step: Step) -> str:
    if step.is_known:
        return (
            f'<path d="M{step.left:.1f} {step.y:.1f}H{step.right:.1f}" fill="none"'
            f' stroke="{step.colour}" stroke-width="{step.thick:.1f}" stroke-linecap="round"/>'
        )
    return (
        f'<rect x="{step.left - 3:.1f}" y="{step.y - 9:.1f}" height="18" rx="9" fill="#fff"'
        f' width="{step.right - step.left + 6:.1f}" stroke="{step.colour}" stroke-width="3"'
        ' stroke-dasharray="5 4"/>'
    )


def _axis(case: Case, scale: _Scale, bottom: float) -> list[str]:
    ticks = _ages(case, scale)
    marks = "".join(f"M{x:.1f} {bottom - 6:.0f}v12" for x, _ in ticks)
    said = "".join(_tick_name(name, x, bottom + 36) for x, name in ticks)
    return [
        f'<path d="M{LEFT:.0f} {bottom:.0f}H{RIGHT:.0f}" stroke="{LINE_STRONG}"'
        ' stroke-width="2" fill="none"/>',
        f'<path d="{marks}" stroke="{INK_SOFT}" stroke-width="2" fill="none"/>',
        f'<g font-size="{SIZE:.0f}">{said}</g>',
    ]


def _tick_name(name: str, x: float, baseline: float) -> str:
    half = width(name, SIZE) / 2
    return words(name, x=min(max(x, half), WIDTH - half) - half, y=baseline)


def _ages(case: Case, scale: _Scale) -> list[tuple[float, str]]:
    """Return the ticks: ages when the birth is known, otherwise years."""
    birth = case.child.birth if case.child else None
    if birth is None:
        return _year_ticks(scale)
    born = birth.middle.toordinal()
    per_year = scale.x(scale.first + 365) - scale.x(scale.first)
    every = next((step for step in (1, 2, 3, 4, 5) if step * per_year >= _TICK_ROOM), 10)
    ages = range(every, int((scale.last - born) / _DAYS_PER_YEAR) + 1, every)
    ticks = [(scale.x(born), text("timeline_picture.born"))]
    for age in ages:
        x = scale.x(born + round(age * _DAYS_PER_YEAR))
        ticks.append((x, counted("timeline_picture.years_old", age)))
    return ticks


def _year_ticks(scale: _Scale) -> list[tuple[float, str]]:
    years = range(date.fromordinal(scale.first).year + 1, date.fromordinal(scale.last).year + 1)
    per_year = scale.x(scale.first + 365) - scale.x(scale.first)
    every = next((step for step in (1, 2, 5) if step * per_year >= _TICK_ROOM), 10)
    return [
        (scale.x(date(year, 1, 1).toordinal()), str(year))
        for year in years
        if year % every == 0
    ]


def _alt(case: Case, steps: Sequence[Step]) -> str:
    name = child_name(case) or text("timeline_picture.nobody")
    if not steps:
        return text("timeline_picture.alt_life_empty", name=name)
    places = ", ".join(step.said for step in steps)
    return text("timeline_picture.alt_life", name=name, places=places)
