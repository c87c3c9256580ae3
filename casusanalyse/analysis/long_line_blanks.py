"""Blanks: time that nothing covers, with bounds over every reading of the dates."""

from collections.abc import Iterable, Sequence

from casusanalyse.analysis.reach import Reach
from casusanalyse.analysis.sequence import Bounds

Run = tuple[int, int]
"""First and last day; days count as `date.toordinal()`."""


def sure_blanks(reaches: Sequence[Reach], *, until: int, least: int) -> tuple[Run, ...]:
    """Return the runs of at least `least` days that are blank in every reading.

    What lies before the first reach is no blank: nothing had begun yet.

    Args:
        reaches: what can cover days, in any order.
        until: last day that is looked at (`date.toordinal()`).
        least: a shorter blank does not count, in days.
    """
    return _runs([found.hull for found in reaches], until=until, least=least)


def possible_blanks(reaches: Sequence[Reach], *, until: int, least: int) -> tuple[Run, ...]:
    """Return the runs outside which no reading has a blank of at least `least` days.

    Args are those of `sure_blanks`.
    """
    if not reaches:
        return ()
    begin = min(found.start_low for found in reaches)
    cores = [core for found in reaches if (core := found.core)]
    return _runs([(begin, begin), *cores], until=until, least=least)


def count_blanks(reaches: Sequence[Reach], *, until: Bounds, least: int) -> Bounds:
    """Return the fewest and the most blanks of at least `least` days.

    Between two runs that are surely blank something surely lies, so they are two blanks. Every
    blank comes right after the end of something, so there are no more than such ends.

    Args:
        reaches: what can cover days.
        until: earliest and latest day up to which is looked (`date.toordinal()`).
        least: a shorter blank does not count, in days.
    """
    ends = {
        (found.end_low, found.end_high, 0 if found.end_low == found.end_high else at)
        for at, found in enumerate(reaches)
        if _can_end_before_a_blank(at, reaches, until=until[1], least=least)
    }
    return len(sure_blanks(reaches, until=until[0], least=least)), len(ends)


def _can_end_before_a_blank(
    at: int, reaches: Sequence[Reach], *, until: int, least: int
) -> bool:
    own = reaches[at]
    others = [other for other in (*reaches[:at], *reaches[at + 1 :]) if other.core]
    cores = [other.core for other in others if other.core]
    tried = [own.end_low, *(core[1] for core in cores)]
    return any(
        own.end_low <= day <= own.end_high
        and day + least <= until
        and not any(core[0] <= day + least and day < core[1] for core in cores)
        for day in tried
    )


def _runs(covers: Iterable[Run], *, until: int, least: int) -> tuple[Run, ...]:
    found: list[Run] = []
    reached: int | None = None
    for first, last in [*sorted(covers), (until + 1, until + 1)]:
        if reached is not None and min(first, until + 1) - reached > least:
            found.append((reached + 1, min(first, until + 1) - 1))
        reached = last if reached is None else max(reached, last)
    return tuple(found) if reached is not None else ()
