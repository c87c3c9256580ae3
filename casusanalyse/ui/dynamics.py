"""What somebody asked to keep of the stops, with a star for the report or without."""

from casusanalyse.content.steps import steps
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.participant import DynamicMoment
from casusanalyse.domain.vocabulary import Dynamic
from casusanalyse.ui.clock import wall_time
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.session import desk
from casusanalyse.ui.sheet import Action, Block, field, sheet
from casusanalyse.usecases.dynamics import remove_dynamic


def dynamic_moments(case: Case) -> None:
    """Show the moments that were kept; nothing at all when nobody asked to keep one."""
    if not case.dynamics:
        return
    heading(text("stop.moments"))
    mute(text("stop.moments_help"))
    sheet("dynamics", [_moment(one) for one in case.dynamics], on_press=_press)


def _moment(seen: DynamicMoment) -> Block:
    name = steps()[seen.step - 1].short
    choosing = {"open": text("event.choose"), "close": text("event.chosen")}
    tags = list(labels(Dynamic).items())
    when = text("stop.at_step", time=wall_time(seen.at), step=seen.step, name=name)
    return Block(
        key=seen.key,
        fields=[
            field(seen, "line", kind="area", rows=1, wide=True, label=when, hint=""),
            field(seen, "tags", kind="many", options=tags, wide=True, choosing=choosing),
            field(seen, "starred", kind="star"),
        ],
        actions=[Action(id="remove", label=text("stop.remove"), look="quiet")],
        columns=2,
        look="line",
        below=True,
    )


def _press(key: str, _action: str) -> None:
    remove_dynamic(desk(), key)
