"""The long line on one A4 on its side: a heading, the picture, and its sentences."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from math import ceil
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from casusanalyse.report.word.drawing import Drawing
from casusanalyse.report.word.properties import Properties

_PAGE = Cm(29.7), Cm(21)
_SIDE, _TOP, _EDGE = Cm(1.6), Cm(1.3), Cm(0.6)
_WIDEST, _NARROWEST = 26.5, 15.0
"""Of the picture, in centimetres."""
_HEIGHT, _HEADING, _SPARE = 18.4, 2.0, 0.6
"""Of the page between its margins, of the heading, and what stays free, in centimetres."""
_LINE, _LETTERS = 0.45, 74
"""Height of a line of a sentence, in centimetres, and how many letters it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LongLineText:
    """The words on the page.

    Attributes:
        title: the heading.
        line: which case, when, and that it is confidential.
        sentences: one per layer, in order.
        note: how to read the numbers.
    """

    title: str
    line: str
    sentences: tuple[str, ...]
    note: str


def long_line_document(
    template: bytes, said: LongLineText, drawing: Drawing, properties: Properties
) -> bytes:
    """Return the page as a .docx.

    Args:
        template: a .docx whose styles are used; its words and headers are not.
        said: the words.
        drawing: the picture, with the words that say the same.
        properties: what the file says about itself.
    """
    document = _emptied(template)
    _heading(document, said)
    _picture(document, drawing, said.sentences)
    _sentences(document, said)
    _describe(document, properties)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _emptied(template: bytes) -> WordDocument:
    document: WordDocument = Document(BytesIO(template))
    body = document.element.body
    for element in list(body)[:-1]:
        body.remove(element)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = _SIDE
    section.top_margin = section.bottom_margin = _TOP
    section.header_distance = section.footer_distance = _EDGE
    for part in (section.header, section.footer):
        part.is_linked_to_previous = True  # of the first section: there is none
    for name, relation in list(document.part.rels.items()):
        if relation.reltype in {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}:
            document.part.drop_rel(name)
    return document


def _heading(document: WordDocument, said: LongLineText) -> None:
    heading = document.add_paragraph(said.title, style="Heading 1")
    heading.paragraph_format.space_before = Pt(0)
    heading.paragraph_format.space_after = Pt(0)
    _unnumbered(heading)
    line = document.add_paragraph(said.line)
    line.paragraph_format.space_after = Pt(4)
    line.paragraph_format.keep_with_next = True


def _unnumbered(heading: Paragraph) -> None:
    """A report numbers its chapters; one page has none."""
    properties: Any = heading._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no public way
    numbering = properties.get_or_add_numPr()
    numbering.get_or_add_numId().val = 0


def _picture(document: WordDocument, drawing: Drawing, sentences: tuple[str, ...]) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(4)
    width = Cm(_width(drawing, sentences))
    shape = paragraph.add_run().add_picture(BytesIO(drawing.png), width=width)
    shape._inline.docPr.set("descr", drawing.alt)  # noqa: SLF001 - python-docx has no public way


def _width(drawing: Drawing, sentences: tuple[str, ...]) -> float:
    """Return the width that leaves room for the sentences on the same page, in centimetres."""
    lines = sum(ceil(len(sentence) / _LETTERS) for sentence in sentences)
    room = _HEIGHT - _HEADING - _SPARE - ceil(lines / 2) * _LINE
    return min(_WIDEST, max(_NARROWEST, room * drawing.width / drawing.height))


def _sentences(document: WordDocument, said: LongLineText) -> None:
    """Put the sentences below the picture in two columns of about equal length."""
    if said.sentences:
        _break_section(document, columns=1)
        for sentence in said.sentences:
            _small(document.add_paragraph(sentence, style="List Bullet"))
        _break_section(document, columns=2)
    note = document.add_paragraph(said.note)
    note.paragraph_format.space_before = Pt(6)
    _small(note)


def _small(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0
    for run in paragraph.runs:
        run.font.size = Pt(10)


def _break_section(document: WordDocument, *, columns: int) -> None:
    """End a section of so many columns on the last paragraph, without an empty one."""
    last = document.paragraphs[-1]._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no public way
    document.add_section(WD_SECTION.CONTINUOUS)
    empty = document.paragraphs[-1]._p  # noqa: SLF001 - see above
    section: Any = empty.get_or_add_pPr().find(qn("w:sectPr"))
    for element in section.findall(qn("w:cols")):
        section.remove(element)
    told = OxmlElement("w:cols")
    told.set(qn("w:num"), str(columns))
    told.set(qn("w:space"), "500")
    section.find(qn("w:pgMar")).addnext(told)
    last.append(section)
    document.element.body.remove(empty)


def _describe(document: WordDocument, properties: Properties) -> None:
    core = document.core_properties
    core.title, core.subject = properties.title, properties.subject
    core.content_status, core.language = properties.status, "nl-NL"
    core.author, core.identifier = "casusanalyse", properties.case
    core.created = core.modified = datetime.combine(properties.made_on, time(), tzinfo=UTC)
