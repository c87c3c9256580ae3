"""The draft report in Word: what goes in, what stays out, and making it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from casusanalyse.content.text import page, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.pseudonyms import PseudonymWords, pseudonymised
from casusanalyse.domain.vocabulary import Lane, OrganisationKind
from casusanalyse.figures.family import family_picture
from casusanalyse.figures.life_line import life_line_picture
from casusanalyse.figures.network import network_picture
from casusanalyse.figures.network_people import Cast
from casusanalyse.figures.png import png
from casusanalyse.figures.svg import Picture
from casusanalyse.report.chapters.contents import report_fields
from casusanalyse.report.chapters.overview import Contents, overview
from casusanalyse.report.chapters.selection import starred_part
from casusanalyse.report.word.drawing import Drawing
from casusanalyse.report.word.properties import Properties
from casusanalyse.report.word.template import filled

TEMPLATE = Path(__file__).parents[2] / "templates" / "verslag.docx"
"""The template that ships with the product; a region may bring its own."""

_ZOOM = 1.5
"""Gives 200 dots per inch at the width of a page; twice takes twice the time."""


def draft_report(
    case: Case, *, today: date, names: bool = False, template: bytes | None = None
) -> bytes:
    """Return the draft report as a .docx; works at any moment, also half-filled.

    Args:
        case: the whole case; only its starred part goes in.
        today: for ages, and for periods that still go on.
        names: real names instead of pseudonyms.
        template: a region's own; None takes the one that ships with the product.

    Raises:
        Refusal: `template_broken`, with the first mistake in the template.
    """
    told = starred_part(case if names else pseudonymised(case, pseudonym_words()))
    contents = report_fields(
        told, today=today, names=names, drawings=dict(_drawings(told, today=today))
    )
    properties = Properties(
        title=contents["titel"],
        subject=contents["soort"],
        status=text("report.draft"),
        case=case.key,
        made_on=today,
    )
    return filled(template or TEMPLATE.read_bytes(), contents, properties)


def report_contents(case: Case) -> Contents:
    """Return per chapter what goes into the report, and what stays out and why."""
    return overview(case)


def file_name(case: Case) -> str:
    """Return the name of the report as a file; it says nothing about the child."""
    return text("report.file_name", reference=case.reference)


def pseudonym_words() -> PseudonymWords:
    """Return the Dutch words pseudonyms are made from."""
    words = page("report")["pseudonyms"]
    kinds = {kind: words["organisations"][kind.value] for kind in OrganisationKind}
    return PseudonymWords(
        somebody=words["somebody"],
        professional=words["professional"],
        participant=words["participant"],
        shared_name=words["shared_name"],
        organisations=kinds,
        ordinary=frozenset(words["ordinary"]) | {name.casefold() for name in kinds.values()},
    )


def _drawings(case: Case, *, today: date) -> Iterator[tuple[str, Drawing]]:
    """Draw what there is to draw, by the name of its field in the template."""
    if case.people:
        yield "beeld_gezin", _drawing(family_picture(case, today=today))
    if any(period.lane is Lane.STAY and period.when for period in case.periods):
        yield "beeld_levenslijn", _drawing(life_line_picture(case, today=today))
    if case.people or case.professionals or case.organisations:
        day = case.intake.planned_on or today
        picture = network_picture(Cast(case, day=day, preset="organisations"), wide=True)
        yield "beeld_netwerk", _drawing(picture)


def _drawing(picture: Picture) -> Drawing:
    return Drawing(
        png=png(picture, zoom=_ZOOM),
        width=picture.width,
        height=picture.height,
        alt=picture.alt,
    )
