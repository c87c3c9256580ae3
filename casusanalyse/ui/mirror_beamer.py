"""Showing the mirror to the room, stage by stage, at the pace of the chair."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from casusanalyse.content.text import text
from casusanalyse.ui.frame import mute, title
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import desk
from casusanalyse.usecases.desk import CHAIR
from casusanalyse.usecases.mirror import show_mirror, shown_mirror


def mirror_head() -> None:
    """Show the title, and for the chair the buttons that reveal the mirror to the room."""
    name, said, back, on = st.columns([3, 1.6, 1, 1], vertical_alignment="center")
    with name:
        title(text("mirror.title"))
    if desk().who != CHAIR:
        return
    shown = shown_mirror(desk())
    if shown is None:
        _button(on, "show", 0, is_on=True)
        return
    page, pages = shown
    if pages == 1:
        with said:
            mute(text("mirror.shown"))
        return
    with said:
        mute(text("mirror.stage", page=page, pages=pages))
    _button(back, "back_stage", page - 2, is_on=page > 1)
    _button(on, "next_stage", page, is_on=page < pages)


def _button(column: DeltaGenerator, name: str, page: int, *, is_on: bool) -> None:
    column.button(
        text(f"mirror.{name}"),
        key=f"mirror-{name}",
        disabled=not is_on,
        on_click=partial(_show, page),
        width="stretch",
    )


def _show(page: int) -> None:
    with showing_refusals():
        show_mirror(desk(), page)
