"""Where everybody stands in the family picture (step 3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casusanalyse.analysis.family_group import (
    Group,
    groups,
    homes_of,
    in_rank,
    kin_of,
    loose,
    partners,
)
from casusanalyse.analysis.family_room import HEIGHT, MARGIN, WIDTH, Box, spot
from casusanalyse.analysis.family_spot import (
    Spot,
    cell,
    dragged,
    group_size,
    loose_spot,
    moved_aside,
    spots_inside,
)
from casusanalyse.domain.case import Case

_ELDERS = -1.4
_ELDERS_AT = 0.15
_OTHERS_AT = 0.6
_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class Place:
    """The middle of a circle, both in 0..1 of the width and height of the picture."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Home:
    """A household in the picture.

    Attributes:
        household: key of the `Household`.
        members: keys of the people drawn in it.
        middle: where to draw it while nobody lives there.
        is_childs: the child lives here now.
    """

    household: str
    members: tuple[str, ...]
    middle: Place
    is_childs: bool


@dataclass(frozen=True, slots=True)
class FamilyLayout:
    """Where everybody stands.

    Attributes:
        places: by key of the person; everybody has one.
        homes: the child's first.
        also_at: keys of the other current households of people with more than one.
        height: of the picture when it is 964 wide; grows with the number of people.
    """

    places: Mapping[str, Place]
    homes: tuple[Home, ...]
    also_at: Mapping[str, tuple[str, ...]]
    height: float


def places(case: Case) -> FamilyLayout:
    """Give everybody a place.

    Where the group dragged somebody counts above all. Everybody else stands where they would
    stand if nobody was dragged, unless that spot is taken; so one change moves few people.
    """
    made = groups(case)
    boxes = _boxes(case, made)
    spots = {
        key: at
        for group, box in zip(made, boxes, strict=True)
        for key, at in spots_inside(group, box).items()
    }
    final, height = _settled(case, spots | _loose_spots(case, boxes), boxes)
    return FamilyLayout(
        places={key: Place(x / WIDTH, y / height) for key, (x, y) in final.items()},
        homes=tuple(_home(g, box, height) for g, box in zip(made, boxes, strict=True)),
        also_at={key: tuple(homes[1:]) for key, homes in homes_of(case).items() if homes[1:]},
        height=height,
    )


def _boxes(case: Case, made: Sequence[Group]) -> list[Box]:
    kin = kin_of(case)
    boxes: list[Box] = []
    for group in made:
        wide, high = group_size(group)
        near = [
            (box.left + box.right) / 2
            for other, box in zip(made, boxes, strict=False)
            if not other.is_childs and _are_kin(group, other, kin)
        ]
        ideal = (sum(near) / len(near) if near else WIDTH / 2, _ideal_height(group))
        middle = _in_the_middle(wide, high)
        boxes.append(middle if group.is_childs else spot((wide, high), boxes, ideal))
    return boxes


def _are_kin(group: Group, other: Group, kin: Mapping[str, set[str]]) -> bool:
    there = {person.key for person in other.members}
    return any(kin[person.key] & there for person in group.members)


def _in_the_middle(wide: float, high: float) -> Box:
    left, top = (WIDTH - wide) / 2, max(MARGIN, (HEIGHT - high) / 2)
    return Box(left, top, left + wide, top + high)


def _ideal_height(group: Group) -> float:
    return HEIGHT * (_ELDERS_AT if group.generation <= _ELDERS else _OTHERS_AT)


def _loose_spots(case: Case, boxes: Sequence[Box]) -> dict[str, Spot]:
    partner_of = partners(case)
    taken = list(boxes)
    found: dict[str, Spot] = {}
    for person in loose(case):
        partner = found.get(partner_of.get(person.key, ""))
        found[person.key] = loose_spot(person, taken, partner[0] if partner else None)
        taken.append(cell(person, found[person.key]))
    return found


def _settled(
    case: Case, spots: Mapping[str, Spot], boxes: Sequence[Box]
) -> tuple[Mapping[str, Spot], float]:
    people = {person.key: person for person in case.people}
    needed = _height([*boxes, *(cell(people[key], at) for key, at in spots.items())])
    height = 0.0
    while needed > height + _ROUNDING:
        height = needed
        fixed = dragged(in_rank(case.people), height)
        final = moved_aside(people, spots, fixed) if fixed else spots
        needed = _height([cell(people[key], at) for key, at in final.items()])
    return final, height


def _height(boxes: Sequence[Box]) -> float:
    return max([HEIGHT, *(box.bottom + MARGIN for box in boxes)])


def _home(group: Group, box: Box, height: float) -> Home:
    middle = Place((box.left + box.right) / 2 / WIDTH, (box.top + box.bottom) / 2 / height)
    members = tuple(person.key for person in group.members)
    return Home(group.household, members, middle, group.is_childs)
