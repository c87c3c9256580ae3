"""The ground plan for very full cases: the family on top, cards in three columns."""

from casusanalyse.domain.family import Person
from casusanalyse.domain.vocabulary import Bond
from casusanalyse.figures.network_ground import (
    BETWEEN,
    CORRIDOR,
    Box,
    Card,
    Group,
    Places,
    Spot,
    circle,
)

EDGE = 54.0
PITCH = 84.0
GUTTER = 60.0


def in_columns(groups: list[Group], family: list[Person], width: float) -> Places:
    """Return the plan in which every next card goes to the shortest column."""
    hull, spots = _family_on_top(family, width)
    column = (width - 2 * GUTTER) / 3
    next_y = [hull.bottom + CORRIDOR] * 3
    cards = []
    for group in groups:
        at = next_y.index(min(next_y))
        box = Box(at * (column + GUTTER), next_y[at], column, group.height)
        next_y[at] = box.bottom + BETWEEN
        before, after = (box.x, box.x - GUTTER / 2), (box.right, box.right + GUTTER / 2)
        doors = ((after,), (before, after), (before,))[at]
        cards.append(Card(group, box, doors))
    return Places(
        cards=tuple(cards),
        family=spots,
        hull=hull,
        corridors=(hull.bottom + CORRIDOR / 2,),
        gutter=GUTTER,
        width=width,
        height=max(next_y),
    )


def _family_on_top(family: list[Person], width: float) -> tuple[Box, dict[str, Spot]]:
    """In rows, the names above the circles, so that lines go down freely."""
    in_row = int((width - EDGE) // PITCH)
    ordered = sorted(family, key=lambda one: one.bond is not Bond.CHILD)
    rows = [ordered[start : start + in_row] for start in range(0, len(ordered), in_row)]
    spots = {}
    for row, people in enumerate(rows):
        y = 84.0 + PITCH * row
        for place, one in enumerate(people):
            x = width / 2 + PITCH * (place - (len(people) - 1) / 2)
            spots[one.key] = circle(one, x, y, name_below=False)
    return Box(1, 1, width - 2, 40 + PITCH * max(1, len(rows))), spots
