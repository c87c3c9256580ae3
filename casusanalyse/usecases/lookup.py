"""Find a record a screen names, or say kindly that it is not there."""

from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Household, Person
from casusanalyse.domain.problems import Refusal


def person_of(case: Case, key: str) -> Person:
    """Return somebody of the family.

    Raises:
        Refusal: `unknown_person`.
    """
    found = next((one for one in case.people if one.key == key), None)
    if found is None:
        raise Refusal("unknown_person")
    return found


def household_of(case: Case, key: str) -> Household:
    """Return a household.

    Raises:
        Refusal: `gone`.
    """
    found = next((one for one in case.households if one.key == key), None)
    if found is None:
        raise Refusal("gone")
    return found
