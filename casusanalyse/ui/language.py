"""Language without blame: quiet asides, and before the draft leaves a list to look at."""

from functools import partial
from typing import Any

import streamlit as st

from casusanalyse.content.steps import steps
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.vocabulary import AgreementMoment
from casusanalyse.ui.choice import choose_event
from casusanalyse.ui.frame import mute
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.session import remember
from casusanalyse.ui.sheet import Action, Block, sheet
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
    """Show which words of the draft may be worth a second look; nothing changes by itself."""
    found = asides_of(case)
    if not found:
        return
    with st.expander(counted("language.title", len(found))):
        mute(text("language.help"))
        go = Action(id="go", label=text("language.go"), look="quiet")
        blocks = [
            Block(
                key=str(at),
                title=one.where,
                lines=[one.said.sentence, one.said.aside],
                actions=[go],
                look="line",
            )
            for at, one in enumerate(found[:MOST_SHOWN])
        ]
        sheet("language", blocks, on_press=partial(_go, case, found))
        if len(found) > MOST_SHOWN:
            mute(counted("language.more", len(found) - MOST_SHOWN))


def _go(case: Case, found: tuple[Aside, ...], at: str, _action: str) -> None:
    one = found[int(at)]
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
