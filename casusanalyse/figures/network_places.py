"""Where everybody stands in the network, once for the whole case; no day moves anybody."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from casusanalyse.domain.case import Case
from casusanalyse.domain.record import Record
from casusanalyse.domain.vocabulary import Bond
from casusanalyse.figures.network_around import around
from casusanalyse.figures.network_columns import in_columns
from casusanalyse.figures.network_ground import (
    NARROW,
    NO_ORGANISATION,
    OWN_NETWORK,
    UNATTACHED,
    WIDE,
    Group,
    Places,
)

MOST_AROUND = 14
"""With more cards than this they stand in three columns under the family."""

R = TypeVar("R", bound=Record)


def places(case: Case, *, wide: bool) -> Places:
    """Return the ground plan of a case.

    Organisations are placed in their own order, each where there is room, so one that is
    added at the end moves no other.
    """
    width = WIDE if wide else NARROW
    groups = _groups(case)
    family = [one for one in _ordered(case.people) if one.bond is not Bond.NETWORK]
    if len(groups) > MOST_AROUND:
        return in_columns(groups, family, width)
    return around(groups, family, width)


def _groups(case: Case) -> list[Group]:
    homes = {one.key for one in case.organisations}
    members: defaultdict[str, list[str]] = defaultdict(list)
    for one in _ordered(case.professionals):
        home = one.organisation if one.organisation in homes else NO_ORGANISATION
        members[home].append(one.key)
    for person in _ordered(case.people):
        if person.bond is Bond.NETWORK:
            members[OWN_NETWORK].append(person.key)
    keys = [one.key for one in _ordered(case.organisations)]
    keys += [key for key in UNATTACHED if key in members]
    return [(key, tuple(members[key])) for key in keys]


def _ordered(shelf: Iterable[R]) -> list[R]:
    return sorted(shelf, key=lambda one: (one.rank, one.key))
