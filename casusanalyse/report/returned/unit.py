"""Which returned paragraphs were one paragraph in the draft."""

from collections.abc import Iterator
from dataclasses import dataclass

from casusanalyse.report.returned.block import Block, Body, normal


@dataclass(frozen=True, slots=True)
class Unit:
    """What was one paragraph, before somebody cut it.

    Attributes:
        blocks: numbers of the paragraphs it is now.
        anchors: of all of them; more than one when paragraphs were joined.
        copies: names of anchors that were copied.
        before: the words before all tracked changes, as one line.
    """

    blocks: tuple[int, ...]
    anchors: tuple[str, ...]
    copies: tuple[str, ...]
    before: str


def units(body: Body) -> tuple[Unit, ...]:
    """Return the paragraphs of a body, with those that were cut put together."""
    return tuple(_unit(body, numbers) for numbers in _groups(body))


def _groups(body: Body) -> Iterator[list[int]]:
    group: list[int] = []
    for number, block in enumerate(body.blocks):
        if group and not _belongs(body, group, block):
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _belongs(body: Body, group: list[int], block: Block) -> bool:
    """Tell whether a paragraph was cut from the ones before it."""
    last = body.blocks[group[-1]]
    if (last.row, last.column) != (block.row, block.column):
        return False
    if last.runs_on:
        return True
    reach = max((body.reach.get(name, 0) for name in body.blocks[group[0]].anchors), default=0)
    return reach > group[-1] and not block.anchors


def _unit(body: Body, numbers: list[int]) -> Unit:
    blocks = [body.blocks[number] for number in numbers]
    return Unit(
        blocks=tuple(numbers),
        anchors=tuple(name for block in blocks for name in block.anchors),
        copies=tuple(name for block in blocks for name in block.copies),
        before=_before(blocks),
    )


def _before(blocks: list[Block]) -> str:
    """Put words together; where a cut was kept track of, there was no space."""
    if len(blocks) == 1:
        return words_of(blocks[0])
    return normal("".join(one.before + ("" if one.runs_on else " ") for one in blocks))


def words_of(block: Block) -> str:
    """Return the words before all changes; page numbers in a table of contents fall away."""
    said = normal(block.before)
    return said.rstrip("0123456789. ") if block.contents else said
