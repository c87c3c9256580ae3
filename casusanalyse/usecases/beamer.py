"""What the beamer shows: the picture of the scene, drawn from the case as the room sees it."""

from collections.abc import Callable
from datetime import date

from casusanalyse.domain.case import Case
from casusanalyse.domain.projection import Viewer, as_seen
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.figures.svg import Picture
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.sitting import sitting_of

Drawing = Callable[[Case, Scene, date], Picture]
"""Draws a scene of a case, as seen by the beamer, on a day; 1920 by 1080."""

_DRAWN: dict[SceneKind, Drawing] = {}


def beamer_picture(desk: Desk) -> Picture:
    """Return what the beamer of this case shows now.

    Raises:
        Refusal: `unknown_case`.
    """
    sitting = sitting_of(desk)
    case = as_seen(desk.case(), Viewer.BEAMER)
    return _DRAWN[sitting.scene.kind](case, sitting.scene, desk.now.date())
