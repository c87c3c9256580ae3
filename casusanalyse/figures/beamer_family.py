"""On the beamer: the family picture of step 3, large enough to read from ten metres."""

from datetime import date

from casusanalyse.analysis.family import places
from casusanalyse.analysis.family_room import WIDTH as LAYOUT_WIDTH
from casusanalyse.analysis.family_spot import CELL_WIDTH, DROP
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.sitting import Scene
from casusanalyse.figures.beamer_frame import (
    HEIGHT,
    MARGIN,
    QUIET,
    WIDTH,
    sheet,
    step_of,
    written,
)
from casusanalyse.figures.family import View, family_parts
from casusanalyse.figures.family_face import CHILD_RADIUS, Hand
from casusanalyse.figures.family_words import family_in_words
from casusanalyse.figures.palette import PAPER
from casusanalyse.figures.svg import Picture, at_rest, tag

_HEAD, _TOP, _FOOT = 74.0, 104.0, 24.0
_ROOM = (WIDTH - 2 * MARGIN, HEIGHT - _TOP - _FOOT)
_LEAST = 28.5
_STEP = 3


def family_scene(case: Case, _scene: Scene, today: date) -> Picture:
    """Draw everybody where they stand on the screen, with larger letters and fewer words."""
    layout = places(case)
    wide, high = _ROOM
    zoom = high / layout.height
    across = wide / zoom
    hand = _hand(zoom, across / LAYOUT_WIDTH)
    child = case.child.key if case.child else ""
    view = View(
        layout=layout, across=across, hand=hand, ground=PAPER, today=today, chosen=child
    )
    move = f"translate({MARGIN:.0f} {_TOP:.0f}) scale({zoom:.4f})"
    title = step_of(_STEP).title
    parts = (
        written([title], (MARGIN, _HEAD), QUIET),
        tag("g", at_rest(family_parts(case, view)), transform=move),
    )
    said = " ".join(family_in_words(case).people)
    return sheet(parts, alt=text("beamer.alt_family", title=title, people=said).strip())


def _hand(zoom: float, stretch: float) -> Hand:
    """Return letters that are large enough once the picture is enlarged.

    Args:
        zoom: from units of the picture to pixels of the sheet.
        stretch: how much further apart people stand than the layout asks for.
    """
    size = _LEAST / zoom
    line, below = size * 1.16, size * 1.08
    free = DROP - CHILD_RADIUS - below
    return Hand(
        words=size,
        name=size * 1.06,
        initial=size,
        line=line,
        below=below,
        room=CELL_WIDTH * stretch - 10,
        most=int(free / line) - 1,
        is_calm=True,
    )
