"""Step 3: the family members as persons, and who they are to each other."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from html import escape
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from casusanalyse.analysis.family_pairs import pairs_to_walk
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Person
from casusanalyse.domain.vocabulary import KinshipKind, RelationWord
from casusanalyse.figures.family import family_picture
from casusanalyse.figures.family_legend import family_legend
from casusanalyse.figures.family_words import family_in_words
from casusanalyse.ui.clock import today
from casusanalyse.ui.entry import entry
from casusanalyse.ui.frame import heading, is_wide, title
from casusanalyse.ui.picture import show_picture, show_signs
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import desk, picked, recall, remember
from casusanalyse.ui.side import step_of
from casusanalyse.usecases.family import add_person, place_person
from casusanalyse.usecases.household import add_household
from casusanalyse.usecases.relation import set_kinship, set_relation

_Kind = TypeVar("_Kind", bound=StrEnum)


def chosen_person(case: Case) -> Person | None:
    """Return the person whose form is open: the one chosen, else the child."""
    key = recall("person")
    found = next((one for one in case.people if one.key == key), None)
    return found or case.child


def family_mode() -> str:
    """Show the title with the choice between drawing and words; return that choice."""
    names = {mode: text(f"family.{mode}") for mode in ("drawing", "words")}
    head, choice = st.columns([1.2, 1], vertical_alignment="center")
    with head:
        title(step_of("family").title)
    chosen = choice.segmented_control(
        text("family.mode"),
        list(names),
        default="drawing",
        format_func=lambda mode: names[mode],
        key="family-mode",
        label_visibility="collapsed",
        required=True,
    )
    return chosen or "drawing"


def people_entries(case: Case) -> None:
    """Show the lines that add somebody, or a home."""
    someone, home = st.columns([1.6, 1])
    with someone:
        entry("person", case, _add, home=True)
    with home:
        entry("household", case, _add_home)


def _add(line: str) -> None:
    remember("person", add_person(desk(), line))


def _add_home(line: str) -> None:
    add_household(desk(), line)


def family_drawing(case: Case, mode: str) -> None:
    """Show the family as a drawing or in words."""
    if mode == "words":
        told = family_in_words(case)
        parts = (told.people, told.homes, told.kin, told.relations)
        st.html("".join(_sentences(part) for part in parts if part) or "&nbsp;")
        return
    person = chosen_person(case)
    drawing = family_picture(
        case,
        chosen=person.key if person else "",
        pair=_pair(case) if recall("pair") else None,
        today=today(),
        wide=is_wide(),
    )
    show_picture(
        "family",
        drawing,
        on_open=_open,
        on_move=_move,
        chosen=person.key if person else "",
    )
    child = case.child.name if case.child else ""
    show_signs((one.svg, one.words) for one in family_legend(child))


def _sentences(told: tuple[str, ...]) -> str:
    items = "".join(f"<li>{escape(one)}</li>" for one in told)
    return f'<ul class="ca-questions">{items}</ul>'


def _open(shelf: str, key: str) -> None:
    if shelf == "people":
        remember("person", key)
    elif shelf == "relations":
        remember("pair", _pair_of(key))


def _pair_of(key: str) -> tuple[str, str] | None:
    relations = desk().case().relations
    return next(((one.a, one.b) for one in relations if one.key == key), None)


def _move(key: str, x: float, y: float) -> None:
    place_person(desk(), key, x, y)


def _pair(case: Case) -> tuple[str, str] | None:
    """The pair that is open: the one chosen, else the first that has no word yet."""
    keys = {person.key for person in case.people}
    chosen = recall("pair")
    if chosen and set(chosen) <= keys:
        return chosen[0], chosen[1]
    walk = pairs_to_walk(case)
    return (walk[0][0].key, walk[0][1].key) if walk else None


def relation_choice(case: Case) -> None:
    """Show one pair at a time, with the kind words for who they are to each other."""
    pair = _pair(case)
    if pair is None:
        return
    heading(text("family.relations"))
    names = {person.key: person.name for person in case.people}
    a, b, following = st.columns([1.4, 1.4, 1], vertical_alignment="bottom")
    one = _who(a, "a", names, pair[0])
    other = _who(b, "b", names, pair[1])
    following.button(
        text("family.next_pair"),
        key="next-pair",
        on_click=partial(_walk_on, pair),
        width="stretch",
    )
    if (one, other) != pair:
        remember("pair", (one, other))
        st.rerun()
    _words(case, pair)


def _who(column: DeltaGenerator, side: str, names: dict[str, str], chosen: str) -> str:
    who: str = column.selectbox(
        text(f"family.{side}"),
        list(names),
        index=list(names).index(chosen),
        format_func=names.__getitem__,
        key=f"pair-{side}-{chosen}",
    )
    return who


def _walk_on(pair: tuple[str, str]) -> None:
    walk = [(a.key, b.key) for a, b in pairs_to_walk(desk().case())]
    place = next((at for at, one in enumerate(walk) if set(one) == set(pair)), -1)
    remember("pair", walk[(place + 1) % len(walk)] if walk else None)


def _words(case: Case, pair: tuple[str, str]) -> None:
    """Show the relation words and the family lines of one pair."""
    relation = next((one for one in case.relations if {one.a, one.b} == set(pair)), None)
    kinship = next((one for one in case.kinships if {one.a, one.b} == set(pair)), None)
    _choice(
        text("family.word"),
        RelationWord,
        relation.word if relation else None,
        key=f"word-{pair}-{relation.version if relation else 0}",
        save=lambda word: set_relation(desk(), *pair, word),
    )
    _choice(
        text("family.kinship"),
        KinshipKind,
        kinship.kind if kinship else None,
        key=f"kin-{pair}-{kinship.version if kinship else 0}",
        save=lambda kind: set_kinship(desk(), *pair, kind),
    )


def _choice(
    label: str,
    kinds: type[_Kind],
    chosen: _Kind | None,
    *,
    key: str,
    save: Callable[[_Kind | None], None],
) -> None:
    """Show the words of an enum; choosing one saves it, choosing it again takes it away."""
    words = labels(kinds)
    st.segmented_control(
        label,
        list(words),
        default=chosen.value if chosen else None,
        format_func=words.__getitem__,
        key=key,
        on_change=partial(_save, key, kinds, save),
    )


def _save(key: str, kinds: type[_Kind], save: Callable[[_Kind | None], None]) -> None:
    value = picked(key)
    with showing_refusals():
        save(kinds(value) if value else None)
