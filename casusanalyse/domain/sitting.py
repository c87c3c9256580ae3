"""The half-day itself while it runs: what the beamer shows, the clock, the stop button.

None of this is work on the case: it is never undone, and it is not in the case file.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

STOP_QUESTIONS = 3
"""How many questions the stop button turns through. Source: Hopmans 2024, section 5.2."""


class SceneKind(StrEnum):
    """What sort of picture the beamer shows."""

    QUESTION = "question"
    WORDS = "words"
    POSITIONS = "positions"
    AGREEMENTS = "agreements"
    FAMILY = "family"
    EVENT = "event"
    LONG_LINE = "long_line"
    NETWORK = "network"
    MIRROR = "mirror"
    BREAK = "break"
    PHONES = "phones"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One picture on the beamer; fields that do not belong to its kind stay empty.

    Attributes:
        step: 1 to 5; the step it belongs to.
        page: 0 and up: which question of the step, which seven words, which layer of the long
            line, how far the mirror is revealed, which preset view of the network.
        event: key of the `Event` in the middle.
        day: the date of the network.
        before: the date the network is compared with, or None.
    """

    kind: SceneKind = SceneKind.QUESTION
    step: int = 1
    page: int = 0
    event: str = ""
    day: date | None = None
    before: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The session of one case while it runs.

    Attributes:
        scene: what the beamer shows, and comes back to after a stop.
        follows: the beamer goes along with the screen of the chair.
        dim: the dark look of the beamer.
        started_at: when the plan of the half-day began to run; aware, UTC; None before.
        stopped_at: since when the stop screen is up; None when it is not.
        question: which question of the stop screen, 0 to 2.
        heard: keys of the organisations that were heard in a step; never of a person.
        heard_in: that step, 1 to 5; 0 before the first tick.
        phones: rises when the group may see something else of what phones sent.
    """

    scene: Scene = Scene()
    follows: bool = True
    dim: bool = False
    started_at: datetime | None = None
    stopped_at: datetime | None = None
    question: int = 0
    heard: tuple[str, ...] = ()
    heard_in: int = 0
    phones: int = 0

    @property
    def is_stopped(self) -> bool:
        """The beamer shows the stop screen."""
        return self.stopped_at is not None

    def heard_at(self, step: int) -> tuple[str, ...]:
        """Return who was heard in a step; ticks of an earlier step no longer count."""
        return self.heard if self.heard_in == step else ()


def stopped(sitting: Sitting, now: datetime) -> Sitting:
    """Return the sitting with the stop screen up; pressing again changes nothing."""
    return sitting if sitting.is_stopped else replace(sitting, stopped_at=now)


def resumed(sitting: Sitting) -> Sitting:
    """Return the sitting as it goes on at the same spot, with the next question ready."""
    if not sitting.is_stopped:
        return sitting
    following = (sitting.question + 1) % STOP_QUESTIONS
    return replace(sitting, stopped_at=None, question=following)


def elapsed(sitting: Sitting, now: datetime) -> timedelta:
    """Return how long the plan has run.

    During a stop the clock stands still. After it every minute counts again, because the times
    on the wall stay: what a stop took shows as later than planned, until the chair moves on.
    """
    if sitting.started_at is None:
        return timedelta()
    until = sitting.stopped_at or now
    return max(timedelta(), until - sitting.started_at)
