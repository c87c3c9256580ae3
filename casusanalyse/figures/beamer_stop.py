"""On the beamer when somebody pressed stop: one line, one question, a still horizon."""

from casusanalyse.content.cards import stop_questions
from casusanalyse.content.text import text
from casusanalyse.figures.beamer_frame import (
    QUESTION,
    QUIET,
    WIDTH,
    fitting,
    sheet,
    smaller,
    wrapped,
    written,
)
from casusanalyse.figures.dimming import dimmed
from casusanalyse.figures.palette import INK, INK_SOFT, PAPER
from casusanalyse.figures.svg import Picture, tag

_ROOM = (1640.0, 320.0)
_LINE, _TOP, _HORIZON = 282.0, 450.0, 810.0
_LEFT, _LENGTH = 260.0, 1400.0


def stop_picture(question: int) -> Picture:
    """Draw the stop screen; always dark, whatever the look of the beamer.

    Args:
        question: 0 to 2.

    Source: Hopmans 2024, section 5.2.
    """
    asked = stop_questions()[question]
    line = text("beamer.stop")
    first, *others = smaller(QUESTION, 136, 120, 104, 92)[1:]
    letters = fitting(asked, _ROOM, (first, *others))
    lines = wrapped(asked, _ROOM[0], letters)
    middle = WIDTH / 2
    quiet = smaller(QUIET, 44)[-1]
    parts = (
        written([line], (middle, _LINE), quiet, anchor="middle"),
        written(lines, (middle, _TOP), letters, anchor="middle"),
        *_horizon(middle),
    )
    return dimmed(sheet(parts, alt=f"{line}. {asked}"))


def _horizon(middle: float) -> tuple[str, ...]:
    """Return a line that fades out to both sides, and a still circle on it."""
    stops = (
        tag("stop", offset=offset, stop_color=INK_SOFT, stop_opacity=opacity)
        for offset, opacity in (("0", "0"), ("0.5", "0.85"), ("1", "0"))
    )
    fade = tag("linearGradient", *stops, id="horizon")
    line = {"x": _LEFT, "y": _HORIZON - 1.5, "width": _LENGTH, "height": 3}
    circle = {"cx": middle, "cy": _HORIZON, "r": 20, "fill": PAPER}
    return (
        tag("defs", fade),
        tag("rect", **line, fill="url(#horizon)"),
        tag("circle", **circle, stroke=INK, stroke_width=4),
    )
