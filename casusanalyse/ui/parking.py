"""The parking place: what was put aside in step 3 and comes back in step 4."""

from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.ui.choice import choose_event
from casusanalyse.ui.entry import entry
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.session import desk
from casusanalyse.ui.sheet import Action, Block, sheet
from casusanalyse.usecases.parking import park, park_to_line, unpark


def parking_place(case: Case, *, to_line: bool) -> None:
    """Show what waits on the parking place.

    Args:
        case: as it is now.
        to_line: in step 4 each can be put on the line.
    """
    heading(text("parking.title"))
    mute(text("parking.later" if not to_line else "parking.now"))
    entry("parked", case, _park)
    waiting = [one for one in case.parked if not one.event]
    line = Action(id="line", label=text("parking.to_line"), look="quiet")
    away = Action(id="away", label=text("parking.away"), look="quiet")
    actions = (line, away) if to_line else (away,)
    blocks = [Block(key=one.key, lines=[one.what], actions=actions) for one in waiting]
    sheet("parking", blocks, on_press=_press)


def _park(what: str) -> None:
    park(desk(), what)


def _press(key: str, action: str) -> None:
    if action == "line":
        choose_event(park_to_line(desk(), key))
    else:
        unpark(desk(), key)
