"""The buttons of the plan: begin, a little more time, move on, and every line on its own."""

from collections.abc import Callable, Iterator

from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.participant import AgendaItem
from casusanalyse.domain.plan import length
from casusanalyse.domain.sitting import Sitting
from casusanalyse.ui.agenda import CHECK_IN, clock_runs, line_name
from casusanalyse.ui.clock import now, wall_time
from casusanalyse.ui.component import part
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.section import Button, Row, Section
from casusanalyse.ui.session import desk, recall, remember, told_by
from casusanalyse.usecases.agenda import (
    FIVE,
    default_again,
    plan_of,
    plus_five,
    set_minutes,
    shift_plan,
    standing,
)
from casusanalyse.usecases.sitting import begin_clock, move_start

_OPEN = "plan.open"


def plan_section(case: Case, sitting: Sitting, step: int) -> Section:
    """Return the buttons of the plan; what is seldom needed shows only when asked for."""
    runs, opened = clock_runs(sitting, now()), recall(_OPEN, default=False)
    change = "done" if opened else "change"
    buttons = [
        Button(id=f"plan-{change}", label=text(f"agenda.{change}"), look="quiet"),
    ]
    if not runs:
        buttons.insert(0, Button(id="plan-begin", label=text("agenda.begin")))
    elif step != CHECK_IN or opened:
        buttons.insert(0, Button(id="plan-more", label=text("agenda.plus_five")))
    return Section(
        id="plan",
        buttons=[*buttons, *(_seldom(case, runs=runs) if opened else ())],
        rows=list(_rows(case, sitting, step, runs=runs)) if opened else (),
    )


def _seldom(case: Case, *, runs: bool) -> Iterator[Button]:
    if runs:
        yield Button(id="plan-shift", label=text("agenda.shift", number=FIVE))
        yield Button(id="plan-begin", label=text("agenda.again"), look="quiet")
    if case.agenda:
        yield Button(id="plan-default", label=text("agenda.default"), look="quiet")


def _rows(case: Case, sitting: Sitting, step: int, *, runs: bool) -> Iterator[Row]:
    moment = now()
    here = standing(case, sitting if runs else Sitting(), step, moment)
    if runs and sitting.started_at:
        yield Row(
            label=text("agenda.began", time=wall_time(sitting.started_at)),
            buttons=[
                Button(id="plan-sooner", label="−5", says=text("agenda.sooner")),
                Button(id="plan-later", label="+5", says=text("agenda.later_start")),
            ],
        )
    for line in here.lines:
        if line.ends > moment or line.item.key == here.here:
            yield _row(line.item)
    yield Row(label=text("agenda.ends", time=wall_time(here.ends)))


def plan_editor(case: Case) -> None:
    """Show the plan before the session: how long each part takes, and all of it together."""
    plan = plan_of(case)
    whole = Row(label=text("agenda.whole"), meta=text("agenda.minutes", number=length(plan)))
    back = Button(id="plan-default", label=text("agenda.default"), look="quiet")
    section = Section(
        id="plan",
        title=text("agenda.list"),
        rows=[*map(_row, plan), whole],
        buttons=[back] if case.agenda else (),
    )
    part("cockpit")(
        key="plan",
        data={"acked": recall("plan.acked", 0), "sections": [section.told()]},
        on_act_change=_act,
    )


def _act() -> None:
    told = told_by("plan")
    if told:
        remember("plan.acked", told["n"])
        with showing_refusals():
            plan_pressed(CHECK_IN, str(told["press"]).removeprefix("plan-"))


def _row(item: AgendaItem) -> Row:
    name = line_name(item)
    less, more = item.minutes - FIVE, item.minutes + FIVE
    return Row(
        label=name,
        meta=text("agenda.minutes", number=item.minutes),
        buttons=[
            Button(
                id=f"plan-set-{less}-{item.key}",
                label="−5",
                says=text("agenda.less", name=name),
            ),
            Button(
                id=f"plan-set-{more}-{item.key}",
                label="+5",
                says=text("agenda.more", name=name),
            ),
        ],
    )


def plan_pressed(step: int, which: str) -> None:
    """Do what a button of the plan says.

    Raises:
        Refusal: those of the plan.
    """
    name, _, rest = which.partition("-")
    if name == "set":
        minutes, _, key = rest.partition("-")
        set_minutes(desk(), key, int(minutes))
    else:
        _PRESSED[name](step)


_PRESSED: dict[str, Callable[[int], object]] = {
    "begin": lambda _step: begin_clock(desk()),
    "more": lambda step: plus_five(desk(), step),
    "shift": lambda step: shift_plan(desk(), step, FIVE),
    "sooner": lambda _step: move_start(desk(), -FIVE),
    "later": lambda _step: move_start(desk(), FIVE),
    "default": lambda _step: default_again(desk()),
    "change": lambda _step: remember(_OPEN, value=True),
    "done": lambda _step: remember(_OPEN, value=False),
}
