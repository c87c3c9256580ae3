"""The report: what goes in, what stays out, and telling it in Word and as paragraphs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from casusanalyse.content.codebook import Book
from casusanalyse.content.text import page, text
from casusanalyse.domain.bearers import PseudonymWords
from casusanalyse.domain.case import Case
from casusanalyse.domain.draft import Draft, DraftPicture
from casusanalyse.domain.pseudonyms import pseudonymised
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
from casusanalyse.report.chapters.standing import draft_standing
from casusanalyse.report.paragraphs import paragraphs
from casusanalyse.report.word.drawing import Drawing
from casusanalyse.report.word.properties import Properties
from casusanalyse.report.word.template import filled

TEMPLATE = Path(__file__).parents[2] / "templates" / "verslag.docx"
"""The template that ships with the product; a region may bring its own."""

_ZOOM = 1.5
"""Gives 200 dots per inch at the width of a page; twice takes twice the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What the report tells at one moment: chosen, pseudonymised, drawn.

    Attributes:
        case: only what goes in, with the names as the report has them.
        today: for ages, and for periods that still go on.
        names: real names are used.
        pictures: by the name of the field that holds them.
        book: the code book; None for that of the method alone.
    """

    case: Case
    today: date
    names: bool
    pictures: Mapping[str, Picture]
    book: Book | None = None


def telling(
    case: Case, *, today: date, names: bool = False, book: Book | None = None
) -> Telling:
    """Return what the report tells about a case; works at any moment, also half-filled."""
    chosen = starred_part(case if names else pseudonymised(case, pseudonym_words()))
    pictures = dict(_pictures(chosen, today=today))
    return Telling(case=chosen, today=today, names=names, pictures=pictures, book=book)


def draft_report(
    case: Case,
    *,
    today: date,
    names: bool = False,
    template: bytes | None = None,
    book: Book | None = None,
) -> bytes:
    """Return the draft report as a .docx.

    Args:
        case: the whole case; only its starred part goes in.
        today: for ages, and for periods that still go on.
        names: real names instead of pseudonyms.
        template: a region's own; None takes the one that ships with the product.
        book: the code book; None for that of the method alone.

    Raises:
        Refusal: `template_broken`, with the first mistake in the template.
    """
    told = telling(case, today=today, names=names, book=book)
    return as_word(told, draft_standing(case.reference, today), template)


def as_word(
    told: Telling,
    standing: Mapping[str, Any],
    template: bytes | None = None,
    *,
    made_on: date | None = None,
) -> bytes:
    """Return the report as a .docx.

    Args:
        told: what it tells.
        standing: the fields that say whether it is a draft or final, see `standing`.
        template: a region's own; None takes the one that ships with the product.
        made_on: day in the properties of the file; None for the day it is told.

    Raises:
        Refusal: `template_broken`, with the first mistake in the template.
    """
    drawings = {name: _drawing(picture) for name, picture in told.pictures.items()}
    fields = report_fields(
        told.case, today=told.today, names=told.names, drawings=drawings, book=told.book
    )
    contents = {**fields, **standing}
    properties = Properties(
        title=contents["titel"],
        subject=contents["soort"],
        status=text("report.draft" if contents["concept"] else "report.final"),
        case=told.case.key,
        made_on=made_on or told.today,
        tracked=contents["concept"],
    )
    return filled(template or TEMPLATE.read_bytes(), contents, properties)


def as_read(told: Telling) -> Draft:
    """Return the report as readers see it: paragraphs and pictures."""
    alts = {name: picture.alt for name, picture in told.pictures.items()}
    return Draft(
        paragraphs=paragraphs(
            told.case, today=told.today, names=told.names, pictures=alts, book=told.book
        ),
        pictures=tuple(_frozen(name, picture) for name, picture in told.pictures.items()),
    )


def _frozen(name: str, picture: Picture) -> DraftPicture:
    size = {"width": picture.width, "height": picture.height}
    return DraftPicture(name=name, svg=picture.svg, alt=picture.alt, **size)


def report_contents(case: Case, book: Book | None = None) -> Contents:
    """Return per chapter what goes into the report, and what stays out and why."""
    return overview(case, book)


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


def _pictures(case: Case, *, today: date) -> Iterator[tuple[str, Picture]]:
    """Draw what there is to draw, by the name of its field in the template."""
    if case.people:
        yield "beeld_gezin", family_picture(case, today=today)
    if any(period.lane is Lane.STAY and period.when for period in case.periods):
        yield "beeld_levenslijn", life_line_picture(case, today=today)
    if case.people or case.professionals or case.organisations:
        day = case.intake.planned_on or today
        yield (
            "beeld_netwerk",
            network_picture(Cast(case, day=day, preset="organisations"), wide=True),
        )


def _drawing(picture: Picture) -> Drawing:
    return Drawing(
        png=png(picture, zoom=_ZOOM),
        width=picture.width,
        height=picture.height,
        alt=picture.alt,
    )
