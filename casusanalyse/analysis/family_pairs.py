"""In which order a group walks the pairs of a family, to say who they are to each other."""

from itertools import combinations

from casusanalyse.analysis.family_group import homes_of, in_rank, kin_of
from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Person

_FAR = 2


def pairs_to_walk(case: Case) -> tuple[tuple[Person, Person], ...]:
    """Return every pair of people, in the order to walk them.

    Pairs without a relation word come first; among them the child's own pairs, then those who
    stand closest: a family line, the same home, the same generation. The child, or else the
    elder in the list, comes first in a pair.
    """
    said = {frozenset((one.a, one.b)) for one in case.relations}
    homes, kin = homes_of(case), kin_of(case)
    people = sorted(in_rank(case.people), key=lambda person: person != case.child)

    def place(pair: tuple[Person, Person]) -> tuple[bool, bool, int, int]:
        a, b = pair
        is_said = frozenset((a.key, b.key)) in said
        nearness = _FAR - (b.key in kin[a.key]) - bool({*homes[a.key]} & {*homes[b.key]})
        return is_said, a != case.child, nearness, abs(a.generation - b.generation)

    return tuple(sorted(combinations(people, 2), key=place))
