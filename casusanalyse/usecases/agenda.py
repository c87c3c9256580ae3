"""The plan of the half-day: the clock, and every change somebody makes in it."""

from casusanalyse.content.steps import agenda
from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Put, Remove
from casusanalyse.domain.participant import AgendaItem
from casusanalyse.domain.plan import (
    Plan,
    line_of,
    longer,
    overrun,
    shifted,
    with_minutes,
)
from casusanalyse.domain.sitting import elapsed
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.sitting import sitting_of

FIVE = 5
"""Minutes of the button that asks for a little more time."""

_BREAK, _CHECK_OUT = "break", "check-out"


def plan_of(case: Case) -> Plan:
    """Return the plan of a case: the default of the method, with the lengths of its own."""
    own = {item.key: item for item in case.agenda}
    return tuple(own.get(item.key, item) for item in default_plan())


def default_plan() -> Plan:
    """Return the plan of the method, 240 minutes."""
    last = len(agenda()) - 1
    return tuple(
        AgendaItem(
            key=f"step-{one.step}" if one.step else (_CHECK_OUT if at == last else _BREAK),
            rank=float(at + 1),
            minutes=one.minutes,
            step=one.step,
        )
        for at, one in enumerate(agenda())
    )


def plus_five(desk: Desk, step: int) -> None:
    """Give a step five minutes more from now, or from its end when that is still to come.

    Raises:
        Refusal: `plan_full` when the lines before the break or the end cannot give them.
    """
    plan = plan_of(desk.case())
    gone = elapsed(sitting_of(desk), desk.now)
    minutes = FIVE + overrun(plan, step, gone)
    _change(desk, "plan_longer", longer(plan, line_of(plan, step).key, minutes))


def shift_plan(desk: Desk, step: int, minutes: int) -> None:
    """Move everything after a step, break and end included.

    Args:
        desk: who does so.
        step: where the group is, 1 to 5.
        minutes: later; below zero is earlier.

    Raises:
        Refusal: `plan_minutes`.
    """
    plan = plan_of(desk.case())
    _change(desk, "plan_shifted", shifted(plan, line_of(plan, step).key, minutes))


def set_minutes(desk: Desk, key: str, minutes: int) -> None:
    """Give one line another length; what follows moves along, also the end.

    Raises:
        Refusal: `plan_minutes`, `plan_gone`.
    """
    _change(desk, "plan_edited", with_minutes(plan_of(desk.case()), key, minutes))


def default_again(desk: Desk) -> None:
    """Go back to the plan of the method."""
    items = desk.case().agenda
    if items:
        desk.write("plan_reset", *(Remove(item) for item in items))


def _change(desk: Desk, verb: str, plan: Plan) -> None:
    before = {item.key: item.minutes for item in plan_of(desk.case())}
    changed = [item for item in plan if item.minutes != before[item.key]]
    if changed:
        desk.write(verb, *(Put(item) for item in changed))
