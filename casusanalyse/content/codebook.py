"""The code book: patterns, beliefs, working elements and conditions a group can recognise.

The words of the method stand in `nl/codebook.toml`. A region may add codes; the meaning of an
existing code never changes silently.

Source: Hopmans 2024, sections 3, 5 and 6.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, lru_cache
from typing import Literal

from casusanalyse.content.date_words import say_long_day
from casusanalyse.content.text import page, text
from casusanalyse.domain.region_code import CodeEdition, CodeKind, RegionCode
from casusanalyse.domain.round import dutch_day

Owner = Literal["method", "region", "elsewhere"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One code.

    Attributes:
        id: stable, such as `RO3`, `D12` or `GV-1`; saved with every case that uses it.
        group: heading it stands under in the book.
        label: short, in Dutch; for a belief the limiting one.
        explanation: one sentence.
        helping: the belief that can stand against a limiting one; empty for other kinds.
        source: document and section the code comes from.
        owner: whose words these are; `elsewhere` is another region.
        addition: what the region explains beside a code of the method.
        retired: no longer offered.
        into: id of the code it was merged into; empty while it is not.
    """

    id: str
    kind: CodeKind
    group: str
    label: str
    explanation: str
    helping: str = ""
    source: str = ""
    owner: Owner = "method"
    addition: str = ""
    retired: bool = False
    into: str = ""

    @property
    def is_offered(self) -> bool:
        """Whether a group can still choose it."""
        return not (self.retired or self.into)


class Book:
    """The code book as a region has it.

    Attributes:
        all: every code, also what is no longer offered; by kind, the method's before others.
        edition: number of the edition; 0 for the book of the method alone.
        since: when that edition was published; None for the book of the method alone.
    """

    def __init__(
        self, codes: tuple[Code, ...], edition: int = 0, since: datetime | None = None
    ) -> None:
        """Put the codes together; their order is the order of the book."""
        self.all = codes
        self.edition = edition
        self.since = since
        self._by_id: Mapping[str, Code] = {code.id: code for code in codes}

    @property
    def offered(self) -> tuple[Code, ...]:
        """What a group can choose."""
        return tuple(code for code in self.all if code.is_offered)

    def get(self, key: str) -> Code | None:
        """Return the code with this id, None when this book does not have it."""
        return self._by_id.get(key)

    def label(self, key: str) -> str:
        """Return what a code is called; one that is not in this book is called by its id."""
        code = self.get(key)
        return code.label if code else key

    def said(self, key: str) -> str:
        """Return what a code is called, and what it is now when it was merged."""
        now = self.current(key)
        if now == key:
            return self.label(key)
        return text("codes.now", old=self.label(key), now=self.label(now))

    def current(self, key: str) -> str:
        """Return the id under which a code counts: its own, or of what it was merged into."""
        code = self.get(key)
        while code and code.into:
            key, code = code.into, self.get(code.into)
        return key

    def find(self, words: str, kind: CodeKind | None = None) -> tuple[Code, ...]:
        """Return the offered codes that hold every word, whatever its accents and capitals.

        Args:
            words: separated by spaces; no words at all finds everything.
            kind: None for all kinds.
        """
        return tuple(found_in(self.offered, words, kind))


def found_in(codes: Iterable[Code], words: str, kind: CodeKind | None = None) -> Iterator[Code]:
    """Yield the codes that hold every word; see `Book.find`."""
    wanted = _plain(words).split()
    for code in codes:
        if kind in {None, code.kind} and all(word in _searched(code) for word in wanted):
            yield code


@cache
def codes() -> tuple[Code, ...]:
    """Return the book of the method, in its own order."""
    return tuple(
        Code(**told, kind=group["kind"], group=group["title"], source=group["source"])
        for group in page("codebook")["group"]
        for told in group["code"]
    )


@cache
def method_book() -> Book:
    """Return the book of the method alone."""
    return Book(codes())


def kinds() -> dict[CodeKind, str]:
    """Return the kinds of codes with their Dutch heading, in the order of the book."""
    return dict(page("codebook")["kinds"])


def book_with(region: Iterable[RegionCode], *, drafts: bool = False) -> Book:
    """Return the book with what a region laid beside it.

    Args:
        region: in the order in which they came.
        drafts: as it will be in the next edition.
    """
    laid = {one.id: one for one in region}
    now = {key: one.newest if drafts else one.published for key, one in laid.items()}
    stands = {key: edition for key, edition in now.items() if edition}
    if not stands:
        return method_book()
    method = [_beside(code, stands.get(code.id)) for code in codes()]
    known = {code.id for code in method}
    own = [_own(laid[key], one) for key, one in stands.items() if key not in known]
    order = list(kinds())
    every = sorted([*method, *own], key=lambda code: order.index(code.kind))
    edition = max((one.edition for code in laid.values() for one in code.editions), default=0)
    return Book(tuple(every), edition, _since(laid.values(), edition))


def _since(region: Iterable[RegionCode], edition: int) -> datetime | None:
    told = (one.at for code in region for one in code.editions if one.edition == edition)
    return max(told) if edition else None


def _beside(code: Code, stands: CodeEdition | None) -> Code:
    if stands is None:
        return code
    return replace(code, addition=stands.words.explanation, retired=stands.retired)


def _own(code: RegionCode, stands: CodeEdition) -> Code:
    words = stands.words
    return Code(
        id=code.id,
        kind=code.kind,
        group=text("codes.elsewhere" if code.elsewhere else "codes.own"),
        label=words.label,
        explanation=words.explanation,
        helping=words.helping,
        source=words.source,
        owner="elsewhere" if code.elsewhere else "region",
        retired=stands.retired,
        into=stands.into,
    )


def say_edition(book: Book) -> str:
    """Return which edition of the region's book this is; empty for the method's alone."""
    if book.since is None:
        return ""
    day = say_long_day(dutch_day(book.since))
    return text("codes.edition", number=book.edition, day=day)


@lru_cache(maxsize=2048)
def _searched(code: Code) -> str:
    said = (code.id, code.label, code.explanation, code.helping, code.addition)
    return _plain(" ".join(said))


def _plain(words: str) -> str:
    bare = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
