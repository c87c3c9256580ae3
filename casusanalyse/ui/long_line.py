"""Opening and closing the long line: one key there, and back to the exact event."""

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.domain.projection import Viewer, as_seen
from casusanalyse.figures.long_line_pages import Shows, line_pages, told_layers
from casusanalyse.ui.choice import chosen_event
from casusanalyse.ui.clock import today
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import desk, forget, recall, remember
from casusanalyse.usecases.long_line import leave_line, show_line, shown_page

_IN_URL = "grote-lijn"
_OPEN, _PAGE = "long-line", "long-line-page"
_IS_OPEN = "open"
"""How an open line stands in the address."""


def is_long_line_open() -> bool:
    """Tell whether the long line takes the place of the timeline, also after a reload."""
    if recall(_OPEN) is None:
        remember(_OPEN, st.query_params.get(_IN_URL, ""))
    return bool(recall(_OPEN))


def toggle_long_line() -> None:
    """Open the long line at its beginning, or return to the exact event."""
    with showing_refusals():
        if is_long_line_open():
            _close()
        else:
            _open()


def long_line_button() -> None:
    """Show the button that opens the long line."""
    st.button(
        text("long_line_screen.open"),
        key="open-long-line",
        on_click=toggle_long_line,
        help=text("long_line_screen.open_help"),
        width="stretch",
    )


def keep_in_address() -> None:
    """Let the address tell that the line is open, also when somebody came from elsewhere."""
    if st.query_params.get(_IN_URL) != recall(_OPEN):
        st.query_params[_IN_URL] = recall(_OPEN)


def line_page() -> int:
    """Return how far the line is revealed here; after a reload as far as on the beamer."""
    if recall(_PAGE) is None:
        remember(_PAGE, shown_page(desk()))
    page: int = recall(_PAGE)
    return page


def step_line(by: int) -> None:
    """Go one page on or back, past the national figures."""
    case = as_seen(desk().case(), Viewer.BEAMER)
    pages = line_pages(told_layers(case, today=today()))
    ordinary = [at for at, one in enumerate(pages) if one.shows is not Shows.NATIONAL]
    now = line_page()
    found = [at for at in ordinary if (at > now if by > 0 else at < now)]
    if found:
        turn_to(found[0] if by > 0 else found[-1])


def turn_to(page: int) -> None:
    """Show a page here and on the beamer."""
    with showing_refusals():
        remember(_PAGE, page)
        show_line(desk(), page, _event())


def _open() -> None:
    show_line(desk(), 0, _event())
    remember(_OPEN, _IS_OPEN)
    remember(_PAGE, 0)
    if recall("screen") != "timeline":
        go_to("timeline")


def _close() -> None:
    leave_line(desk(), _event())
    remember(_OPEN, "")
    forget(_PAGE)
    if _IN_URL in st.query_params:
        del st.query_params[_IN_URL]


def _event() -> str:
    event = chosen_event(desk().case())
    return event.key if event else ""
