"""What the beamer shows: the picture of the scene, drawn from the case as the room sees it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from casusanalyse.domain.case import Case
from casusanalyse.domain.projection import Viewer, as_seen
from casusanalyse.domain.sitting import Scene, SceneKind, Sitting
from casusanalyse.figures.beamer_agreements import agreements_scene
from casusanalyse.figures.beamer_break import break_picture
from casusanalyse.figures.beamer_event import event_scene
from casusanalyse.figures.beamer_family import family_scene
from casusanalyse.figures.beamer_frame import quiet_picture
from casusanalyse.figures.beamer_mirror import mirror_scene
from casusanalyse.figures.beamer_positions import positions_scene
from casusanalyse.figures.beamer_question import question_scene
from casusanalyse.figures.beamer_stop import stop_picture
from casusanalyse.figures.beamer_words import said_in, words_scene
from casusanalyse.figures.dimming import dimmed
from casusanalyse.figures.svg import Picture
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.sitting import sitting_of, stand_of

Drawing = Callable[[Case, Scene, date], Picture]
"""Draws a scene of a case, as seen by the beamer, on a day; 1920 by 1080."""


def _words(case: Case, scene: Scene, _today: date) -> Picture:
    return words_scene(said_in(case, scene.step), scene)


def _break(_case: Case, _scene: Scene, _today: date) -> Picture:
    return break_picture()


_DRAWN: dict[SceneKind, Drawing] = {
    SceneKind.QUESTION: question_scene,
    SceneKind.WORDS: _words,
    SceneKind.POSITIONS: positions_scene,
    SceneKind.AGREEMENTS: agreements_scene,
    SceneKind.FAMILY: family_scene,
    SceneKind.EVENT: event_scene,
    SceneKind.MIRROR: mirror_scene,
    SceneKind.BREAK: _break,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the beamer shows now.

    Attributes:
        is_dark: the ground of the picture is dark, by choice or by a stop.
        is_stopped: the stop screen is up.
    """

    picture: Picture
    is_dark: bool = False
    is_stopped: bool = False


def beamer_stand(desk: Desk) -> str:
    """Return how far the beamer is; while this stays the same, so does the picture.

    Raises:
        Refusal: `unknown_case`.
    """
    stand = stand_of(desk)
    return f"{stand.sitting}-{stand.case}"


def beamer_picture(desk: Desk) -> Shown:
    """Return what the beamer of this case shows now; a stop comes before every scene.

    Raises:
        Refusal: `unknown_case`.
    """
    sitting = sitting_of(desk)
    if sitting.is_stopped:
        picture = stop_picture(sitting.question)
        return Shown(picture=picture, is_dark=True, is_stopped=True)
    picture = _drawn(desk, sitting)
    return Shown(picture=dimmed(picture) if sitting.dim else picture, is_dark=sitting.dim)


def waiting_picture() -> Shown:
    """Return what the beamer shows while there is no case."""
    return Shown(picture=quiet_picture())


def _drawn(desk: Desk, sitting: Sitting) -> Picture:
    case = as_seen(desk.case(), Viewer.BEAMER)
    draw = _DRAWN.get(sitting.scene.kind, question_scene)
    return draw(case, sitting.scene, desk.now.date())
