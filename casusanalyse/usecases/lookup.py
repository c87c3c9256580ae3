"""Find a record a screen names, or say kindly that it is not there."""

from collections.abc import Iterable
from typing import TypeVar

from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Household, Person
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.record import Record

_Kind = TypeVar("_Kind", bound=Record)


def record_of(shelf: Iterable[_Kind], key: str, otherwise: str = "gone") -> _Kind:
    """Return the record with this key.

    Args:
        shelf: of a case.
        key: of the record.
        otherwise: the code it is refused with when it is not there.

    Raises:
        Refusal: `gone`, or the code in `otherwise`.
    """
    found = next((one for one in shelf if one.key == key), None)
    if found is None:
        raise Refusal(otherwise)
    return found


def person_of(case: Case, key: str) -> Person:
    """Return somebody of the family.

    Raises:
        Refusal: `unknown_person`.
    """
    return record_of(case.people, key, "unknown_person")


def household_of(case: Case, key: str) -> Household:
    """Return a household.

    Raises:
        Refusal: `gone`.
    """
    return record_of(case.households, key)
