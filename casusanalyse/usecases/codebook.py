"""The code book as the region has it: the method's codes with what the region laid beside."""

from dataclasses import replace

from casusanalyse.content.codebook import Book, Code, book_with
from casusanalyse.domain.case import Case
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.region import RegionDesk

_HELPING = frozenset({"element", "condition"})


def book(desk: Desk | RegionDesk) -> Book:
    """Return the code book that counts at this desk; one question to the store."""
    keeper = desk.keeper if isinstance(desk, RegionDesk) else desk.region
    return book_with(desk.cases.region_codes.all(keeper))


def helping(book: Book, *chosen: str) -> tuple[Code, ...]:
    """Return what can help to break a pattern: the working elements and the conditions.

    Args:
        book: as the region has it.
        chosen: ids that were chosen before; they stay, also when no longer offered.
    """
    return tuple(
        code
        for code in book.all
        if code.kind in _HELPING and (code.is_offered or code.id in chosen)
    )


def in_words(desk: Desk, case: Case) -> Case:
    """Return the case for a picture: what was recognised is said as the book says it.

    The group's own words stay.
    """
    if not case.codings:
        return case
    here = book(desk)
    said = (
        one if one.own_words.strip() else replace(one, own_words=here.label(one.code))
        for one in case.codings
    )
    return replace(case, codings=tuple(said))
