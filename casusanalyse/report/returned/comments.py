"""Read the comments in the margin, with who answers whom and what was ticked off."""

from dataclasses import dataclass
from datetime import datetime

from casusanalyse.domain.problems import Refusal
from casusanalyse.report.returned.package import Package
from casusanalyse.report.returned.words import Reader, Words, moment
from casusanalyse.report.word.ooxml import Element, w

_COMMENTS, _EXTENDED = "word/comments.xml", "word/commentsExtended.xml"
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WORD_2012 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin.

    Attributes:
        number: within the file.
        answers: number of the comment it replies to, or empty.
    """

    number: str
    text: str
    author: str
    at: datetime | None
    resolved: bool
    answers: str


@dataclass(frozen=True, slots=True)
class _Link:
    """What Word keeps apart about a comment: its state and the paragraph it answers."""

    resolved: bool
    parent: str


def comments(package: Package) -> tuple[Comment, ...]:
    """Return every comment, in the order of the file.

    Raises:
        Refusal: `returned_damaged` or `returned_unfolds`.
    """
    links = _links(package)
    found = list(_read(package))
    numbers = {paragraph: number for number, paragraph, *_ in found if paragraph}
    none = _Link(resolved=False, parent="")
    told = [(one, links.get(one[1], none)) for one in found]
    return tuple(
        Comment(number, text, author, at, link.resolved, numbers.get(link.parent, ""))
        for (number, _, text, author, at), link in told
    )


def _read(package: Package) -> list[tuple[str, str, str, str, datetime | None]]:
    """Return number, last paragraph, words, author and moment of every comment."""
    found = []
    for kind, element in package.events(_COMMENTS, w("comment")):
        if kind == "start":
            continue
        found.append(
            (
                element.get(w("id"), ""),
                _last_paragraph(element),
                _said(element),
                element.get(w("author"), ""),
                moment(element.get(w("date"), "")),
            )
        )
        element.clear()
        if len(found) > _MOST:
            raise Refusal("returned_unfolds")
    return found


def _last_paragraph(comment: Element) -> str:
    """Return the identity of the last paragraph, by which Word links comments."""
    paragraphs = [one.get(f"{_WORD_2010}paraId", "") for one in comment.iter(w("p"))]
    return paragraphs[-1] if paragraphs else ""


def _said(comment: Element) -> str:
    _break_lines(comment)
    reader = Reader()
    paragraphs = [reader.pieces(one) for one in comment.iter(w("p"))]
    lines = [
        "".join(one.text for one in pieces if isinstance(one, Words) and not one.deleted)
        for pieces in paragraphs
    ]
    return "\n".join(line.strip() for line in lines if line.strip())


def _break_lines(comment: Element) -> None:
    """Put back a line break; LibreOffice leaves two texts in a row where it was."""
    for said in comment.iter(w("t")):
        before = said.getprevious()
        if before is not None and before.tag == w("t"):
            said.text = "\n" + (said.text or "")


def _links(package: Package) -> dict[str, _Link]:
    found = {}
    for kind, element in package.events(_EXTENDED, f"{_WORD_2012}commentEx"):
        if kind == "end":
            identity = element.get(f"{_WORD_2012}paraId", "")
            found[identity] = _Link(
                resolved=element.get(f"{_WORD_2012}done") in {"1", "true"},
                parent=element.get(f"{_WORD_2012}paraIdParent", ""),
            )
            element.clear()
    return found
