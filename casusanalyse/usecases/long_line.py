"""The long line: show it to the room layer by layer, and take it along as a file."""

from datetime import date
from pathlib import Path

from casusanalyse.content.date_words import say_long_day
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.projection import Viewer, as_seen
from casusanalyse.domain.pseudonyms import pseudonymised
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.figures.long_line import long_line_on_paper, long_line_picture
from casusanalyse.figures.long_line_file import standing_alone
from casusanalyse.figures.long_line_pages import line_name, line_pages, told_layers
from casusanalyse.figures.png import png
from casusanalyse.report.long_line import LongLineText, long_line_document
from casusanalyse.report.word.drawing import Drawing
from casusanalyse.report.word.properties import Properties
from casusanalyse.usecases.desk import CHAIR, Desk
from casusanalyse.usecases.report import TEMPLATE, pseudonym_words
from casusanalyse.usecases.sitting import show, sitting_of

_STEP = 4
_ZOOM = 1.5
"""Gives 200 dots per inch and more at the width of a page on its side."""


def show_line(desk: Desk, page: int, event: str) -> None:
    """Put the long line on the beamer; only the chair does, others look for themselves.

    Args:
        desk: who asks.
        page: position of the reveal.
        event: key of the event to come back to, or empty.

    Raises:
        Refusal: `unknown_case`.
    """
    if desk.who == CHAIR:
        show(desk, Scene(kind=SceneKind.LONG_LINE, step=_STEP, page=page, event=event))


def leave_line(desk: Desk, event: str) -> None:
    """Bring the beamer back to the exact event, or to the question of the step without one.

    Args:
        desk: who asks; only the chair changes the beamer.
        event: key of the event, or empty.

    Raises:
        Refusal: `unknown_case`.
    """
    if desk.who != CHAIR:
        return
    kind = SceneKind.EVENT if event else SceneKind.QUESTION
    show(desk, Scene(kind=kind, step=_STEP, event=event))


def shown_page(desk: Desk) -> int:
    """Return how far the long line is revealed on the beamer; 0 when it shows something else.

    Raises:
        Refusal: `unknown_case`.
    """
    scene = sitting_of(desk).scene
    return scene.page if scene.kind is SceneKind.LONG_LINE else 0


def line_as_svg(case: Case, *, today: date, names: bool = False) -> bytes:
    """Return the whole line as a drawing that looks the same on every computer."""
    told = _told(case, names=names)
    picture = long_line_picture(told, today=today, page=_last(told, today))
    return standing_alone(picture).encode()


def line_as_png(case: Case, *, today: date, names: bool = False) -> bytes:
    """Return the whole line as a picture of 2880 by 1620 pixels."""
    told = _told(case, names=names)
    picture = long_line_picture(told, today=today, page=_last(told, today))
    return png(picture, zoom=_ZOOM)


def line_as_word(
    case: Case, *, today: date, names: bool = False, template: Path = TEMPLATE
) -> bytes:
    """Return the whole line on one A4: a heading, the picture and its sentences.

    Args:
        case: the whole case; what is hidden stays out.
        today: where the line ends.
        names: real names instead of pseudonyms.
        template: whose styles it takes.
    """
    told = _told(case, names=names)
    picture = long_line_on_paper(told, today=today)
    title = text("long_line_layers.head", name=line_name(told))
    day = say_long_day(today)
    said = LongLineText(
        title=title,
        line=text("long_line_screen.line", reference=case.reference, day=day),
        note=text("long_line_screen.note"),
        sentences=tuple(layer.sentence for layer in told_layers(told, today=today)),
    )
    drawing = Drawing(
        png=png(picture, zoom=_ZOOM),
        width=picture.width,
        height=picture.height,
        alt=picture.alt,
    )
    properties = Properties(
        title=title,
        subject=text("long_line_screen.title"),
        status=text("report.draft"),
        case=case.key,
        made_on=today,
    )
    return long_line_document(template.read_bytes(), said, drawing, properties)


def line_file_name(case: Case) -> str:
    """Return the name of a file without its ending; it says nothing about the child."""
    return text("long_line_screen.file_name", reference=case.reference)


def _told(case: Case, *, names: bool) -> Case:
    seen = as_seen(case, Viewer.BEAMER)
    return seen if names else pseudonymised(seen, pseudonym_words())


def _last(case: Case, today: date) -> int:
    return len(line_pages(told_layers(case, today=today)))
