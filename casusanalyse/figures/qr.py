"""An address as a QR code, drawn by ourselves."""

import segno

from casusanalyse.figures.svg import tag

_QUIET = 4
"""White squares around the code, in squares; a camera needs them. Source: ISO/IEC 18004."""

# Three figures instead of six: the dark look of the beamer leaves these colours alone, because
# many cameras cannot read a code that is light on dark.
_DARK, _LIGHT = "#000", "#FFF"


def qr_parts(text: str, x: float, y: float, size: float) -> str:
    """Return a QR code as SVG, with its white edge.

    Args:
        text: what it says; an address of ours takes 29 squares a side.
        x: left side of the white edge.
        y: its top.
        size: a side of the whole, in units of the drawing.
    """
    code = segno.make_qr(text, error="m")
    squares = code.symbol_size(border=_QUIET)[0]
    one = size / squares
    path = "".join(
        f"M{column + _QUIET} {row + _QUIET}h1v1h-1z"
        for row, line in enumerate(code.matrix)
        for column, is_dark in enumerate(line)
        if is_dark
    )
    ground = tag("rect", x=x, y=y, width=size, height=size, fill=_LIGHT)
    place = f"translate({x} {y}) scale({one:.4f})"
    return ground + tag(
        "path", d=path, fill=_DARK, transform=place, shape_rendering="crispEdges"
    )
