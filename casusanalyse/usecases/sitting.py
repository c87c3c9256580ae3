"""Running the half-day: what the beamer shows, the stop button, the clock."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from casusanalyse.domain.sitting import Scene, Sitting, resumed, stopped
from casusanalyse.store.sittings import Stand
from casusanalyse.usecases.desk import Desk


def sitting_of(desk: Desk) -> Sitting:
    """Return the session of the case on the desk as it runs now.

    Raises:
        Refusal: `unknown_case`.
    """
    return desk.cases.sittings.get(desk.reference)


def stand_of(desk: Desk) -> Stand:
    """Return how far session and case are; a cheap question, for whoever follows.

    Raises:
        Refusal: `unknown_case`.
    """
    return desk.cases.sittings.stand(desk.reference)


def show(desk: Desk, scene: Scene) -> Sitting:
    """Put a picture on the beamer by hand; it stays until the chair opens something else.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """
    return _direct(desk, lambda sitting: replace(sitting, scene=scene))


def go_along(desk: Desk, scene: Scene) -> Sitting:
    """Tell what the chair's screen shows now; the beamer shows it too while it goes along.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """
    return _direct(
        desk, lambda sitting: replace(sitting, scene=scene) if sitting.follows else sitting
    )


def let_follow(desk: Desk, *, follows: bool) -> Sitting:
    """Let the beamer go along with the screen of the chair, or stay where it is.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """
    return _direct(desk, lambda sitting: replace(sitting, follows=follows))


def turn_light(desk: Desk, *, dim: bool) -> Sitting:
    """Give the beamer its dark or its light look.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """
    return _direct(desk, lambda sitting: replace(sitting, dim=dim))


def press_stop(desk: Desk) -> Sitting:
    """Put the stop screen up; anybody at a desk may. Nothing is noted.

    Raises:
        Refusal: `unknown_case`.
    """
    return _change(desk, lambda sitting: stopped(sitting, desk.now))


def ask_at_stop(desk: Desk, question: int) -> Sitting:
    """Choose the question on the stop screen, 0 to 2.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """
    return _direct(desk, lambda sitting: replace(sitting, question=question))


def go_on(desk: Desk) -> Sitting:
    """Take the stop screen away and return to the same spot; anybody at a desk may.

    Raises:
        Refusal: `unknown_case`.
    """
    return _change(desk, resumed)


def begin_clock(desk: Desk) -> Sitting:
    """Let the plan of the half-day begin to run now, also when it ran before.

    Raises:
        Refusal: `unknown_case`.
    """
    return _change(desk, lambda sitting: replace(sitting, started_at=desk.now))


def move_start(desk: Desk, minutes: int) -> Sitting:
    """Say that the half-day began later, or earlier below zero; never later than now.

    Raises:
        Refusal: `unknown_case`.
    """

    def moved(sitting: Sitting) -> Sitting:
        if sitting.started_at is None:
            return sitting
        start = min(desk.now, sitting.started_at + timedelta(minutes=minutes))
        return replace(sitting, started_at=start)

    return _change(desk, moved)


def hear(desk: Desk, organisation: str, *, step: int) -> Sitting:
    """Tick that an organisation was heard in a step, or take the tick back.

    Args:
        desk: of the chair; nobody else sees the ticks.
        organisation: its key; never that of a person.
        step: 1 to 5; ticks of another step go.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """

    def ticked(sitting: Sitting) -> Sitting:
        before = sitting.heard_at(step)
        without = tuple(one for one in before if one != organisation)
        heard = without if organisation in before else (*before, organisation)
        return replace(sitting, heard=heard, heard_in=step)

    return _direct(desk, ticked)


def _direct(desk: Desk, alter: Callable[[Sitting], Sitting]) -> Sitting:
    """Change what only the chair decides."""
    desk.refuse_others()
    return _change(desk, alter)


def _change(desk: Desk, alter: Callable[[Sitting], Sitting]) -> Sitting:
    return desk.cases.sittings.change(desk.reference, alter)
