"""Language without blame: quiet asides, and before the draft leaves a list to look at."""

from collections.abc import Iterable
from functools import partial
from itertools import groupby
from typing import Any

import streamlit as st

from casusanalyse.content.steps import steps
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.vocabulary import AgreementMoment
from casusanalyse.ui.choice import choose_event
from casusanalyse.ui.frame import mute
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.session import desk, remember
from casusanalyse.ui.sheet import Action, Block, sheet
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.language import Aside, asides_of, quiet_aside

MOST_SHOWN = 8

_PROCESS = "process-"
_SCREENS = {
    "intake": "intake",
    "people": "family",
    "relations": "family",
    "events": "timeline",
    "perspectives": "timeline",
    "mirrors": "mirror",
}
"""Where a record is changed; everything else stands in step 5."""


def note_aside(case: Case, key: str) -> dict[str, Any] | None:
    """Return the aside under a process note, if any; the answers of the group have none."""
    said = quiet_aside(case, case.note(key)) if key.startswith(_PROCESS) else ""
    return {"text": said, "actions": []} if said else None


def language_list(case: Case) -> None:
    """Show which sentences may be worth a second look; nothing changes by itself."""
    places = _places(asides_of(case, book(desk())))
    if not places:
        return
    with st.expander(counted("language.title", len(places))):
        mute(text("language.help"))
        go = Action(id="go", label=text("language.go"), look="quiet")
        blocks = [
            Block(
                key=str(at),
                title=here[0].where,
                lines=[here[0].said.sentence, *(one.said.aside for one in here)],
                actions=[go],
                look="line",
            )
            for at, here in enumerate(places[:MOST_SHOWN])
        ]
        sheet("language", blocks, on_press=partial(_go, case, places))
        if len(places) > MOST_SHOWN:
            mute(counted("language.more", len(places) - MOST_SHOWN))


def _places(found: Iterable[Aside]) -> list[list[Aside]]:
    """Put together what stands in one sentence."""
    together = groupby(found, lambda one: (one.shelf, one.key, one.field, one.said.sentence))
    return [list(here) for _, here in together]


def _go(case: Case, places: list[list[Aside]], at: str, _action: str) -> None:
    one = places[int(at)][0]
    if one.shelf in {"events", "moments"}:
        choose_event(one.key)
    elif one.shelf == "perspectives":
        choose_event(next(seen.event for seen in case.perspectives if seen.key == one.key))
    elif one.shelf == "people":
        remember("person", one.key)
    elif one.shelf == "mirrors":
        remember("mirror", one.key)
    go_to(_screen(case, one))


def _screen(case: Case, one: Aside) -> str:
    if one.shelf == "notes":
        return next(
            step.slug for step in steps() if one.key in {note.id for note in step.notes}
        )
    today = {made.key for made in case.agreements if made.moment is AgreementMoment.TODAY}
    if one.shelf == "agreements" and one.key in today:
        return "together"
    return _SCREENS.get(one.shelf, "insights")
