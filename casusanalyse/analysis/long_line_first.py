"""How long the child lived on the first place, before the second."""

from casusanalyse.analysis.figure import Figure, Line, Unit, keys
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import Lane, StayKind


def first_place(line: Line) -> Figure | None:
    """Measure from birth until the first place was left or a second one began.

    Only when in every reading the same stay is the first one and began at birth.
    """
    stays = line.in_lane(Lane.STAY)
    if line.birth is None or not stays or any(stay.when is None for stay in stays):
        return None
    reaches = {stay.key: line.reach(stay) for stay in stays}
    first = min(stays, key=lambda stay: reaches[stay.key].start_high)
    others = [reaches[stay.key] for stay in stays if _place(stay) != _place(first)]
    own, (born_low, born_high) = reaches[first.key], line.birth
    is_first = all(own.start_high < other.start_low for other in others)
    if not others or not is_first or own.start_low > born_high:
        return None
    low = min([own.end_low, *(other.start_low for other in others)])
    high = min([own.end_high, *(other.start_high for other in others)])
    return Figure(
        code="first_place",
        low=max(0, low - born_high),
        high=max(0, high - born_low),
        unit=Unit.DAYS,
        evidence=keys(first),
    )


def _place(stay: Period) -> tuple[str, str]:
    name = stay.party or stay.title.strip().casefold()
    kind = StayKind.HOME.value if stay.kind == StayKind.HOME else stay.kind
    return kind, name
