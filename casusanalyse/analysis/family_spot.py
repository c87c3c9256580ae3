"""The spot of one person: in a row of a household, loose, or next to somebody dragged."""

from collections.abc import Iterable, Mapping, Sequence

from casusanalyse.analysis.family_group import Group, Row
from casusanalyse.analysis.family_room import HEIGHT, MARGIN, WIDTH, Box
from casusanalyse.domain.family import Person
from casusanalyse.domain.vocabulary import Bond

CELL_WIDTH = 138.0
"""Room for one person with the words below, in units of a picture 964 wide."""
DROP = 92.0
HULL_EDGE = 8.0
HULL_TITLE = 26.0

_RISE = 26.0
_CHILD_RISE = 40.0
_BANDS = {-2: 42.0, -1: 160.0, 0: 292.0, 1: 410.0}
"""Height of loose people by generation; the room between fits the child's larger circle."""
_PITCH = 172.0
_STEP = (23.0, 31.0)
_ACROSS = (MARGIN + CELL_WIDTH / 2, WIDTH - MARGIN - CELL_WIDTH / 2)

Spot = tuple[float, float]


def rise(person: Person) -> float:
    """Return the room above the middle of a circle; the child's is larger."""
    return _CHILD_RISE if person.bond is Bond.CHILD else _RISE


def cell(person: Person, at: Spot) -> Box:
    """Return the room a person takes with circle and words, standing at a spot."""
    x, y = at
    return Box(x - CELL_WIDTH / 2, y - rise(person), x + CELL_WIDTH / 2, y + DROP)


def group_size(group: Group) -> Spot:
    """Return the width and height of a household, its title included."""
    wide = max((len(row) for row in group.rows), default=1) * CELL_WIDTH
    high = sum(_row_height(row) for row in group.rows) or _RISE + DROP
    return wide + 2 * HULL_EDGE, high + HULL_TITLE + HULL_EDGE


def spots_inside(group: Group, box: Box) -> dict[str, Spot]:
    """Return the spot of every member of a household that was given a box."""
    found: dict[str, Spot] = {}
    top = box.top + HULL_TITLE
    for row in group.rows:
        left = (box.left + box.right - (len(row) - 1) * CELL_WIDTH) / 2
        down = top + max(rise(person) for person in row)
        found |= {person.key: (left + i * CELL_WIDTH, down) for i, person in enumerate(row)}
        top += _row_height(row)
    return found


def loose_spot(person: Person, taken: Sequence[Box], near: float | None) -> Spot:
    """Return a free spot in the band of somebody's generation, near the middle or a partner.

    Bands take turns in starting in the middle, so nobody stands right below a parent.

    Args:
        person: somebody without a household.
        taken: what is already placed.
        near: where across the partner stands, or None.
    """
    generation = min(max(person.generation, -2), 1)
    down = _BANDS[generation]
    start = WIDTH / 2 - (_PITCH / 2 if generation % 2 else 0)
    ideal = WIDTH / 2 if near is None else near
    columns = sorted(_around(start, _PITCH, *_ACROSS), key=lambda x: (abs(x - ideal), x))
    free = ((x, down) for x in columns if cell(person, (x, down)).is_free_of(taken))
    return next(free, None) or nearest_free(person, (ideal, down), taken)


def nearest_free(person: Person, ideal: Spot, taken: Sequence[Box]) -> Spot:
    """Return the spot nearest to an ideal one where nobody stands in the way.

    A spot at the same height counts as nearer, so generations stay in their band. The picture
    goes on downwards, so there is always room.
    """
    lowest = max([HEIGHT, *(box.bottom for box in taken)]) + 2 * DROP
    columns = [*_around(ideal[0], _STEP[0], *_ACROSS), *_ACROSS]
    rows = _around(ideal[1], _STEP[1], HULL_TITLE + rise(person), lowest)
    tried = sorted(
        (abs(x - ideal[0]) + 2 * abs(y - ideal[1]) + max(0.0, y + DROP - HEIGHT) * 4, x, y)
        for x in columns
        for y in rows
    )
    return next((x, y) for _, x, y in tried if cell(person, (x, y)).is_free_of(taken, -0.01))


def inside(person: Person, at: Spot, height: float) -> Spot:
    """Return the spot, pulled in as far as needed to keep the words in the picture."""
    x = min(max(at[0], _ACROSS[0]), _ACROSS[1])
    y = min(max(at[1], HULL_TITLE + rise(person)), height - DROP - MARGIN)
    return x, y


def dragged(people: Iterable[Person], height: float) -> dict[str, Spot]:
    """Return the spots of the people somebody placed by hand."""
    return {
        person.key: inside(person, (person.x * WIDTH, person.y * height), height)
        for person in people
        if person.x is not None and person.y is not None
    }


def moved_aside(
    people: Mapping[str, Person], spots: Mapping[str, Spot], fixed: Mapping[str, Spot]
) -> dict[str, Spot]:
    """Return all spots; who stands in the way of a fixed one moves as little as can."""
    final = dict(fixed)
    taken = [cell(people[key], at) for key, at in fixed.items()]
    waiting = [key for key in spots if key not in fixed]
    clear = [key for key in waiting if cell(people[key], spots[key]).is_free_of(taken)]
    for key in [*clear, *(key for key in waiting if key not in set(clear))]:
        at = spots[key] if key in clear else nearest_free(people[key], spots[key], taken)
        final[key] = at
        taken.append(cell(people[key], at))
    return final


def _row_height(row: Row) -> float:
    return max(rise(person) for person in row) + DROP


def _around(ideal: float, step: float, least: float, most: float) -> list[float]:
    reach = int((most - least) / step) + 1
    found = [ideal + i * step for i in range(-reach, reach + 1)]
    return [value for value in found if least <= value <= most] or [least]
