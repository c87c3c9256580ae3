"""Step 1: who is here, how do they sit here, what do they hope for."""

from typing import Any

from casusanalyse.content.text import page, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.participant import Participant
from casusanalyse.ui.entry import entry
from casusanalyse.ui.frame import empty
from casusanalyse.ui.session import desk, recall, remember
from casusanalyse.ui.sheet import Action, Block, field, sheet
from casusanalyse.usecases.participants import add_participant, remove_participant


def participant_entry(case: Case) -> None:
    """Show the one line that adds somebody."""
    entry("participant", case, _add, home=True)
    if not case.participants:
        empty("checkin.none")


def participant_sheet(case: Case) -> None:
    """Show a card for everybody, with what they bring."""
    opened = recall("participant")
    cards = [_card(one, opened=one.key == opened) for one in case.participants]
    sheet("participants", cards, look="row2", on_press=_press)


def _card(one: Participant, *, opened: bool) -> Block:
    facts = " · ".join(fact for fact in (one.function, one.organisation) if fact)
    details = Action(
        id="close" if opened else "open",
        label=text("checkin.close" if opened else "checkin.details"),
        look="quiet",
        says=text("checkin.details_of", name=one.name),
    )
    remove = Action(id="remove", label=text("checkin.remove"), look="quiet")
    return Block(
        key=one.key,
        title=one.name,
        meta=facts,
        actions=(details, remove) if opened else (details,),
        look="card",
        columns=2,
        fields=_details(one) + _bring(one) if opened else _bring(one),
    )


def _details(one: Participant) -> list[dict[str, Any]]:
    names = ("name", "function", "organisation", "relation", "email")
    return [field(one, name, wide=name == "email", hint="") for name in names]


def _bring(one: Participant) -> list[dict[str, Any]]:
    return [
        field(one, "check_in", kind="area", wide=True, rows=2, hint=""),
        scale(one, "calm", wide=True, label=text("checkin.calm")),
        scale(one, "rest", wide=True, label=text("checkin.rest")),
        field(one, "hope", kind="area", wide=True, rows=1),
    ]


def scale(one: Participant, name: str, **more: object) -> dict[str, Any]:
    """Return a field that is a place on a line between two words."""
    stops = stops_of(name)
    ends = [stops[0], stops[-1]]
    options = list(enumerate(stops))
    return field(one, name, kind="scale", ends=ends, options=options, hint="", **more)


def stops_of(name: str) -> list[str]:
    """Return the words along a line, from left to right."""
    stops: list[str] = page("scale")[name]
    return stops


def _add(line: str) -> None:
    add_participant(desk(), line)


def _press(key: str, action: str) -> None:
    if action == "remove":
        remove_participant(desk(), key)
    remember("participant", key if action == "open" else None)
