"""What the group takes from the line (step 5)."""

from dataclasses import dataclass

from casusanalyse.domain.record import Record
from casusanalyse.domain.vocabulary import Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Record):
    """The deepening of a crucial event: first then, afterwards with today's knowledge.

    Its key is the key of the `Event`. What we thought then stands in the event itself too
    (`Event.then`); here it is asked again in three short questions.
    """

    knew: str = ""
    thought: str = ""
    made_sense: str = ""
    see_now: str = ""
    differently: str = ""
    asks_of_me: str = ""
    asks_of_others: str = ""
    conditions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight(Record):
    """One insight as a sentence.

    Attributes:
        evidence: keys of the events that show it.
        codes: ids from the code book that belong to it.
        starred: goes into the report.
    """

    text: str
    layer: Layer = Layer.PROFESSIONAL
    evidence: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    starred: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding(Record):
    """A code of the code book that the group recognises in this case.

    Attributes:
        code: id in the code book, such as `RO3` or `D12`.
        own_words: how the group says it; comes before the label of the book.
        evidence: keys of the events that show it.
        helped: for a pattern, ids of the working elements and conditions that helped to break
            it in this case.
    """

    code: str
    own_words: str = ""
    layer: Layer = Layer.PROFESSIONAL
    evidence: tuple[str, ...] = ()
    helped: tuple[str, ...] = ()
    starred: bool = True
