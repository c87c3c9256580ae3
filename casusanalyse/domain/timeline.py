"""The timeline: what happened, who was there, and the periods behind it (step 4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casusanalyse.domain.dates import Span
from casusanalyse.domain.record import Record
from casusanalyse.domain.vocabulary import Dynamic, EventKind, Lane, TieKind


@dataclass(frozen=True, slots=True)
class Involved:
    """A party at an event: key of a person, professional or organisation, and as what."""

    party: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """One thing that happened; everything but `title` may stay empty.

    Attributes:
        title: short, for the line; at most about 24 characters read well.
        when: None while nobody knows; the event then waits under the picture.
        said: the date as it was typed.
        what: what happened, longer.
        who: the names of who was there, as they were typed.
        involved: the parties that were recognised in `who`.
        parents: the dynamic between the parents.
        effect: what it did to the professional system.
        next_step: what came next.
        then: what we knew and thought then, and what made it sensible.
        source: where this is known from.
        own_words: words of child or parents; never corrected by the tool.
        in_family, in_team, in_organisation: dynamics seen in the family, among professionals,
            and in organisations and policy.
        is_crucial: chosen as a moment that matters; good ones count too.
        starred: goes into the report.
        hidden: kept, but not on the beamer and not in the report.
    """

    title: str
    when: Span | None = None
    said: str = ""
    kind: EventKind = EventKind.LIFE
    what: str = ""
    who: str = ""
    involved: tuple[Involved, ...] = ()
    parents: str = ""
    effect: str = ""
    next_step: str = ""
    then: str = ""
    source: str = ""
    own_words: str = ""
    in_family: tuple[Dynamic, ...] = ()
    in_team: tuple[Dynamic, ...] = ()
    in_organisation: tuple[Dynamic, ...] = ()
    is_crucial: bool = False
    starred: bool = True
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Perspective(Record):
    """One of several ways to see an event; they stand side by side, never merged.

    Attributes:
        event: key of the `Event`.
        who: whose view it is, in words.
    """

    event: str
    who: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Record):
    """A stretch in one lane; periods may overlap, stay open, or miss a start.

    Attributes:
        kind: for the lanes stay, frame and education a code of `StayKind`, `FrameKind` or
            `EducationKind`; empty in the other lanes.
        title: words on the bar, such as the name of the place or school.
        party: key of the organisation, professional or person it is about: who held the
            direction, who was involved, where the child stayed; may be empty.
        role: as what a party was involved.
        said: the dates as they were typed.
    """

    lane: Lane
    title: str = ""
    kind: str = ""
    when: Span | None = None
    said: str = ""
    party: str = ""
    role: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie(Record):
    """A tie the group draws in the network between two parties.

    Attributes:
        a, b: keys of persons, professionals or organisations.
        when: None when it holds for the whole time both are there.
    """

    a: str
    b: str
    kind: TieKind
    words: str = ""
    when: Span | None = None


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the dated events by start, then rank; undated ones last, by rank."""
    return tuple(sorted(events, key=_place))


def _place(event: Event) -> tuple[date, float, str]:
    start = event.when.start if event.when else date.max
    return start, event.rank, event.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror(Record):
    """A dynamic of the family tied to the same movement among professionals (SH7).

    Attributes:
        family_event: key of the `Event` where it shows in the family.
        family: the dynamic there.
        team_event: key of the `Event` where it shows among professionals; empty while the
            group still asks what can help here.
        team: the dynamic there.
        organisation_event: key of the `Event` where organisations or policy echo it, or empty.
        organisation: the dynamic there.
        words: the word on the waterline, as the group says it.
        starred: goes into the report.
    """

    family_event: str
    family: Dynamic
    team_event: str = ""
    team: Dynamic | None = None
    organisation_event: str = ""
    organisation: Dynamic | None = None
    words: str = ""
    starred: bool = True
