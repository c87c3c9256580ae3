"""The changes a word processor kept track of."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from casusanalyse.report.returned.block import Block, Body, Row, normal
from casusanalyse.report.returned.result import Kind, Reaction
from casusanalyse.report.returned.words import Hand, Words

Found = tuple[int, Reaction]
"""A reaction with the number of the block it stands in."""

_REPLACED = {Kind.DELETED, Kind.INSERTED}
_WENT = {Kind.DELETED, Kind.MOVED_AWAY, Kind.ROW_DELETED}


def tracked(body: Body) -> Iterator[Found]:
    """Return every tracked change in order; a row that came or went whole is one change."""
    rows = _texts(body)
    _notice_emptied_rows(body)
    told: set[int] = set()
    for number, block in enumerate(body.blocks):
        if block.row and id(block.row) not in told:
            told.add(id(block.row))
            yield from ((number, one) for one in _of_row(block.row, rows[id(block.row)]))
        yield from ((number, one) for one in _of_words(block))
        if block.reformatted and block.before.strip():
            said = normal(block.before)
            yield number, _reaction(Kind.FORMATTED, said, block.reformatted)


def _notice_emptied_rows(body: Body) -> None:
    """Take a row of which one hand deleted every word for a row that went.

    LibreOffice forgets to say so when it saves such a row again.
    """
    rows: dict[int, list[Words]] = {}
    for block in body.blocks:
        if block.row and not block.row.deleted:
            rows.setdefault(id(block.row), []).extend(block.words)
    for block in body.blocks:
        words = rows.pop(id(block.row), []) if block.row else []
        hands = [one.deleted for one in words]
        if block.row and len(hands) > 1 and len({hand and hand.author for hand in hands}) == 1:
            block.row.deleted = hands[0]


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
    """Return the changes within a paragraph: neighbours by one hand are one change."""
    waiting: Reaction | None = None
    for treated, several in groupby(block.words, key=_treatment):
        words = list(several)
        said = normal("".join(one.text for one in words))
        if not treated or not said or _goes_with_row(block.row, *treated):
            yield from [waiting] if waiting else []
            waiting = None
            continue
        new = _reaction(treated[0], said, _hand(words[0]))
        waiting, done = _together(waiting, new)
        yield from done
    yield from [waiting] if waiting else []


def _together(before: Reaction | None, new: Reaction) -> tuple[Reaction, list[Reaction]]:
    """Put what went and what came in its place together; return that, and what is done."""
    if before is None:
        return new, []
    if before.author == new.author and {before.kind, new.kind} == _REPLACED:
        came, went = sorted((before, new), key=lambda one: one.kind is Kind.DELETED)
        return replace(came, kind=Kind.REPLACED, quote=went.quote), []
    return new, [before]


def _treatment(words: Words) -> tuple[Kind, str] | None:
    """Return what was done and by whom; who deletes what another added has the last word."""
    if words.deleted:
        return Kind.MOVED_AWAY if words.moved else Kind.DELETED, words.deleted.author
    if words.inserted:
        return Kind.MOVED_HERE if words.moved else Kind.INSERTED, words.inserted.author
    if words.formatted:
        return Kind.FORMATTED, words.formatted.author
    return None


def _hand(words: Words) -> Hand:
    return words.deleted or words.inserted or words.formatted or Hand("", None)


def _goes_with_row(row: Row | None, kind: Kind, author: str) -> bool:
    """Tell whether a change is no more than part of a row that came or went."""
    if row is None:
        return False
    if kind in {Kind.INSERTED, Kind.FORMATTED} and row.inserted:
        return row.inserted.author == author
    return bool(kind is Kind.DELETED and row.deleted and row.deleted.author == author)


def _reaction(kind: Kind, said: str, hand: Hand) -> Reaction:
    went = kind in _WENT
    return Reaction(
        kind=kind,
        text="" if went else said,
        quote=said if went or kind is Kind.FORMATTED else "",
        author=hand.author,
        at=hand.at,
    )
