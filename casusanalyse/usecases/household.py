"""The households of the family, and who lives where (step 3)."""

from dataclasses import replace

from casusanalyse.content.date_reading import read_when
from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Change, Put, Remove
from casusanalyse.domain.dates import Span
from casusanalyse.domain.family import Dwelling, Household
from casusanalyse.domain.problems import Refusal
from casusanalyse.usecases.desk import Desk, new_key, next_rank
from casusanalyse.usecases.family import named
from casusanalyse.usecases.lookup import household_of, person_of
from casusanalyse.usecases.removal import taken_away


def add_household(desk: Desk, name: str) -> str:
    """Add a household where nobody lives yet; return its key.

    Raises:
        Refusal: `name_missing`, `name_long`.
    """
    rank = next_rank(desk.case().households)
    household = Household(key=new_key(), rank=rank, name=named(name))
    desk.write("add_household", Put(household))
    return household.key


def remove_household(desk: Desk, key: str) -> None:
    """Take a household away; the people stay.

    Raises:
        Refusal: `gone`.
    """
    case = desk.case()
    desk.write("remove_household", *taken_away(case, household_of(case, key)))


def move_in(desk: Desk, person: str, household: str, when: str = "") -> None:
    """Let somebody live in a household; earlier homes stay as they are.

    Args:
        desk: who writes.
        person: key of the person.
        household: key of the household.
        when: as typed, such as "sinds 2020" or "2017-2019"; empty is now and always.

    Raises:
        Refusal: `unknown_person`, `gone`, `date_not_read`.
    """
    case = desk.case()
    span = _span(desk, case, when)
    person_of(case, person)
    household_of(case, household)
    lives = _dwelling(case, person, household, span)
    same = next((one for one in _homes(case, person, household) if one.is_current), None)
    if same and not (span and span.until):
        lives = replace(same, when=span or same.when)
    if lives != same:
        desk.write("move_in", Put(lives))


def move_out(desk: Desk, person: str, household: str, when: str = "") -> None:
    """Let somebody live in a household no longer.

    Args:
        desk: who writes.
        person: key of the person.
        household: key of the household.
        when: until when, as typed; empty takes the home away as if it had not been said.

    Raises:
        Refusal: `date_not_read`, `ends_before_start`.
    """
    case = desk.case()
    until = _span(desk, case, when)
    homes = [one for one in _homes(case, person, household) if one.is_current]
    changes: list[Change] = [_ended(one, until) if until else Remove(one) for one in homes]
    if changes:
        desk.write("move_out", *changes)


def _homes(case: Case, person: str, household: str) -> list[Dwelling]:
    return [
        one for one in case.dwellings if one.person == person and one.household == household
    ]


def _dwelling(case: Case, person: str, household: str, when: Span | None) -> Dwelling:
    rank = next_rank(case.dwellings)
    return Dwelling(key=new_key(), rank=rank, person=person, household=household, when=when)


def _span(desk: Desk, case: Case, words: str) -> Span | None:
    if not words.strip():
        return None
    birth = case.child.birth if case.child else None
    span = read_when(words, birth=birth, today=desk.now.date())
    if span is None:
        raise Refusal("date_not_read")
    return span if span.is_stretch else replace(span, ongoing=True)


def _ended(home: Dwelling, when: Span) -> Put:
    until = when.until or when.since
    since = home.when.since if home.when else None
    if since and until and since.first > until.last:
        raise Refusal("ends_before_start")
    return Put(replace(home, when=Span(since=since, until=until)))
