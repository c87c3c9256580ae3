"""What the beamer shows: the picture of the scene, drawn from the case as the room sees it."""

from collections.abc import Callable
from datetime import date

from casusanalyse.domain.case import Case
from casusanalyse.domain.projection import Viewer, as_seen
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.figures.beamer_question import question_scene
from casusanalyse.figures.svg import Picture
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.sitting import sitting_of

Drawing = Callable[[Case, Scene, date], Picture]
"""Draws a scene of a case, as seen by the beamer, on a day; 1920 by 1080."""

_DRAWN: dict[SceneKind, Drawing] = {
    SceneKind.QUESTION: question_scene,
}


def beamer_picture(desk: Desk) -> Picture:
    """Return what the beamer of this case shows now.

    Raises:
        Refusal: `unknown_case`.
    """
    sitting = sitting_of(desk)
    case = as_seen(desk.case(), Viewer.BEAMER)
    draw = _DRAWN.get(sitting.scene.kind, question_scene)
    return draw(case, sitting.scene, desk.now.date())
