"""The code book as a REFI-QDA code book (.qdc), there and back.

Programs for qualitative research read and write this. A code keeps its id in front of its
name, so that it comes back the same, also when a program gives it a new GUID.

Source: REFI-QDA 1.5, section 5.2, XML schema for code book exchange.
"""

import io
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import cast
from uuid import UUID, uuid5

from lxml import etree

from casusanalyse.content.codebook import Book, Code, kinds
from casusanalyse.content.text import text
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.region_code import CodeKind, CodeWords
from casusanalyse.report.codebook_file import (
    FileCode,
    Misfit,
    column,
    is_id,
    kind_of,
    kind_word,
    refuse_large,
    refuse_many,
    state_word,
)
from casusanalyse.report.returned.package import SAFELY, scan
from casusanalyse.report.word.ooxml import Element
from casusanalyse.report.word.upload import Unsafe

_SPACE = "urn:QDA-XML:codebook:1.0"
_OURS = UUID("5b0f4c52-9a0f-4c0e-8f0e-5b6f1e0a7c11")
"""Every GUID follows from this one and an id, so that two exports agree."""

_MOST_MARKS = 200_000
_BLOCK = ("kind", "helping", "source", "addition", "state", "into")
"""What stands under the explanation, a line each."""


def book_as_qdc(book: Book) -> bytes:
    """Return the whole book as a .qdc; what is no longer offered cannot be coded with."""
    root = etree.fromstring(f'<CodeBook xmlns="{_SPACE}"/>'.encode())
    root.set("origin", text("codebook_file.origin"))
    codes = etree.SubElement(root, _name("Codes"))
    for (kind, group), inside in groupby(book.all, lambda one: (one.kind, one.group)):
        name = text("codebook_file.heading", kind=kinds()[kind], group=group)
        heading = _code(codes, f"group/{kind}/{group}", name, codable=False)
        for code in inside:
            told = _code(heading, code.id, f"{code.id} {code.label}", codable=code.is_offered)
            etree.SubElement(told, _name("Description")).text = _described(code)
    _sets(root, book)
    written: bytes = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", pretty_print=True
    )
    return written


def _name(tag: str) -> str:
    return f"{{{_SPACE}}}{tag}"


def _guid(key: str) -> str:
    return str(uuid5(_OURS, key))


def _code(parent: Element, key: str, name: str, *, codable: bool) -> Element:
    given = {"guid": _guid(key), "name": name, "isCodable": str(codable).lower()}
    return etree.SubElement(parent, _name("Code"), given)


def _sets(root: Element, book: Book) -> None:
    """Put every kind in a set of its own, so that a program can ask for one kind."""
    sets = etree.SubElement(root, _name("Sets"))
    for kind, name in kinds().items():
        given = {"guid": _guid(f"kind/{kind}"), "name": name}
        one = etree.SubElement(sets, _name("Set"), given)
        for code in book.all:
            if code.kind == kind:
                etree.SubElement(one, _name("MemberCode"), {"guid": _guid(code.id)})


def _described(code: Code) -> str:
    said = {"kind": kind_word(code.kind), "state": state_word(code)}
    told = ((name, said.get(name) or str(getattr(code, name))) for name in _BLOCK)
    lines = [f"{column(name)}: {' '.join(words.split())}" for name, words in told if words]
    return "\n\n".join(filter(None, (code.explanation, "\n".join(lines))))


def read_qdc(data: bytes) -> tuple[tuple[FileCode, ...], tuple[Misfit, ...]]:
    """Return the codes of a .qdc; headings are left out.

    Raises:
        Refusal: `code_file_large`, `code_file_many`, `code_file_unsafe`,
            `code_file_unreadable`.
    """
    refuse_large(data)
    root = _root(data)
    of_sets = dict(_by_set(root))
    found: list[FileCode] = []
    misfits: list[Misfit] = []
    for element in root.iter(_name("Code")):
        name = " ".join((element.get("name") or "").split())
        id_, _, label = name.partition(" ")
        if is_id(id_):
            found.append(_read(element, id_, label, of_sets))
        elif element.get("isCodable") != "false":
            why = Refusal("code_id_odd")
            misfits.append(Misfit(row=_row(element), column="name", why=why))
    refuse_many(len(found) + len(misfits))
    return tuple(found), tuple(misfits)


def _root(data: bytes) -> Element:
    try:
        scan(io.BytesIO(data), _MOST_MARKS)
    except Unsafe as unsafe:
        raise Refusal("code_file_unsafe") from unsafe
    parser = etree.XMLParser(**SAFELY)
    try:
        root: Element = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as wrong:
        raise Refusal("code_file_unreadable") from wrong
    if root.tag != _name("CodeBook"):
        raise Refusal("code_file_unreadable")
    return root


def _by_set(root: Element) -> Iterator[tuple[str, CodeKind]]:
    """Yield the kind of every code that stands in one of our sets, by its GUID."""
    ours = {_guid(f"kind/{kind}"): kind for kind in kinds()}
    for one in root.iter(_name("Set")):
        kind = ours.get(_bare(one.get("guid")))
        for member in one.iter(_name("MemberCode")):
            if kind:
                yield _bare(member.get("guid")), kind


def _bare(guid: str | None) -> str:
    return (guid or "").strip("{}").lower()


def _row(element: Element) -> int:
    return cast("int | None", element.sourceline) or 1


def _read(element: Element, id_: str, label: str, of_sets: Mapping[str, CodeKind]) -> FileCode:
    explanation, lines = _parted(element.findtext(_name("Description")) or "")
    kind = of_sets.get(_bare(element.get("guid"))) or kind_of(lines.get("kind", ""))
    return FileCode(
        row=_row(element),
        id=id_,
        kind=kind,
        words=CodeWords(
            label=label,
            explanation=explanation,
            helping=lines.get("helping", ""),
            source=lines.get("source", ""),
        ),
        retired=element.get("isCodable") == "false",
    )


def _parted(description: str) -> tuple[str, dict[str, str]]:
    """Return the explanation, and the lines under it by what they are about."""
    called = {column(name): name for name in _BLOCK}
    before, _, block = description.strip().rpartition("\n\n")
    parts = [re.match(r"([^:\n]+): (.*)", line) for line in block.splitlines()]
    told = [(called.get(part[1], ""), part[2]) for part in parts if part]
    if len(told) < len(parts) or not all(name for name, _ in told):
        return description.strip(), {}
    return before.strip(), dict(told)
