"""The manual inside the app, one page at a time."""

import streamlit as st

from casusanalyse.content.manual import manual_pages
from casusanalyse.content.text import text


def manual_reader() -> None:
    """Show the pages of the manual with a list to choose from."""
    pages = {page.slug: page for page in manual_pages()}
    names, reading = st.columns([1, 3])
    with names:
        chosen = st.radio(
            text("navigation.manual_pages"),
            list(pages),
            format_func=lambda slug: pages[slug].title,
            key="manual-page",
        )
    with reading, st.container(border=True):
        st.markdown(pages[chosen].text)
