"""Say no in Dutch instead of with a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.domain.problems import Refusal
from casusanalyse.ui.session import forget, remember


def sentence(refusal: Refusal) -> str:
    """Return what a refusal says in Dutch."""
    return text(f"refusal.{refusal.code}", **refusal.facts)


@contextmanager
def showing_refusals() -> Iterator[None]:
    """Keep the refusal of what happens inside for `show_refusal`; let bugs through."""
    try:
        yield
    except Refusal as refusal:
        remember("refusal", sentence(refusal))


def show_refusal() -> None:
    """Show the refusal of the last thing somebody did, once."""
    said = forget("refusal")
    if said:
        st.html(f'<p class="ca-aside" role="status">{escape(said)}</p>')
