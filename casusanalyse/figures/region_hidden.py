"""How a hidden number looks: always the same, whatever the truth is."""

from casusanalyse.figures.palette import HATCH, PAPER
from casusanalyse.figures.svg import tag

_STEP = 7
_SIGN = 24


def hatched(x: float, y: float, width: float, height: float) -> str:
    """Return a hatched box, without a pattern by name, so that it looks the same anywhere."""
    lines = " ".join(
        _line((x, y, width, height), at) for at in range(_STEP, int(width + height), _STEP)
    )
    return (
        tag("rect", x=x, y=y, width=width, height=height, fill=PAPER)
        + tag("path", d=lines, stroke=HATCH, stroke_width=1.8, fill="none")
        + tag(
            "rect",
            x=x,
            y=y,
            width=width,
            height=height,
            fill="none",
            stroke=HATCH,
            stroke_width=1.5,
        )
    )


def hidden_sign() -> str:
    """Return a small hatched box, for beside the words that explain it."""
    box = hatched(1, 1, _SIGN - 2, _SIGN - 2)
    return tag("svg", box, viewBox=f"0 0 {_SIGN} {_SIGN}", width=_SIGN, height=_SIGN)


def _line(box: tuple[float, float, float, float], at: float) -> str:
    """Return one line rising to the right, cut off by the box."""
    x, y, width, height = box
    low, high = min(at, height), max(0.0, at - width)
    left, right = max(0.0, at - height), min(at, width)
    return f"M{x + left:.1f} {y + low:.1f}L{x + right:.1f} {y + high:.1f}"
