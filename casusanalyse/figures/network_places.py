"""Where everybody stands in the network, once for the whole case; no day moves anybody."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from casusanalyse.analysis.network_presence import (
    STILL,
    Presence,
    most_at_once,
    never_meet,
    with_farewell,
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
    UNATTACHED,
    WIDE,
    Card,
    Group,
    Places,
)

MOST_AROUND = 14
"""With more cards, those that never meet share a place; else they stand in columns."""
OWN_PLACES = (MOST_AROUND, 10, 0)
"""How many get a place of their own before sharing starts; less when that leaves too many."""

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
    groups = [_group(key, keys, when_there) for key, keys in members.items()]
    spots = _spots(groups, with_farewell(when_there))
    if len(spots) > MOST_AROUND:
        packed = [_packed(group, when_there) for group in groups]
        return in_columns(packed, family, width)
    plan = around([spot[0] for spot in spots], family, width, _firsts(case, spots))
    return replace(plan, cards=tuple(_shared(plan.cards, spots)))


def _spots(groups: list[Group], shown: Presence) -> list[list[Group]]:
    """Give everybody a place of their own as long as there is room, then let some share."""
    for own in OWN_PLACES:
        spots = _with_sharing(groups, shown, own)
        if len(spots) <= MOST_AROUND:
            break
    return spots


def _with_sharing(groups: list[Group], shown: Presence, own: int) -> list[list[Group]]:
    """The first `own` stand alone; others join the emptiest place where they meet nobody."""
    spots: list[list[Group]] = []
    for group in groups:
        may = [spot for spot in spots if len(spots) >= own and _may_join(group, spot, shown)]
        if may:
            min(may, key=len).append(group)
        else:
            spots.append([group])
    return spots


def _may_join(group: Group, spot: list[Group], shown: Presence) -> bool:
    """Only organisations share, where they fit, and never on one day."""
    if group.key in UNATTACHED or spot[0].key in UNATTACHED:
        return False
    fits = group.height <= spot[0].height
    return fits and all(never_meet(shown[group.key], shown[other.key]) for other in spot)


def _shared(cards: tuple[Card, ...], spots: list[list[Group]]) -> Iterator[Card]:
    for card, spot in zip(cards, spots, strict=True):
        for group in spot:
            yield Card(group, replace(card.box, height=group.height), card.doors)


def _group(key: str, members: list[str], when_there: Presence) -> Group:
    """In the order they came; a long list has only the rows that are ever needed at once."""
    came = sorted(
        members, key=lambda one: [term.first for term in when_there[one][:1]] or [STILL]
    )
    group = Group(key, tuple(came), len(came))
    return group if len(came) <= MOST_ROWS else _packed(group, when_there)


def _packed(group: Group, when_there: Presence) -> Group:
    return replace(group, rows=most_at_once(when_there[one] for one in group.members))


def _firsts(case: Case, spots: list[list[Group]]) -> dict[str, str]:
    """Return by family member the card of their first tie; later ties move nobody."""
    card_of = {
        key: spot[0].key
        for spot in spots
        for group in spot
        for key in (group.key, *group.members)
    }
    found: dict[str, str] = {}
    for tie in _ordered(case.ties):
        for person, other in ((tie.a, tie.b), (tie.b, tie.a)):
            if person not in card_of and other in card_of:
                found.setdefault(person, card_of[other])
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
