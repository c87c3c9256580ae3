"""Screen: the mirror of family and professionals."""

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.ui.frame import open_session
from casusanalyse.ui.mirror import (
    mirror_choice,
    mirror_drawing,
    mirror_suggestion,
    mirror_ties,
)
from casusanalyse.ui.mirror_beamer import mirror_head
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.session import desk
from casusanalyse.ui.strip import family_strip
from casusanalyse.usecases.codebook import in_words

case = in_words(desk(), open_session("mirror"))
mirror_head()
family_strip(case)
chosen, asked = st.columns(2, gap="small")
with chosen:
    mirror_choice(case)
with asked:
    mirror_suggestion(case)
mirror_drawing(case)
mirror_ties(case)
st.button(text("mirror.back"), on_click=go_to, args=("timeline",), type="tertiary")
