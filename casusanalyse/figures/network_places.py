"""Where everybody stands in the network, once for the whole case; no day moves anybody."""

from collections.abc import Iterable
from typing import TypeVar

from casusanalyse.analysis.network_presence import (
    STILL,
    Presence,
    Stretch,
    most_at_once,
)
from casusanalyse.domain.case import Case
from casusanalyse.domain.record import Record
from casusanalyse.domain.vocabulary import Bond
from casusanalyse.figures.network_around import around
from casusanalyse.figures.network_columns import in_columns
from casusanalyse.figures.network_ground import (
    MOST_ROWS,
    NARROW,
    NO_ORGANISATION,
    OWN_NETWORK,
    WIDE,
    Group,
    Places,
)

MOST_AROUND = 14
"""With more cards than this they stand in three columns under the family."""

R = TypeVar("R", bound=Record)


def places(case: Case, when_there: Presence, *, wide: bool) -> Places:
    """Return the ground plan of a case.

    Organisations are placed in their own order, each where there is room, so one that is
    added at the end moves no other.

    Args:
        case: what the group knows.
        when_there: when each party is there.
        wide: for a screen of 1600 pixels or more.
    """
    width = WIDE if wide else NARROW
    members = _members(case)
    family = [one for one in _ordered(case.people) if one.bond is not Bond.NETWORK]
    is_full = len(members) > MOST_AROUND
    groups = [_group(key, keys, when_there, is_full=is_full) for key, keys in members.items()]
    if is_full:
        return in_columns(groups, family, width)
    return around(groups, family, width, _firsts(case))


def _group(key: str, members: list[str], when_there: Presence, *, is_full: bool) -> Group:
    """In the order they came; where it is full, only the rows that are ever needed at once."""
    came = sorted(members, key=lambda one: when_there[one][:1] or (Stretch(STILL, STILL),))
    rows = len(members)
    if is_full or rows > MOST_ROWS:
        rows = most_at_once(when_there[one] for one in members)
    return Group(key, tuple(came), rows)


def _firsts(case: Case) -> dict[str, str]:
    """Only the first tie counts, so drawing more of them moves nobody who has one."""
    found: dict[str, str] = {}
    people = {one.key for one in case.people if one.bond is not Bond.NETWORK}
    for tie in _ordered(case.ties):
        for person, other in ((tie.a, tie.b), (tie.b, tie.a)):
            if person in people and other not in people:
                found.setdefault(person, other)
    return found


def _members(case: Case) -> dict[str, list[str]]:
    """Every card with its people; the two without an organisation come last."""
    found: dict[str, list[str]] = {one.key: [] for one in _ordered(case.organisations)}
    own = [one.key for one in _ordered(case.people) if one.bond is Bond.NETWORK]
    loose: list[str] = []
    for one in _ordered(case.professionals):
        found.get(one.organisation, loose).append(one.key)
    late = {OWN_NETWORK: own, NO_ORGANISATION: loose}
    return found | {key: members for key, members in late.items() if members}


def _ordered(shelf: Iterable[R]) -> list[R]:
    return sorted(shelf, key=lambda one: (one.rank, one.key))
