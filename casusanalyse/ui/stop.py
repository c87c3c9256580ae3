"""The stop on the screen of the chair and the note-taker, and what was noted at stops."""

from datetime import timedelta
from typing import Any

import streamlit as st

from casusanalyse.content.cards import stop_questions
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.sitting import STOP_QUESTIONS, Sitting
from casusanalyse.domain.vocabulary import Dynamic
from casusanalyse.ui.clock import now
from casusanalyse.ui.component import part
from casusanalyse.ui.follow import STEP_OF_SCREEN
from casusanalyse.ui.refusals import sentence, showing_refusals
from casusanalyse.ui.session import desk, recall, remember, told_by
from casusanalyse.usecases.desk import CHAIR
from casusanalyse.usecases.dynamics import keep_dynamic
from casusanalyse.usecases.sitting import ask_at_stop, go_on, press_stop, sitting_of

LATELY = timedelta(minutes=15)
"""How long after a stop somebody can still ask to keep what was seen."""

_NAME = "stop"
_WORDS = ("title", "calm", "go_on", "other", "keep", "line", "tags", "save", "not_now")


def stop_screen(sitting: Sitting, screen: str) -> None:
    """Lay the question over the screen while the session stands still."""
    remember("stop-step", STEP_OF_SCREEN.get(screen, sitting.scene.step))
    with st.container(key=_NAME):
        part(_NAME)(
            key="stop-screen", data=_told(sitting), on_act_change=_act, height="content"
        )


def _told(sitting: Sitting) -> dict[str, Any]:
    mode = "stop" if sitting.is_stopped else "note" if recall("stop-note") else ""
    if not mode:
        return {"on": "", "acked": recall("stop-acked", 0)}
    return {
        "on": mode,
        "acked": recall("stop-acked", 0),
        "question": stop_questions()[sitting.question],
        "words": {word: text(f"stop.{word}") for word in _WORDS},
        "tags": list(labels(Dynamic).items()),
        "chair": desk().who == CHAIR,
        "kept": recall("stop-kept", ""),
        "trouble": recall("stop-trouble", ""),
    }


def stop_or_go_on() -> None:
    """Put the stop screen up, or take it away and return to the same spot."""
    for name in ("kept", "trouble", "note"):
        remember(f"stop-{name}", "")
    if sitting_of(desk()).is_stopped:
        _go_on()
    else:
        press_stop(desk())


def stopped_lately() -> bool:
    """Tell whether this screen came back from a stop a short while ago."""
    ended = recall("stop-ended")
    return ended is not None and now() - ended < LATELY


def ask_to_note() -> None:
    """Ask what was seen at the stop that is over, because somebody wants to keep it."""
    remember("stop-note", value=True)


def _go_on() -> None:
    go_on(desk())
    remember("stop-ended", now())


def _act() -> None:
    told = told_by("stop-screen")
    if not told:
        return
    remember("stop-acked", told["n"])
    if "leave" in told:
        remember("stop-note", value=False)
    with showing_refusals():
        if "go_on" in told:
            _go_on()
        if "other" in told:
            ask_at_stop(desk(), (sitting_of(desk()).question + 1) % STOP_QUESTIONS)
    if "keep" in told:
        _keep(told["keep"])


def _keep(told: dict[str, Any]) -> None:
    known = labels(Dynamic)
    tags = tuple(Dynamic(tag) for tag in told["tags"] if tag in known)
    remember("stop-trouble", "")
    remember("stop-kept", "")
    try:
        keep_dynamic(desk(), recall("stop-step", 1), str(told["line"]), tags)
    except Refusal as refusal:
        remember("stop-trouble", sentence(refusal))
    else:
        remember("stop-ended", None)
        remember("stop-note", value=False)
        remember("stop-kept", text("stop.kept"))
