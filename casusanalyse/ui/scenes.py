"""What the beamer shows, in the words of the chair, and what it can show in a step."""

from collections.abc import Iterator

from casusanalyse.content.cards import asked_in
from casusanalyse.content.date_words import say_day
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.projection import Viewer, as_seen
from casusanalyse.domain.sitting import Scene, SceneKind, Sitting
from casusanalyse.figures.beamer_mirror import mirror_pages
from casusanalyse.ui.choice import chosen_event
from casusanalyse.ui.moment import network_scene

_IN_STEP = {
    1: (SceneKind.QUESTION, SceneKind.WORDS, SceneKind.BREAK),
    2: (SceneKind.QUESTION, SceneKind.POSITIONS, SceneKind.AGREEMENTS, SceneKind.BREAK),
    3: (SceneKind.QUESTION, SceneKind.FAMILY, SceneKind.BREAK),
    4: (
        SceneKind.QUESTION,
        SceneKind.EVENT,
        SceneKind.LONG_LINE,
        SceneKind.NETWORK,
        SceneKind.FAMILY,
        SceneKind.BREAK,
    ),
    5: (
        SceneKind.QUESTION,
        SceneKind.LONG_LINE,
        SceneKind.MIRROR,
        SceneKind.AGREEMENTS,
        SceneKind.WORDS,
        SceneKind.POSITIONS,
    ),
}

_NEXT = {
    SceneKind.WORDS: "cockpit.show_next_words",
    SceneKind.MIRROR: "cockpit.show_next_mirror",
}
"""The word on the button of what comes in parts, once the first part is shown."""


def scenes_in(case: Case, step: int, page: int, now: Scene) -> Iterator[tuple[str, Scene]]:
    """Yield what the beamer can show in a step, 1 to 5, with the word on its button.

    Args:
        case: as it is now.
        step: where the group is.
        page: the question of the card.
        now: what it shows now; more words and stages follow those that stand there.
    """
    event = chosen_event(case)
    for kind in _IN_STEP[step]:
        if kind is SceneKind.EVENT and event is None:
            continue
        more = now.kind is kind and _goes_on(case, now)
        scene = Scene(
            kind=kind,
            step=step,
            page=page if kind is SceneKind.QUESTION else now.page + 1 if more else 0,
            event=event.key if event and kind is SceneKind.EVENT else "",
        )
        if kind is SceneKind.NETWORK:
            scene = network_scene(case)
        yield text(_NEXT[kind] if more else f"cockpit.show_{kind.value}"), scene


def _goes_on(case: Case, now: Scene) -> bool:
    """Tell whether more can follow what the room sees; after the last words come the first."""
    if now.kind is SceneKind.MIRROR:
        return now.page + 1 < mirror_pages(as_seen(case, Viewer.BEAMER))
    return now.kind in _NEXT


def say_scene(case: Case, sitting: Sitting) -> str:
    """Return what the room sees now."""
    if sitting.is_stopped:
        return text("cockpit.scene_stop")
    scene = sitting.scene
    if scene.kind is SceneKind.QUESTION:
        asked = asked_in(scene.step)
        return text("cockpit.scene_question", question=asked[scene.page % len(asked)])
    if scene.kind is SceneKind.EVENT:
        return _event(case, scene)
    if scene.kind is SceneKind.NETWORK and scene.day:
        return text("cockpit.scene_network", day=say_day(scene.day))
    plain = "network_now" if scene.kind is SceneKind.NETWORK else scene.kind.value
    return text(f"cockpit.scene_{plain}")


def _event(case: Case, scene: Scene) -> str:
    found = next((one for one in case.events if one.key == scene.event), None)
    if found is None:
        return text("cockpit.scene_event_gone")
    return text("cockpit.scene_event", title=found.title)
