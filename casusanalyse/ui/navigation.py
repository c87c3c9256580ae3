"""Which screens there are, and how somebody gets from one to the other."""

from base64 import b64encode
from functools import cache

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.ui.component import PARTS
from casusanalyse.ui.session import (
    CASE_IN_URL,
    forget,
    note_taker,
    open_reference,
    recall,
    remember,
)

SCREENS = (
    "cases",
    "intake",
    "checkin",
    "together",
    "family",
    "timeline",
    "network",
    "insights",
    "mirror",
    "report",
    "feedback",
    "release",
    "region",
    "piece",
    "region_codes",
    "exchange",
    "manual",
)
REGION_SCREENS = ("region", "piece", "region_codes", "exchange")
"""Screens across cases, in the order in which the bar names them."""

_WITHOUT_CASE = frozenset({"cases", "manual", *REGION_SCREENS})
_OF_THE_CHAIR = _WITHOUT_CASE - {"manual"}
"""Screens about more than one case; a note-taker, who has one, begins at another."""

_BEGIN = "checkin"


def show() -> None:
    """Show the screen somebody asked for."""
    st.set_page_config(
        page_title=text("navigation.product"),
        page_icon=_icon(),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    remember("framed", value=True)
    pages = {name: _page(name) for name in SCREENS}
    chosen = st.navigation(list(pages.values()), position="hidden")
    go = forget("go")
    if note_taker() and _name(go, chosen, pages) in _OF_THE_CHAIR:
        go = _BEGIN
    if go in pages:
        st.switch_page(pages[go], query_params=_query(go))
    chosen.run()


def _name(go: str | None, chosen: st.Page, pages: dict[str, st.Page]) -> str:
    """Return where somebody is about to be."""
    return go or next(name for name, page in pages.items() if page is chosen)


@cache
def _icon() -> str:
    picture = b64encode((PARTS / "icon.png").read_bytes()).decode()
    return f"data:image/png;base64,{picture}"


def _page(name: str) -> st.Page:
    return st.Page(
        f"pages/{name}.py",
        title=text("navigation.product"),
        url_path=text(f"navigation.{name}_url"),
        default=name == "cases",
    )


def _query(name: str) -> dict[str, str]:
    reference = open_reference()
    return {} if name in _WITHOUT_CASE or not reference else {CASE_IN_URL: reference}


def go_to(name: str, reference: str | None = None) -> None:
    """Go to another screen at the next run; call this from a button's callback."""
    remember("go", name)
    if reference is not None:
        remember("reference", reference)


def guard(name: str) -> None:
    """Send somebody who came straight to a page through the front door first."""
    if not recall("framed"):
        remember("go", name)
        if CASE_IN_URL in st.query_params:
            remember("reference", st.query_params[CASE_IN_URL])
        st.switch_page("app.py")
