"""A drawing on the screen whose items can be chosen and, sometimes, moved."""

from base64 import b64encode
from collections.abc import Callable, Iterable
from functools import partial
from html import escape

import streamlit as st

from casusanalyse.figures.svg import Picture
from casusanalyse.ui.component import part
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import told_by

_SVG = "http://www.w3.org/2000/svg"

_LEAST = 0.85
"""How small a drawing may become before it scrolls."""

Open = Callable[[str, str], None]
Move = Callable[[str, float, float], None]


def show_picture(
    name: str,
    drawing: Picture,
    *,
    on_open: Open | None = None,
    on_move: Move | None = None,
    chosen: str = "",
) -> None:
    """Show a drawing.

    Args:
        name: unique on the page.
        drawing: made in `figures/`.
        on_open: called with shelf and key of what somebody chose.
        on_move: called with key and new place, both 0..1 of width and height.
        chosen: key of the item that is open.
    """
    part("picture")(
        key=name,
        data={
            "svg": drawing.svg,
            "chosen": chosen,
            "bare": False,
        },
        on_act_change=partial(_act, name, on_open, on_move),
    )


def show_choice(name: str, drawing: Picture, on_open: Open, *, chosen: str = "") -> None:
    """Show a small drawing without a frame, whose items can be chosen."""
    part("picture")(
        key=name,
        data={"svg": drawing.svg, "chosen": chosen, "bare": True},
        on_act_change=partial(_act, name, on_open, None),
    )


def show_sheet(name: str, drawing: Picture) -> None:
    """Show a drawing without a frame to look at; in a narrow window it can be scrolled."""
    least = drawing.width * _LEAST
    part("picture")(
        key=name, data={"svg": drawing.svg, "chosen": "", "bare": True, "scrolls": least}
    )


def show_legend(name: str, drawing: Picture) -> None:
    """Show what the signs of a drawing mean: a drawing itself, without a frame."""
    part("picture")(key=name, data={"svg": drawing.svg, "chosen": "", "bare": True})


def show_signs(signs: Iterable[tuple[str, str]]) -> None:
    """Show small drawings in a row, each with its words."""
    told = "".join(_sign(svg, words) for svg, words in signs)
    st.html(f'<div class="ca-legend">{told}</div>')


def _sign(svg: str, words: str) -> str:
    # Inline SVG is taken out of HTML by the platform; as an image it stays.
    drawn = b64encode(_alone(svg).encode()).decode()
    image = f'<img alt="" src="data:image/svg+xml;base64,{drawn}">'
    return f"<span>{image} {escape(words)}</span>"


def _alone(svg: str) -> str:
    """An image stands alone, so it has to say that it is SVG."""
    return svg if "xmlns=" in svg else svg.replace("<svg", f'<svg xmlns="{_SVG}"', 1)


def _act(name: str, on_open: Open | None, on_move: Move | None) -> None:
    told = told_by(name)
    if not told:
        return
    with showing_refusals():
        if on_open and "open" in told:
            on_open(str(told["open"]["shelf"]), str(told["open"]["key"]))
        if on_move and "moved" in told:
            moved = told["moved"]
            on_move(str(moved["key"]), float(moved["x"]), float(moved["y"]))
