"""Who lives together now, in rows from the eldest generation to the youngest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Person
from casusanalyse.domain.record import Record
from casusanalyse.domain.vocabulary import KinshipKind

_SMALL = 6
"""Up to this many people live two in a row; above it three in a row."""

Row = tuple[Person, ...]
_R = TypeVar("_R", bound=Record)


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one household, as they will stand.

    Attributes:
        household: key of the `Household`.
        rows: eldest generation first; empty when nobody lives there now. The child stands alone
            in a row, so lines can leave to all sides.
        is_childs: the child lives here now.
    """

    household: str
    rows: tuple[Row, ...]
    is_childs: bool

    @property
    def members(self) -> Row:
        """Everybody in the group, row by row."""
        return tuple(person for row in self.rows for person in row)

    @property
    def generation(self) -> float:
        """The mean generation, -1 for an empty household."""
        ages = [person.generation for person in self.members]
        return sum(ages) / len(ages) if ages else -1.0


def in_rank(records: Iterable[_R]) -> list[_R]:
    """Return records in the order of their list."""
    return sorted(records, key=lambda record: (record.rank, record.key))


def homes_of(case: Case) -> dict[str, list[str]]:
    """Return the keys of the current households of every person, the first one first."""
    houses = {house.key for house in case.households}
    found: dict[str, list[str]] = {person.key: [] for person in case.people}
    for dwelling in in_rank(case.dwellings):
        homes = found.get(dwelling.person)
        if homes is None or not dwelling.is_current or dwelling.household not in houses:
            continue
        if dwelling.household not in homes:
            homes.append(dwelling.household)
    return found


def groups(case: Case) -> list[Group]:
    """Return every household with its people, the child's first, then in order of rank."""
    homes = homes_of(case)
    child = case.child
    at = homes[child.key][0] if child and homes[child.key] else ""
    made = [
        Group(house.key, _rows(case, _members(case, homes, house.key)), house.key == at)
        for house in in_rank(case.households)
    ]
    return sorted(made, key=lambda group: not group.is_childs)


def loose(case: Case) -> list[Person]:
    """Return the people without a household, the child first."""
    homes = homes_of(case)
    found = [person for person in in_rank(case.people) if not homes[person.key]]
    return sorted(found, key=lambda person: person != case.child)


def partners(case: Case) -> dict[str, str]:
    """Return the key of the present partner of everybody who has one."""
    found: dict[str, str] = {}
    for line in in_rank(case.kinships):
        if line.kind is KinshipKind.PARTNER:
            found.setdefault(line.a, line.b)
            found.setdefault(line.b, line.a)
    return found


def kin_of(case: Case) -> dict[str, set[str]]:
    """Return with whom everybody has a family line."""
    found: dict[str, set[str]] = {person.key: set() for person in case.people}
    for line in case.kinships:
        found.setdefault(line.a, set()).add(line.b)
        found.setdefault(line.b, set()).add(line.a)
    return found


def _members(case: Case, homes: Mapping[str, list[str]], household: str) -> list[Person]:
    return [person for person in in_rank(case.people) if homes[person.key][:1] == [household]]


def _rows(case: Case, members: list[Person]) -> tuple[Row, ...]:
    per_row = 2 if len(members) <= _SMALL else 3
    rows: list[Row] = []
    for generation in sorted({person.generation for person in members}):
        peers = _couples_together(
            [person for person in members if person.generation == generation],
            partners(case),
        )
        rows += [(person,) for person in peers if person == case.child]
        peers = [person for person in peers if person != case.child]
        rows += [tuple(peers[i : i + per_row]) for i in range(0, len(peers), per_row)]
    return tuple(rows)


def _couples_together(peers: list[Person], partner_of: Mapping[str, str]) -> list[Person]:
    waiting = {person.key: person for person in peers}
    ordered: list[Person] = []
    for person in peers:
        if waiting.pop(person.key, None):
            ordered.append(person)
            partner = waiting.pop(partner_of.get(person.key, ""), None)
            ordered += [partner] if partner else []
    return ordered
