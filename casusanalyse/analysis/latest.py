"""Where the child last lived, and under which frame, as far as the line tells."""

from casusanalyse.analysis.figure import Line
from casusanalyse.analysis.reach import Reach
from casusanalyse.domain.summary import FrameGroup, StayGroup, frame_group, stay_group
from casusanalyse.domain.vocabulary import FrameKind, Lane, StayKind


def last_stay(line: Line) -> StayGroup:
    """Return the group of the last stay, `UNTOLD` when the dates leave room for two groups."""
    known = set(StayKind)
    kinds = _last_kinds(line, Lane.STAY)
    groups = {stay_group(StayKind(kind)) for kind in kinds if kind in known}
    return groups.pop() if len(groups) == 1 else StayGroup.UNTOLD


def last_frame(line: Line) -> FrameGroup:
    """Return the group of the last frame, `UNTOLD` when the dates leave room for both."""
    known = set(FrameKind)
    kinds = _last_kinds(line, Lane.FRAME)
    groups = {frame_group(FrameKind(kind)) for kind in kinds if kind in known}
    return groups.pop() if len(groups) == 1 else FrameGroup.UNTOLD


def _last_kinds(line: Line, lane: Lane) -> set[str]:
    """Return the kinds of every period that can be the last to have begun.

    What surely goes on today comes before what is over: a crisis bed that ended says nothing
    about now when home never stopped.
    """
    begun = [
        (period, found)
        for period in line.in_lane(lane)
        if period.when and (found := line.reach(period)).start_low <= line.today
    ]
    pool = [one for one in begun if _goes_on(one[1], line.today)] or begun
    latest = max((found.start_low for _, found in pool), default=0)
    return {period.kind for period, found in pool if found.start_high >= latest}


def _goes_on(found: Reach, today: int) -> bool:
    return found.core is not None and found.core[0] <= today <= found.core[1]
