"""The region works on its code book: every change is a draft until the next edition."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from casusanalyse.content.codebook import Book, book_with, codes
from casusanalyse.domain import code_change
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.region_code import (
    CodeEdition,
    CodeKind,
    CodeShelf,
    CodeWords,
    RegionCode,
)
from casusanalyse.usecases.region import RegionDesk

Rule = Callable[[CodeShelf], CodeShelf]

FIELDS = ("label", "explanation", "helping", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The code book as the region works on it.

    Attributes:
        shelf: what the region has beside the book of the method.
        book: as it will be in the next edition.
        prefix: letters of the region; empty before its first code.
    """

    shelf: CodeShelf
    book: Book
    prefix: str

    @property
    def drafts(self) -> tuple[RegionCode, ...]:
        """What waits for the next edition."""
        return tuple(code for code in self.shelf.codes if code.is_draft)

    def history(self, id_: str) -> tuple[CodeEdition, ...]:
        """Return how a code stood in every edition, the newest first."""
        editions = self.shelf.find(id_).editions
        return tuple(one for one in reversed(editions) if one.edition)


def work_of(desk: RegionDesk) -> Work:
    """Return the code book with everything that is still a draft."""
    shelf = shelf_with(desk.cases.region_codes.all(desk.keeper))
    book = book_with(shelf.codes, drafts=True)
    return Work(shelf=shelf, book=book, prefix=shelf.prefix)


def shelf_with(region: tuple[RegionCode, ...]) -> CodeShelf:
    """Return the shelf of a region beside the book of the method."""
    return CodeShelf({code.id: code.kind for code in codes()}, region)


def add_code(desk: RegionDesk, kind: CodeKind, label: str, prefix: str = "") -> str:
    """Add a code of the region; return its id.

    Args:
        desk: of the region.
        kind: never changes.
        label: short, in the region's own words.
        prefix: letters of the region, for its first code.

    Raises:
        Refusal: see `add_own`.
    """
    words, added = CodeWords(label=label), ""

    def add(shelf: CodeShelf) -> CodeShelf:
        nonlocal added
        code = code_change.add_own(shelf, kind, words, prefix=prefix, now=desk.now)
        added = code.id
        return shelf.with_code(code)

    change_shelf(desk, add)
    return added


def write_code(
    desk: RegionDesk, id_: str, field: str, said: str, *, base: str | None = None
) -> None:
    """Change one of the texts of a code; of a code of the method only what stands beside it.

    Args:
        desk: of the region.
        id_: of the code.
        field: one of `FIELDS`.
        said: what it says from now on.
        base: what the writer saw before; None when that does not matter.

    Raises:
        Refusal: `not_understood` when there is no such text; `changed_elsewhere` when it says
            something else than the writer saw; see `reword`.
    """
    if field not in FIELDS:
        raise Refusal("not_understood")

    def write(shelf: CodeShelf) -> CodeShelf:
        before = shelf.find(id_).newest
        words = before.words if before else CodeWords()
        stands = _plain(getattr(words, field))
        if base is not None and stands not in {_plain(base), _plain(said)}:
            raise Refusal("changed_elsewhere")
        words = replace(words, **{field: said})
        return shelf.with_code(code_change.reword(shelf, id_, words, desk.now))

    change_shelf(desk, write)


def _plain(said: str) -> str:
    return " ".join(said.split())


def retire_code(desk: RegionDesk, id_: str) -> None:
    """No longer offer a code; old analyses keep showing it.

    Raises:
        Refusal: see `retire`.
    """
    _change(desk, id_, code_change.retire)


def offer_code(desk: RegionDesk, id_: str) -> None:
    """Offer a code again.

    Raises:
        Refusal: see `offer_again`.
    """
    _change(desk, id_, code_change.offer_again)


def _change(
    desk: RegionDesk, id_: str, rule: Callable[[CodeShelf, str, datetime], RegionCode]
) -> None:
    change_shelf(desk, lambda shelf: shelf.with_code(rule(shelf, id_, desk.now)))


def merge_code(desk: RegionDesk, id_: str, into: str) -> None:
    """Let a code count as another one from the next edition on.

    Raises:
        Refusal: see `merge`.
    """
    change_shelf(
        desk, lambda shelf: shelf.with_code(code_change.merge(shelf, id_, into, desk.now))
    )


def take_back_code(desk: RegionDesk, id_: str) -> None:
    """Take back what is still a draft.

    Raises:
        Refusal: see `take_back`.
    """
    change_shelf(desk, lambda shelf: shelf.with_code(code_change.take_back(shelf, id_)))


def publish_codes(desk: RegionDesk) -> None:
    """Publish every draft as the next edition.

    Raises:
        Refusal: `code_nothing_new`.
    """
    change_shelf(desk, lambda shelf: code_change.publish(shelf, desk.now))


def change_shelf(desk: RegionDesk, rule: Rule) -> CodeShelf:
    """Change the codes of the region by a rule; its refusal leaves them as they were."""
    after = desk.cases.region_codes.change(
        desk.keeper, lambda region: rule(shelf_with(region)).codes
    )
    return shelf_with(after)
