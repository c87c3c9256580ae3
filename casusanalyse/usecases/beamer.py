"""What the beamer shows: the picture of the scene, drawn from the case as the room sees it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from casusanalyse.domain.case import Case
from casusanalyse.domain.projection import Viewer, as_seen
from casusanalyse.domain.sitting import Scene, SceneKind, Sitting
from casusanalyse.figures.beamer_agreements import agreements_scene
from casusanalyse.figures.beamer_break import break_picture
from casusanalyse.figures.beamer_event import event_scene
from casusanalyse.figures.beamer_family import family_scene
from casusanalyse.figures.beamer_frame import quiet_picture
from casusanalyse.figures.beamer_long_line import long_line_scene
from casusanalyse.figures.beamer_mirror import mirror_scene
from casusanalyse.figures.beamer_network import network_scene
from casusanalyse.figures.beamer_phones import phones_scene
from casusanalyse.figures.beamer_positions import positions_scene
from casusanalyse.figures.beamer_question import question_scene
from casusanalyse.figures.beamer_stop import stop_picture
from casusanalyse.figures.beamer_words import said_in, words_scene
from casusanalyse.figures.dimming import dimmed
from casusanalyse.figures.svg import Picture
from casusanalyse.usecases.agenda import break_end
from casusanalyse.usecases.codebook import in_words
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.phones import phones_of, with_phones
from casusanalyse.usecases.sitting import sitting_of, stand_of

Drawing = Callable[[Case, Scene, date], Picture]
"""Draws a scene of a case, as seen by the beamer, on a day; 1920 by 1080."""

_HERE = ZoneInfo("Europe/Amsterdam")


def _words(case: Case, scene: Scene, _today: date) -> Picture:
    return words_scene(said_in(case, scene.step), scene)


_DRAWN: dict[SceneKind, Drawing] = {
    SceneKind.QUESTION: question_scene,
    SceneKind.WORDS: _words,
    SceneKind.POSITIONS: positions_scene,
    SceneKind.AGREEMENTS: agreements_scene,
    SceneKind.FAMILY: family_scene,
    SceneKind.EVENT: event_scene,
    SceneKind.MIRROR: mirror_scene,
    SceneKind.LONG_LINE: long_line_scene,
    SceneKind.NETWORK: network_scene,
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
    whole = in_words(desk, with_phones(desk, desk.case()))
    case = as_seen(whole, Viewer.BEAMER)
    phones = phones_of(desk) if sitting.scene.kind is SceneKind.PHONES else None
    if phones:
        return phones_scene(phones, sitting.scene)
    if sitting.scene.kind is SceneKind.BREAK:
        return break_picture(_break_end(case, sitting, desk.now))
    draw = _DRAWN.get(sitting.scene.kind, question_scene)
    return draw(case, sitting.scene, desk.now.astimezone(_HERE).date())


def _break_end(case: Case, sitting: Sitting, now: datetime) -> str:
    """Return until when the break lasts; empty when the plan says nothing or it is past."""
    end = break_end(case, sitting)
    return f"{end.astimezone(_HERE):%H:%M}" if end and end > now else ""
