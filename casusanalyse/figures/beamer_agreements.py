"""On the beamer: what the group agreed."""

from datetime import date

from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.participant import Agreement
from casusanalyse.domain.sitting import Scene
from casusanalyse.domain.vocabulary import AgreementMoment
from casusanalyse.figures.beamer_frame import (
    STEP_MARGIN,
    WIDTH,
    Letters,
    step_sheet,
    wrapped,
    written,
)
from casusanalyse.figures.beamer_list import Column, listed, pages
from casusanalyse.figures.svg import Picture

_LIST = Column(
    left=760.0, right=WIDTH - STEP_MARGIN, top=138.0, bottom=890.0, letters=Letters(size=46)
)
_HEADING = Letters(size=84, weight=700, leading=1.08)
_ROOM = 600.0
_TOP = 420.0
_LAST_STEP = 5


def agreements_scene(case: Case, scene: Scene, _today: date) -> Picture:
    """Draw the agreements for today, in step 5 those for afterwards; seven at most per page."""
    is_last = scene.step == _LAST_STEP
    moment = AgreementMoment.AFTERWARDS if is_last else AgreementMoment.TODAY
    said = [_sentence(one) for one in case.agreements if one.moment is moment]
    every = pages(said, _LIST) or [[]]
    page = every[scene.page % len(every)]
    heading = text(f"beamer.agreements_{moment.value}")
    parts = (
        written(wrapped(heading, _ROOM, _HEADING), (STEP_MARGIN, _TOP), _HEADING),
        listed(page, _LIST),
    )
    alt = text("beamer.alt_agreements", heading=heading, list=" ".join(page))
    return step_sheet(scene.step, parts, alt=alt, room=_ROOM)


def _sentence(agreement: Agreement) -> str:
    """Return what was agreed; for today everybody keeps it, afterwards it is somebody's."""
    by = ", ".join(filter(None, (agreement.who, agreement.due)))
    if agreement.moment is AgreementMoment.TODAY or not by:
        return agreement.what
    return text("beamer.agreement", what=agreement.what, by=by)
