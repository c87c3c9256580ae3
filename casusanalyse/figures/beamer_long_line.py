"""The long line on the beamer."""

from datetime import date

from casusanalyse.domain.case import Case
from casusanalyse.domain.sitting import Scene
from casusanalyse.figures.long_line import long_line_picture
from casusanalyse.figures.svg import Picture


def long_line_scene(case: Case, scene: Scene, today: date) -> Picture:
    """Draw the long line as far as the chair revealed it; the page is the position."""
    return long_line_picture(case, today=today, page=scene.page)
