"""The changes a word processor kept track of."""

from collections.abc import Iterator
from itertools import groupby

from casusanalyse.report.returned.block import Block, Body, Row, normal
from casusanalyse.report.returned.result import Kind, Reaction
from casusanalyse.report.returned.words import Hand, Words

Found = tuple[int, Reaction]
"""A reaction with the number of the block it stands in."""


def tracked(body: Body) -> Iterator[Found]:
    """Return every tracked change in order; a row that came or went whole is one change."""
    rows = _texts(body)
    told: set[int] = set()
    for number, block in enumerate(body.blocks):
        if block.row and id(block.row) not in told:
            told.add(id(block.row))
            yield from ((number, one) for one in _of_row(block.row, rows[id(block.row)]))
        yield from ((number, one) for one in _of_words(block))
        if block.reformatted and block.before.strip():
            said = normal(block.before)
            yield number, _reaction(Kind.FORMATTED, said, block.reformatted)


def _texts(body: Body) -> dict[int, str]:
    """Return the words of every row, with a line between its paragraphs."""
    said: dict[int, list[str]] = {}
    for block in body.blocks:
        if block.row:
            words = normal("".join(one.text for one in block.words))
            said.setdefault(id(block.row), []).extend([words] if words else [])
    return {row: " | ".join(words) for row, words in said.items()}


def _of_row(row: Row, said: str) -> Iterator[Reaction]:
    if row.inserted:
        yield _reaction(Kind.ROW_INSERTED, said, row.inserted)
    if row.deleted:
        yield _reaction(Kind.ROW_DELETED, said, row.deleted)


def _of_words(block: Block) -> Iterator[Reaction]:
    """Return the changes within a paragraph, neighbours by one hand as one."""
    for treated, several in groupby(block.words, key=_treatment):
        words = list(several)
        said = normal("".join(one.text for one in words))
        if treated and said and not _goes_with_row(block.row, *treated):
            kind, author = treated
            yield _reaction(kind, said, Hand(author, _first(words, kind).at))


def _treatment(words: Words) -> tuple[Kind, str] | None:
    """Return what was done and by whom; who deletes what another added has the last word."""
    if words.deleted:
        return Kind.MOVED_AWAY if words.moved else Kind.DELETED, words.deleted.author
    if words.inserted:
        return Kind.MOVED_HERE if words.moved else Kind.INSERTED, words.inserted.author
    if words.formatted:
        return Kind.FORMATTED, words.formatted.author
    return None


def _first(words: list[Words], kind: Kind) -> Hand:
    one = words[0]
    by_kind = {Kind.FORMATTED: one.formatted, Kind.INSERTED: one.inserted}
    return by_kind.get(kind) or one.deleted or one.inserted or Hand("", None)


def _goes_with_row(row: Row | None, kind: Kind, author: str) -> bool:
    if row is None:
        return False
    if kind in {Kind.INSERTED, Kind.FORMATTED} and row.inserted:
        return row.inserted.author == author
    return bool(kind is Kind.DELETED and row.deleted and row.deleted.author == author)


def _reaction(kind: Kind, said: str, hand: Hand) -> Reaction:
    quote = said if kind in {Kind.DELETED, Kind.MOVED_AWAY, Kind.FORMATTED} else ""
    return Reaction(kind=kind, text=said, quote=quote, author=hand.author, at=hand.at)
