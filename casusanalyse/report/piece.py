"""The quarterly piece of a region as a Word file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from casusanalyse.content.text import text
from casusanalyse.report.word.drawing import Drawing
from casusanalyse.report.word.properties import Properties
from casusanalyse.report.word.template import PIECE, filled


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceFinding:
    """One finding in words; `together` and `helped` are empty when that is hidden.

    Attributes:
        code: id in the code book.
        often: in how many analyses.
        note: what the region writes about it; may be empty.
        sentences: what groups wrote for the region.
        question: it raises.
    """

    code: str
    title: str
    explanation: str
    often: str
    together: str = ""
    helped: str = ""
    note: str = ""
    sentences: tuple[str, ...] = ()
    question: str

    @property
    def figures(self) -> tuple[str, ...]:
        """The lines that stand fixed."""
        return tuple(filter(None, (self.often, self.together, self.helped)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceText:
    """Everything the piece says.

    Attributes:
        region: name; may be several regions together.
        mark: which snapshot.
        under: the line under the title.
        caption: of the picture.
        reading: how to read the numbers, sentence by sentence.
    """

    region: str
    mark: str
    title: str
    under: str
    opening: str
    findings: tuple[PieceFinding, ...]
    closing: str
    caption: str
    reading: tuple[str, ...]


def piece_document(
    template: bytes, told: PieceText, drawing: Drawing | None, *, made_on: date
) -> bytes:
    """Return the piece as a .docx.

    Args:
        template: ours or a region's own.
        told: the words and the numbers.
        drawing: how often the findings are seen; None when all of that is hidden.
        made_on: day in the properties of the file.

    Raises:
        Refusal: `template_broken`, with the first mistake in the template.
    """
    properties = Properties(
        title=told.title,
        subject=text("piece.kind"),
        status=told.mark,
        case="",
        made_on=made_on,
        tracked=False,
    )
    return filled(template, _fields(told, drawing), properties, of=PIECE)


def _fields(told: PieceText, drawing: Drawing | None) -> dict[str, Any]:
    return {
        "soort": text("piece.kind"),
        "stand": text("piece.standing"),
        "kenmerk": told.mark,
        "naam": told.region,
        "schuilnaam": "",
        "titel": told.title,
        "ondertitel": told.under,
        "opening": told.opening,
        "beeld_bevindingen": drawing or "",
        "figuurtekst": told.caption,
        "bevindingen": _findings(told.findings),
        "slot": told.closing,
        "leeswijzer": list(told.reading),
        "bron": text("piece.source"),
    }


def _findings(findings: Sequence[PieceFinding]) -> list[dict[str, Any]]:
    return [
        {
            "titel": one.title,
            "uitleg": one.explanation,
            "vaak": one.often,
            "samen": one.together,
            "hielp": one.helped,
            "tekst": one.note,
            "zinnen": list(one.sentences),
            "vraag": one.question,
        }
        for one in findings
    ]
