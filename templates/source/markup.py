"""Turn the readable text of the template into the body of a Word document."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from templates.source.paragraph_styles import STYLES
from templates.source.parts import DECLARATION, NAMES

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_STYLE_IDS = {
    "Titel": "Title",
    "Tekst": "Normal",
    "Citaat": "Quote",
    "Opsomming": "ListBullet",
    "Bijschrift": "Caption",
    "Inhoudkop": "TOCHeading",
    "Kop 1": "Heading1",
    "Kop 2": "Heading2",
    "Kop 3": "Heading3",
} | {style.id: style.id for style in STYLES if style.own}
_TWIPS_PER_MILLIMETRE = 56.7
_MARGINS = (
    '<w:pgMar w:top="1474" w:right="907" w:bottom="1247" w:left="907" w:header="624"'
    ' w:footer="567" w:gutter="0"/>'
)
_SIZES = {
    "staand": '<w:pgSz w:w="11906" w:h="16838"/>',
    "liggend": '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
}
_EDGES = {"staand": 1, "liggend": 2}


def body_xml(source: str) -> str:
    """Return word/document.xml.

    Args:
        source: lines such as `Kop 1: De tijdlijn`; its first lines say how it is written.
    """
    lines = [line.strip() for line in source.splitlines()]
    said = [line for line in lines if line and not line.startswith("#")]
    body = "".join(_blocks(iter(said)))
    return f"{DECLARATION}<w:document {NAMES}><w:body>{body}</w:body></w:document>"


def _blocks(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line.startswith("{%"):
            yield _paragraph("Sjabloon", line)
        elif line.startswith("tabel "):
            yield _table(line, lines)
        elif line.startswith("inhoudsopgave "):
            yield _contents_list(line.split()[1])
        elif line.startswith("sectie "):
            section = _section(line.split()[1])
            yield f'<w:p><w:pPr><w:pStyle w:val="Sectie"/>{section}</w:pPr></w:p>'
        elif line == "slot":
            yield _section("staand")
        else:
            style, _, words = line.partition(":")
            yield _paragraph(style, words.strip())


def _paragraph(style: str, words: str) -> str:
    name = "Normal" if style == "Sjabloon" else _STYLE_IDS[style]
    properties = "" if name == "Normal" else f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>'
    return f"<w:p>{properties}{_runs(words)}</w:p>"


def _runs(words: str) -> str:
    pieces = _BOLD.split(words)
    return "".join(_run(piece, bold=bool(number % 2)) for number, piece in enumerate(pieces))


def _run(words: str, *, bold: bool) -> str:
    look = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>' if bold else ""
    parts = words.split(" > ")
    return "<w:r><w:tab/></w:r>".join(
        f'<w:r>{look}<w:t xml:space="preserve">{escape(part)}</w:t></w:r>' if part else ""
        for part in parts
    )


def _contents_list(levels: str) -> str:
    code = f' TOC \\o "1-{levels}" \\n \\h \\z \\u '
    return (
        '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>…</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def _section(kind: str) -> str:
    edges = "".join(
        f'<w:{edge}Reference w:type="default" r:id="rId{edge}{_EDGES[kind]}"/>'
        for edge in ("header", "footer")
    )
    return f'<w:sectPr>{edges}<w:type w:val="nextPage"/>{_SIZES[kind]}{_MARGINS}</w:sectPr>'


def _table(opening: str, lines: Iterator[str]) -> str:
    """Return a table; `tabel Lijst 44 42 :: inhoud` opens it, `einde tabel` closes it."""
    sizes, description = opening.removeprefix("tabel ").split(" :: ")
    style, *columns = sizes.split()
    widths = [round(float(column) * _TWIPS_PER_MILLIMETRE) for column in columns]
    rows = []
    for line in lines:
        if line == "einde tabel":
            break
        rows.append(_row(line, widths))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = _look(style, sum(widths), description)
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _look(style: str, width: int, description: str) -> str:
    first_row, first_column = (0, 1) if style == "Kerngegevens" else (1, 0)
    value = 0x0600 + 0x20 * first_row + 0x80 * first_column
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{value:04X}" w:firstRow="{first_row}"'
        f' w:lastRow="0" w:firstColumn="{first_column}" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/><w:tblCaption w:val={quoteattr(description)}/></w:tblPr>'
    )


def _row(line: str, widths: list[int]) -> str:
    if line.startswith("{%"):
        span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(widths) > 1 else ""
        cell = _cell(line, sum(widths), "Tabeltekst", span)
        return f"<w:tr>{cell}</w:tr>"
    mark, words = line[0], line[1:]
    properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if mark == "!" else "")
    style = "Tabelkop" if mark == "!" else "Tabeltekst"
    cells = "".join(
        _cell(cell.strip(), width, style)
        for cell, width in zip(words.split(" | "), widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _cell(words: str, width: int, style: str, span: str = "") -> str:
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>'
    paragraphs = "".join(_paragraph(style, said) for said in words.split(" // "))
    return f"<w:tc>{properties}{paragraphs}</w:tc>"
