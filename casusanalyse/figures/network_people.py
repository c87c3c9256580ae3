"""Who is on which card on a day, and how people and cards are called."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from string import ascii_uppercase

from casusanalyse.analysis.network import Network, Status, islands, network_on
from casusanalyse.analysis.network_change import NetworkChange, network_change
from casusanalyse.analysis.network_presence import presence
from casusanalyse.analysis.network_presets import Preset, lines_of
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case, Party
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.figures.network_ground import (
    MOST_ROWS,
    UNATTACHED,
    Card,
    Places,
)

_HERE = frozenset({Status.WAS_THERE, Status.NEW, Status.RETURNED})


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody on a card: who, how they stand on the day, and on which row."""

    party: Party
    status: Status
    place: int


class Cast:
    """Everybody of a case on one day, seen through one view; reckoned once, told often.

    Args:
        case: what the group knows.
        day: the day to show.
        preset: value of a `Preset`: which lines count.
        before: the day it is compared with; None for the eve of the last change.
    """

    def __init__(
        self, case: Case, *, day: date, preset: str, before: date | None = None
    ) -> None:
        self.case = case
        self.parties = case.parties()
        self.when_there = presence(case)
        self.network: Network = network_on(case, day, self.when_there, before=before)
        self.preset = Preset(preset)
        self.lines = lines_of(self.network, self.preset)
        self.status = {node.key: node.status for node in self.network.nodes}

    @cached_property
    def change(self) -> NetworkChange:
        """What changed since the day it is compared with."""
        return network_change(self.case, self.network)

    def rows(self, card: Card) -> tuple[Row, ...]:
        """Return who stands on a card; a long list has only those who are there."""
        there = [key for key in card.members if key in self.status]
        if card.has_own_rows:
            places = {key: card.members.index(key) for key in there}
        else:
            places = {key: place for place, key in enumerate(self._kept(there, card))}
        return tuple(Row(self.parties[key], self.status[key], at) for key, at in places.items())

    def cards(self, ground: Places) -> tuple[Card, ...]:
        """Return the cards with somebody who is there or just left.

        A card that just emptied makes room for the one that now has its place.
        """
        there = [card for card in ground.cards if self._is_on(card, set(Status))]
        first = sorted(there, key=lambda card: not self._is_on(card, _HERE))
        taken: dict[tuple[float, float], str] = {}
        for card in first:
            taken.setdefault((card.box.x, card.box.y), card.key)
        return tuple(card for card in there if card.key in taken.values())

    def _is_on(self, card: Card, statuses: Set[Status]) -> bool:
        return any(self.status.get(key) in statuses for key in (card.key, *card.members))

    def _kept(self, there: list[str], card: Card) -> list[str]:
        """Who just left makes room first in a list that is too long."""
        room = max(0, card.group.rows - sum(self.status[key] in _HERE for key in there))
        left = [key for key in there if self.status[key] is Status.JUST_LEFT][:room]
        return [key for key in there if self.status[key] in _HERE or key in left]

    def card_name(self, key: str) -> str:
        """Return what stands on top of a card."""
        if key in UNATTACHED:
            return text(f"network.{key.replace('-', '_')}")
        return self.parties[key].name

    def is_alone(self, card: Card) -> bool:
        """Tell whether no line of this view reaches the card; direction leaves nobody alone."""
        if self.preset is Preset.DIRECTION:
            return False
        on_card = {card.key, *card.members}
        return not any(line.a in on_card or line.b in on_card for line in self.lines)

    def islands(self) -> dict[str, tuple[str, ...]]:
        """Return the groups of more than one card by letter: keys of cards and loose people."""
        groups = (self._without_colleagues(group) for group in islands(self.network))
        joined = [group for group in groups if len(group) > 1]
        return dict(zip(ascii_uppercase, joined, strict=False))

    def _without_colleagues(self, group: tuple[str, ...]) -> tuple[str, ...]:
        homes = {node.key: node.home for node in self.network.nodes}
        return tuple(key for key in group if homes[key] not in group)


def shown(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], int]:
    """Return the rows that fit on a card and how many people are left out."""
    if len(rows) <= MOST_ROWS:
        return rows, 0
    return rows[:MOST_ROWS], len(rows) - MOST_ROWS


def child_name(case: Case) -> str:
    """Return what the child is called, also before step 3."""
    return case.child.name if case.child else case.intake.working_name


def role_of(party: Party) -> str:
    """Return the function of a professional or the kin word of a person."""
    if isinstance(party, Professional):
        return party.function
    return party.kin if isinstance(party, Person) else ""


def added_role(party: Party) -> str:
    """Return the role where the name does not say it already, as many a pseudonym does."""
    role = role_of(party)
    return "" if party.name.casefold().startswith(role.casefold()) else role


def said(party: Party, status: Status) -> str:
    """Return a name with its function and, when it changed, its status."""
    facts = {
        "function": added_role(party),
        "status": "" if status is Status.WAS_THERE else text(f"network.{status.value}"),
    }
    form = "_".join(("person", *(name for name, fact in facts.items() if fact)))
    return text(f"network.{form}", name=party.name, **facts)


def shelf(party: Party) -> str:
    """Return the shelf of a party."""
    if isinstance(party, Organisation):
        return "organisations"
    return "people" if isinstance(party, Person) else "professionals"
