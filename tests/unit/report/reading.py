"""Read a report back as words."""

import io
import re
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(report: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(report)) as file:
        return {name: file.read(name) for name in file.namelist()}


def document(report: bytes) -> etree._Element:
    return etree.fromstring(parts(report)["word/document.xml"])


def paragraphs(report: bytes) -> list[str]:
    """The words of every paragraph that has any, line breaks as line breaks."""
    said = ["".join(_pieces(paragraph)) for paragraph in document(report).iter(W + "p")]
    return [words for words in said if words]


def rows(report: bytes) -> list[list[str]]:
    """The words of every table row, by cell."""
    return [
        ["".join(_pieces(cell)) for cell in row.findall(W + "tc")]
        for row in document(report).iter(W + "tr")
    ]


def _pieces(element: etree._Element) -> list[str]:
    said = {W + "br": "\n", W + "tab": "\t"}
    return [
        piece.text or "" if piece.tag == W + "t" else said[piece.tag]
        for piece in element.iter(W + "t", W + "br", W + "tab")
        if piece.getparent().tag == W + "r"
    ]


def bookmarks(report: bytes) -> list[str]:
    return [mark.get(W + "name") for mark in document(report).iter(W + "bookmarkStart")]


def everything(report: bytes) -> str:
    """All words of all parts: text, alternative texts, properties, headers."""
    found = []
    for name, content in parts(report).items():
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(content)
            found += [" ".join(root.itertext())]
            found += [value for element in root.iter() for value in element.attrib.values()]
    return re.sub(r"\s+", " ", " ".join(found))
