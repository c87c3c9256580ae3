"""The draft as it was sent, to hold a returned file against."""

from dataclasses import dataclass

from casusanalyse.report.returned.around import boxes, edges, notes
from casusanalyse.report.returned.block import Block
from casusanalyse.report.returned.body import read_body
from casusanalyse.report.returned.package import opened
from casusanalyse.report.returned.unit import words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SentParagraph:
    """A paragraph of the draft.

    Attributes:
        anchor: its bookmark; empty for a line of the table of contents.
        text: the words, in one line.
        row: number of the table row it stands in, counted through the whole draft; 0 outside.
        contents: it is a line of the table of contents.
        heading: the table of contents names it.
    """

    anchor: str
    text: str
    row: int = 0
    contents: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """The draft as it went out.

    Attributes:
        paragraphs: in order.
        around: the words in headers, footers, notes and text boxes.
    """

    paragraphs: tuple[SentParagraph, ...]
    around: tuple[str, ...] = ()


def sent(draft: bytes) -> Sent:
    """Return what a draft says that this product wrote.

    Raises:
        Refusal: it is not a Word file.
    """
    package, rows = opened(draft), dict[int, int]()
    body = read_body(package)
    return Sent(
        paragraphs=tuple(_paragraph(block, rows) for block in body.blocks),
        around=(*edges(package), *notes(package).values(), *boxes(body)),
    )


def _paragraph(block: Block, rows: dict[int, int]) -> SentParagraph:
    row = rows.setdefault(id(block.row), len(rows) + 1) if block.row else 0
    return SentParagraph(
        anchor=block.anchors[0] if block.anchors else "",
        text=words_of(block),
        row=row,
        contents=block.contents,
        heading=block.heading,
    )
