"""The parking place: problem words of step 3 that come back in step 4."""

from dataclasses import replace

from casusanalyse.domain.change import Put, Remove
from casusanalyse.domain.participant import Parked
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.timeline import Event, Involved
from casusanalyse.usecases.desk import Desk, new_key, next_rank
from casusanalyse.usecases.lookup import person_of, record_of

LONGEST_TITLE = 200


def park(desk: Desk, what: str, about: str = "") -> str:
    """Put words aside until step 4; return the key.

    Args:
        desk: who writes.
        what: the words.
        about: key of the person they were said about, or empty.

    Raises:
        Refusal: `parked_empty`, `unknown_person`.
    """
    case = desk.case()
    what = " ".join(what.split())
    if not what:
        raise Refusal("parked_empty")
    if about:
        person_of(case, about)
    parked = Parked(key=new_key(), rank=next_rank(case.parked), what=what, about=about)
    desk.write("park", Put(parked))
    return parked.key


def unpark(desk: Desk, key: str) -> None:
    """Take words off the parking place; an event they became stays.

    Raises:
        Refusal: `gone`.
    """
    desk.write("unpark", Remove(record_of(desk.case().parked, key)))


def park_to_line(desk: Desk, key: str) -> str:
    """Make an event without a date of parked words; return the key of the event.

    Words that already became an event give that event again.

    Raises:
        Refusal: `gone`.
    """
    case = desk.case()
    parked = record_of(case.parked, key)
    if parked.event:
        return parked.event
    person = next((one for one in case.people if one.key == parked.about), None)
    is_long = len(parked.what) > LONGEST_TITLE
    event = Event(
        key=new_key(),
        rank=next_rank(case.events),
        title=parked.what[:LONGEST_TITLE],
        what=parked.what if is_long else "",
        who=person.name if person else "",
        involved=(Involved(person.key),) if person else (),
    )
    desk.write("park_to_line", Put(event), Put(replace(parked, event=event.key)))
    return event.key
