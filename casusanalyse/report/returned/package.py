"""Open a returned draft without trusting it, in memory that does not grow with what it claims.

First every size and name, then every part as a stream of bytes, and only then its contents, a
paragraph at a time. Whatever points outside the file is never followed.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any, Literal

from lxml import etree

from casusanalyse.domain.problems import Refusal
from casusanalyse.report.word.ooxml import Element
from casusanalyse.report.word.upload import (
    MOST_BYTES,
    Unsafe,
    judge_parts,
    judge_relations,
    judge_type,
)

MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
_MOST_MARKS = 1_500_000
"""Angle brackets and equals signs in one part: what it takes in memory follows from these."""

SAFELY: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
    "huge_tree": False,
}
"""How a reader of XML from outside is set: nothing is looked up and nothing unfolds."""

_FEW_MARKS = 20_000
"""The same, for a part that only says what there is."""

_CHUNK = 1 << 16
_OVERLAP = 16
_LISTS = re.compile(r"\.rels$|^\[Content_Types\]")
_DECLARES = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""", re.IGNORECASE)
_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii"}
_DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    EOFError,
    zlib.error,
    UnicodeError,
)

_REFUSALS = {
    "too_many_parts": "returned_too_many_parts",
    "unfolds": "returned_unfolds",
    "odd_name": "returned_odd_name",
    "odd_packing": "returned_odd_packing",
    "encrypted": "returned_encrypted",
    "refused_part": "returned_refused_part",
    "points_outside": "returned_points_outside",
    "entities": "returned_entities",
    "not_plain_word": "returned_not_plain_word",
    "not_word": "returned_not_word",
}
"""What is told about a file that is not opened."""

Event = tuple[Literal["start", "end"], Element]


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a file that was found safe."""

    _file: zipfile.ZipFile

    def names(self, pattern: str) -> list[str]:
        """Return the names of the parts that match, in order."""
        return sorted(name for name in self._file.namelist() if re.fullmatch(pattern, name))

    def events(self, part: str, *tags: str) -> Iterator[Event]:
        """Read a part from begin to end; the caller clears what it has seen.

        Args:
            part: its name; a part that is not there says nothing.
            tags: full names of the elements to stop at, on their way in and out.

        Raises:
            Refusal: `returned_damaged`.
        """
        if part not in self._file.namelist():
            return
        with self._file.open(part) as stream:
            yield from _events(stream, tags)


def opened(data: bytes) -> Package:
    """Open a returned .docx.

    Raises:
        Refusal: `returned_too_big` with `megabytes`, `returned_not_word`,
            `returned_damaged`, and those of `_REFUSALS`.
    """
    if len(data) > MOST_BYTES:
        raise Refusal("returned_too_big", megabytes=MOST_BYTES >> 20)
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED as wrong:
        raise Refusal("returned_not_word") from wrong
    try:
        judge_parts(file.infolist())
        return _judged(file)
    except Unsafe as unsafe:
        raise Refusal(_REFUSALS[unsafe.code]) from unsafe
    except _DAMAGED as wrong:
        raise Refusal("returned_damaged") from wrong


def _judged(file: zipfile.ZipFile) -> Package:
    package = Package(file)
    if not {_TYPES, MAIN} <= set(file.namelist()):
        raise Unsafe("not_word")
    for entry in file.infolist():
        if entry.filename.endswith((".xml", ".rels")):
            with file.open(entry) as stream:
                scan(stream, _FEW_MARKS if _LISTS.search(entry.filename) else _MOST_MARKS)
    judge_type(_root(package, _TYPES))
    for entry in file.infolist():
        if entry.filename.endswith(".rels"):
            judge_relations(_root(package, entry.filename))
    return package


def scan(stream: IO[bytes], most: int) -> None:
    """Look at every byte of a part once, and keep none.

    Args:
        stream: holds XML.
        most: angle brackets and equals signs it may hold.

    Raises:
        Unsafe: it declares a document type or an entity, or holds too much.
    """
    marks, before = 0, b""
    while chunk := stream.read(_CHUNK):
        plain = chunk.replace(b"\x00", b"")
        if not before:
            _judge_encoding(plain)
        if _DECLARES.search(before + plain):
            raise Unsafe("entities")
        marks += plain.count(b"<") + plain.count(b"=")
        if marks > most:
            raise Unsafe("unfolds")
        before = plain[-_OVERLAP:]


def _judge_encoding(begin: bytes) -> None:
    """Refuse an alphabet in which a declaration could hide."""
    declared = _ENCODING.search(begin[:200])
    if declared and declared[1].lower() not in _ENCODINGS:
        raise Unsafe("entities")


def _root(package: Package, part: str) -> Element:
    """Return the root of a small part."""
    events = package.events(part, "*")
    root = next((element for _, element in events), None)
    for _ in events:
        pass
    if root is None:
        raise Unsafe("not_word")
    return root


def _events(stream: IO[bytes], tags: tuple[str, ...]) -> Iterator[Event]:
    reading = etree.iterparse(
        stream,
        events=("start", "end"),
        tag=tags,
        **SAFELY,
    )
    try:
        yield from reading
    except (etree.XMLSyntaxError, *_DAMAGED) as wrong:
        raise Refusal("returned_damaged") from wrong
