"""One person: nature first; there is no field for a problem."""

from functools import partial
from typing import Any

import streamlit as st

from casusanalyse.content.problem_words import aside, problem_words_in
from casusanalyse.content.steps import field_hint, field_label
from casusanalyse.content.text import page, text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Dwelling, Person
from casusanalyse.domain.vocabulary import Bond
from casusanalyse.ui.family import chosen_person
from casusanalyse.ui.frame import empty, heading
from casusanalyse.ui.session import desk, recall, remember
from casusanalyse.ui.sheet import Action, Block, field, sheet
from casusanalyse.usecases.family import remove_person
from casusanalyse.usecases.household import move_in, move_out, remove_household
from casusanalyse.usecases.parking import park

_NATURE = ("nature", "joy", "characteristic", "strength", "limitation", "need", "place")
_FACTS = ("kin", "birth", "died", "alias")


def person_panel(case: Case) -> None:
    """Show the form of the person that is open."""
    person = chosen_person(case)
    if person is None:
        empty("family.begin")
        return
    heading(person.name)
    natures = [_told(person, name) for name in _NATURE]
    sheet("person", [Block(key=person.key, fields=natures)], on_press=_aside)
    with st.expander(text("family.homes")):
        _homes(case, person)
    with st.expander(text("family.facts")):
        remove = Action(id="remove", label=text("family.remove"), look="quiet")
        facts = Block(key=person.key, fields=_facts(person), actions=[remove], columns=2)
        sheet("person-facts", [facts], on_press=_remove)


def _told(person: Person, name: str) -> dict[str, Any]:
    return field(
        person,
        name,
        kind="area",
        rows=1,
        label=field_label("people", name, name=person.name),
        hint="",
        placeholder=field_hint("people", name),
        aside=_invitation(person, name),
    )


def _invitation(person: Person, name: str) -> dict[str, Any] | None:
    """The kind aside beside a problem word, unless the group let it stand before."""
    left = recall("left-standing", default=())
    found = [word for word in problem_words_in(getattr(person, name)) if word not in left]
    if not found:
        return None
    said = aside(found[0], person.name)
    actions = [
        Action(id=f"park:{found[0]}", label=text("problem_words.park")),
        Action(id=f"leave:{found[0]}", label=text("problem_words.leave"), look="quiet"),
    ]
    return {"text": said, "actions": [action.told() for action in actions]}


def _aside(where: str, action: str) -> None:
    what, _, word = action.partition(":")
    if what == "park":
        _, person, _ = where.split("/")
        park(desk(), word, person)
    remember("left-standing", (*recall("left-standing", default=()), word))


def _facts(person: Person) -> list[dict[str, Any]]:
    bonds = list(labels(Bond).items())
    generations = [(int(value), word) for value, word in page("generation").items()]
    words = [field(person, name, hint="") for name in ("name", *_FACTS)]
    return [
        *words,
        field(person, "bond", kind="choice", options=bonds),
        field(person, "generation", kind="number", options=generations),
    ]


def _remove(key: str, _action: str) -> None:
    remove_person(desk(), key)
    remember("person", None)


def _homes(case: Case, person: Person) -> None:
    """Show in which homes somebody lives, over time."""
    names = {home.key: home.name for home in case.households}
    lives = [one for one in case.dwellings if one.person == person.key]
    blocks = [_home(one, names.get(one.household, "")) for one in lives]
    elsewhere = [key for key in names if key not in {one.household for one in lives}]
    moves = [
        Action(id=f"in:{key}", label=text("family.move_in", home=names[key]), look="quiet")
        for key in elsewhere
    ]
    away = [
        Action(id=f"drop:{key}", label=text("family.drop_home", home=names[key]), look="quiet")
        for key in names
        if key not in {one.household for one in case.dwellings}
    ]
    blocks.append(Block(key="elsewhere", actions=[*moves, *away]))
    sheet("homes", blocks, on_press=partial(_press, person.key))


def _home(one: Dwelling, name: str) -> Block:
    out = Action(id=f"out:{one.household}", label=text("family.move_out"), look="quiet")
    when = field(one, "when", kind="date", placeholder=text("family.when"))
    return Block(key=one.key, title=name, fields=[when], actions=[out])


def _press(person: str, _where: str, action: str) -> None:
    what, _, home = action.partition(":")
    if what == "in":
        move_in(desk(), person, home)
    elif what == "out":
        move_out(desk(), person, home)
    else:
        remove_household(desk(), home)
