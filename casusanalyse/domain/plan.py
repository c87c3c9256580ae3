"""The plan of the half-day: which line runs when, and how the group stands in it.

A plan is a row of `AgendaItem`s; all lengths are whole minutes since the plan began to run.
Nothing here acts by itself: somebody asks, and a new plan comes back.

Source: Hopmans 2024, section 1; the break and the end stand fast.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from casusanalyse.domain.participant import AgendaItem
from casusanalyse.domain.problems import Refusal

SHORTEST = 5
"""Minutes a line keeps when another takes from it."""

LONGEST = 240
"""Minutes a line can have: the whole half-day."""

Plan = tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedLine:
    """A line of the plan with its times; it ends when the next begins."""

    item: AgendaItem
    begins: datetime
    ends: datetime


def is_fixed(item: AgendaItem) -> bool:
    """Tell whether a line stands fast: the break and the check-out, which make the end."""
    return item.step is None


def length(plan: Plan) -> int:
    """Return how many minutes the plan takes as a whole."""
    return sum(item.minutes for item in plan)


def timed(plan: Plan, start: datetime) -> tuple[TimedLine, ...]:
    """Return the lines with their times, in order.

    Args:
        plan: the lines.
        start: when the first begins; aware.
    """
    lines = []
    for item in plan:
        ends = start + timedelta(minutes=item.minutes)
        lines.append(TimedLine(item=item, begins=start, ends=ends))
        start = ends
    return tuple(lines)


def running(plan: Plan, elapsed: timedelta) -> AgendaItem | None:
    """Return the line that runs by the clock; None when the plan is over."""
    end = timedelta()
    for item in plan:
        end += timedelta(minutes=item.minutes)
        if elapsed < end:
            return item
    return None


def line_of(plan: Plan, step: int) -> AgendaItem:
    """Return the line of a step.

    Raises:
        Refusal: `plan_gone`.
    """
    found = next((item for item in plan if item.step == step), None)
    if found is None:
        raise Refusal("plan_gone")
    return found


def lateness(plan: Plan, step: int, elapsed: timedelta) -> int:
    """Return how many whole minutes the group is later than planned; earlier is negative.

    Being in a step is on time during that step, and during the break beside it.

    Args:
        plan: the lines.
        step: where the group is, 1 to 5.
        elapsed: how long the plan has run.

    Raises:
        Refusal: `plan_gone`.
    """
    place = plan.index(line_of(plan, step))
    first = last = place
    while first > 0 and is_fixed(plan[first - 1]):
        first -= 1
    while last + 1 < len(plan) and is_fixed(plan[last + 1]):
        last += 1
    gone = elapsed // timedelta(minutes=1)
    over = gone - length(plan[: last + 1])
    ahead = length(plan[:first]) - gone
    return over if over > 0 else -max(0, ahead)


def overrun(plan: Plan, step: int, elapsed: timedelta) -> int:
    """Return how many begun minutes a step has run over its own end; 0 when it has not.

    Args are those of `lateness`.

    Raises:
        Refusal: `plan_gone`.
    """
    place = plan.index(line_of(plan, step))
    over = elapsed - timedelta(minutes=length(plan[: place + 1]))
    return max(0, -(-over // timedelta(minutes=1)))


def longer(plan: Plan, key: str, minutes: int) -> Plan:
    """Return the plan with minutes more for one line, taken from the next lines in turn.

    What stands fast stays at its time, so only lines before the next fixed one give, and none
    of them becomes shorter than `SHORTEST`.

    Args:
        plan: the lines.
        key: of the line that gets more; a fixed one cannot.
        minutes: above 0.

    Raises:
        Refusal: `plan_gone`, `plan_full` when they have too little to give.
    """
    place = _place(plan, key)
    changed = list(plan)
    wanted = minutes
    for at in range(place + 1, len(plan)):
        if is_fixed(plan[at]) or not wanted:
            break
        given = min(wanted, max(0, plan[at].minutes - SHORTEST))
        changed[at] = replace(plan[at], minutes=plan[at].minutes - given)
        wanted -= given
    if wanted or is_fixed(plan[place]):
        raise Refusal("plan_full", minutes=minutes)
    changed[place] = replace(plan[place], minutes=plan[place].minutes + minutes)
    return tuple(changed)


def shifted(plan: Plan, key: str, minutes: int) -> Plan:
    """Return the plan with everything after a line later, break and end included.

    Args:
        plan: the lines.
        key: of the line that becomes longer.
        minutes: below 0 everything after it comes earlier.

    Raises:
        Refusal: `plan_gone`, `plan_minutes`.
    """
    return with_minutes(plan, key, plan[_place(plan, key)].minutes + minutes)


def with_minutes(plan: Plan, key: str, minutes: int) -> Plan:
    """Return the plan with another length for one line; all that follows moves along.

    Raises:
        Refusal: `plan_gone`, `plan_minutes` when the length is below 5 or above 240.
    """
    place = _place(plan, key)
    if not SHORTEST <= minutes <= LONGEST:
        raise Refusal("plan_minutes", least=SHORTEST, most=LONGEST)
    changed = replace(plan[place], minutes=minutes)
    return (*plan[:place], changed, *plan[place + 1 :])


def _place(plan: Plan, key: str) -> int:
    found = next((at for at, item in enumerate(plan) if item.key == key), None)
    if found is None:
        raise Refusal("plan_gone")
    return found
