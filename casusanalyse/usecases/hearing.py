"""Which organisations at the table were heard in this step: a private tick of the chair."""

from casusanalyse.domain.case import Case


def at_the_table(case: Case) -> dict[str, str]:
    """Return the names of the organisations that take part today, by key.

    An organisation is here when it agreed to take part or when somebody at the table came
    from it; one that is known only by what a participant said has its name as its key.
    """
    came = {one.organisation.strip() for one in case.participants} - {""}
    known = {one.name.casefold(): one for one in case.organisations}
    found = {
        one.key: one.name
        for one in case.organisations
        if one.takes_part or one.name.casefold() in {name.casefold() for name in came}
    }
    unknown = {name.casefold(): name for name in sorted(came) if name.casefold() not in known}
    return found | unknown
