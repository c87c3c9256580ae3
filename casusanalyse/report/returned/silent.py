"""The changes that no word processor kept track of: what reads otherwise than in the draft."""

from collections.abc import Collection, Iterator
from itertools import groupby

from casusanalyse.report.returned.around import without_numbers
from casusanalyse.report.returned.block import Body
from casusanalyse.report.returned.matching import Match
from casusanalyse.report.returned.result import Kind, Placed, Reaction, Unplaced
from casusanalyse.report.returned.tracked import Found


def rewritten(match: Match) -> Iterator[Found]:
    """Return the paragraphs that read otherwise."""
    for number, unit in enumerate(match.units):
        found = match.found.get(number, ())
        was = " ".join(filter(None, (match.draft[one].text for one in found)))
        if found and not _same(was, unit.before, cut=len(unit.blocks) > 1):
            yield unit.blocks[0], Reaction(kind=Kind.REWRITTEN, text=unit.before, quote=was)


def _same(one: str, other: str, *, cut: bool) -> bool:
    """Tell whether words are equal; where a paragraph was cut, spaces do not count."""
    if cut:
        return one.replace(" ", "") == other.replace(" ", "")
    return one == other


def added(body: Body, match: Match) -> Iterator[Found]:
    """Return the paragraphs that came in; the cells of a new row together."""
    known = {one.text for one in match.draft} | {unit.before for unit in match.units}
    new = [
        (unit.blocks[0], unit.before)
        for number, unit in enumerate(match.units)
        if number not in match.found and unit.before
    ]
    fresh = [one for one in new if not _is_contents(body, *one, known)]
    old_rows = _rows(body, match)
    for row, several in groupby(fresh, key=lambda one: _new_row(body, one[0], old_rows)):
        cells = list(several)
        for group in [cells] if row else [[one] for one in cells]:
            said = " | ".join(words for _, words in group)
            yield group[0][0], Reaction(kind=Kind.ADDED, text=said)


def _rows(body: Body, match: Match) -> set[int]:
    """Return the rows in which something of the draft was found."""
    blocks = (body.blocks[one] for number in match.found for one in match.units[number].blocks)
    return {id(block.row) for block in blocks if block.row}


def _new_row(body: Body, block: int, old_rows: Collection[int]) -> int:
    """Return the identity of a row that is new as a whole, 0 for anything else."""
    row = body.blocks[block].row
    return 0 if row is None or id(row) in old_rows else id(row)


def _is_contents(body: Body, block: int, words: str, known: Collection[str]) -> bool:
    """Tell whether this is a line of a table of contents that only says a heading again."""
    return body.blocks[block].contents and words.lstrip("0123456789. ") in known


def gone(match: Match) -> Iterator[Placed | Unplaced]:
    """Return what was taken away; the cells of a row together."""
    lost = [match.draft[one] for one in match.missing]
    told = [one for one in lost if one.text and not one.contents]
    still = {match.draft[one].row for found in match.found.values() for one in found}
    for _, several in groupby(
        enumerate(told), key=lambda one: _whole(one[1].row, one[0], still)
    ):
        cells = [one for _, one in several]
        said = " | ".join(one.text for one in cells)
        anchors = tuple(one.anchor for one in cells if one.anchor)
        reaction = Reaction(kind=Kind.GONE, text="", quote=said)
        yield (
            Placed(reaction=reaction, anchors=anchors)
            if anchors
            else Unplaced(reaction=reaction)
        )


def _whole(row: int, number: int, still: Collection[int]) -> tuple[int, int]:
    """Tell apart what is told on its own from the cells of a row that went as a whole."""
    return (row, 0) if row and row not in still else (0, number)


def outside(now: Collection[str], then: Collection[str]) -> Iterator[Unplaced]:
    """Return the words in headers and footers that are new there."""
    known = {without_numbers(said) for said in then}
    for said in dict.fromkeys(now):
        if without_numbers(said) not in known:
            yield Unplaced(reaction=Reaction(kind=Kind.ADDED, text=said))


def hanging(body: Body, notes: dict[str, str], then: Collection[str]) -> Iterator[Found]:
    """Return the notes and text boxes that are new, where they hang."""
    for number, block in enumerate(body.blocks):
        found = [notes[one] for one in block.notes if one in notes]
        for said in (*found, *block.boxes):
            if said not in then:
                yield number, Reaction(kind=Kind.NOTE, text=said)
