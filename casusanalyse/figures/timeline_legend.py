"""What the shapes on the line mean, each as a small drawing with its words."""

from casusanalyse.content.text import page
from casusanalyse.figures.palette import DIRECTION, HELP, STAY
from casusanalyse.figures.svg import Picture, picture
from casusanalyse.figures.timeline_bars import Bar, bracket, outline
from casusanalyse.figures.timeline_marks import Mark, Shape, diamond, drawn

_HEIGHT = 16.0
_MIDDLE = 8.0


def timeline_legend() -> tuple[Picture, ...]:
    """Return the small drawings in the order of the legend; the words are in `alt`."""
    said = page("timeline_picture")["legend"]
    return tuple(
        picture([drawing], width=wide, height=_HEIGHT, alt=said[key])
        for key, (wide, drawing) in _drawings().items()
    )


def _drawings() -> dict[str, tuple[float, str]]:
    soft = Bar(key="", left=0, right=30, said=(), fill="#E0E6F2", hard_right=False)
    light = Bar(key="", left=0, right=16, said=(), fill="#EAF3F2")
    heavy = Bar(key="", left=16, right=32, said=(), fill="#A9CECB")
    return {
        "known": (14, _mark(Shape.KNOWN, 2, 12)),
        "within": (28, _mark(Shape.WITHIN, 2, 26)),
        "unsure": (14, _mark(Shape.UNSURE, 2, 12)),
        "lasting": (28, _mark(Shape.LASTING, 2, 26)),
        "crucial": (18, _mark(Shape.KNOWN, 1.5, 16.5, is_crucial=True)),
        "differently": (14, diamond(2, _MIDDLE)),
        "gap": (30, bracket(0, 30, 14)),
        "pause": (
            30,
            f'<path d="M2 8H28" fill="none" stroke="{HELP}" stroke-width="1.3"'
            ' stroke-dasharray="1 4"/>',
        ),
        "soft_end": (32, outline(soft, 2, 12, DIRECTION)),
        "heavier": (34, outline(light, 2, 12, STAY) + outline(heavy, 2, 12, STAY)),
    }


def _mark(shape: Shape, left: float, right: float, *, is_crucial: bool = False) -> str:
    middle = left + 5 if shape is Shape.LASTING else (left + right) / 2
    return drawn(Mark(shape, middle, left, right, is_crucial), _MIDDLE)
