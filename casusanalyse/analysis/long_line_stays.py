"""Figures about where the child lived and under which frame."""

from collections import Counter

from casusanalyse.analysis.figure import Figure, Line, Unit, keys
from casusanalyse.analysis.reach import covered
from casusanalyse.analysis.sequence import Bounds, changes
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import FREE_FRAMES, WEIGHTLESS, FrameKind, Lane, StayKind

_WEIGHTS = {
    kind.value: weight
    for weight, kind in enumerate(kind for kind in StayKind if kind not in WEIGHTLESS)
}
_NO_PLACE = frozenset({"", StayKind.UNKNOWN.value})
_FREE = {frame.value for frame in FREE_FRAMES}
_FRAMES = {frame.value for frame in FrameKind}


def places_lived(line: Line) -> Figure | None:
    """Count a place once, also when the child came back; home is one place or several."""
    stays = line.in_lane(Lane.STAY)
    if not stays:
        return None
    named = [stay for stay in stays if _is_named(stay)]
    places, kinds = {_place(stay) for stay in named}, {stay.kind for stay in named}
    low = len({"home" if kind == StayKind.HOME else name for kind, name in places})
    high = len(places)
    for kind, count in Counter(stay.kind for stay in stays if not _is_named(stay)).items():
        low += kind not in kinds and kind not in _NO_PLACE
        high += (kind not in kinds) if kind == StayKind.HOME else count
    return Figure(
        code="places_lived",
        low=max(low, 1),
        high=high,
        evidence=keys(*stays),
        reference="places_lived",
    )


def time_at_home(line: Line) -> Figure | None:
    """Add up the days at home; a stay at home without any date leaves no figure."""
    stays = [stay for stay in line.in_lane(Lane.STAY) if stay.kind == StayKind.HOME]
    reaches = [line.reach(stay) for stay in stays]
    needs_birth = any(stay.when is not None and stay.when.since is None for stay in stays)
    if not stays or any(stay.when is None for stay in stays):
        return None
    if needs_birth and line.birth is None:
        return None
    born = line.birth[0] if line.birth else line.dawn
    return Figure(
        code="time_at_home",
        low=covered([core for found in reaches if (core := found.core)]),
        high=covered([(max(born, found.start_low), found.end_high) for found in reaches]),
        unit=Unit.DAYS,
        evidence=keys(*stays),
    )


def steps_up(line: Line) -> Figure | None:
    """Count the moves to a heavier kind of stay, in the order in which the stays began."""
    return _steps(line, "steps_up", 1)


def steps_down(line: Line) -> Figure | None:
    """Count the moves to a lighter kind of stay."""
    return _steps(line, "steps_down", -1)


def frame_changes(line: Line) -> Figure | None:
    """Count the changes between frames without and with a court, in the order they began."""
    frames = [period for period in line.in_lane(Lane.FRAME) if period.kind in _FRAMES]
    if not frames:
        return None

    def change(one: int, other: int) -> Bounds:
        is_change = (frames[one].kind in _FREE) != (frames[other].kind in _FREE)
        return int(is_change), int(is_change)

    low, high = changes([line.reach(frame) for frame in frames], change)
    return Figure(code="frame_changes", low=low, high=high, evidence=keys(*frames))


def _steps(line: Line, code: str, direction: int) -> Figure | None:
    stays = [stay for stay in line.in_lane(Lane.STAY) if stay.kind in _WEIGHTS]
    if len(stays) < 2:  # noqa: PLR2004 - one stay is no step
        return None

    def change(one: int, other: int) -> Bounds:
        rise = _WEIGHTS[stays[other].kind] - _WEIGHTS[stays[one].kind]
        return int(rise * direction > 0), int(rise * direction > 0)

    low, high = changes([line.reach(stay) for stay in stays], change)
    return Figure(code=code, low=low, high=high, evidence=keys(*stays), reference="steps")


def _is_named(stay: Period) -> bool:
    return bool(stay.title.strip() or stay.party)


def _place(stay: Period) -> tuple[str, str]:
    kind = StayKind.HOME.value if stay.kind == StayKind.HOME else ""
    return kind, stay.party or stay.title.strip().casefold()
