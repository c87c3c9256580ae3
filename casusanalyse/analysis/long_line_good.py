"""Good moments along the whole line: whether they were always there, and which to name."""

from collections.abc import Sequence

from casusanalyse.analysis.figure import Line
from casusanalyse.domain.timeline import Event
from casusanalyse.domain.vocabulary import EventKind

_PARTS = 4


def good_in_parts(line: Line) -> tuple[bool, ...]:
    """Return for every quarter of the life whether a good moment was surely in it."""
    begin = line.birth[0] if line.birth else line.dawn
    length = max(1, (line.today - begin) // _PARTS)
    reaches = [line.reach(one) for one in line.of_kind(EventKind.GOOD_MOMENT) if one.when]
    sure = [(found.start_low, found.start_high) for found in reaches]
    cores = [core for found in reaches if (core := found.core)]
    quarters = [(begin + at * length, begin + (at + 1) * length) for at in range(_PARTS)]
    return tuple(
        any(start <= low and high <= end for low, high in sure)
        or any(low <= end and start <= high for low, high in cores)
        for start, end in quarters
    )


def dated_good_moments(line: Line) -> tuple[Event, ...]:
    """Return the good moments with a date, in order of time."""
    found = [one for one in line.of_kind(EventKind.GOOD_MOMENT) if one.when]
    return tuple(sorted(found, key=lambda one: (day_of(one), one.rank, one.key)))


def day_of(event: Event) -> int:
    """Return the day a drawing puts an event on, as `date.toordinal()`; 0 without a date."""
    return event.when.start.toordinal() if event.when else 0


def far_apart(moments: Sequence[Event]) -> tuple[Event, ...]:
    """Return moments in an order in which the first few lie spread over the whole line.

    The first crucial one, or else the first, and then each time the one farthest from all
    before it; of equals a crucial one.
    """
    left, chosen = list(moments), list[Event]()
    while left:
        nearest = {
            one.key: min((abs(day_of(one) - day_of(other)) for other in chosen), default=0)
            for one in left
        }
        best = max(left, key=lambda one: (nearest[one.key], one.is_crucial, -day_of(one)))
        left.remove(best)
        chosen.append(best)
    return tuple(chosen)
