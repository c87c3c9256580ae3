"""The long line on one A4 on its side: a heading, the picture, and its sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from posixpath import basename
from xml.sax.saxutils import escape

from casusanalyse.report.word.assembly import Package
from casusanalyse.report.word.drawing import Drawing, drawing_xml
from casusanalyse.report.word.ooxml import (
    OFFICE,
    RELATIONSHIPS,
    WORD,
    parsed,
    printable,
    serialised,
)
from casusanalyse.report.word.package import opened, written
from casusanalyse.report.word.properties import Properties
from casusanalyse.report.word.section import Room

_DOCUMENT, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_PREFIX = "rIdCa"
_EDGES = ("header", "footer")
_PAGE = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="737" w:right="907" w:bottom="737" w:left="907" w:header="340"'
    ' w:footer="340" w:gutter="0"/>'
)
_EMU_PER_CM = 360_000
_WIDEST, _LOWEST = 26.5, 7.0
"""Most width and least height of the picture, in centimetres."""
_HEIGHT, _HEADING, _SPARE = 18.4, 2.0, 1.4
"""Of the page between its margins, of the heading, and of the note, in centimetres."""
_LINE, _LETTERS = 0.45, 74
"""Height of a line of a sentence, in centimetres, and how many letters it holds."""
_SMALL = '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>'
_CLOSE = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'


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
        template: a .docx whose styles are used; its words, headers and footers are not.
        said: the words.
        drawing: the picture, with the words that say the same.
        properties: what the file says about itself.

    Raises:
        Mistake: the template is not a plain Word document.
    """
    package = Package(opened(template))
    _drop_edges(package)
    package.add_text(_DOCUMENT, _document(said, drawing))
    package.add_drawings(_DOCUMENT, [drawing], _PREFIX)
    package.add_properties(properties)
    return written(package.parts)


def _drop_edges(package: Package) -> None:
    """Leave out the headers and footers of a report; one page needs none."""
    relations, types = parsed(package.parts[_RELATIONS]), parsed(package.parts[_TYPES])
    for relation in list(relations.iter(f"{{{RELATIONSHIPS}}}Relationship")):
        if basename(relation.get("Type", "")) in _EDGES:
            relations.remove(relation)
            name = f"word/{relation.get('Target')}"
            package.parts.pop(name, None)
            for declared in [one for one in types if one.get("PartName") == f"/{name}"]:
                types.remove(declared)
    package.add_text(_RELATIONS, serialised(relations))
    package.add_text(_TYPES, serialised(types))


def _document(said: LongLineText, drawing: Drawing) -> str:
    picture = drawing_xml(
        drawing, relation=f"{_PREFIX}1", number=1, room=_room(drawing, said.sentences)
    )
    body = (
        _paragraph(
            '<w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/>'
            '</w:numPr><w:spacing w:before="0" w:after="0"/>',
            _run(said.title),
        ),
        _paragraph('<w:keepNext/><w:spacing w:after="80"/>', _run(said.line)),
        _paragraph(
            '<w:spacing w:after="80"/><w:jc w:val="center"/>' + _section(1),
            f"<w:r>{picture}</w:r>",
        ),
        *_sentences(said.sentences),
        _paragraph(
            '<w:spacing w:before="120" w:after="0" w:line="240" w:lineRule="auto"/>',
            _run(said.note, _SMALL),
        ),
        f'<w:sectPr><w:type w:val="continuous"/>{_PAGE}</w:sectPr>',
    )
    names = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
    return f"<w:document {names}><w:body>{''.join(body)}</w:body></w:document>"


def _sentences(sentences: Sequence[str]) -> list[str]:
    """Return the sentences in two columns of about equal length."""
    last = len(sentences) - 1
    return [
        _paragraph(
            f'<w:pStyle w:val="ListBullet"/>{_CLOSE}{_section(2) if at == last else ""}',
            _run(sentence, _SMALL),
        )
        for at, sentence in enumerate(sentences)
    ]


def _section(columns: int) -> str:
    """End a section of so many columns; what follows stays on the same page."""
    flow = "nextPage" if columns == 1 else "continuous"
    told = f'<w:cols w:num="{columns}" w:space="500"/>'
    return f'<w:sectPr><w:type w:val="{flow}"/>{_PAGE}{told}</w:sectPr>'


def _paragraph(properties: str, inside: str) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def _run(words: str, properties: str = "") -> str:
    said = escape(printable(words))
    return f'<w:r>{properties}<w:t xml:space="preserve">{said}</w:t></w:r>'


def _room(drawing: Drawing, sentences: Sequence[str]) -> Room:
    """Return how large the picture may be with the sentences on the same page."""
    lines = sum(ceil(len(sentence) / _LETTERS) for sentence in sentences)
    left = _HEIGHT - _HEADING - _SPARE - ceil(lines / 2) * _LINE
    high = max(_LOWEST, left)
    wide = min(_WIDEST, high * drawing.width / drawing.height)
    return round(wide * _EMU_PER_CM), round(high * _EMU_PER_CM)
