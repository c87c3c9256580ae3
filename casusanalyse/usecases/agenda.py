"""The plan of the half-day: the clock, and every change somebody makes in it."""

from dataclasses import dataclass
from datetime import datetime

from casusanalyse.content.steps import agenda
from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Put, Remove
from casusanalyse.domain.participant import AgendaItem
from casusanalyse.domain.plan import (
    Plan,
    TimedLine,
    lateness,
    line_of,
    longer,
    overrun,
    running,
    shifted,
    timed,
    with_minutes,
)
from casusanalyse.domain.sitting import Sitting, elapsed
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.sitting import sitting_of

FIVE = 5
"""Minutes of the button that asks for a little more time."""

_BREAK, _CHECK_OUT = "break", "check-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the group stands in its plan.

    Attributes:
        lines: all of them in order, with their times.
        here: key of the line of the step the group is in.
        by_clock: key of the line that runs by the clock; empty when the plan is over.
        late: whole minutes later than planned; earlier is negative.
    """

    lines: tuple[TimedLine, ...]
    here: str
    by_clock: str
    late: int

    @property
    def ends(self) -> datetime:
        """When the half-day is over."""
        return self.lines[-1].ends


def standing(case: Case, sitting: Sitting, step: int, now: datetime) -> Standing:
    """Return how the group stands in its plan, as though it began now when it did not begin.

    Args:
        case: with its own plan, or none.
        sitting: the session as it runs.
        step: where the group is, 1 to 5.
        now: aware.

    Raises:
        Refusal: `plan_gone`.
    """
    plan, gone = plan_of(case), elapsed(sitting, now)
    clock = running(plan, gone)
    return Standing(
        lines=timed(plan, sitting.started_at or now),
        here=line_of(plan, step).key,
        by_clock=clock.key if clock else "",
        late=lateness(plan, step, gone),
    )


def break_end(case: Case, sitting: Sitting) -> datetime | None:
    """Return when the break is over by the plan; None while the clock does not run."""
    if sitting.started_at is None:
        return None
    lines = timed(plan_of(case), sitting.started_at)
    found = next((line for line in lines if line.item.key == _BREAK), None)
    return found.ends if found else None


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
    _replan(desk, "plan_longer", longer(plan, line_of(plan, step).key, minutes))


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
    _replan(desk, "plan_shifted", shifted(plan, line_of(plan, step).key, minutes))


def set_minutes(desk: Desk, key: str, minutes: int) -> None:
    """Give one line another length; what follows moves along, also the end.

    Raises:
        Refusal: `plan_minutes`, `plan_gone`.
    """
    _replan(desk, "plan_edited", with_minutes(plan_of(desk.case()), key, minutes))


def default_again(desk: Desk) -> None:
    """Go back to the plan of the method."""
    items = desk.case().agenda
    if items:
        desk.write("plan_reset", *(Remove(item) for item in items))


def _replan(desk: Desk, verb: str, plan: Plan) -> None:
    before = {item.key: item.minutes for item in plan_of(desk.case())}
    changed = [item for item in plan if item.minutes != before[item.key]]
    if changed:
        desk.write(verb, *(Put(item) for item in changed))
