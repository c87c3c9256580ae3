"""Figures about school: how many, and the times without."""

from casusanalyse.analysis.figure import Figure, Line, keys
from casusanalyse.analysis.long_line_blanks import count_blanks
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import EducationKind, Lane

SHORTEST_WITHOUT = 90
"""Days; a shorter time without school is a summer holiday."""

_SCHOOLS = frozenset(
    {
        EducationKind.REGULAR.value,
        EducationKind.SPECIAL.value,
        EducationKind.CARE_ARRANGEMENT.value,
    }
)
NO_ACTIVITY = frozenset({EducationKind.AT_HOME.value, EducationKind.NONE.value})
"""Kinds of this lane that say there was no school or other day activity."""


def schools(line: Line) -> Figure | None:
    """Count a school once, also when the child came back; a nameless one may be a known one."""
    periods = [one for one in line.in_lane(Lane.EDUCATION) if one.kind in _SCHOOLS]
    if not periods:
        return None
    named = {_school(period) for period in periods} - {""}
    nameless = sum(not _school(period) for period in periods)
    return Figure(
        code="schools",
        low=max(1, len(named)),
        high=len(named) + nameless,
        evidence=keys(*periods),
    )


def times_without_school(line: Line) -> Figure | None:
    """Count the times of three months or longer without school or other day activity.

    Only between the first such activity and the last thing known in this lane.
    """
    periods = [one for one in line.in_lane(Lane.EDUCATION) if one.when]
    active = [one for one in periods if one.kind not in NO_ACTIVITY]
    if not active:
        return None
    ends = [line.reach(one) for one in periods]
    until = (
        min(line.today, max(found.end_low for found in ends)),
        min(line.today, max(found.end_high for found in ends)),
    )
    reaches = [line.reach(one) for one in active]
    low, high = count_blanks(reaches, until=until, least=SHORTEST_WITHOUT)
    return Figure(code="times_without_school", low=low, high=high, evidence=keys(*periods))


def _school(period: Period) -> str:
    return period.party or period.title.strip().casefold()
