"""All chapters together: a value for every field a template may use."""

from collections.abc import Mapping
from datetime import date

from casusanalyse.content.codebook import Book, method_book, say_edition
from casusanalyse.content.text import page, text
from casusanalyse.domain.case import Case
from casusanalyse.report.chapters.circle import circle, closing
from casusanalyse.report.chapters.cover import cover
from casusanalyse.report.chapters.family import family
from casusanalyse.report.chapters.lessons import lessons
from casusanalyse.report.chapters.standing import draft_standing
from casusanalyse.report.chapters.stops import stops
from casusanalyse.report.chapters.summary import summary
from casusanalyse.report.chapters.timeline import timeline
from casusanalyse.report.chapters.wording import Fields
from casusanalyse.report.word.drawing import Drawing

PICTURES = ("beeld_gezin", "beeld_levenslijn", "beeld_netwerk")
"""The fields that hold a picture; empty when there is nothing to draw."""


_HOLDS = {
    "vraag": ("aanleiding", "hoofdvraag"),
    "samen": ("checkins", "hoop", "spreiding", "dynamiek", "afspraken_vandaag", "stilgestaan"),
    "inzichten": ("inzichten", "valt_op"),
    "uitchecken": ("meenemen", "geleerd", "spreiding_na", "samen_naar_huis"),
}


def report_fields(
    case: Case,
    *,
    today: date,
    names: bool,
    drawings: Mapping[str, Drawing],
    book: Book | None = None,
) -> Fields:
    """Return the contents of the report.

    Args:
        case: what goes in, already chosen and pseudonymised.
        today: for ages, and for periods that still go on.
        names: real names are used, so the report does not speak of pseudonyms.
        drawings: pictures by field name.
        book: the code book; None for that of the method alone.
    """
    book = book or method_book()
    fields = {
        **dict.fromkeys(PICTURES, ""),
        **cover(case, today=today, names=names),
        **circle(case),
        **stops(case),
        **family(case, today=today),
        **timeline(case),
        **lessons(case, book),
        **closing(case),
        **summary(case, today=today),
        **draft_standing(case.reference, today),
        "bronnen": [*page("report")["sources"], *_edition(book)],
        **drawings,
    }
    return fields | {"hoofdstuk": _filled(fields)}


def _edition(book: Book) -> list[str]:
    """Name the edition of the region's codes, so that an old report keeps its meaning."""
    said = say_edition(book)
    return [text("codes.source", edition=said)] if said else []


def _filled(fields: Fields) -> dict[str, bool]:
    """Tell which chapters that always stand in the report hold something."""
    return {chapter: any(fields[name] for name in names) for chapter, names in _HOLDS.items()}
