"""What a group does with the timeline (step 4)."""

from dataclasses import replace
from datetime import date

from casusanalyse.content.date_reading import read_line
from casusanalyse.content.date_words import say_bounds
from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Put
from casusanalyse.domain.dates import VagueDate
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.timeline import Event, Period, Perspective, in_order
from casusanalyse.domain.vocabulary import Lane
from casusanalyse.usecases.desk import Desk, new_key, next_rank
from casusanalyse.usecases.lookup import record_of
from casusanalyse.usecases.removal import remove_record, taken_away

LONGEST_TITLE = 200


def add_event(desk: Desk, line: str) -> str:
    """Put one line on the timeline and return the key of the event.

    The date at the start or end of the line is read; without one the event waits for a date.

    Raises:
        Refusal: `event_empty`, `event_long`.
    """
    case = desk.case()
    read = read_line(line, birth=_birth(case), today=desk.now.date())
    title = read.rest.strip() or read.said
    if not title:
        raise Refusal("event_empty")
    if len(title) > LONGEST_TITLE:
        raise Refusal("event_long")
    event = Event(
        key=new_key(), rank=next_rank(case.events), title=title, when=read.when, said=read.said
    )
    desk.write("add_event", Put(event))
    return event.key


def add_event_after(desk: Desk, key: str) -> str:
    """Add an empty event right after another one, at the same time; return its key."""
    case = desk.case()
    before = event_of(case, key)
    rank = _rank_after(case, before)
    event = Event(key=new_key(), rank=rank, title="…", when=before.when, said=before.said)
    desk.write("add_event", Put(event))
    return event.key


def _rank_after(case: Case, before: Event) -> float:
    """Return the rank between an event and the first one after it that starts as it does."""
    events = in_order(case.events)
    following = events[events.index(before) + 1 :]
    rank = next((one.rank for one in following if _start(one) == _start(before)), None)
    return before.rank + 1 if rank is None else (before.rank + rank) / 2


def _start(event: Event) -> date | None:
    return event.when.start if event.when else None


def event_of(case: Case, key: str) -> Event:
    """Return an event.

    Raises:
        Refusal: `gone`.
    """
    return record_of(case.events, key)


def remove_event(desk: Desk, key: str) -> None:
    """Take an event away with its perspectives and deepening; evidence no longer names it."""
    case = desk.case()
    desk.write("remove_event", *taken_away(case, event_of(case, key)))


def move_event(desk: Desk, key: str, *, later: bool) -> None:
    """Swap an event with its neighbour; only the order within the same time can change.

    Raises:
        Refusal: `gone`, `order_follows_date` when the neighbour has another date.
    """
    events = in_order(desk.case().events)
    place = next((at for at, event in enumerate(events) if event.key == key), None)
    if place is None:
        raise Refusal("gone")
    other = place + (1 if later else -1)
    if not 0 <= other < len(events) or events[other].when != events[place].when:
        raise Refusal("order_follows_date")
    here, there = events[place], events[other]
    same_time = [one for one in events if one.when == here.when]
    swapped = [{here: there, there: here}.get(one, one) for one in same_time]
    ranks = _rising([one.rank for one in same_time])
    moved = [replace(one, rank=rank) for one, rank in zip(swapped, ranks, strict=True)]
    desk.write("move_event", *(Put(one) for one in moved))


def _rising(ranks: list[float]) -> list[float]:
    """Return ranks that all differ; two people who write at once can give one rank twice."""
    if len(set(ranks)) == len(ranks):
        return ranks
    return [ranks[0] + place for place in range(len(ranks))]


def add_period(desk: Desk, lane: Lane, line: str) -> str:
    """Add a period in a lane from one line with its dates; return its key.

    Raises:
        Refusal: `period_empty`.
    """
    case = desk.case()
    read = read_line(line, birth=_birth(case), today=desk.now.date())
    if not read.rest.strip() and read.when is None:
        raise Refusal("period_empty")
    period = Period(
        key=new_key(),
        rank=next_rank(case.periods),
        lane=lane,
        title=read.rest.strip(),
        when=read.when,
        said=read.said,
    )
    desk.write("add_period", Put(period))
    return period.key


def remove_period(desk: Desk, key: str) -> None:
    """Take a period away."""
    remove_record(desk, "remove_period", desk.case().periods, key)


def add_perspective(desk: Desk, event: str, who: str) -> None:
    """Set one more way to see an event beside the others.

    Raises:
        Refusal: `gone`.
    """
    case = desk.case()
    seen, rank = event_of(case, event).key, next_rank(case.perspectives)
    view = Perspective(key=new_key(), rank=rank, event=seen, who=who)
    desk.write("add_perspective", Put(view))


def remove_perspective(desk: Desk, key: str) -> None:
    """Take one way to see an event away."""
    remove_record(desk, "remove_perspective", desk.case().perspectives, key)


def read_typed(desk: Desk, words: str) -> tuple[str, str]:
    """Return the part of a half-typed line that is a date, and how it is understood.

    Both are empty when no date was found.
    """
    case = desk.case()
    read = read_line(words, birth=_birth(case), today=desk.now.date())
    return (read.said, say_bounds(read.when)) if read.when else ("", "")


def _birth(case: Case) -> VagueDate | None:
    return case.child.birth if case.child else None
