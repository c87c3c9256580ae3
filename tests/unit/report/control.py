"""House rules for a Word file that no validator covers; Word calls breaking them "damaged"."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def broken_rules(report: bytes) -> list[str]:
    """Return what is wrong with a report; empty when all is well."""
    with zipfile.ZipFile(io.BytesIO(report)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    document = etree.fromstring(parts["word/document.xml"])
    return [
        *_tables(document),
        *_bookmarks(document),
        *_pictures(document),
        *_styles(document, etree.fromstring(parts["word/styles.xml"])),
        *_relations(document, etree.fromstring(parts["word/_rels/document.xml.rels"])),
        *_headings(document),
        *_words(document),
    ]


def _tables(document: etree._Element) -> Iterator[str]:
    for cell in document.iter(W + "tc"):
        if cell[-1].tag != W + "p":
            yield "cell without paragraph"
    for table in document.iter(W + "tbl"):
        if table.find(f"{W}tblPr/{W}tblCaption") is None:
            yield "table without description"
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(W + "tr"):
            if len(row.findall(W + "tc")) != columns:
                yield "row with other columns than the grid"
        style = table.find(f"{W}tblPr/{W}tblStyle").get(W + "val")
        if style == "Lijst" and table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
            yield "list without header row"


def _bookmarks(document: etree._Element) -> Iterator[str]:
    starts = [
        (mark.get(W + "id"), mark.get(W + "name"))
        for mark in document.iter(W + "bookmarkStart")
    ]
    ends = [mark.get(W + "id") for mark in document.iter(W + "bookmarkEnd")]
    names = [name for _, name in starts]
    if sorted(number for number, _ in starts) != sorted(ends) or len(set(ends)) != len(ends):
        yield "bookmark that is not a pair"
    if len({name.lower() for name in names}) != len(names):
        yield "bookmark twice"
    if not all(re.fullmatch(r"\w{1,40}", name) for name in names):
        yield "bookmark with a name Word refuses"
    links = {link.get(W + "anchor") for link in document.iter(W + "hyperlink")}
    if links - set(names):
        yield "link to nowhere"


def _pictures(document: etree._Element) -> Iterator[str]:
    numbers = Counter(drawing.get("id") for drawing in document.iter(WP + "docPr"))
    if any(number > 1 for number in numbers.values()):
        yield "picture number twice"
    if not all((drawing.get("descr") or "").strip() for drawing in document.iter(WP + "docPr")):
        yield "picture without alternative text"


def _styles(document: etree._Element, styles: etree._Element) -> Iterator[str]:
    known = {style.get(W + "styleId") for style in styles.iter(W + "style")}
    used = {
        style.get(W + "val")
        for style in document.iter(W + "pStyle", W + "rStyle", W + "tblStyle")
    }
    if used - known:
        yield f"unknown style {sorted(used - known)}"
    language = styles.find(f".//{W}lang")
    if language is None or language.get(W + "val") != "nl-NL":
        yield "language is not nl-NL"


def _relations(document: etree._Element, relations: etree._Element) -> Iterator[str]:
    known = {relation.get("Id") for relation in relations}
    if len(known) != len(relations):
        yield "relation twice"
    used = {
        value
        for element in document.iter()
        for name, value in element.items()
        if name.startswith(R)
    }
    if used - known:
        yield f"missing relation {sorted(used - known)}"
    if any(relation.get("TargetMode") == "External" for relation in relations):
        yield "points outside"


def _headings(document: etree._Element) -> Iterator[str]:
    names = [style.get(W + "val") for style in document.iter(W + "pStyle")]
    levels = [int(name[-1]) for name in names if re.fullmatch(r"Heading\d", name)]
    if any(second - first > 1 for first, second in pairwise(levels)):
        yield "heading level skipped"
    for paragraph in document.iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if (
            style is not None
            and style.get(W + "val").startswith("Heading")
            and not _said(paragraph)
        ):
            yield "empty heading"


def _words(document: etree._Element) -> Iterator[str]:
    if re.search(r"\{\{|\{%|%\}|\}\}|[\ue000\ue001]", _said(document)):
        yield "field that was not filled"


def _said(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(W + "t"))
