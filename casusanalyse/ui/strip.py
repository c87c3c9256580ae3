"""The narrow strip that keeps the family in sight in steps 4 and 5."""

from html import escape

import streamlit as st

from casusanalyse.content.date_words import say_age
from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Person
from casusanalyse.domain.vocabulary import Bond
from casusanalyse.ui.clock import today

MOST_PEOPLE = 6
NATURE_LENGTH = 60


def family_strip(case: Case) -> None:
    """Show the child first, then those whose nature the group described."""
    people = sorted(case.people, key=_place)
    told = [one for one in people if one.bond is Bond.CHILD or one.nature][:MOST_PEOPLE]
    if told:
        cells = "".join(_cell(one) for one in told)
        st.html(f'<ul class="ca-strip">{cells}</ul>')


def _place(person: Person) -> tuple[bool, float]:
    return person.bond is not Bond.CHILD, person.rank


def _cell(person: Person) -> str:
    is_child = person.bond is Bond.CHILD
    beside = say_age(person.birth, today()) if is_child and person.birth else person.kin
    return (
        f"<li><b>{escape(person.name)}</b> <em>{escape(beside)}</em>"
        f"<span>{escape(short(person.nature))}</span></li>"
    )


def short(nature: str) -> str:
    """Return the first words of a nature, cut between words."""
    if len(nature) <= NATURE_LENGTH:
        return nature
    return nature[:NATURE_LENGTH].rsplit(" ", 1)[0].rstrip(",.;") + "…"
