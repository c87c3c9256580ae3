"""A case: one child, one family, and everybody around them, as one value."""

from dataclasses import dataclass, fields
from functools import cache
from typing import get_args, get_type_hints

from casusanalyse.domain.family import Dwelling, Household, Kinship, Person, Relation
from casusanalyse.domain.insight import Coding, Insight, Moment
from casusanalyse.domain.intake import Intake, Organisation, Professional
from casusanalyse.domain.participant import (
    AgendaItem,
    Agreement,
    DynamicMoment,
    Note,
    Parked,
    Participant,
)
from casusanalyse.domain.record import Record
from casusanalyse.domain.timeline import Event, Mirror, Period, Perspective, Tie
from casusanalyse.domain.vocabulary import Bond

Party = Person | Professional | Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything the group knows about one case; every tuple is a shelf of records.

    Attributes:
        key: identity of the case, random; survives export and import.
        reference: what people call it, such as `2026-0014`; says nothing about the child.
    """

    key: str
    reference: str
    intake: Intake
    organisations: tuple[Organisation, ...] = ()
    professionals: tuple[Professional, ...] = ()
    participants: tuple[Participant, ...] = ()
    notes: tuple[Note, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    parked: tuple[Parked, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    dynamics: tuple[DynamicMoment, ...] = ()
    people: tuple[Person, ...] = ()
    households: tuple[Household, ...] = ()
    dwellings: tuple[Dwelling, ...] = ()
    kinships: tuple[Kinship, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    perspectives: tuple[Perspective, ...] = ()
    periods: tuple[Period, ...] = ()
    ties: tuple[Tie, ...] = ()
    mirrors: tuple[Mirror, ...] = ()
    moments: tuple[Moment, ...] = ()
    insights: tuple[Insight, ...] = ()
    codings: tuple[Coding, ...] = ()

    @property
    def child(self) -> Person | None:
        """The child this case is about; None until step 3 has begun."""
        return next((person for person in self.people if person.bond is Bond.CHILD), None)

    def parties(self) -> dict[str, Party]:
        """Return everybody who can be involved, by key."""
        everybody: tuple[Party, ...] = (*self.people, *self.professionals, *self.organisations)
        return {party.key: party for party in everybody}

    def note(self, question: str) -> str:
        """Return the answer to a question of the method, empty when not answered."""
        return next((note.text for note in self.notes if note.key == question), "")


@cache
def shelves() -> dict[str, type[Record]]:
    """Return the name of every shelf with the class of its records, intake included."""
    hints = get_type_hints(Case)
    found: dict[str, type[Record]] = {"intake": Intake}
    for field in fields(Case):
        inside = get_args(hints[field.name])
        if inside:
            found[field.name] = inside[0]
    return found


def shelf_of(record: Record) -> str:
    """Return the name of the shelf a record belongs on."""
    return next(name for name, kind in shelves().items() if kind is type(record))
