"""What the lines and marks of the family picture mean, each with a small sample."""

from dataclasses import dataclass

from casusanalyse.analysis.family_room import Box
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.vocabulary import Bond, RelationWord
from casusanalyse.figures.family_line import Curve, parted, shaped
from casusanalyse.figures.family_person import DASHES
from casusanalyse.figures.palette import (
    ACCENT,
    ACCENT_SOFT,
    INK,
    INK_SOFT,
    LINE_STRONG,
    SURFACE,
)
from casusanalyse.figures.svg import tag

WIDE, HIGH = 46.0, 18.0

_MIDDLE = HIGH / 2
_LINE = Curve((1.0, _MIDDLE), (WIDE / 2, _MIDDLE), (WIDE - 1, _MIDDLE))
_OPEN = Box(WIDE / 2 - 2, 0, WIDE / 2 + 2, HIGH)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One sample with its words.

    Attributes:
        word: value of the `RelationWord`, empty for the other marks.
        svg: a whole small `<svg>`, decoration beside the words.
        words: what it means.
    """

    word: str = ""
    svg: str
    words: str


def family_legend(child: str = "") -> tuple[LegendEntry, ...]:
    """Return the seven relation words, then the family lines and marks.

    Args:
        child: name of the child; empty when not known.
    """
    relations = [
        LegendEntry(
            word=word.value,
            svg=_sample(shaped(word, _LINE, _OPEN, INK)),
            words=label(word),
        )
        for word in RelationWord
    ]
    return (*relations, *_marks(child))


def _marks(child: str) -> list[LegendEntry]:
    home = text("family_picture.legend_childs_home_unnamed")
    if child:
        home = text("family_picture.legend_childs_home", name=child)
    grey: dict[str, object] = {"stroke": LINE_STRONG, "stroke_width": 2}
    return [
        _entry(text("family_picture.legend_parents"), _dash(None)),
        _entry(text("family_picture.legend_former"), parted(_LINE, **grey)),
        _entry(text("family_picture.legend_step"), _dash(DASHES[Bond.STEP])),
        _entry(text("family_picture.legend_foster"), _dash(DASHES[Bond.FOSTER])),
        _entry(text("family_picture.legend_died"), _dashed_circle()),
        LegendEntry(svg=_sample(_childs_home()), words=home),
    ]


def _entry(words: str, drawing: str) -> LegendEntry:
    return LegendEntry(svg=_sample(drawing), words=words)


def _dash(dashes: str | None) -> str:
    way = f"M1 {_MIDDLE}H{WIDE - 1}"
    return tag("path", d=way, stroke=INK_SOFT, stroke_width=1.8, stroke_dasharray=dashes)


def _dashed_circle() -> str:
    edge = {"fill": SURFACE, "stroke": INK, "stroke_width": 1.8, "stroke_dasharray": "4 3"}
    return tag("circle", cx=WIDE / 2, cy=_MIDDLE, r=7.5, **edge)


def _childs_home() -> str:
    edge = {"fill": ACCENT_SOFT, "stroke": ACCENT, "stroke_width": 2, "rx": 6}
    return tag("rect", x=8, y=2, width=WIDE - 16, height=HIGH - 4, **edge)


def _sample(drawing: str) -> str:
    size = {"width": WIDE, "height": HIGH, "viewBox": f"0 0 {WIDE:.0f} {HIGH:.0f}"}
    return tag("svg", drawing, xmlns="http://www.w3.org/2000/svg", aria_hidden="true", **size)
