"""Step 2: opposite each other or beside each other, and what the group agrees for today."""

from functools import partial
from html import escape

import streamlit as st

from casusanalyse.content.steps import check_out_questions, field_label
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.vocabulary import AgreementMoment
from casusanalyse.figures.spread import spread_picture
from casusanalyse.ui.checkin import stops_of
from casusanalyse.ui.entry import entry
from casusanalyse.ui.frame import empty, heading, mute
from casusanalyse.ui.picture import show_picture
from casusanalyse.ui.session import desk, recall, remember
from casusanalyse.ui.sheet import Action, Block, field, sheet
from casusanalyse.usecases.participants import add_agreement, give_position, remove_agreement


def positions(case: Case, name: str) -> None:
    """Show the spread of the group, and a row of words to place one person at a time.

    What somebody answered is never shown beside their name.

    Args:
        case: as it is now.
        name: `position` in step 2, `position_after` at the check-out.
    """
    heading(field_label("participants", name))
    if not case.participants:
        empty("together.nobody")
        return
    given = [getattr(one, name) for one in case.participants]
    places = [place for place in given if place is not None]
    drawing = spread_picture(places, stops_of("position"), alt=_in_words(places))
    show_picture(f"spread-{name}", drawing)
    _turn(case, name)


def _in_words(places: list[int]) -> str:
    stops = stops_of("position")
    if not places:
        return text("together.no_places")
    return text("together.places", low=stops[min(places)], high=stops[max(places)])


def _turn(case: Case, name: str) -> None:
    """Show whose turn it is; after an answer the turn goes to somebody without one."""
    waiting = [one for one in case.participants if getattr(one, name) is None]
    people = {one.key: one.name for one in case.participants}
    key = f"turn-{name}"
    if recall(key) not in people:
        remember(key, waiting[0].key if waiting else None)
    chooser, words = st.columns([1, 3], vertical_alignment="bottom")
    chosen = chooser.selectbox(
        text("together.turn"),
        list(people),
        index=list(people).index(recall(key)) if recall(key) else None,
        format_func=lambda one: people[one],
        placeholder=text("together.all_placed"),
        key=f"choose-{key}-{recall(key)}",
    )
    with words:
        _words_to_place(chosen, name)


def _words_to_place(chosen: str | None, name: str) -> None:
    actions = [
        Action(id=str(place), label=word) for place, word in enumerate(stops_of("position"))
    ]
    blocks = [Block(key=chosen, actions=actions)] if chosen else []
    sheet(f"place-{name}", blocks, on_press=partial(_place, name))


def _place(name: str, key: str, place: str) -> None:
    give_position(desk(), key, int(place), name)
    remember(f"turn-{name}", None)


def agreements(case: Case, moment: AgreementMoment) -> None:
    """Show the agreements of one moment, and the line that adds one."""
    chosen = [one for one in case.agreements if one.moment is moment]
    name = f"agreement_{moment.value}"
    entry(name, case, partial(_agree, moment))
    if not chosen:
        mute(text(f"together.no_{name}"))
    fields = ("what",) if moment is AgreementMoment.TODAY else ("what", "who", "due")
    blocks = [
        Block(
            key=one.key,
            fields=[
                *(field(one, each, hint="", wide=each == "what") for each in fields),
                field(one, "starred", kind="star"),
            ],
            columns=max(2, len(fields) - 1),
            actions=[Action(id="remove", label=text("checkin.remove"), look="quiet")],
            look="line",
        )
        for one in chosen
    ]
    sheet(name, blocks, on_press=_drop)


def _agree(moment: AgreementMoment, line: str) -> None:
    add_agreement(desk(), line, moment)


def _drop(key: str, _action: str) -> None:
    remove_agreement(desk(), key)


def check_out(case: Case) -> None:
    """Show what everybody takes along, and whether it changes their work."""
    asked = "".join(f"<li>{escape(one)}</li>" for one in check_out_questions())
    st.html(f'<ul class="ca-questions">{asked}</ul>')
    blocks = [
        Block(
            key=one.key,
            title=one.name,
            meta=one.function,
            look="card",
            fields=[
                field(one, "takes_along", kind="area", rows=1),
                field(one, "learned", kind="area", rows=1),
            ],
        )
        for one in case.participants
    ]
    sheet("check-out", blocks, look="row2")
