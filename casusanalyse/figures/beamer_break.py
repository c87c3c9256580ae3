"""On the beamer during the break."""

from casusanalyse.content.text import text
from casusanalyse.figures.beamer_frame import QUESTION, WIDTH, Letters, sheet, smaller, written
from casusanalyse.figures.palette import INK_SOFT, LINE_STRONG, PAPER, PRIMARY
from casusanalyse.figures.svg import Picture, tag

_UNTIL = Letters(size=72, colour=INK_SOFT)
_WORD, _TIME, _HORIZON = 470.0, 600.0, 810.0
_LEFT, _RIGHT = 460.0, 1460.0


def break_picture(until: str = "") -> Picture:
    """Draw the break.

    Args:
        until: time on the wall, such as `14:35`; empty when nobody knows.
    """
    middle, large = WIDTH / 2, smaller(QUESTION, 150)[-1]
    word = text("beamer.break")
    parts = [_horizon(middle), written([word], (middle, _WORD), large, anchor="middle")]
    if not until:
        return sheet(parts, alt=f"{word}.")
    time = text("beamer.break_until", time=until)
    parts.append(written([time], (middle, _TIME), _UNTIL, anchor="middle"))
    return sheet(parts, alt=f"{word} {time}.")


def _horizon(middle: float) -> str:
    line = {"stroke": LINE_STRONG, "stroke_width": 3, "stroke_linecap": "round"}
    circle = {"cx": middle, "cy": _HORIZON, "r": 20, "fill": PAPER}
    way = f"M{_LEFT} {_HORIZON}H{_RIGHT}"
    return tag("path", d=way, **line) + tag("circle", **circle, stroke=PRIMARY, stroke_width=4)
