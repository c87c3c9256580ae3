"""The beamer goes along with the screen of the chair, while the chair lets it."""

from casusanalyse.domain.case import Case
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.ui.choice import chosen_event
from casusanalyse.ui.moment import network_scene
from casusanalyse.ui.session import desk, recall, remember
from casusanalyse.usecases.desk import CHAIR
from casusanalyse.usecases.sitting import go_along, sitting_of

STEP_OF_SCREEN = {
    "checkin": 1,
    "together": 2,
    "family": 3,
    "timeline": 4,
    "network": 4,
    "insights": 5,
    "mirror": 5,
}
"""The step a screen belongs to; the other screens belong to none."""


def card_page(step: int) -> int:
    """Return which question of a step the chair has on the card."""
    page: int = recall(f"card-{step}", 0)
    return page


def follow_screen(case: Case, screen: str) -> bool:
    """Put what the chair opened on the beamer; return whether that changed anything.

    It acts once for every screen and event that is opened, so that what was chosen by hand or
    by a key on that screen stays, also after a reload.
    """
    if screen not in STEP_OF_SCREEN or desk().who != CHAIR:
        return False
    sitting = sitting_of(desk())
    wanted = _scene(case, screen, sitting.scene)
    spot = (wanted.event, wanted.day, recall("preset"))
    opened, before = (case.reference, screen, *spot), recall("followed")
    remember("followed", opened)
    if opened == before:
        return False
    is_reload = before is None and sitting.scene.step == wanted.step
    if is_reload or not sitting.follows or sitting.scene == wanted:
        return False
    go_along(desk(), wanted)
    return True


def follow_again() -> None:
    """Forget what was opened, so that the screen that is open now goes on the beamer."""
    remember("followed", ())


def _scene(case: Case, screen: str, now: Scene) -> Scene:
    step = STEP_OF_SCREEN[screen]
    event = chosen_event(case)
    if screen == "family":
        return Scene(kind=SceneKind.FAMILY, step=step)
    if screen == "network":
        return network_scene(case)
    if screen == "mirror":
        is_shown = now.kind is SceneKind.MIRROR
        return now if is_shown else Scene(kind=SceneKind.MIRROR, step=step)
    if screen == "timeline" and event:
        return Scene(kind=SceneKind.EVENT, step=step, event=event.key)
    return Scene(kind=SceneKind.QUESTION, step=step, page=card_page(step))
