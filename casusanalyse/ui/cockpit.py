"""The session panel of the chair: the plan, one question, what the room sees, who spoke."""

from collections.abc import Callable
from functools import partial

from casusanalyse.content.cards import Deck, asked_in, deck_of, decks
from casusanalyse.content.steps import reminders, steps
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.sitting import Scene, SceneKind, Sitting
from casusanalyse.ui.agenda import agenda_list
from casusanalyse.ui.beamer import beamer_window
from casusanalyse.ui.component import part
from casusanalyse.ui.devices import device_panel
from casusanalyse.ui.follow import STEP_OF_SCREEN, card_page, follow_again
from casusanalyse.ui.plan_buttons import plan_pressed, plan_section
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.scenes import say_scene, scenes_in
from casusanalyse.ui.section import Button, Section
from casusanalyse.ui.session import desk, recall, remember, told_by
from casusanalyse.ui.stop import ask_to_note, stopped_lately
from casusanalyse.usecases.desk import CHAIR
from casusanalyse.usecases.hearing import at_the_table
from casusanalyse.usecases.sitting import hear, let_follow, show, sitting_of, turn_light

_NAME = "cockpit"


def cockpit(case: Case, screen: str) -> None:
    """Show the panel on a screen of a step; only the chair decides what the room sees."""
    step = STEP_OF_SCREEN[screen]
    sitting = sitting_of(desk())
    agenda_list(case, sitting, step)
    leads = desk().who == CHAIR
    sections: list[Section | None] = [
        plan_section(case, sitting, step),
        _stop(),
        _question(sitting, step, leads=leads),
        _care(step),
    ]
    if leads:
        sections += [_beamer(case, sitting, step), _hearing(case, sitting, step)]
    part(_NAME)(
        key=_NAME,
        data={
            "acked": recall(f"{_NAME}.acked", 0),
            "sections": [one.told() for one in sections if one],
        },
        on_act_change=partial(_act, step),
    )
    if leads:
        beamer_window(case)
    device_panel(case)


def _stop() -> Section | None:
    """The quiet way to keep what was seen at the stop that is just over."""
    if not stopped_lately():
        return None
    keep = Button(id="note", label=text("stop.keep_after"), look="quiet")
    return Section(id="stop", buttons=[keep])


def _question(sitting: Sitting, step: int, *, leads: bool) -> Section:
    page = card_page(step)
    question, deck = asked_in(step)[page], deck_of(step, page)
    scene = Scene(kind=SceneKind.QUESTION, step=step, page=page)
    shown = sitting.scene == scene
    buttons = [Button(id="other", label=text("cockpit.other_question"))]
    if leads:
        buttons.append(Button(id="show", label=text("cockpit.to_beamer"), on=shown))
    options = [(one.id, one.title) for one in decks(step)]
    return Section(
        id="question",
        title=text("cockpit.question"),
        said=question,
        look="soft",
        buttons=buttons,
        choice={
            "id": "deck",
            "label": text("cockpit.deck"),
            "options": options,
            "value": deck.id,
        },
    )


def _care(step: int) -> Section:
    """One reminder at a time: what tends to happen in this step, then the role of the chair."""
    cares = (*steps()[step - 1].guard, *reminders())
    return Section(
        id="care",
        title=text("cockpit.care"),
        lines=[cares[recall(f"care-{step}", 0) % len(cares)]],
        look="care",
        buttons=[Button(id="care", label=text("cockpit.other_care"), look="quiet")],
    )


def _beamer(case: Case, sitting: Sitting, step: int) -> Section:
    now = sitting.scene
    shown = [
        Button(id=f"scene-{scene.kind.value}", label=label, on=scene == now)
        for label, scene in scenes_in(case, step, card_page(step), now)
    ]
    going = "stay" if sitting.follows else "follow"
    look = "light" if sitting.dim else "dim"
    return Section(
        id="beamer",
        title=text("cockpit.beamer"),
        lines=[
            say_scene(case, sitting),
            *([] if sitting.follows else [text("cockpit.stays")]),
        ],
        look="plain",
        fold=text("cockpit.choose"),
        buttons=[
            *shown,
            Button(id=going, label=text(f"cockpit.{going}"), look="quiet"),
            Button(id=look, label=text(f"cockpit.{look}"), look="quiet"),
        ],
    )


def _hearing(case: Case, sitting: Sitting, step: int) -> Section | None:
    table = at_the_table(case)
    if not table:
        return None
    heard = sitting.heard_at(step)
    buttons = [
        Button(
            id=f"hear-{key}",
            label=name,
            says=text("cockpit.unhear" if key in heard else "cockpit.hear", name=name),
            on=key in heard,
        )
        for key, name in sorted(table.items(), key=lambda one: one[0] in heard)
    ]
    return Section(
        id="heard",
        title=text("cockpit.heard"),
        lines=[text("cockpit.all_heard")] if table.keys() <= set(heard) else (),
        look="chips",
        buttons=buttons,
    )


def _act(step: int) -> None:
    told = told_by(_NAME)
    if not told:
        return
    remember(f"{_NAME}.acked", told["n"])
    name, _, which = str(told["press"]).partition("-")
    with showing_refusals():
        if name == "plan":
            plan_pressed(step, which)
        elif name in _PRESSED:
            _PRESSED[name](step, which or str(told["value"]))


def _other_question(step: int, _which: str) -> None:
    page = card_page(step)
    deck = deck_of(step, page)
    following = deck.first + (page - deck.first + 1) % len(deck.questions)
    remember(f"card-{step}", following)


def _take_deck(step: int, which: str) -> None:
    found: Deck | None = next((one for one in decks(step) if one.id == which), None)
    if found:
        remember(f"card-{step}", found.first)


def _show_question(step: int, _which: str) -> None:
    show(desk(), Scene(kind=SceneKind.QUESTION, step=step, page=card_page(step)))


def _other_care(step: int, _which: str) -> None:
    remember(f"care-{step}", recall(f"care-{step}", 0) + 1)


def _show_scene(step: int, which: str) -> None:
    now = sitting_of(desk()).scene
    for _, scene in scenes_in(desk().case(), step, card_page(step), now):
        if scene.kind.value == which:
            show(desk(), scene)


def _follow(_step: int, _which: str) -> None:
    let_follow(desk(), follows=True)
    follow_again()


def _stay(_step: int, _which: str) -> None:
    let_follow(desk(), follows=False)


def _hear(step: int, which: str) -> None:
    hear(desk(), which, step=step)


_PRESSED: dict[str, Callable[[int, str], object]] = {
    "other": _other_question,
    "deck": _take_deck,
    "show": _show_question,
    "care": _other_care,
    "scene": _show_scene,
    "follow": _follow,
    "stay": _stay,
    "light": lambda _step, _which: turn_light(desk(), dim=False),
    "dim": lambda _step, _which: turn_light(desk(), dim=True),
    "hear": _hear,
    "note": lambda _step, _which: ask_to_note(),
}
