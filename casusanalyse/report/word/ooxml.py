"""The XML of Word: names, and reading it without trusting it."""

import re

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_DOCTYPE = re.compile(rb"<!(DOCTYPE|ENTITY)")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ue000\ue001\ufffe\uffff]")

Element = etree._Element  # noqa: SLF001 - lxml gives its element class no public name


def w(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute."""
    return f"{{{WORD}}}{name}"


def parsed(xml: bytes) -> Element:
    """Parse one part without entities, network or processing instructions.

    Raises:
        ValueError: it declares a document type, or it is not XML.
    """
    if _DOCTYPE.search(xml.replace(b"\x00", b"")):
        raise ValueError("document type")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as wrong:
        raise ValueError("not XML") from wrong
    if root.getroottree().docinfo.internalDTD is not None:  # hidden in another alphabet
        raise ValueError("document type")
    return root


def serialised(root: Element) -> str:
    """Return the element and everything in it as text, without a declaration."""
    return etree.tostring(root, encoding="unicode", with_tail=False)


def printable(said: str) -> str:
    """Leave out the characters XML forbids and the two that mark fields."""
    return _FORBIDDEN.sub("", said)


def value_of(element: Element | None, default: str = "") -> str:
    """Return the `w:val` of an element, or the default when there is none."""
    return default if element is None else element.get(w("val"), default)


def plain(element: Element) -> str:
    """Return the words of an element, without fields and deletions."""
    return "".join(text.text or "" for text in element.iter(w("t")))
