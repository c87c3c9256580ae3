"""One moment for the line and the network: the day somebody stands at."""

from dataclasses import dataclass
from datetime import date

from casusanalyse.analysis.network_presets import Preset
from casusanalyse.analysis.network_stops import (
    Stops,
    nearest_event,
    stop_at,
    stop_before,
    stops,
)
from casusanalyse.domain.case import Case
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.domain.timeline import Event
from casusanalyse.ui.choice import choose_event, chosen_event
from casusanalyse.ui.clock import today
from casusanalyse.ui.session import forget, recall, remember

FIRST_VIEW = Preset.ORGANISATIONS


@dataclass(frozen=True, slots=True)
class Moment:
    """Where somebody stands on the line.

    Attributes:
        line: every day the line stops at.
        day: one of them.
        before: the day it is compared with; the same day at the first stop.
    """

    line: Stops
    day: date
    before: date


def ask_for(day: date) -> None:
    """Move to a day at the next run."""
    remember("asked-day", day)


def moment(case: Case) -> Moment:
    """Return where somebody stands: where they moved to, else at their event, else today."""
    line = stops(case, today())
    asked = forget("asked-day")
    if asked:
        _move(case, stop_at(line, asked))
    day = stop_at(line, recall("day") or _day_of_event(case) or today())
    remember("stood", day)
    before = recall("day") and recall("day-before")
    return Moment(line, day, before or stop_before(line, day))


def moved_to(event: Event | None) -> date | None:
    """Return the day somebody moved to, when that is another day than their event."""
    day: date | None = recall("day")
    starts = event.when.start if event and event.when else None
    return None if day == starts else day


def view() -> Preset:
    """Return the view of the network that is open."""
    return Preset(recall("preset", FIRST_VIEW))


def network_scene(case: Case) -> Scene:
    """Return what the beamer shows of the network at this moment."""
    here = moment(case)
    page = list(Preset).index(view())
    return Scene(kind=SceneKind.NETWORK, step=4, page=page, day=here.day, before=here.before)


def _move(case: Case, day: date) -> None:
    """Stand at a day; on the line that is at the event nearest to it.

    Forward it is compared with where somebody came from, so that nothing in between is passed
    over in silence.
    """
    came_from = recall("stood")
    nearest = nearest_event(case, day)
    choose_event(nearest.key if nearest else "")
    remember("first-year", None)
    remember("day", day)
    remember("day-before", came_from if came_from and came_from < day else None)


def _day_of_event(case: Case) -> date | None:
    chosen = chosen_event(case)
    key = recall("stands-at") or (chosen.key if chosen else "")
    event = next((one for one in case.events if one.key == key), None)
    return event.when.start if event and event.when else None
