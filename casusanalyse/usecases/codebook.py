"""The code book as the region has it: the method's codes with what the region laid beside."""

from casusanalyse.content.codebook import Book, book_with
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.region import RegionDesk


def book(desk: Desk | RegionDesk) -> Book:
    """Return the code book that counts at this desk; one question to the store."""
    keeper = desk.keeper if isinstance(desk, RegionDesk) else desk.region
    return book_with(desk.cases.region_codes.all(keeper))
