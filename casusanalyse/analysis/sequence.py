"""Count changes in an order that is only partly known."""

from collections.abc import Callable, Sequence

from casusanalyse.analysis.reach import Reach

Bounds = tuple[int, int]

_MOST_STATES = 400
"""Beyond this many half-known orders only the loosest bounds are given."""

Change = Callable[[int, int], Bounds]
"""Fewest and most that the step from one item to the next adds."""


def changes(reaches: Sequence[Reach], change: Change) -> Bounds:
    """Return the fewest and the most changes over every order the start dates allow.

    Args:
        reaches: of every item the days on which it can have begun.
        change: what the step from one item (by index) straight to another adds.
    """
    states: dict[tuple[int, int], Bounds] = {(0, -1): (0, 0)}
    for _ in reaches:
        states = _one_further(states, reaches, change)
        if len(states) > _MOST_STATES:
            return _loosest(len(reaches), change)
    return min(low for low, _ in states.values()), max(high for _, high in states.values())


def _one_further(
    states: dict[tuple[int, int], Bounds], reaches: Sequence[Reach], change: Change
) -> dict[tuple[int, int], Bounds]:
    found: dict[tuple[int, int], Bounds] = {}
    for (placed, last), (low, high) in states.items():
        for item in _next(placed, reaches):
            least, most = change(last, item) if last >= 0 else (0, 0)
            state = placed | 1 << item, item
            before = found.get(state, (low + least, high + most))
            found[state] = min(before[0], low + least), max(before[1], high + most)
    return found


def _next(placed: int, reaches: Sequence[Reach]) -> list[int]:
    """Return the items that can come next: none that is left must have begun before them."""
    left = [item for item in range(len(reaches)) if not placed >> item & 1]
    soonest = min(reaches[item].start_high for item in left)
    return [item for item in left if reaches[item].start_low <= soonest]


def _loosest(count: int, change: Change) -> Bounds:
    pairs = [
        change(one, other) for one in range(count) for other in range(count) if one != other
    ]
    low, high = min(low for low, _ in pairs), max(high for _, high in pairs)
    return low * (count - 1), high * (count - 1)
