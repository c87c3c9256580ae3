"""The family as persons: nature first, then who they are to each other (step 3)."""

from dataclasses import dataclass

from casusanalyse.domain.dates import Span, VagueDate
from casusanalyse.domain.record import Record
from casusanalyse.domain.vocabulary import Bond, KinshipKind, RelationWord


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A family member or somebody of the own network.

    Attributes:
        kin: word for who they are to the child, such as "halfzus".
        generation: -2 grandparents, -1 parents, 0 the child's own, 1 the child's children.
        place: place in the family, in words.
        died: when they died; None when alive or not known.
        x, y: where the group dragged them in the family picture, both in 0..1 of its width and
            height; None until somebody drags.
        alias: name in a pseudonymised report; empty means the kin word.
    """

    name: str
    bond: Bond = Bond.OWN
    kin: str = ""
    generation: int = 0
    birth: VagueDate | None = None
    died: VagueDate | None = None
    nature: str = ""
    joy: str = ""
    characteristic: str = ""
    strength: str = ""
    limitation: str = ""
    need: str = ""
    place: str = ""
    x: float | None = None
    y: float | None = None
    alias: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Household(Record):
    """A place where people live together; a hull in the family picture."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dwelling(Record):
    """Somebody lives or lived in a household; people may have two homes at once.

    Attributes:
        person: key of a `Person`.
        household: key of a `Household`.
        when: None when always, as far as known.
    """

    person: str
    household: str
    when: Span | None = None

    @property
    def is_current(self) -> bool:
        """Still so today, as far as known."""
        return self.when is None or self.when.until is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship(Record):
    """A family line between two persons; `a` is the parent in the parent kinds."""

    a: str
    b: str
    kind: KinshipKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Record):
    """Who two persons are to each other, in one kind word from `a` towards `b`.

    Attributes:
        words: what the group added in its own words.
    """

    a: str
    b: str
    word: RelationWord
    words: str = ""
