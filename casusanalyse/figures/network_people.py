"""Who is on which card on a day, and how people and cards are called."""

from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase

from casusanalyse.analysis.network import Network, Status, islands, network_on
from casusanalyse.analysis.network_presence import presence
from casusanalyse.analysis.network_presets import Preset, lines_of
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case, Party
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.figures.network_ground import MOST_ROWS, NO_ORGANISATION, OWN_NETWORK, Card


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody on a card: who, how they stand on the day, and on which row."""

    party: Party
    status: Status
    place: int


class Cast:
    """Everybody of a case on one day, seen through one view."""

    def __init__(self, case: Case, *, day: date, preset: str) -> None:
        self.case = case
        self.parties = case.parties()
        self.when_there = presence(case)
        self.network: Network = network_on(case, day, self.when_there)
        self.preset = Preset(preset)
        self.lines = lines_of(self.network, self.preset)
        self.status = {node.key: node.status for node in self.network.nodes}

    def rows(self, card: Card) -> tuple[Row, ...]:
        """Return who stands on a card; a long list has only those who are there."""
        there = [key for key in card.members if key in self.status]
        places = {key: card.members.index(key) for key in there}
        if not card.has_own_rows:
            places = {key: place for place, key in enumerate(there)}
        return tuple(Row(self.parties[key], self.status[key], places[key]) for key in there)

    def is_there(self, card: Card) -> bool:
        """Tell whether the organisation or anybody on its card is there or just left."""
        return card.key in self.status or any(key in self.status for key in card.members)

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


def card_name(case: Case, key: str) -> str:
    """Return what stands on top of a card."""
    if key in {OWN_NETWORK, NO_ORGANISATION}:
        return text(f"network.{key.replace('-', '_')}")
    return case.parties()[key].name


def role_of(party: Party) -> str:
    """Return the function of a professional or the kin word of a person."""
    if isinstance(party, Professional):
        return party.function
    return party.kin if isinstance(party, Person) else ""


def said(party: Party, status: Status) -> str:
    """Return a name with its function and, when it changed, its status."""
    facts = {
        "function": role_of(party),
        "status": "" if status is Status.WAS_THERE else text(f"network.{status.value}"),
    }
    form = "_".join(("person", *(name for name, fact in facts.items() if fact)))
    return text(f"network.{form}", name=party.name, **facts)


def shelf(party: Party) -> str:
    """Return the shelf of a party."""
    if isinstance(party, Organisation):
        return "organisations"
    return "people" if isinstance(party, Person) else "professionals"
